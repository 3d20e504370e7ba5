import Clean
import Diagnostics
import Ingest
import IngestPromises
import Plan
import StageFixtures
import Tables
import Testing

/// The header that DHIS2 gives data value sets in CSV.
private let dhis2 =
  "dataelement,period,orgunit,categoryoptioncombo,attributeoptioncombo,value,storedby,lastupdated,"
  + "comment,followup,deleted"

@Suite("Files with one figure a row")
struct LongFileTests {
  private func read(
    _ texts: [String],
    sender: String = "103"
  ) throws -> (input: IngestTables, output: CleanTables) {
    let plan = try fixturePlan()
    let files = texts.enumerated().map { index, text in
      SentFile(
        path: "2021/\(sender)/\(index).csv",
        year: 2021,
        sender: sender,
        contents: .memory(Array(text.utf8))
      )
    }
    let promises = try IngestPromises(plan, SentFileReader(plan), files, year: 2021)
    #expect(promises.broken == [])
    return (promises.input, promises.output)
  }

  private func row(_ element: String, _ value: String, deleted: String = "false") -> String {
    "\(element),2021,103,HllvX50cXC0,HllvX50cXC0,\(value),nguyenvana,2021-12-01T08:00:00.000+0000,"
      + "Hỏi bà Tám,false,\(deleted)"
  }

  @Test("each figure keeps its own line")
  func dataValueSet() throws {
    let (input, output) = try read([
      text(dhis2, [row("fbfJHSPpUQD", "12"), row("commune_year.dead", "1")])
    ])
    #expect(input.findings.isEmpty)
    let file = try #require(input.files.first)
    #expect(file.form == "commune_year" && file.status == .read && file.headerLine == 1)
    #expect(file.columns == "year=2 commune=3 dead=6 trees=6")
    let records = try output.records("commune_year")
    #expect(records.lines == [2, 3] && records.units == ["103", "103"])
    #expect(records.years == [2021, 2021])
    #expect(records.column("trees").number(0) == FixedDecimal(12))
    #expect(records.column("trees").missing(1) == .notReported)
    // A blank cell of the whole form would mean "none"; here nothing was said.
    #expect(records.column("dead").missing(0) == .notReported)
    #expect(records.column("dead").number(1) == FixedDecimal(1))
    #expect(output.codes.isEmpty)
    #expect(output.accounts.map(\.used) == [2])
  }

  @Test("user names and remarks are not read")
  func userNames() throws {
    let (input, output) = try read([text(dhis2, [row("commune_year.trees", "12")])])
    for file in input.stageFiles() + output.stageFiles() {
      let text = String(decoding: file.bytes, as: UTF8.self)
      #expect(!text.contains("nguyenvana") && !text.contains("Tám"), "\(file.name)")
    }
  }

  @Test("quoted, with fewer columns, and in Vietnamese")
  func layouts() throws {
    let quoted = "\"dataelement\",\"orgunit\",\"value\"\n\"commune_year.trees\",\"103\",\"12\"\n"
    #expect(try read([quoted]).output.accounts.map(\.used) == [1])
    let vietnamese = """
      BÁO CÁO CHỈ TIÊU
      STT;Đơn vị;Chỉ tiêu;Kỳ;Giá trị
      1;Xã Tân Hòa;Số cây;2021;1.200
      2;xã tân hoà;Có kế hoạch;Năm 2021;có
      3;X. Tân Hòa;Ngày ban hành;;05/06/2021
      ;;;;
      Người lập biểu
      """
    let (input, output) = try read([vietnamese])
    #expect(input.files.map(\.form) == ["commune_year"])
    let records = try output.records("commune_year")
    #expect(records.lines == [3, 4, 5])
    #expect(records.column("trees").number(0) == FixedDecimal(1200))
    #expect(records.column("approved").flag(1) == true)
    #expect(records.column("issued").date(2) == CalendarDate(year: 2021, month: 6, day: 5))
    #expect(output.accounts.map(\.layoutRows) == [4])
  }

  private struct Case: Sendable, CustomTestStringConvertible {
    var row: String
    var code: String
    var column: Int
    var sender = "103"
    var testDescription: String { code }
  }

  private static let faults = [
    Case(row: "commune_year.leaves,2021,103,,,4,a,,,,", code: "unknown-element", column: 1),
    // Somebody else's form.
    Case(row: "agency_year.classes,2021,103,,,4,a,,,,", code: "unknown-element", column: 1),
    Case(row: "commune_year.trees,2020,103,,,4,a,,,,", code: "wrong-period", column: 2),
    Case(row: "commune_year.trees,2021Q1,103,,,4,a,,,,", code: "wrong-period", column: 2),
    Case(
      row: "commune_year.trees,2021,103,Prlt0C1RF0s,,4,a,,,,",
      code: "category-combination",
      column: 4
    ),
    Case(
      row: "commune_year.trees,2021,103,,Prlt0C1RF0s,4,a,,,,",
      code: "category-combination",
      column: 5
    ),
    Case(row: "commune_year.trees,2021,103,,,4,a,,,,true", code: "deleted-value", column: 11),
    Case(
      row: "agency_year.classes,2021,103,,,4,a,,,,",
      code: "unit-not-plan",
      column: 3,
      sender: "office"
    ),
    Case(row: "commune_year.trees,2021,103,,,4,a,,,,,extra", code: "extra-cells", column: 12),
  ]

  @Test("a row that belongs to no form is set aside with its place", arguments: faults)
  private func rowsSetAside(_ test: Case) throws {
    let good =
      test.sender == "103" ? row("commune_year.dead", "1") : "agency_year.guides,2021,10,,,3,a,,,,"
    let (input, output) = try read([text(dhis2, [test.row, good])], sender: test.sender)
    let finding = input.findings.first { $0.code == test.code }
    #expect(
      finding?.location == Location(file: "2021/\(test.sender)/0.csv", line: 2, column: test.column)
    )
    #expect(output.accounts.map { [$0.used, $0.superseded, $0.setAside] } == [[1, 0, 1]])
    #expect(output.setAside.map(\.reason) == [test.code])
  }

  @Test("a figure given twice counts once, and a difference is told")
  func duplicates() throws {
    let (_, output) = try read([
      text(
        dhis2,
        [
          row("commune_year.trees", "12"), row("commune_year.trees", "12"),
          row("commune_year.dead", "1"), row("commune_year.dead", "2"),
        ]
      )
    ])
    #expect(output.accounts.map { [$0.used, $0.superseded] } == [[2, 2]])
    #expect(output.codes == ["duplicate-key"])
    #expect(try output.records("commune_year").lines == [3, 5])
  }

  @Test("a later figure corrects a whole row, and a later whole row replaces figures")
  func corrections() throws {
    let whole = text(header, [StageFixtureRow.row])
    let long = text(dhis2, [row("commune_year.trees", "15")])
    let corrected = try read([whole, long]).output
    // The figure stands before the row, so that it is found first.
    #expect(try corrected.records("commune_year").files == [2, 1])
    #expect(corrected.codes == ["corrected-figure"])
    let replaced = try read([long, whole]).output
    #expect(try replaced.records("commune_year").files == [2])
    #expect(replaced.accounts.map(\.superseded) == [1, 0])
  }

  @Test("rules see the figures of a unit together")
  func rules() throws {
    let (_, output) = try read([
      text(dhis2, [row("commune_year.trees", "12"), row("commune_year.dead", "20")])
    ])
    #expect(output.codes == ["dead-in-trees"])
    #expect(output.findings.first?.message.english == "20 dead of 12")
  }

  @Test("a number of a person in a column sets the file aside")
  func persons() throws {
    let (input, output) = try read([
      text(
        "dataelement,orgunit,value,Số CCCD",
        ["commune_year.trees,103,12,\(IngestPromises.plantedNumber)"]
      )
    ])
    #expect(input.files.map(\.reason) == ["personal-data"])
    #expect(output.accounts.map(\.setAside) == [2])
  }
}

/// A whole row of the commune's report.
private enum StageFixtureRow {
  static let row = "Xã Tân Hòa;2021;12;1;500000;85,5 %;có;Tốt;05/06/2021;"
}
