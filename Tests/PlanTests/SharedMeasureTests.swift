import Diagnostics
import GardenPlan
import Plan
import Testing

@Suite struct SharedMeasureTests {
  private static func measure(
    id: String = "care",
    at: String = "",
    sources: String = "[\"village.gardens\", \"visits.visited\"]",
    used: String = "village.gardens",
    because: String = "người trồng biết rõ"
  ) -> String {
    """
    { id: "\(id)", title: "Vườn", \(at)sources: \(sources), used: "\(used)", because: "\(because)" },
    """
  }

  private static func load(_ measures: String...) throws -> LoadedPlan {
    try GardenPlan.load(adding: ["measures.json5": "[\n\(measures.joined(separator: "\n"))\n]"])
  }

  @Test func `a measure names its sources and the one that is used`() throws {
    let loaded = try Self.load(Self.measure(), Self.measure(id: "all", at: "at: \"plan\", "))
    #expect(loaded.findings == [])
    let measures = loaded.plan.measures
    #expect(measures.map(\.id) == ["care", "all"])
    #expect(measures[0].sources == ["village.gardens", "visits.visited"])
    #expect(measures[0].used == "village.gardens" && measures[0].place == .members)
    #expect(measures[0].reason.vietnamese == "người trồng biết rõ" && measures[1].place == .plan)
  }

  @Test func `a plan without the file shares no measure and is whole`() throws {
    let loaded = try loadPlan(GardenPlan.folder)
    #expect(loaded.findings == [] && loaded.plan.measures.isEmpty)
  }

  struct Fault: Sendable, CustomTestStringConvertible {
    var measure: String
    var code: String
    var found: String
    var testDescription: String { "\(code) \(found)" }
  }

  @Test(arguments: [
    Fault(
      measure: measure(sources: "[\"village.gardens\", \"village.gardens\"]"),
      code: "one-source",
      found: "village.gardens, village.gardens"
    ),
    Fault(measure: measure(sources: "[]"), code: "one-source", found: ""),
    Fault(
      measure: measure(sources: "[\"village.gardens\", \"village.garden\"]"),
      code: "unknown-element",
      found: "village.garden"
    ),
    Fault(measure: measure(used: "trees.height"), code: "used-not-a-source", found: "trees.height"),
    Fault(
      measure: measure(sources: "[\"village.gardens\", \"village.clean\"]"),
      code: "unlike-sources",
      found: "village.clean"
    ),
    Fault(
      measure: measure(sources: "[\"village.gardens\", \"village.weeds\"]"),
      code: "unlike-sources",
      found: "village.weeds"
    ),
    Fault(
      measure: measure(
        at: "at: \"plan\", ",
        sources: "[\"village.clean\", \"village.gardens\"]"
      ),
      code: "unlike-sources",
      found: "village.clean"
    ),
    Fault(measure: measure(at: "at: \"each\", "), code: "unknown-value", found: "each"),
    Fault(measure: measure(at: "when: 1, "), code: "unknown-key", found: "when"),
    Fault(measure: measure() + measure(), code: "duplicate-id", found: "care"),
    Fault(
      measure: "{ id: \"x\", title: \"Vườn\", sources: [\"village.gardens\", \"visits.visited\"] }",
      code: "missing-key",
      found: ""
    ),
  ])
  func `what is wrong with a measure is said where it stands`(_ fault: Fault) throws {
    let findings = try Self.load(fault.measure).findings
    let own = findings.filter { $0.code == fault.code && $0.found == fault.found }
    #expect(!own.isEmpty, "\(findings.map { $0.description(in: .english) })")
    #expect(
      own.allSatisfy { $0.location.file.hasSuffix("measures.json5") && $0.severity == .error }
    )
    #expect(own.allSatisfy { ($0.location.line ?? 0) > 1 })
  }
}
