import Diagnostics
import Foundation
import GardenPlan
import Plan
import Testing

@Suite(.timeLimit(.minutes(1)))
struct UnitChangeTests {
  private static let header = "date,kind,from,to,share,basis,is_estimate,covered,source\n"

  /// Loads the garden with the changes beside it; V1 ends with 2019, V2 and V3 begin with 2020.
  private func load(_ changes: String) throws -> LoadedPlan {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "changes-\(ProcessInfo.processInfo.globallyUniqueString)")
    try FileManager.default.copyItem(atPath: GardenPlan.folder, toPath: folder.path)
    defer { try? FileManager.default.removeItem(at: folder) }
    let plan = folder.appending(path: "plan.json5")
    let text = try String(contentsOf: plan, encoding: .utf8)
    let line = "orgUnits: \"units.csv\","
    try #require(text.contains(line))
    try text.replacing(line, with: "\(line) orgUnitChanges: \"changes.csv\",")
      .write(to: plan, atomically: true, encoding: .utf8)
    let units = folder.appending(path: "units.csv")
    try String(contentsOf: units, encoding: .utf8)
      .replacing(
        "V1,Làng Một,village,village,R,2000-01-01,,",
        with: "V1,Làng Một,village,village,R,2000-01-01,2019-12-31,"
      )
      .replacing(
        "V2,Làng Hai,village,village,R,2000-01-01",
        with: "V2,Làng Hai,village,village,R,2020-01-01"
      )
      .replacing(
        "V3,Làng Ba,village,village,R,2000-01-01",
        with: "V3,Làng Ba,village,village,R,2020-01-01"
      )
      .write(to: units, atomically: true, encoding: .utf8)
    try changes.write(to: folder.appending(path: "changes.csv"), atomically: true, encoding: .utf8)
    return try loadPlan(folder.path)
  }

  @Test func `changes are read with their shares`() throws {
    let loaded = try load(
      Self.header + "2020-01-01,split,V1,V2,0.125,land-area,true,0.5,a map\n"
        + "2020-01-01,split,V1,V3,0.875,land-area,true,1,a map\n"
    )
    #expect(loaded.findings == [])
    let first = try #require(loaded.plan.unitChanges.first)
    #expect(first.kind == .split && first.from == "V1" && first.to == "V2")
    #expect(first.share == Share(1, of: 8) && first.covered == Share(1, of: 2))
    #expect(first.basis == .landArea && first.isEstimate)
    #expect(loaded.plan.unitChanges.count == 2)
  }

  struct Fault: Sendable, CustomTestStringConvertible {
    let row: String
    let code: String
    let column: Int
    var testDescription: String { row }
  }

  @Test(arguments: [
    Fault(row: "2020-13-01,merge,V1,V2,1,whole,false,1,s", code: "not-a-date", column: 1),
    Fault(row: "2020-01-01,melt,V1,V2,1,whole,false,1,s", code: "unknown-value", column: 2),
    Fault(row: "2020-01-01,merge,V9,V2,1,whole,false,1,s", code: "unknown-unit", column: 3),
    Fault(row: "1999-01-01,merge,V1,V2,1,whole,false,1,s", code: "unknown-unit", column: 3),
    Fault(row: "2020-01-01,merge,V2,V3,1,whole,false,1,s", code: "unknown-unit", column: 3),
    Fault(row: "2020-01-01,boundary,V1,V1,1,whole,false,1,s", code: "unknown-unit", column: 4),
    Fault(row: "2020-01-01,merge,V1,V9,1,whole,false,1,s", code: "unknown-unit", column: 4),
    Fault(row: "2020-01-01,merge,V1,V2,0,whole,false,1,s", code: "bad-share", column: 5),
    Fault(row: "2020-01-01,merge,V1,V2,1.5,whole,false,1,s", code: "bad-share", column: 5),
    Fault(row: "2020-01-01,merge,V1,V2,-1,whole,false,1,s", code: "bad-share", column: 5),
    Fault(row: "2020-01-01,merge,V1,V2,,whole,false,1,s", code: "bad-share", column: 5),
    Fault(row: "2020-01-01,merge,V1,V2,0.1234567891,whole,false,1,s", code: "bad-share", column: 5),
    Fault(row: "2020-01-01,merge,V1,V2,1e9,whole,false,1,s", code: "bad-share", column: 5),
    Fault(row: "2020-01-01,merge,V1,V2,1,guess,false,1,s", code: "unknown-value", column: 6),
    Fault(row: "2020-01-01,merge,V1,V2,1,whole,perhaps,1,s", code: "unknown-value", column: 7),
    Fault(row: "2020-01-01,merge,V1,V2,1,whole,false,2,s", code: "bad-share", column: 8),
  ])
  func `a wrong row is a finding with its place`(_ fault: Fault) throws {
    let loaded = try load("\(Self.header)\(fault.row)\n")
    let finding = try #require(loaded.findings.first)
    #expect(loaded.findings.count == 1)
    #expect(finding.code == fault.code)
    #expect(finding.location.line == 2 && finding.location.column == fault.column)
    #expect(loaded.plan.unitChanges.isEmpty)
  }

  @Test func `what a unit hands over must be all of it`() throws {
    let loaded = try load("\(Self.header)2020-01-01,split,V1,V2,0.5,persons,false,1,s\n")
    #expect(loaded.findings.map(\.code) == ["shares-not-whole"])
    #expect(loaded.findings.first?.found == "2020-01-01 V1: 1/2")
  }

  @Test func `a table without its header, or none, is a finding`() throws {
    #expect(try load("").findings.map(\.code) == ["wrong-header"])
    #expect(try load("from,to\nV1,V2\n").findings.map(\.code) == ["wrong-header"])
  }
}

@Suite(.timeLimit(.minutes(1)))
struct ShareTests {
  @Test func `thirds sum to the whole exactly`() throws {
    let third = try #require(Share(1, of: 3))
    #expect(Share.sumToWhole([third, third, third]))
    #expect(!Share.sumToWhole([third, third]))
    #expect(!Share.sumToWhole([]))
    #expect(third.plus(third)?.description == "2/3")
    #expect(third.of(third)?.description == "1/9")
  }

  @Test func `no share is nothing, more than the whole, or too fine to hold`() throws {
    for (over, under) in [(0, 1), (2, 1), (-1, 2), (1, 0), (1, -2), (.min, .min)] {
      #expect(Share(over, of: under) == nil)
    }
    let fine = try #require(Share(1, of: .max))
    #expect(fine.of(fine) == nil)
    #expect(Share.whole.plus(.whole) == nil)
    #expect(fine < .whole && !(Share.whole < fine))
  }
}
