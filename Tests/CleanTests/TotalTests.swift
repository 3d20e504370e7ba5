import Diagnostics
import Tables
import Testing

/// Rows of totals, and yearly figures in parts.
@Suite struct TotalTests {
  static let path = "2021/foresters/a.csv"

  private func area(_ rows: String...) throws -> [Finding] {
    let (_, tables) = try clean([report: text(header, [row()]), Self.path: text(groves, rows)])
    #expect(tables.accounts.allSatisfy { $0.closes })
    return tables.findings
  }

  private static func grove(_ number: Int, _ area: String) -> String {
    "K\(number);Xã Tân Hòa;05/06/2021;\(area)"
  }

  @Test func aTotalIsComparedWithItsRows() throws {
    let rows = [Self.grove(1, "1,5"), Self.grove(2, "2,25")]
    #expect(try area(rows[0], rows[1], "Tổng cộng;;;3,75").isEmpty)
    let finding = try #require(try area(rows[0], rows[1], "Tổng cộng;;;4").first)
    #expect(finding.code == "total-differs")
    #expect(finding.location.line == 4 && finding.location.column == 4)
    #expect(finding.found == "4" && finding.field == "area")
    #expect(
      finding.message.english == "found the total 4 for 'Diện tích', expected 3.75, "
        + "the sum of 2 rows; difference 0.25"
    )
    #expect(
      finding.message.vietnamese
        == "hàng tổng ghi 'Diện tích' là 4, cộng 2 hàng được 3,75, lệch 0,25"
    )
  }

  @Test(.timeLimit(.minutes(1))) func manyTotalsTakeNoSquareOfTheirNumber() throws {
    let rows = (1...8000).flatMap { [Self.grove($0, "1"), "Cộng;;;\($0 == 8000 ? 50 : 1)"] }
    let tables = try clean([report: text(header, [row()]), Self.path: text(groves, rows)]).output
    #expect(tables.findings.map(\.code) == ["total-differs"])
    #expect(tables.findings.first?.location.line == 16_001)
  }

  @Test func blankAndUnreadCellsAreTold() throws {
    let findings = try area(Self.grove(1, "1"), Self.grove(2, ""), "Tổng cộng;;;4")
    let finding = try #require(findings.first { $0.code == "total-differs" })
    #expect(finding.message.english.hasSuffix("; 1 cells are blank or could not be read"))
  }

  @Test(arguments: ["\"K2;Xã Tân Hòa;05/06/2021;2", "K2;Xã Tân Hòa;05/06/2021;2;thừa"])
  func aTotalIsNotComparedWithoutARowThatIsBroken(_ broken: String) throws {
    #expect(try area(Self.grove(1, "1"), broken, "Tổng cộng;;;4").isEmpty)
    let whole = try area(Self.grove(1, "1"), Self.grove(2, "2"), "Tổng cộng;;;4")
    #expect(whole.map(\.code) == ["total-differs"])
  }

  @Test func totalsAreReadByTheHabitOfTheirFile() throws {
    // 1.5 shows points for decimals, so that 1.125 and 2.625 are no thousands.
    let rows = [Self.grove(1, "1.5"), Self.grove(2, "1.125")]
    let right = try area(rows[0], rows[1], "Tổng cộng;;;2.625")
    #expect(!right.contains { $0.code == "total-differs" })
    let finding = try #require(
      try area(rows[0], rows[1], "Tổng cộng;;;2.626").first { $0.code == "total-differs" }
    )
    #expect(finding.message.english.contains("expected 2.625"))
  }

  @Test func aRowThatStandsTwiceMayBeAddedUpOnce() throws {
    let rows = [Self.grove(1, "1"), Self.grove(1, "1"), Self.grove(2, "2")]
    for total in ["3", "4"] {
      #expect(try area(rows[0], rows[1], rows[2], "Tổng cộng;;;\(total)").isEmpty)
    }
    let codes = try area(rows[0], rows[1], rows[2], "Tổng cộng;;;5").map(\.code)
    #expect(codes == ["total-differs"])
  }

  @Test func aSubtotalIsComparedWithItsGroup() throws {
    let lines = [
      "I. Ven sông;;;", Self.grove(1, "1"), Self.grove(2, "2"), "Cộng;;;3", "II. Đồi;;;",
      Self.grove(3, "4"), "Cộng;;;4", "Tổng cộng;;;7",
    ]
    #expect(
      try area(lines[0], lines[1], lines[2], lines[3], lines[4], lines[5], lines[6], lines[7])
        .isEmpty
    )
    let findings = try area(
      lines[0],
      lines[1],
      lines[2],
      "Cộng;;;3",
      lines[4],
      lines[5],
      "Cộng;;;5",
      "Tổng cộng;;;7"
    )
    #expect(findings.map(\.code) == ["total-differs"])
    #expect(findings.map(\.location.line) == [8])
    #expect(findings.first?.message.english.contains("expected 4, the sum of 1 rows") == true)
    // A total of all that adds up only the last group is wrong, though it equals a group.
    let whole = try area(
      lines[0],
      lines[1],
      lines[2],
      lines[3],
      lines[4],
      lines[5],
      lines[6],
      "Tổng cộng;;;4"
    )
    #expect(whole.map(\.location.line) == [9])
  }

  @Test func totalsAreNeverCountedAndSensitiveOnesAreMarked() throws {
    let (input, tables) = try clean([report: text(header, [row(), "Tổng cộng;;13;1;;85,5"])])
    #expect(try tables.records("commune_year").count == 1)
    #expect(input.totals.map(\.name) == ["trees", "dead"])
    #expect(tables.codes == ["total-differs"])
    #expect(tables.findings.allSatisfy { $0.isSensitive })
  }

  struct Parts: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var cells: String
    var value: Int64?
    var missing: MissingReason?
    var codes: [String] = []
    var columns: [Int?] = []
  }

  static let parts: [Parts] = [
    Parts(testDescription: "all parts", cells: "1;2;3;4", value: 10),
    Parts(testDescription: "no case in one", cells: "1;không phát sinh;3;4", value: 8),
    Parts(
      testDescription: "no case at all",
      cells: "không phát sinh;không phát sinh;không phát sinh;không phát sinh",
      missing: .noCase
    ),
    Parts(
      testDescription: "a part lacking",
      cells: "1;2;;4",
      missing: .notReported,
      codes: ["missing-part"],
      columns: [5]
    ),
    Parts(
      testDescription: "a part illegible",
      cells: "1;hai;3;4",
      missing: .illegible,
      codes: ["missing-part", "not-a-number"],
      columns: [4, 4]
    ),
    Parts(testDescription: "nothing reported", cells: ";;;", missing: .notReported),
  ]

  private static let wide = header.replacing(
    "Số cây;",
    with: "Số cây quý I;Số cây quý II;Số cây Q3;Số cây Q4;"
  )

  @Test(arguments: parts)
  func partsMakeTheYear(_ example: Parts) throws {
    let (input, tables) = try clean([
      report: text(Self.wide, [row([2: example.cells, 3: "0"])])
    ])
    let column = try tables.records("commune_year").column("trees")
    #expect(column.number(0) == example.value.map { FixedDecimal($0) })
    #expect(column.missing(0) == example.missing)
    #expect(tables.codes.sorted() == example.codes)
    #expect(tables.findings.map(\.location.column) == example.columns)
    #expect(tables.findings.allSatisfy { $0.isSensitive })
    #expect(input.files.first?.fieldColumns["trees.quarters.3"] == 5)
  }

  @Test func aColumnOfPartsThatIsLackingMakesNoYear() throws {
    let (_, tables) = try clean([
      report: text(header.replacing("Số cây;", with: "Số cây quý I;"), [row([2: "5", 3: "0"])])
    ])
    #expect(try tables.records("commune_year").column("trees").missing(0) == .notReported)
    #expect(tables.codes == ["missing-part"])
    #expect(tables.findings.first?.message.english.contains("Quý II, Quý III, Quý IV") == true)
  }

  @Test(arguments: [("10", true), ("11", false)])
  func theYearsOwnColumnIsUsed(_ year: String, _ agrees: Bool) throws {
    let both = Self.wide.replacing("Số cây quý I;", with: "Số cây;Số cây quý I;")
    let (_, tables) = try clean([report: text(both, [row([2: "\(year);1;2;3;4", 3: "0"])])])
    let trees = try tables.records("commune_year").column("trees")
    #expect(trees.number(0) == FixedDecimal(year))
    #expect(tables.codes == (agrees ? [] : ["parts-differ"]))
    #expect(tables.findings.map(\.found) == (agrees ? [] : [year]))
  }
}
