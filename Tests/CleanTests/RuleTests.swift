import Diagnostics
import Tables
import Testing

@Suite struct RuleTests {
  @Test(arguments: [("13", ["dead-in-trees"]), ("12", []), ("đang tổng hợp", [])])
  func rowRule(_ dead: String, codes: [String]) throws {
    let tables = try clean([report: text(header, [row([3: dead])])]).output
    #expect(tables.codes == codes)
    #expect(try tables.records("commune_year").count == 1)
    guard let finding = tables.findings.first else { return }
    #expect(finding.message.vietnamese == "Số cây chết 13 lớn hơn số cây 12")
    #expect(finding.message.english == "13 dead of 12")
    #expect(finding.sender == "103")
    #expect(finding.location == Location(file: report, line: 2, column: 4))
    #expect(finding.isSensitive)
  }

  /// Both or neither of two fields; "không phát sinh" is an answer, an empty cell is none.
  @Test(arguments: [
    ("12", "1", 0), ("12", "đang tổng hợp", 1), ("đang tổng hợp", "đang tổng hợp", 0),
    ("đang tổng hợp", "không phát sinh", 1), ("không phát sinh", "0", 0),
  ]) func pairOfFields(_ trees: String, _ cost: String, broken: Int) throws {
    let rule = #"""
      { id: "trees-with-cost", form: "commune_year", severity: "warning",
        pair: "compulsory", left: "trees", right: "cost", message: "{trees} và {cost}" },
      """#
    let tables = try clean([report: text(header, [row([2: trees, 3: "0", 4: cost])])], rules: rule)
      .output
    #expect(tables.codes.count { $0 == "trees-with-cost" } == broken)
    let finding = tables.findings.first { $0.code == "trees-with-cost" }
    #expect(
      finding.map(\.location) == (broken == 0 ? nil : Location(file: report, line: 2, column: 3))
    )
  }

  /// No such case is a 0 in a row's rule as it is between forms.
  @Test func noSuchCaseCountsAsNought() throws {
    let tables = try clean([report: text(header, [row([2: "không phát sinh", 3: "1"])])]).output
    #expect(tables.codes.contains("dead-in-trees"))
  }

  @Test func referencesAreLookedUpInTheSameYear() throws {
    let list = text(visits, ["V1;k1;05/06/2021", "V2;K7;05/06/2021", "V3;;05/06/2021"])
    let tables = try clean([
      "2021/foresters/visits.csv": list, "2020/foresters/visits.csv": list,
      "2021/103/a.csv": text(groves, ["K1;Xã Tân Hòa;;1"]),
    ]).output
    #expect(tables.codes == ["unknown-reference", "unknown-reference"])
    // Nobody sent the list of 2020; one finding says so.
    #expect(tables.findings.map(\.location.line) == [nil, 3])
    #expect(tables.findings.map(\.found) == ["", "K7"])
    #expect(try tables.records("visits").count == 6)
  }
}
