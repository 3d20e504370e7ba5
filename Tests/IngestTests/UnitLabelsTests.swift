import Plan
import StageFixtures
import Testing
import VietnameseText

@testable import Ingest

/// Names of units in labels, beside the list of all that may stand there.
@Suite struct UnitLabelsTests {
  @Test func labelsAreNamesWithAnyWordForAKindOrNone() throws {
    let plan = try fixturePlan()
    let labels = UnitLabels(plan)
    let prefixes = Set(plan.unitPrefixes.values.joined().map { NameKey($0).folded + " " })
    var all: Set<String> = []
    for unit in plan.orgUnits.all where unit.level == plan.memberLevel {
      for name in [unit.name] + unit.aliases {
        let key = NameKey(name).folded
        let bare = prefixes.filter { key.hasPrefix($0) }.map { String(key.dropFirst($0.count)) }
        all.formUnion([key] + bare)
        for name in bare { all.formUnion(prefixes.map { $0 + name }) }
      }
    }
    #expect(all.count > 20)
    let words = Set(all.joined(separator: " ").split(separator: " ").map(String.init))
    let texts =
      all.union(words).union(prefixes.map { String($0.dropLast()) })
      .union(all.flatMap { name in prefixes.map { $0 + name } })
      .union(all.map { $0 + " x" })
    for text in texts { #expect(labels.contains(text) == all.contains(text), "\(text)") }
    #expect(texts.count > all.count)
  }
}
