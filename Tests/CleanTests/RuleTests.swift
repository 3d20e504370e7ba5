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
