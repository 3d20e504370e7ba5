import DelimitedText
import Diagnostics
import Plan
import SeededNumbers
import StageFixtures
import Tables
import Testing

@testable import Ingest

/// Rows that are told as data at a glance, beside the same rows looked at cell by cell.
@Suite struct PlainRowsTests {
  private static let cells = [
    "", " ", "\u{A0}", "1", "12", "(3)", "A", "B", "I", "IV", "I. Khối", "II - Phường", "Tổng cộng",
    "Tổng số", "Cộng", "Cộng I", "Công an", "Người lập biểu", "Nơi nhận:", "Ghi chú: x", "- mục",
    "STT", "Năm", "Số cây", "Mã vườn", "Xã Tân Hòa", "Tân Hòa", "tan hoa", "103", "KT-0001",
    "VƯỜN 12", "V12", "05/06/2021", "31/12/2021", "2021", "2022", "85,5 %", "1.234", "12,5",
    "không",
    "chưa có", "Quý 1", "6 tháng đầu năm", "Trang 2", "ngày 1 tháng 2 năm 2021", "x", "Tốt", "***",
    "–", "\"", "Tổng nhóm 2", "Phần A", "IX", "1)", "10.",
  ]

  @Test(.timeLimit(.minutes(1))) func glancesAgreeWithThoroughLooks() throws {
    let plan = try fixturePlan()
    let reader = FileReader(plan: plan)
    var numbers = SeededNumbers(seed: 20_261_129)
    var glanced = 0
    for form in plan.forms.indices {
      let headers = plan.forms[form].fields.map(\.title.vietnamese)
      for round in 0..<60 {
        let rows = (0..<30).map { _ in
          headers.indices.map { _ in numbers.pick(Self.cells, or: "") }
        }
        // Columns that look alike give rows that nothing is wrong with.
        let even = (0..<30).map { row in
          headers.indices.map { column in
            row % 3 == 0 ? rows[row][column] : rows[column % 30][(round + column) % headers.count]
          }
        }
        let lines = ([headers] + rows + even).map { $0.joined(separator: ";") }
        let text = Array((lines.joined(separator: "\n") + "\n").utf8)
        let batch = parse(text, dialect: .semicolon).batch
        guard
          case .found(let match) = HeaderSearch(
            in: batch,
            forms: [reader.headers[form]],
            year: 2021
          )
        else { continue }
        let context = FileContext(path: "a.csv", sender: "103", year: 2021)
        let all = 0..<batch.recordCount
        let coded = CodedRows(batch, all, below: match.record, width: match.width)
        let sorters = [false, true].map { isThorough in
          var sorter = RowSorter(
            batch,
            match,
            plan.forms[form],
            [],
            context,
            reader.layout
          )
          sorter.sort(all, coded, isThorough: isThorough)
          return sorter
        }
        #expect(sorters[0].data == sorters[1].data)
        #expect(sorters[0].notes == sorters[1].notes)
        #expect(sorters[0].totals == sorters[1].totals)
        #expect(sorters[0].findings == sorters[1].findings)
        #expect(sorters[0].shifted.map(\.record) == sorters[1].shifted.map(\.record))
        glanced += sorters[0].data.count
      }
    }
    #expect(glanced > 1_000)
  }

  /// A figure in a column of names has moved; in a column of codes of units it stands right.
  @Test(arguments: [("Mã xã;Xã, thị trấn", false), ("Xã, thị trấn;Ghi chú", true)])
  func codesOfUnitsAreFigures(_ units: String, _ isMisfit: Bool) throws {
    let plan = try fixturePlan()
    let text = "\(units);Năm;Số cây;Số cây chết;Kinh phí\n103;;2021;12;1;500000\n"
    let batch = parse(Array(text.utf8), dialect: .semicolon).batch
    let form = try #require(plan.forms.firstIndex { $0.name == "commune_year" })
    let headers = [FormHeaders(plan.forms[form], at: form, words: plan.words)]
    guard case .found(let match) = HeaderSearch(in: batch, forms: headers, year: 2021) else {
      Issue.record("no header")
      return
    }
    #expect(ShiftedRows(match, plan.forms[form]).isMisfit("103", 0) == isMisfit)
  }
}
