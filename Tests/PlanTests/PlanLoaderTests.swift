import Diagnostics
import Foundation
import GardenPlan
import Plan
import Testing

@Suite struct PlanLoaderTests {
  @Test func theGardenPlanIsWhole() throws {
    let loaded = try loadPlan(GardenPlan.folder)
    #expect(loaded.findings == [])
    #expect(loaded.plan.members(in: 2023).map(\.code) == ["V1", "V2", "V3"])
    #expect(loaded.plan.forms.map(\.name) == ["trees", "village", "visits"])
    #expect(loaded.plan.element("village.clean")?.kind == .flag)
    #expect(loaded.plan.indicator("weeds")?.isSensitive == true)
    let target = try #require(loaded.plan.targets.first { $0.id == "G5" })
    #expect(target.when == .byEnd)
    #expect(target.reading?.id == "end")
    #expect(target.readings.map(\.id) == ["yearly", "end"])
  }

  struct Fault: Sendable, CustomTestStringConvertible {
    var file = "plan.json5"
    var old: String
    var new: String
    var code: String
    var line: Int?
    var testDescription: String { "\(file): \(code)" }
  }

  static let faults: [Fault] = [
    Fault(old: "due: \"12-15\"", new: "due: \"15-12\"", code: "not-a-day", line: 10),
    Fault(old: "members: \"village\"", new: "members: \"town\"", code: "no-members", line: 8),
    Fault(old: "unit: \"R\"", new: "unit: \"Q\"", code: "unknown-unit", line: 7),
    Fault(old: "unit: \"R\"", new: "unti: \"R\"", code: "unknown-key", line: 7),
    Fault(old: "base: 2020, first", new: "base: \"2020\", first", code: "wrong-type", line: 6),
    Fault(old: "first: 2021", new: "first: 2031", code: "wrong-years", line: 6),
    Fault(
      old: "responsible: [\"villages\"]",
      new: "responsible: [\"mayor\"]",
      code: "unknown-sender",
      line: 16
    ),
    Fault(
      old: ", unmeasured: \"chỉ là tổ chức\"",
      new: "",
      code: "clause-without-measure",
      line: 17
    ),
    Fault(old: "id: \"A.1\"", new: "id: \"A.2\"", code: "unknown-clause"),
    Fault(old: "id: \"office\"", new: "id: \"villages\"", code: "duplicate-id", line: 13),
    Fault(old: "id: \"garden\",", new: "id: \"garden\" title", code: "malformed-json", line: 3),
    Fault(
      old: "id: \"garden\",",
      new: "id: \"garden\", id: \"g\",",
      code: "duplicate-key",
      line: 3
    ),
    Fault(
      file: "units.csv",
      old: "village,R,2000-01-01,,,invented",
      new: "village,X,2000-01-01,,,invented",
      code: "unknown-unit"
    ),
    Fault(
      file: "units.csv",
      old: "region,region,,2000",
      new: "region,region,V1,2000",
      code: "unit-below-itself"
    ),
    Fault(file: "units.csv", old: "2000-01-01", new: "2000-13-01", code: "not-a-date", line: 2),
    Fault(file: "units.csv", old: "valid_to", new: "until", code: "wrong-header", line: 1),
    Fault(file: "units.csv", old: "\nV2,", new: "\nV1,", code: "duplicate-id", line: 4),
    Fault(file: "units.csv", old: "\nV2,", new: "\n..,", code: "wrong-value", line: 4),
    Fault(file: "units.csv", old: "\nV2,", new: "\nV2/..,", code: "wrong-value", line: 4),
    Fault(file: "units.csv", old: "\nV2,", new: "\n,", code: "wrong-value", line: 4),
    Fault(
      file: "forms/village.json",
      old: "\"Số vườn có cỏ\"",
      new: "\"số  vườn\"",
      code: "ambiguous-header",
      line: 10
    ),
    Fault(
      file: "forms/village.json",
      old: "[\"unit\", \"year\"]",
      new: "[\"place\"]",
      code: "unknown-field",
      line: 13
    ),
    Fault(
      file: "forms/village.json",
      old: "\"primaryKey\"",
      new:
        "\"parts\": [{ \"name\": \"halves\", \"of\": [{ \"title\": \"Nửa\" }] }], \"primaryKey\"",
      code: "too-few-parts",
      line: 13
    ),
    Fault(
      file: "forms/village.json",
      old: "\"primaryKey\"",
      new: """
        "parts": [{ "name": "halves", "of": [{ "title": "Đầu" }, { "title": "đầu!" }] }], "primaryKey"
        """,
      code: "ambiguous-header",
      line: 13
    ),
    Fault(
      file: "forms/village.json",
      old: "\"Số vườn\" }",
      new: "\"Số vườn\", \"parts\": [\"halves\"] }",
      code: "unknown-parts",
      line: 8
    ),
    Fault(
      file: "forms/village.json",
      old: "\"Làng sạch\" }",
      new: "\"Làng sạch\", \"parts\": [\"halves\"] }",
      code: "parts-of-no-number",
      line: 11
    ),
    Fault(
      file: "forms/trees.json",
      old: "\"primaryKey\": [\"tree\"]",
      new: "\"primaryKey\": []",
      code: "register-without-key"
    ),
    Fault(
      file: "forms/visits.json",
      old: "\"resource\": \"trees\"",
      new: "\"resource\": \"bees\"",
      code: "unknown-form",
      line: 11
    ),
    Fault(
      file: "elements.json5",
      old: "planted <= end",
      new: "planted <= finish",
      code: "unknown-field",
      line: 3
    ),
    Fault(
      file: "elements.json5",
      old: "planted <= end",
      new: "planted <= ",
      code: "malformed-expression",
      line: 3
    ),
    Fault(
      file: "elements.json5",
      old: "by: \"kind\"",
      new: "by: \"height\"",
      code: "unknown-field",
      line: 3
    ),
    Fault(
      file: "indicators.json5",
      old: "village.lessons > 0",
      new: "village.lesson > 0",
      code: "unknown-element",
      line: 2
    ),
    Fault(
      file: "indicators.json5",
      old: "kind: \"count\", value",
      new: "kind: \"sum\", value",
      code: "unknown-value"
    ),
    Fault(
      file: "targets.json5",
      old: "indicator: \"clean\"",
      new: "indicator: \"tidy\"",
      code: "unknown-indicator",
      line: 3
    ),
    Fault(
      file: "targets.json5",
      old: "indicator: \"clean\"",
      new: "indicator: \"watered\"",
      code: "wrong-target",
      line: 3
    ),
    Fault(
      file: "targets.json5",
      old: "form: \"reach\", value: 100 }",
      new: "form: \"reach\" }",
      code: "missing-key",
      line: 2
    ),
    Fault(
      file: "targets.json5",
      old: "reading: \"end\"",
      new: "reading: \"never\"",
      code: "unknown-reading"
    ),
    Fault(
      file: "rules.json5",
      old: "sender: \"villages\"",
      new: "sender: \"towns\"",
      code: "unknown-sender",
      line: 2
    ),
    Fault(
      file: "rules.json5",
      old: "expression: \"village.watered <= village.gardens\"",
      new: "expression: \"village.watered <= village.gardens\", missing: \"skip\"",
      code: "unknown-value",
      line: 2
    ),
    Fault(
      file: "rules.json5",
      old: "expression: \"village.watered <= village.gardens\"",
      new: "pair: \"both\", left: \"village.watered\", right: \"village.gardens\"",
      code: "unknown-value",
      line: 2
    ),
    Fault(
      file: "rules.json5",
      old: "expression: \"village.watered <= village.gardens\"",
      new:
        "expression: \"village.watered <= village.gardens\", pair: \"compulsory\", left: \"village.watered\", right: \"village.gardens\"",
      code: "pair-and-condition",
      line: 2
    ),
    Fault(
      file: "rules.json5",
      old: "expression: \"village.watered <= village.gardens\"",
      new: "pair: \"compulsory\", left: \"village.watered\"",
      code: "missing-key",
      line: 2
    ),
    Fault(
      file: "rules.json5",
      old: "expression: \"village.watered <= village.gardens\"",
      new: "pair: \"compulsory\", left: \"village.watered\", right: \"1\"",
      code: "side-without-figure",
      line: 2
    ),
    Fault(
      file: "rules.json5",
      old: "expression: \"village.watered <= village.gardens\"",
      new: "pair: \"exclusive\", left: \"village.watered\", right: \"village.garden\"",
      code: "unknown-element",
      line: 2
    ),
    Fault(
      file: "rules.json5",
      old: "expression: \"village.watered <= village.gardens\"",
      new: "pair: \"exclusive\", form: \"village\", left: \"watered\", right: \"garden\"",
      code: "unknown-field",
      line: 2
    ),
    Fault(
      file: "rules.json5",
      old: "expression: \"village.watered <= village.gardens\"",
      new:
        "pair: \"exclusive\", left: \"village.watered\", right: \"village.gardens\", missing: \"never-skip\"",
      code: "wrong-strategy",
      line: 2
    ),
    Fault(
      file: "rules.json5",
      old: "expression: \"village.watered <= village.gardens\"",
      new: "expression: \"village.watered is missing\", missing: \"never-skip\"",
      code: "wrong-strategy",
      line: 2
    ),
    Fault(
      file: "rules.json5",
      old: "expression: \"village.watered <= village.gardens\"",
      new: "expression: \"village.watered < reported(village)\"",
      code: "reporting-not-at-plan",
      line: 2
    ),
    Fault(
      file: "rules.json5",
      old: "expression: \"village.watered <= village.gardens\"",
      new: "at: \"plan\", expression: \"village.watered < reported(villages)\"",
      code: "unknown-form",
      line: 2
    ),
    Fault(
      file: "checks.json5",
      old: "check: \"factor-of-ten\"",
      new: "check: \"factor\"",
      code: "unknown-value",
      line: 7
    ),
    Fault(
      file: "checks.json5",
      old: "of: [\"village.*\"]",
      new: "of: [\"towns.*\"]",
      code: "unknown-form",
      line: 9
    ),
    Fault(
      file: "checks.json5",
      old: "of: [\"village.*\"]",
      new: "of: [\"village.clean\"]",
      code: "unknown-element",
      line: 9
    ),
    Fault(
      file: "checks.json5",
      old: "of: [\"village.*\"]",
      new: "of: [\"village.*\"], widths: -1",
      code: "wrong-value",
      line: 9
    ),
    Fault(
      file: "checks.json5",
      old: "of: [\"village.*\"]",
      new: "of: [\"village.*\"], severity: \"error\"",
      code: "wrong-value",
      line: 9
    ),
    Fault(
      file: "checks.json5",
      old: "of: [\"village.*\"]",
      new: "of: [\"village.*\"], level: 0.01",
      code: "unknown-key",
      line: 9
    ),
    Fault(
      file: "checks.json5",
      old: "{ check: \"factor-of-ten\"",
      new: "{ check: \"factor-of-ten\", factors: [1]",
      code: "wrong-value",
      line: 7
    ),
    Fault(
      file: "checks.json5",
      old: "numerator: \"village.watered\"",
      new: "numerator: \"village.wet\"",
      code: "unknown-element",
      line: 5
    ),
    Fault(
      file: "checks.json5",
      old: "\"village.watered\": \"village.gardens\"",
      new: "\"village.watered\": \"village.clean\"",
      code: "unknown-element",
      line: 3
    ),
    Fault(
      file: "checks.json5",
      old: "forms: [\"village\"], fields",
      new: "forms: [\"trees\"], fields",
      code: "unknown-form",
      line: 8
    ),
    Fault(
      file: "forms/village.json",
      old: "\"from\": 2020",
      new: "\"from\": 2030, \"to\": 2031",
      code: "target-without-data"
    ),
  ]

  @Test(arguments: faults) func faultsAreFoundWhereTheyStand(_ fault: Fault) throws {
    let loaded = try GardenPlan.load(replacing: fault.old, with: fault.new, in: fault.file)
    let matching = loaded.findings.filter { $0.code == fault.code && $0.severity == .error }
    try #require(!matching.isEmpty)
    if let line = fault.line {
      #expect(
        matching.contains { $0.location.line == line && $0.location.file.hasSuffix(fault.file) }
      )
    }
  }

  @Test func aMissingFileIsSaid() throws {
    let copy = FileManager.default.temporaryDirectory
      .appending(path: "garden-\(ProcessInfo.processInfo.globallyUniqueString)").path
    try FileManager.default.copyItem(atPath: GardenPlan.folder, toPath: copy)
    defer { try? FileManager.default.removeItem(atPath: copy) }
    try FileManager.default.removeItem(atPath: "\(copy)/targets.json5")
    let finding = try #require(try loadPlan(copy).findings.first { $0.code == "no-such-file" })
    #expect(finding.severity == .warning)
    #expect(finding.location.file.hasSuffix("targets.json5"))
  }

  @Test func aMissingFolderIsSaid() {
    #expect(throws: PlanFailure.noFolder("/nowhere/at-all")) { try loadPlan("/nowhere/at-all") }
  }
}
