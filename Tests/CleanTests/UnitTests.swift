import Diagnostics
import StageFixtures
import Tables
import Testing

@testable import Clean

@Suite struct UnitTests {
  @Test(arguments: [
    ("103", UnitReading.unit("103")), ("Xã Tân Hòa", .unit("103")), ("XÃ TÂN HOÀ", .unit("103")),
    ("X.Tân Hòa", .unit("103")), ("UBND xã Tân Hòa", .unit("103")), ("Tân Hòa", .unit("103")),
    ("Tan Hoa", .unit("103")), ("xa Tan Hòa", .unit("103")), ("Xã Tân Hòa (NTM)", .unit("103")),
    ("Hòa Mới", .unit("103")), ("TT Lâm Sơn", .unit("101")), ("Xã Lâm Sơn", .unit("102")),
    ("104", .unit("0104")), ("Huyện Rừng", .unit("10")),
    ("Lâm Sơn", .ambiguous(["101", "102"])),
    ("Xã Bình Thành", .unknown(nearest: ["Xã Bình Thạnh"])),
    ("Xã Tân Hóa", .unknown(nearest: ["Xã Tân Hòa"])), ("Xã Xa Lạ", .unknown(nearest: [])),
    ("Xã Bình", .unknown(nearest: ["Xã Bình Thạnh"])),
  ])
  func spelling(_ text: String, reading: UnitReading) throws {
    let names = UnitNames(plan: try fixturePlan(), year: 2021)
    #expect(names.read(text, sender: "103") == reading)
  }

  @Test func theSenderSettlesItsOwnName() throws {
    let names = UnitNames(plan: try fixturePlan(), year: 2021)
    #expect(names.read("Lâm Sơn", sender: "102") == .unit("102"))
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var code: String
    var path: String
    var text: String
    var question: String = ""
    var testDescription: String { code }
  }

  static let cases: [Case] = [
    Case(code: "wrong-year", path: report, text: text(header, [row([1: "2020"])])),
    Case(code: "wrong-year", path: report, text: text(header, [row([1: "năm nay"])])),
    Case(code: "file-of-other-unit", path: report, text: text(header, [row([0: "Xã Lâm Sơn"])])),
    Case(
      code: "unknown-unit",
      path: report,
      text: text(header, [row([0: "Xã Tân Hóa"])]),
      question: "có phải là 'Xã Tân Hòa'?"
    ),
    Case(
      code: "ambiguous-unit",
      path: "2021/office/a.csv",
      text: text(survey, ["Lâm Sơn;5"]),
      question: "'Thị trấn Lâm Sơn', 'Xã Lâm Sơn'"
    ),
    Case(code: "missing-unit", path: "2021/office/a.csv", text: text(survey, ["-;5"])),
    Case(
      code: "missing-key",
      path: "2021/foresters/a.csv",
      text: text(visits, [";K1;05/06/2021"])
    ),
  ]

  @Test(arguments: cases)
  func rowSetAside(_ example: Case) throws {
    let tables = try clean([example.path: example.text]).output
    let finding = try #require(tables.findings.first { $0.code == example.code })
    #expect(finding.message.vietnamese.contains(example.question))
    #expect(tables.setAside.filter { $0.extent == .row }.map(\.reason) == [example.code])
    #expect(tables.records.allSatisfy { $0.count == 0 })
    #expect(tables.accounts.map(\.setAside) == [1])
    #expect(tables.accounts.allSatisfy { $0.closes })
  }

  @Test func theFolderSaysWhatTheRowLeavesOut() throws {
    let tables = try clean([report: text(header, [row([0: "", 1: ""])])]).output
    let records = try tables.records("commune_year")
    #expect(records.units == ["103"])
    #expect(records.column("commune").text(0) == "103")
    #expect(records.column("year").number(0) == FixedDecimal(2021))
    #expect(tables.codes.isEmpty)
  }
}

/// Units by code, by name, by both, and by the rest of their file.
@Suite struct UnitSettlingTests {
  @Test(arguments: [
    // Code and name in one cell, whichever comes first.
    ("0104 - Xã Bình Thạnh", UnitReading.unit("0104")), ("Xã Bình Thạnh (0104)", .unit("0104")),
    ("0104: Bình Thạnh", .unit("0104")), ("[0104] xã Bình Thạnh", .unit("0104")),
    // The code tells namesakes apart.
    ("101 - Lâm Sơn", .unit("101")), ("Lâm Sơn 102", .unit("102")),
    ("101 - Xã Lâm Sơn", .conflict(code: "101", name: ["102"])),
    ("103 - Lâm Sơn", .conflict(code: "103", name: ["101", "102"])),
    // A name that is no unit's is not overruled by the code, nor the other way round.
    ("103 - Xã Tân Hóa", .unknown(nearest: ["Xã Tân Hòa"])),
    ("999 - Xã Tân Hòa", .unknown(nearest: ["Xã Tân Hòa"])),
    // Numbers of rows, and codes that a spreadsheet took for numbers.
    ("1. Xã Tân Hòa", .unit("103")), ("2) Xã Tân Hòa", .unit("103")),
    ("103.0", .unit("103")), ("103,0", .unit("103")), ("103 xã", .unknown(nearest: ["Xã Tân Hòa"])),
    // An alias takes the prefixes of its unit.
    ("X. Tân Hoà Mới", .unit("103")), ("UBND xã Hòa Mới", .unit("103")),
    ("TÂN HÒA MỚI", .unit("103")),
    // A letter lost on the way is a question.
    ("Xã Tn Hòa", .unknown(nearest: ["Xã Tân Hòa"])),
  ])
  func reading(_ text: String, _ reading: UnitReading) throws {
    let names = UnitNames(plan: try fixturePlan(), year: 2021)
    #expect(names.read(text, sender: "") == reading)
  }

  /// Rows of a survey, the units of those used, and what is said.
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String { trap }
    var trap: String
    var rows: [String]
    var units: [String]
    var codes: [String]
  }

  static let cases: [Case] = [
    Case(
      trap: "one namesake in full leaves the other",
      rows: ["Thị trấn Lâm Sơn;1", "Lâm Sơn;2"],
      units: ["101", "102"],
      codes: ["unit-by-file"]
    ),
    Case(
      trap: "twice without a prefix: nobody knows which is which",
      rows: ["Thị trấn Lâm Sơn;1", "Lâm Sơn;2", "Lâm Sơn;3"],
      units: ["101"],
      codes: ["ambiguous-unit", "ambiguous-unit"]
    ),
    Case(
      trap: "alone it is one of the two",
      rows: ["Xã Tân Hòa;1", "Lâm Sơn;2"],
      units: ["103"],
      codes: ["ambiguous-unit"]
    ),
    Case(
      trap: "the district among its communes is a total, or a slip",
      rows: ["Xã Tân Hòa;1", "Huyện Rừng;3"],
      units: ["103"],
      codes: ["unit-of-other-level"]
    ),
    Case(
      trap: "a mark for the cell above is no unit",
      rows: ["Xã Tân Hòa;1", "nt;3"],
      units: ["103"],
      codes: ["ditto-mark"]
    ),
    Case(
      trap: "a code against a name",
      rows: ["101 - Xã Lâm Sơn;1"],
      units: [],
      codes: ["unit-conflict"]
    ),
  ]

  @Test(arguments: cases)
  func rows(_ example: Case) throws {
    let tables = try clean(["2021/office/a.csv": text(survey, example.rows)]).output
    #expect(try tables.records("survey").units == example.units)
    #expect(tables.codes == example.codes)
    #expect(tables.accounts.allSatisfy { $0.closes })
  }

  @Test func aDittoMarkIsAskedAboutWithTheCellAbove() throws {
    let files = ["2021/office/a.csv": text(survey, ["Xã Tân Hòa;1", "″;3", "nt;4"])]
    let findings = try clean(files).output.findings
    #expect(findings.map(\.proposal) == ["Xã Tân Hòa", "Xã Tân Hòa"])
  }
}

/// Keys whose leading noughts a spreadsheet has dropped.
@Suite struct LostZerosTests {
  @Test func aReferenceGetsTheNoughtsOfTheOneKey() throws {
    let tables = try clean([
      "2021/103/a.csv": text(
        groves,
        ["00070;Xã Tân Hòa;;1", "007;Xã Tân Hòa;;1", "07;Xã Tân Hòa;;1"]
      ),
      "2021/foresters/a.csv": text(visits, ["V1;70;01/02/2021", "V2;7;01/02/2021"]),
    ]).output
    // Two keys are the number 7, so that nothing is taken.
    #expect(tables.codes == ["lost-zeros", "unknown-reference"])
    #expect(try tables.records("visits").column("grove").text(0) == "00070")
    #expect(try tables.records("visits").column("grove").text(1) == "7")
  }

  @Test func keysOfOneListStayApart() throws {
    let tables = try clean([
      "2021/103/a.csv": text(
        groves,
        ["00070;Xã Tân Hòa;;1", "70;Xã Tân Hòa;;1", "71;Xã Tân Hòa;;1"]
      )
    ]).output
    #expect(tables.codes == ["lost-zeros"])
    #expect(tables.findings.map(\.proposal) == ["00070"])
    #expect(try tables.records("groves").count == 3)
  }

  @Test(arguments: [("1,2E+05", "damaged-key"), ("#REF!", "excel-error"), ("nt", "ditto-mark")])
  func aKeyThatIsNone(_ key: String, _ code: String) throws {
    let tables = try clean(["2021/103/a.csv": text(groves, ["\(key);Xã Tân Hòa;;1"])]).output
    #expect(tables.codes.sorted() == [code, "missing-key"].sorted())
    #expect(try tables.records("groves").count == 0)
  }

  @Test(arguments: ["12E05", "70", "K-1", "1.2.3"])
  func aKeyThatLooksLikeANumber(_ key: String) throws {
    let tables = try clean(["2021/103/a.csv": text(groves, ["\(key);Xã Tân Hòa;;1"])]).output
    #expect(tables.codes == [])
  }
}
