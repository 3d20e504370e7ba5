import Diagnostics
import StageFixtures
import Tables
import Testing

@testable import Ingest

/// Rows that are no data, and rows that stand wrong.
@Suite struct RowLayoutTests {
  static let groves = "STT;Mã khu rừng;Xã, thị trấn;Ngày lập;Diện tích"
  static let path = "2021/103/a.csv"

  private func read(_ rows: String...) throws -> IngestTables {
    try ingest([
      Self.path: ([Self.groves] + rows).joined(separator: "\n") + "\n", commune: goodFile,
    ])
  }

  private func kinds(_ tables: IngestTables) -> [NoteRow.Kind] {
    let file = tables.file(Self.path)?.file
    return tables.notes.filter { $0.file == file }.dropFirst().map(\.kind)
  }

  @Test func groupsAndTheirTotals() throws {
    let tables = try read(
      "I;Khu ven sông;;;",
      "1;K1;Xã Tân Hòa;05/06/2021;1,5",
      ";Cộng I;;;1,5",
      "B;Khối đồi;;;4",
      "2;K2;Xã Tân Hòa;05/06/2021;4",
      ";Xã Tân Hòa;;;",
      "3;K3;Xã Tân Hòa;05/06/2021;5",
      ";Tổng cộng;;;10,5"
    )
    #expect(kinds(tables) == [.group, .total, .total, .group, .total])
    #expect(tables.records("groves").lines == [3, 6, 8])
    #expect(tables.totals.map(\.line) == [4, 5, 9])
    #expect(tables.totals.map(\.text) == ["1,5", "4", "10,5"])
    #expect(tables.totals.map(\.isWhole) == [false, false, true])
    #expect(tables.totals.allSatisfy { $0.name == "area" && $0.column == 5 })
    #expect(tables.codes.isEmpty)
  }

  @Test func aNameAloneIsNoGroup() throws {
    // Its key may have been forgotten: clean says so.
    let tables = try read("1;K1;Xã Tân Hòa;05/06/2021;1", "2;;Khu đồi thông;;")
    #expect(tables.records("groves").lines == [2, 3])
  }

  static let lackingKeys = [
    "V;;Xã Tân Hòa;05/06/2021;1", "R-4;;;05/06/2021;1", "5;;;05/06/2021;", "II;;;05/06/2021;2",
    ";;Xã Tân Hòa;;", "7;Xã Tân Hòa;;;",
  ]

  @Test(arguments: lackingKeys)
  func aRowWithoutItsKeyIsNoGroup(_ row: String) throws {
    let tables = try read("1;K1;Xã Tân Hòa;05/06/2021;1", row)
    #expect(tables.records("groves").lines == [2, 3] && tables.totals.isEmpty)
  }

  @Test func remarksOverTheRowAreNotes() throws {
    let tables = try read(
      "1;K1;Xã Tân Hòa;05/06/2021;1",
      "Ghi chú:;;;;",
      "- K9 chưa đo;;;;",
      ";;;;",
      "+ K8 đã bán;;;;",
      "2;K2;Xã Tân Hòa;05/06/2021;1",
      "- K7;;;;",
      "Nguồn gốc;;;;"
    )
    #expect(kinds(tables) == [.remark, .remark, .blank, .remark])
    // Nothing tells that the last two are remarks: clean asks for their keys.
    #expect(tables.records("groves").lines == [2, 7, 8, 9])
  }

  @Test(arguments: [
    // A cell is lost among the figures.
    ("Xã Tân Hòa;2021;12;500000;85,5;có;Tốt;05/06/2021;;", true, "F"),
    // One fault alone, two that nothing explains, a row that is not moved as a whole.
    ("Xã Tân Hòa;2021;12;1;500000;85,5;có;Tốt;nhiều;", false, ""),
    ("Xã Tân Hòa;2021;12;nhiều;500000;85,5;có;Tốt;nhiều;", false, ""),
    ("Xã Tân Hòa;2021;12;500000;85,5;có;Tốt;05/06/2021;;Hạn hán", false, ""),
  ])
  func cellsThatMovedFromTheMiddleOn(_ row: String, _ isShifted: Bool, _ column: String) throws {
    let tables = try ingest([commune: "\(header)\n\(row)\n"])
    #expect(tables.codes == (isShifted ? ["shifted-row"] : []))
    let message = tables.findings.first?.message.english ?? ""
    #expect(message.contains("at or before column \(column)") == isShifted)
  }

  struct Shift: Sendable, CustomTestStringConvertible {
    var row: String
    var isShifted: Bool
    var testDescription: String { row }
  }

  static let shifts: [Shift] = [
    Shift(row: "K2;Xã Tân Hòa;05/06/2021;4", isShifted: true),
    Shift(row: "x;2;K2;Xã Tân Hòa;05/06/2021;4", isShifted: true),
    Shift(row: "2;K2;Xã Tân Hòa;05/06/2021;nhiều", isShifted: false),
    Shift(row: "2;K2;Xã Tân Hòa;không rõ;không", isShifted: false),
    Shift(row: "2;K2;103;1,5;5/6/2021", isShifted: false),
  ]

  @Test(arguments: shifts)
  func shiftedRows(_ example: Shift) throws {
    let tables = try read("1;K1;Xã Tân Hòa;05/06/2021;1", example.row)
    #expect(tables.records("groves").lines == (example.isShifted ? [2] : [2, 3]))
    #expect(tables.codes == (example.isShifted ? ["shifted-row"] : []))
    #expect(tables.findings.allSatisfy { $0.found.isEmpty && $0.location.line == 3 })
  }

  @Test func aHeaderBesideItsColumns() throws {
    let text =
      "Mã khu rừng;Xã, thị trấn;Ngày lập;Diện tích\n"
      + "1;K1;Xã Tân Hòa;05/06/2021;1\n2;K2;Xã Tân Hòa;05/06/2021;4\n"
    let tables = try ingest([Self.path: text, commune: goodFile])
    #expect(tables.codes == ["shifted-header"])
    #expect(tables.file(Self.path)?.status == .setAside)
  }

  @Test func whatStandsBelowSignaturesIsNotLost() throws {
    let tables = try read(
      "1;K1;Xã Tân Hòa;05/06/2021;1",
      ";;;Thủ trưởng;",
      ";;;Nguyễn Văn A;",
      ";K2;;;",
      ";;;;7"
    )
    #expect(tables.codes == ["row-below-signature", "row-below-signature"])
    #expect(tables.findings.map(\.location.line) == [5, 6])
    #expect(kinds(tables) == [.signature, .signature])
  }

  @Test func twoFormsInOneFile() throws {
    let text = """
      \(goodFile)Người lập biểu;Thủ trưởng
      Biểu 2: Danh sách
      Mã khu rừng;Xã, thị trấn;Ngày lập;Diện tích
      K1;Xã Tân Hòa;05/06/2021;1
      K2;Xã "Tân Hòa;05/06/2021;2

      """
    let tables = try ingest([commune: text])
    #expect(tables.files.map(\.form) == ["commune_year", "groves"])
    #expect(tables.files.map(\.file) == [1, 2] && tables.files.map(\.path) == [commune, commune])
    #expect(tables.files.map(\.records) == [3, 4])
    #expect(tables.files.map(\.headerLine) == [1, 5])
    #expect(tables.records("commune_year").lines == [2])
    #expect(tables.records("groves").lines == [6])
    #expect(tables.records("groves").files == [2])
    #expect(tables.codes == ["stray-quote"])
  }

  @Test func oneFormTwiceInOneFile() throws {
    let other = "Diện tích;Mã khu rừng;Xã, thị trấn;Ngày lập"
    let tables = try read(
      "1;K1;Xã Tân Hòa;05/06/2021;1",
      "",
      other,
      "4;K2;Xã Tân Hòa;05/06/2021",
      "Tổng cộng;;;4"
    )
    #expect(tables.records("groves").lines == [2])
    #expect(tables.codes == ["second-table"])
    #expect(tables.findings.map(\.location.line) == [5])
  }
}
