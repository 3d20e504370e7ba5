import Diagnostics
import Foundation
import Plan
import Tables
import Testing

@testable import Reports

@Suite struct ReportTextTests {
  struct NumberCase: Sendable, CustomTestStringConvertible {
    var value: Double
    var decimals: Int
    var vi: String
    var en: String
    var testDescription: String { vi }
  }

  @Test(arguments: [
    NumberCase(value: 1234.5, decimals: 1, vi: "1.234,5", en: "1,234.5"),
    NumberCase(value: 1_234_567, decimals: 0, vi: "1.234.567", en: "1,234,567"),
    NumberCase(value: -0.04, decimals: 1, vi: "0,0", en: "0.0"),
    NumberCase(value: -2.5, decimals: 1, vi: "−2,5", en: "−2.5"),
    NumberCase(value: 0.0167, decimals: 3, vi: "0,017", en: "0.017"),
    NumberCase(value: 2.5, decimals: 0, vi: "3", en: "3"),
    NumberCase(
      value: -9.223372036854776e18,
      decimals: 1,
      vi: "−9.223.372.036.854.776.000",
      en: "−9,223,372,036,854,776,000"
    ),
    NumberCase(value: 9e15, decimals: 0, vi: "9.000.000.000.000.000", en: "9,000,000,000,000,000"),
    NumberCase(
      value: 2e16,
      decimals: 0,
      vi: "20.000.000.000.000.000",
      en: "20,000,000,000,000,000"
    ),
    NumberCase(value: .infinity, decimals: 0, vi: "–", en: "–"),
  ])
  func `numbers are written as people of the language read them`(_ example: NumberCase) {
    #expect(
      NumberText(language: .vietnamese).text(example.value, decimals: example.decimals)
        == example.vi
    )
    #expect(
      NumberText(language: .english).text(example.value, decimals: example.decimals) == example.en
    )
  }

  @Test(arguments: [(1, "A"), (26, "Z"), (27, "AA"), (52, "AZ"), (703, "AAA")])
  func `columns have the letters of a spreadsheet`(_ column: Int, _ letters: String) {
    #expect(Location.letters(ofColumn: column) == letters)
  }

  @Test func `raw text cannot become markup`() {
    #expect(Markdown.escaped("a|b<c>\n*d*") == "a\\|b\\<c\\> \\*d\\*")
  }

  @Test func `sentences carry figures, the change and who has not reported`() throws {
    let plan = try Invented.plan()
    let report = try #require(InventedTables.example.texts(plan: plan)["bao-cao.md"])
    #expect(report.contains("Huyện Mẫu kiểm tra 13/14 cơ sở (92,9 %), giảm 7,1 điểm %."))
    #expect(report.contains("Mới có 4/5 đơn vị báo cáo; chưa báo cáo: Xã Bốn;"))
    #expect(report.contains("xấu nhất: chưa đạt; tốt nhất: đạt"))
    #expect(report.contains("> **Lưu ý:** Số liệu tự tạo để thử."))
    #expect(report.contains("hiểu là “mỗi năm”; cách hiểu khác: “đến cuối kỳ”"))
    #expect(report.contains("| 2 | Mục hai | – | – | không đo được bằng số: không có số |"))
    #expect(!report.contains("{{"))
  }

  @Test func `a unit that did not report has no zero`() throws {
    let files = InventedTables.example.texts(plan: try Invented.plan())
    let sheet = try #require(files["xa/p4.md"])
    #expect(sheet.contains("| A | 1.1 | Mục tiêu A | chưa báo cáo | chưa báo cáo |"))
    #expect(sheet.contains("Biểu năm (01): chưa báo cáo (hạn 15/12/2023)."))
    let list = try #require(files["tra-lai/p4.md"])
    #expect(list.contains("Kính gửi: Xã Bốn."))
    #expect(list.contains("## Biểu chưa có"))
    let other = try #require(files["tra-lai/office.md"])
    #expect(other.contains("Không có điểm nào cần sửa."))
  }

  @Test(arguments: TargetStatus.allCases)
  func `every status stands in words`(_ status: TargetStatus) throws {
    var tables = InventedTables.example
    tables.statuses = [status]
    let files = tables.texts(plan: try Invented.plan())
    let sheet = try #require(files["xa/p1.md"])
    #expect(sheet.contains("| \(status.label.vietnamese)"))
  }

  @Test(arguments: [
    (TrendRow.Conclusion.cannotShow, "kể cả tăng hoặc giảm đều mỗi năm cũng chỉ đạt p = 0,083"),
    (.notShown, "chưa đủ căn cứ nói là có xu hướng (Mann-Kendall, 4 năm, p = 0,750)"),
    (.increasing, "xu hướng tăng có ý nghĩa thống kê"),
    (.decreasing, "xu hướng giảm có ý nghĩa thống kê"),
    (.constant, "không đổi trong 4 năm đủ số liệu"),
    (.tooFew, "mới có 4 năm đủ số liệu, chưa nói được xu hướng"),
    (.suppressed, "không công bố [c]"),
  ])
  func `trends claim no more than the test`(_ conclusion: TrendRow.Conclusion, _ words: String)
    throws
  {
    var tables = InventedTables.example
    tables.conclusion = conclusion
    let report = try #require(tables.texts(plan: try Invented.plan())["bao-cao.md"])
    #expect(report.contains(words))
  }

  @Test func `a correction list shows place, raw text and message, worst first`() throws {
    var tables = InventedTables.example
    tables.findings = [
      Finding(
        "odd",
        .note,
        at: Location(file: "2023/p2/bieu.csv", line: 9),
        sender: "p2",
        message: LocalisedText(vi: "nên xem", en: "look")
      ),
      Finding(
        "not-a-number",
        .error,
        at: Location(file: "2023/p2/bieu.csv", line: 7, column: 28),
        sender: "p2",
        field: "helped",
        found: "ba|",
        proposal: "3",
        message: LocalisedText(vi: "cần một số", en: "a number"),
        isSensitive: true
      ),
    ]
    let files = tables.texts(plan: try Invented.plan())
    let list = try #require(files["tra-lai/p2.md"])
    #expect(list.contains("### Không phải là số: cột AB “Cột helped”\n\nTệp: 2023/p2/bieu.csv\n"))
    #expect(list.contains("\n| 7 | 'ba\\|': cần một số | 3 |\n\nCách sửa: Chỉ ghi số"))
    let error = try #require(list.firstRange(of: "## Lỗi (1)"))
    let note = try #require(list.firstRange(of: "## Ghi chú (1)"))
    #expect(error.lowerBound < note.lowerBound)
    let table = try #require(files["tables/findings.csv"])
    #expect(!table.contains("ba|") && !table.contains(";3;"))
    #expect(table.contains(Sensitivity.withheld.vietnamese))
    #expect(files["tables/set_aside.csv"]?.contains(";ba;") == false)
  }

  @Test func `figures of others do not stand in a sender's list`() throws {
    var tables = InventedTables.example
    let conflict = ConflictRow(
      rule: "r",
      severity: .error,
      unit: "p2",
      year: 2023,
      sender: "office",
      elements: "year.need",
      values: "year.need=14",
      messageVi: "14 người",
      messageEn: "14",
      isSensitive: true
    )
    var own = conflict
    own.sender = "p2"
    tables.conflicts = [conflict, own]
    let files = tables.texts(plan: try Invented.plan())
    #expect(files["tra-lai/office.md"]?.contains("14 người") == false)
    #expect(files["tra-lai/p2.md"]?.contains("14 người") == true)
    #expect(files["bao-cao.md"]?.contains("14 người") == false)
    #expect(files["tables/conflicts.csv"]?.contains("14") == false)
  }

  @Test func `the same tables give the same bytes, and English too`() throws {
    let plan = try Invented.plan()
    #expect(
      InventedTables.example.files(plan: plan) == InventedTables.example.files(plan: plan)
    )
    let english = InventedTables.example.texts(plan: plan, language: .english)
    #expect(english["xa/p4.md"]?.contains("not reported") == true)
  }
}
