import Diagnostics
import Tables
import Testing

/// Columns read by what the other cells of their file show.
@Suite struct HabitTests {
  /// Shares and costs of a list, and what becomes of the shares.
  struct NumberCase: Sendable, CustomTestStringConvertible {
    var testDescription: String { trap }
    var trap: String
    var areas: [String]
    var values: [String?]
    var codes: [String]
  }

  static let numbers: [NumberCase] = [
    NumberCase(
      trap: "a column that writes decimal commas: the point parts thousands",
      areas: ["1.200", "12,5"],
      values: ["1200", "12.5"],
      codes: ["read-by-habit"]
    ),
    NumberCase(
      trap: "evidence below the cell counts like evidence above it",
      areas: ["85.5", "1.200", "2.540"],
      values: ["85.5", "1.2", "2.54"],
      codes: ["read-by-habit"]
    ),
    NumberCase(
      trap: "points between thousands show the comma",
      areas: ["1.250.000", "1,200"],
      values: ["1250000", "1.2"],
      codes: ["read-by-habit"]
    ),
    NumberCase(
      trap: "nothing shows a habit: the Vietnamese way, with a question for each",
      areas: ["1.200", "1,200"],
      values: ["1200", "1.2"],
      codes: ["ambiguous-number", "ambiguous-number"]
    ),
    NumberCase(
      trap: "both ways in one column: what can be read twice is not read",
      areas: ["12,5", "85.5", "1.200"],
      values: ["12.5", "85.5", nil],
      codes: ["ambiguous-number"]
    ),
    NumberCase(
      trap: "a text is no evidence",
      areas: ["1.200", "khoảng 12,5"],
      values: ["1200", nil],
      codes: ["approximate-number", "ambiguous-number"]
    ),
  ]

  @Test(arguments: numbers)
  func numbersByHabit(_ example: NumberCase) throws {
    let rows = example.areas.enumerated().map { "K\($0);Xã Tân Hòa;;\($1)" }
    let tables = try clean(["2021/103/a.csv": text(groves, rows)]).output
    let column = try tables.records("groves").column("area")
    #expect((0..<rows.count).map { column.number($0)?.description } == example.values)
    #expect(tables.codes == example.codes)
  }

  @Test func aHabitIsExplainedByACell() throws {
    let rows = ["K1;Xã Tân Hòa;;1.200", "K2;Xã Tân Hòa;;2.400", "K3;Xã Tân Hòa;;12,5"]
    let finding = try #require(
      clean(["2021/103/a.csv": text(groves, rows)]).output.findings.first
    )
    // Said once for the column, at its first cell.
    #expect(finding.location == Location(file: "2021/103/a.csv", line: 2, column: 4))
    #expect(finding.severity == .note)
    #expect(finding.proposal == "1200")
    #expect(
      finding.message.vietnamese.contains("(2 ô như vậy); ô khác của cột viết '12,5' (dòng 4)")
    )
    #expect(finding.message.english.contains("another cell of the column has '12,5' (line 4)"))
  }

  /// A report of one row: the habit stands in its other columns.
  @Test(
    arguments: [
      // The share shows a comma, so that the point of the cost parts thousands.
      (["85,5", "1.200"], "1200", []),
      (["85.5", "1,200"], "1200", ["read-by-habit"]),
      // Money has no such fraction, but the file writes commas before fractions.
      (["85,5", "1,200"], "1200", ["against-habit"]),
      (["85", "1,200"], "1200", ["ambiguous-number"]),
    ] as [([String], String, [String])]
  )
  func habitsOfTheFile(_ cells: [String], _ cost: String, _ codes: [String]) throws {
    let tables = try clean([report: text(header, [row([4: cells[1], 5: cells[0]])])]).output
    #expect(try tables.records("commune_year").column("cost").number(0)?.description == cost)
    #expect(tables.codes == codes)
  }

  @Test func filesHaveHabitsOfTheirOwn() throws {
    let tables = try clean([
      "2021/103/a.csv": text(groves, ["K1;Xã Tân Hòa;;1.200", "K2;Xã Tân Hòa;;12,5"]),
      "2021/102/a.csv": text(groves, ["K3;Xã Lâm Sơn;;1.200", "K4;Xã Lâm Sơn;;12.5"]),
    ]).output
    let records = try tables.records("groves")
    #expect(
      (0..<4).map { records.column("area").number($0)?.description } == [
        "1.2", "12.5", "1200", "12.5",
      ]
    )
  }

  @Test func aSensitiveCellIsNotShownBesideAnother() throws {
    // The trees of the fixture are sensitive; the cost is not.
    let cells = row([2: "1.250.000", 4: "1,200", 5: "85"])
    let finding = try #require(clean([report: text(header, [cells])]).output.findings.first)
    #expect(finding.code == "against-habit")
    #expect(!finding.message.vietnamese.contains("1.250.000"))
    #expect(finding.message.vietnamese.contains("cột 'Số cây' của tệp"))
  }

  /// Dates of a list, and what becomes of them.
  struct DateCase: Sendable, CustomTestStringConvertible {
    var testDescription: String { trap }
    var trap: String
    var cells: [String]
    var values: [String?]
    var codes: [String]
  }

  static let dates: [DateCase] = [
    DateCase(
      trap: "nothing shows an order: the day comes first",
      cells: ["05/06/2021", "07/08/2021"],
      values: ["2021-06-05", "2021-08-07"],
      codes: []
    ),
    DateCase(
      trap: "two dates with the month first and none against: the whole column has it first",
      cells: ["05/13/2021", "05/06/2021", "12/25/2020", "04/04/2021"],
      values: ["2021-05-13", "2021-05-06", "2020-12-25", "2021-04-04"],
      codes: ["month-first-date", "month-first-date", "month-first-date"]
    ),
    DateCase(
      trap: "one such date may be a slip: nothing that can be read twice is read",
      cells: ["05/13/2021", "05/06/2021", "04/04/2021", "2021-06-05"],
      values: [nil, nil, "2021-04-04", "2021-06-05"],
      codes: ["impossible-date", "ambiguous-date"]
    ),
    DateCase(
      trap: "the same slip twice is one",
      cells: ["05/13/2021", "05/13/2021", "05/06/2021"],
      values: [nil, nil, nil],
      codes: ["impossible-date", "impossible-date", "ambiguous-date"]
    ),
    DateCase(
      trap: "both orders: the day comes first, and one finding for the column",
      cells: ["25/12/2020", "12/31/2020", "05/06/2021"],
      values: ["2020-12-25", nil, "2021-06-05"],
      codes: ["impossible-date", "mixed-date-order"]
    ),
    DateCase(
      trap: "a day that no order has proves nothing",
      cells: ["31/02/2021", "05/06/2021"],
      values: [nil, "2021-06-05"],
      codes: ["impossible-date"]
    ),
    DateCase(
      trap: "a spreadsheet's empty date is no date of 1899",
      cells: ["0", "00/01/1900", ""],
      values: [nil, nil, nil],
      codes: ["empty-date", "empty-date"]
    ),
  ]

  @Test(arguments: dates)
  func datesByEvidence(_ example: DateCase) throws {
    let rows = example.cells.enumerated().map { "K\($0);Xã Tân Hòa;\($1);1" }
    let tables = try clean(["2021/103/a.csv": text(groves, rows)]).output
    let column = try tables.records("groves").column("opened")
    #expect((0..<rows.count).map { column.date($0)?.description } == example.values)
    #expect(tables.codes == example.codes)
    #expect(tables.accounts.allSatisfy { $0.closes && $0.used == rows.count })
  }

  @Test func datesOfTheOtherOrderAreProposedInOurs() throws {
    let rows = ["K1;Xã Tân Hòa;05/13/2021;1", "K2;Xã Tân Hòa;05/14/2021;1"]
    let findings = try clean(["2021/103/a.csv": text(groves, rows)]).output.findings
    #expect(findings.map(\.proposal) == ["13/05/2021", "14/05/2021"])
  }

  /// 43102 is 2 January 2018 with the epoch of 1900, and 3 January 2022 less a year with 1904's.
  @Test(
    arguments: [
      // Four years and a day early, all of them: asked about, still read with the usual epoch.
      (["42890", "42900"], ["date-of-another-year", "date-of-another-year", "serial-1904"]),
      // One of the year itself: the workbook counts from 1900.
      (["42890", "44352"], ["date-of-another-year"]),
      (["44352"], []),
    ] as [([String], [String])]
  )
  func serialsOf1904(_ cells: [String], _ codes: [String]) throws {
    let rows = cells.enumerated().map { "V\($0);;\($1)" }
    let files = ["2021/foresters/a.csv": text(visits, rows)]
    let tables = try clean(files, requiring: "day").output
    #expect(tables.codes.sorted() == codes.sorted())
    #expect(
      try tables.records("visits").column("day").date(0)?.year == (codes.isEmpty ? 2021 : 2017)
    )
  }

  @Test func datesAfterTheReceiptAreAskedAbout() throws {
    let path = "2021/103/a.csv"
    let tables = try clean([
      path: text(groves, ["K1;Xã Tân Hòa;21/12/2021;1", "K2;Xã Tân Hòa;20/12/2021;1"]),
      "receipts.csv": receipts([path: 20]),
    ]).output
    #expect(tables.codes == ["date-after-receipt"])
    #expect(tables.findings.map(\.location.line) == [2])
  }

  /// Answers of a list of reports, and whether blanks are asked about.
  @Test(
    arguments: [
      (["x", ""], ["marks-only"]), (["✓", "X", "", ""], ["marks-only"]),
      // Without a blank, or with a word for no, the file says what it means.
      (["x", "x"], []), (["x", "", "không"], []), (["có", ""], []), (["", ""], []),
    ] as [([String], [String])]
  )
  func marksOnly(_ answers: [String], _ codes: [String]) throws {
    let rows = answers.enumerated().map { row([0: "", 1: "", 6: $1, 2: "\($0)", 3: "0"]) }
    // All rows are the commune's own, so that the last is used; the others show the habit too.
    let tables = try clean([report: text(header, rows)]).output
    #expect(tables.codes.filter { $0 == "marks-only" } == codes)
  }
}
