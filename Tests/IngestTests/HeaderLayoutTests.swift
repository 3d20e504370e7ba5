import Diagnostics
import StageFixtures
import Tables
import Testing

@testable import Ingest

/// Headers as they really stand: numbered, with units, in two rows, in parts of the year.
@Suite struct HeaderLayoutTests {
  private static let names = [
    "commune", "year", "trees", "dead", "cost", "rate", "approved", "class", "issued", "remarks",
  ]

  /// `field=column` of the fields in their usual places, but for some.
  private static func usual(_ changes: [String: String] = [:]) -> String {
    names.enumerated().map { changes[$1] ?? "\($1)=\($0 + 1)" }.joined(separator: " ")
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var text: String
    var columns: String
    var line = 1
    var rows: [Int] = [2]
    var codes: [String] = []
  }

  private static func headed(_ old: String, _ new: String) -> String {
    goodFile.replacing(old, with: new)
  }

  static let cases: [Case] = [
    Case(
      testDescription: "numbers before headers",
      text: headed("Số cây;Số cây chết", "1. Số cây;2.1) Số cây chết"),
      columns: usual()
    ),
    Case(
      testDescription: "footnote marks and formulas",
      text: headed("Số cây;Số cây chết", "Số cây (*);Số cây chết¹ (4=2+3)"),
      columns: usual()
    ),
    Case(
      testDescription: "line break within a cell, the year reported",
      text: headed(";Số cây;", ";\"SỐ\nCÂY năm 2021\";"),
      columns: usual(),
      rows: [3]
    ),
    Case(
      testDescription: "another year is another figure",
      text: headed(";Số cây chết;", ";Số cây chết năm 2020;"),
      columns: usual(["dead": "-"]).replacing(" -", with: ""),
      codes: ["unknown-column", "missing-column"]
    ),
    Case(
      testDescription: "units of the field, scaled where the header says so",
      text: headed("Kinh phí;Tỷ lệ sống", "Kinh phí (ĐVT: nghìn đồng);Tỷ lệ sống (%)"),
      columns: usual(["cost": "cost=5*1000"])
    ),
    Case(
      testDescription: "a unit of another kind",
      text: headed("Kinh phí", "Kinh phí (người)"),
      columns: usual(["cost": "-"]).replacing(" -", with: ""),
      codes: ["unknown-column", "missing-column"]
    ),
    Case(
      testDescription: "a group over its parts, others merged downward",
      text: """
        Xã, thị trấn;Năm;Kết quả;;Kinh phí;Tỷ lệ sống;Có kế hoạch;Loại;Ngày ban hành;Khó khăn
        ;;Số cây;Số cây chết;;;;;;
        \(row)

        """,
      columns: usual(),
      rows: [3]
    ),
    Case(
      testDescription: "a group whose words belong to the header, with units in a third row",
      text: """
        Xã, thị trấn;Năm;Số cây;Số cây;Kinh phí;Tỷ lệ sống;Có kế hoạch;Loại;Ngày;Khó khăn
        Xã, thị trấn;Năm;Tổng cộng;chết;Kinh phí;Tỷ lệ sống;Có kế hoạch;Loại;ban hành;Khó khăn
        ;;;;(triệu đồng);(%);;;;
        (1);(2);(3);(4);(5);(6);(7);(8);(9);(10)
        \(row)

        """,
      columns: usual(["cost": "cost=5*1000000"]),
      line: 3,
      rows: [5]
    ),
    Case(
      testDescription: "quarters under a group",
      text: """
        Xã, thị trấn;Năm;Số cây;;;;Số cây chết;Kinh phí;Tỷ lệ sống;Có kế hoạch;Loại
        ;;Quý I;Quý II;Q3;Q4;;;;;
        Xã Tân Hòa;2021;1;2;3;4;1;5;6;có;Tốt

        """,
      columns: "commune=1 year=2 trees.quarters.1=3 trees.quarters.2=4 trees.quarters.3=5 "
        + "trees.quarters.4=6 dead=7 cost=8 rate=9 approved=10 class=11",
      line: 2,
      rows: [3],
      codes: ["missing-column", "missing-column"]
    ),
    Case(
      testDescription: "quarters in one header, either way round",
      text: headed("Số cây;", "Số cây quý I;Quý II: Số cây;").replacing(";12;", with: ";6;6;"),
      columns: "commune=1 year=2 trees.quarters.1=3 trees.quarters.2=4 dead=5 cost=6 rate=7 "
        + "approved=8 class=9 issued=10 remarks=11"
    ),
    Case(
      testDescription: "one name under two groups",
      text: """
        Xã, thị trấn;Năm;Khu A;;Khu B;;Tỷ lệ sống;Có kế hoạch;Loại;Ngày ban hành
        ;;Số cây;Kinh phí;Số cây;Số cây chết;;;;
        Xã Tân Hòa;2021;1;2;3;4;5;có;Tốt;05/06/2021

        """,
      columns: "commune=1 year=2 cost=4 dead=6 rate=7 approved=8 class=9 issued=10",
      line: 2,
      rows: [3],
      codes: [
        "ambiguous-column", "ambiguous-column", "missing-column", "missing-column",
      ]
    ),
    Case(
      testDescription: "a group that is not about the year",
      text: """
        Xã, thị trấn;Năm;Số cây;Cùng kỳ năm trước;Kinh phí;Tỷ lệ sống;Có kế hoạch;Loại
        ;;;Số cây chết;;;;
        Xã Tân Hòa;2021;1;2;3;4;có;Tốt

        """,
      columns: "commune=1 year=2 trees=3 cost=5 rate=6 approved=7 class=8",
      rows: [3],
      codes: ["unknown-column", "missing-column", "missing-column", "missing-column"]
    ),
  ]

  @Test(arguments: cases)
  func header(_ example: Case) throws {
    let tables = try ingest([commune: example.text])
    let file = try #require(tables.file(commune))
    #expect(file.columns == example.columns)
    #expect(tables.records("commune_year").lines == example.rows)
    #expect(tables.codes.sorted() == example.codes.sorted())
    #expect(file.layoutRows + example.rows.count == file.records)
  }

  @Test func headersInTwoRowsAreKnownOnEachPage() throws {
    let head = """
      Biểu 1: Kết quả;;;
      Mã khu rừng;Vị trí;;Diện tích
      ;Xã, thị trấn;Ngày lập;
      """
    let text = """
      \(head)
      (1);(2);(3);(4)
      K1;Xã Tân Hòa;05/06/2021;1
      Trang 1;;;
      \(head)
      (1);(2);(3);(4)
      K2;Xã Tân Hòa;05/06/2021;2

      """
    let tables = try ingest(["2021/103/a.csv": text])
    #expect(tables.records("groves").lines == [5, 11])
    #expect(
      tables.notes.map(\.kind) == [
        .title, .header, .header, .numbering, .title, .title, .header, .header, .numbering,
      ]
    )
    #expect(tables.codes.isEmpty)
  }

  @Test func unitsThatTheFormDoesNotKnowAreNoRow() throws {
    let text = goodFile.replacing("\n\(row)", with: "\n;;(cây);(cây);;;;;;\n\(row)")
    let tables = try ingest([commune: text])
    #expect(tables.records("commune_year").lines == [3])
    #expect(tables.codes.isEmpty)
  }

  @Test func personsUnderAGroupAreSeen() throws {
    let text = """
      Mã khu rừng;Xã, thị trấn;Ngày lập;Diện tích;Chủ rừng;
      ;;;;Họ và tên;Năm sinh
      K1;Xã Tân Hòa;05/06/2021;1;Nguyễn Văn A;1980

      """
    let tables = try ingest(["2021/103/a.csv": text, commune: goodFile])
    #expect(tables.codes == ["personal-data"])
    let written = tables.stageFiles().map { String(decoding: $0.bytes, as: UTF8.self) }
    #expect(written.allSatisfy { !$0.contains("Nguyễn") })
  }
}
