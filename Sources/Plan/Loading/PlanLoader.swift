package import Diagnostics
import Foundation

/// Why a plan folder cannot be read at all.
package enum PlanFailure: Error, Sendable, Equatable {
  case noFolder(String)
  case unreadable(String)

  package var message: LocalisedText {
    switch self {
    case .noFolder(let path):
      LocalisedText(
        vi: "không có thư mục kế hoạch '\(path)'; cần một thư mục có plan.json5",
        en: "no plan folder '\(path)'; expected a folder with plan.json5"
      )
    case .unreadable(let path):
      LocalisedText(vi: "không đọc được '\(path)'", en: "cannot read '\(path)'")
    }
  }
}

/// A plan and what is wrong with its folder; with an error among the findings it must not be run.
package struct LoadedPlan: Sendable {
  package var plan: Plan
  package var findings: [Finding]

  package var hasErrors: Bool { findings.contains { $0.severity == .error } }
}

/// Reads a plan folder whole; what is wrong becomes findings, so that one reading shows it all.
package func loadPlan(_ folder: String) throws(PlanFailure) -> LoadedPlan {
  var loader = PlanLoader(folder: folder)
  return try loader.load()
}

/// The state of one reading; each part of the plan has its extension.
struct PlanLoader {
  let folder: String
  let findings = PlanFindings()
  /// Nodes by what they describe, for the checks that come last.
  var nodes: [String: PlanNode] = [:]

  init(folder: String) {
    self.folder = folder
  }

  mutating func load() throws(PlanFailure) -> LoadedPlan {
    guard let root = try document("plan.json5", isRequired: true) else {
      throw .noFolder(folder)
    }
    var plan = readPlan(root)
    plan.orgUnits = try readOrgUnits(root)
    plan.unitChanges = try readUnitChanges(root, plan.orgUnits)
    plan.forms = try readForms(plan)
    plan.elements = fieldElements(plan.forms)
    if let list = try document("elements.json5") {
      plan.elements += readElements(list, forms: plan.forms)
    }
    if let list = try document("indicators.json5") {
      plan.indicators = readIndicators(list, elements: plan.elements)
    }
    if let list = try document("targets.json5") { plan.targets = readTargets(list) }
    if let list = try document("rules.json5") { plan.rules = readRules(list, plan) }
    if let list = try document("checks.json5") { plan.checks = readChecks(list, plan) }
    if let root = try document("scoring.json5") { plan.sheets = readSheets(root) }
    // Most plans ask each thing of one sender: no measure is shared where the file is not there.
    if let list = try document("measures.json5") { plan.measures = readMeasures(list, plan) }
    warnOfMissingFiles()
    for language in Language.allCases {
      plan.templates[language] = try text("report.\(language.rawValue).md")
    }
    plan.files = files(of: root, plan)
    PlanCheck(plan: plan, nodes: nodes, findings: findings).run()
    return LoadedPlan(plan: plan, findings: findings.findings.sorted())
  }

  /// The bytes of a file of the folder; nil where there is none.
  func bytes(_ name: String) throws(PlanFailure) -> [UInt8]? {
    let path = "\(folder)/\(name)"
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    guard let data = FileManager.default.contents(atPath: path) else { throw .unreadable(path) }
    return [UInt8](data)
  }

  func text(_ name: String) throws(PlanFailure) -> String? {
    guard let bytes = try bytes(name) else { return nil }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      report("not-utf8", name, LocalisedText(vi: "văn bản UTF-8", en: "UTF-8 text"))
      return nil
    }
    return text
  }

  /// A JSON or JSON5 document of the folder, with positions; nil where it is missing or malformed.
  func document(_ name: String, isRequired: Bool = false) throws(PlanFailure) -> PlanNode? {
    guard let text = try text(name) else { return nil }
    let bytes = Array(text.utf8)
    let file = PlanFile(name: "\(folder)/\(name)", bytes: bytes, findings: findings)
    if let plain = PlainJSON.read(bytes) { return PlanNode(file: file, path: .root, value: plain) }
    for path in file.positions.duplicates {
      file.report(
        "duplicate-key",
        at: path,
        found: path,
        expected: LocalisedText(vi: "mỗi khóa một lần", en: "each key once")
      )
    }
    do {
      return PlanNode(file: file, path: .root, value: try JSONValue.decode(bytes))
    } catch {
      let place = file.positions.fault
      findings.add(
        Finding(
          "malformed-json",
          .error,
          at: Location(file: file.name, line: place?.line ?? 1, column: place?.column ?? 1),
          message: LocalisedText(
            vi: "không phải JSON5 đúng quy cách từ chỗ này",
            en: "no well-formed JSON5 from here on"
          )
        )
      )
      guard isRequired else { return nil }
      return PlanNode(file: file, path: .root, value: .object(JSONMembers(values: [:])))
    }
  }

  private static let parts = ["elements", "indicators", "targets", "rules", "checks", "scoring"]
    .map { "\($0).json5" }

  private func files(of root: PlanNode, _ plan: Plan) -> [String] {
    let named = ["orgUnits", "orgUnitChanges"].compactMap { root.optionalText($0) }
    let names =
      ["plan.json5", "measures.json5"] + Self.parts + plan.forms.map { "forms/\($0.name).json" }
      + named
    return names.filter { FileManager.default.fileExists(atPath: "\(folder)/\($0)") }.sorted()
  }

  /// A folder without one of these loads, and evaluates less than its author may think.
  private func warnOfMissingFiles() {
    for name in Self.parts where !FileManager.default.fileExists(atPath: "\(folder)/\(name)") {
      findings.add(
        Finding(
          "no-such-file",
          .warning,
          at: Location(file: "\(folder)/\(name)"),
          message: LocalisedText(
            vi: "không có tệp này; nếu cố ý, hãy để tệp với danh sách trống",
            en: "there is no such file; if that is meant, keep one with an empty list"
          )
        )
      )
    }
  }

  private func report(_ code: String, _ name: String, _ expected: LocalisedText) {
    findings.add(
      Finding(
        code,
        .error,
        at: Location(file: "\(folder)/\(name)"),
        found: name,
        expected: expected
      )
    )
  }
}
