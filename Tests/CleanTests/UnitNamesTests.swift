import Foundation
import Plan
import Testing

@testable import Clean

@Suite struct UnitNamesTests {
  /// A country's spellings are folded by several threads.
  @Test func threadsChangeNothingAboutNames() throws {
    let plan = try loadPlan(
      URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "pipelines/national").path
    ).plan
    let (alone, together) = (
      UnitNames(plan: plan, year: 2024), UnitNames(plan: plan, year: 2024, jobs: 8)
    )
    let units = plan.members(in: 2024)
    try #require(units.count > 1_000)
    for unit in units.prefix(600) + units.suffix(100) {
      for text in [unit.name, unit.name.uppercased(), String(unit.name.dropFirst(3)), unit.code] {
        #expect(alone.read(text, sender: "") == together.read(text, sender: ""))
      }
      #expect(together.read(unit.code, sender: "") == .unit(unit.code))
    }
  }
}
