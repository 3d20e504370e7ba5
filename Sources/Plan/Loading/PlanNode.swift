import Diagnostics

/// Findings about a plan folder, collected while it is read.
final class PlanFindings {
  private(set) var findings: [Finding] = []

  func add(_ finding: Finding) { findings.append(finding) }
}

/// A file of the plan folder, with the positions of its values.
final class PlanFile {
  let name: String
  let findings: PlanFindings
  private let bytes: [UInt8]

  /// Walked through when something is to be reported; most plans have nothing.
  private(set) lazy var positions = JSONPositions(bytes)

  init(name: String, bytes: [UInt8], findings: PlanFindings) {
    self.name = name
    self.bytes = bytes
    self.findings = findings
  }

  /// Where the value of a path stands.
  func position(of path: String) -> JSONPositions.Position {
    positions.positions[path] ?? JSONPositions.Position(line: 1, column: 1)
  }

  func report(
    _ code: String,
    at path: String,
    offset: Int = 0,
    found: String,
    expected: LocalisedText
  ) {
    let position = position(of: path)
    let place = Location(file: name, line: position.line, column: position.column + offset)
    findings.add(Finding(code, .error, at: place, found: found, expected: expected))
  }
}

/// The way from the root of a document to a value, spelled out only where it is asked for.
indirect enum PlanPath {
  case root
  case member(PlanPath, String)
  case element(PlanPath, Int)

  /// As positions have it: `targets[3].indicator`.
  var text: String {
    switch self {
    case .root: ""
    case .member(.root, let key): key
    case .member(let path, let key): "\(path.text).\(key)"
    case .element(let path, let place): "\(path.text)[\(place)]"
    }
  }
}

/// A value of a plan file that knows where it stands, and reports what is wrong with it.
struct PlanNode {
  let file: PlanFile
  let path: PlanPath
  let value: JSONValue

  var position: JSONPositions.Position {
    file.position(of: path.text)
  }

  func location(offset: Int = 0) -> Location {
    Location(file: file.name, line: position.line, column: position.column + offset)
  }

  func report(_ code: String, found: String, expected: LocalisedText, offset: Int = 0) {
    file.report(code, at: path.text, offset: offset, found: found, expected: expected)
  }

  /// The member, or nil where the object has none.
  func member(_ key: String) -> PlanNode? {
    guard case .object(let members) = value, let member = members.values[key] else { return nil }
    if case .null = member { return nil }
    return PlanNode(file: file, path: .member(path, key), value: member)
  }

  /// Members in the order in which the file has them.
  var members: [(key: String, node: PlanNode)] {
    guard case .object(let members) = value else { return [] }
    let nodes = (members.order ?? members.values.keys.sorted())
      .compactMap { key in member(key).map { (key: key, node: $0) } }
    return members.order != nil ? nodes : nodes.sorted { $0.node.position < $1.node.position }
  }

  /// Reports keys that the plan folder's contract does not know, and whatever is no object.
  func allow(_ keys: String...) {
    guard case .object(let members) = value else {
      report(
        "wrong-type",
        found: value.summary,
        expected: LocalisedText(vi: "một đối tượng {…}", en: "an object {…}")
      )
      return
    }
    for key in members.values.keys.filter({ !keys.contains($0) }).sorted() {
      let names = keys.joined(separator: ", ")
      (member(key) ?? self).report(
        "unknown-key",
        found: key,
        expected: LocalisedText(vi: "một trong các khóa \(names)", en: "one of the keys \(names)")
      )
    }
  }

  private func missing(_ key: String) {
    report(
      "missing-key",
      found: "",
      expected: LocalisedText(vi: "khóa '\(key)'", en: "the key '\(key)'")
    )
  }

  func optionalText(_ key: String) -> String? {
    guard let member = member(key) else { return nil }
    guard case .text(let text) = member.value else {
      member.report(
        "wrong-type",
        found: member.value.summary,
        expected: LocalisedText(vi: "một chuỗi", en: "a string")
      )
      return nil
    }
    return text
  }

  func text(_ key: String) -> String {
    guard member(key) != nil else {
      missing(key)
      return ""
    }
    return optionalText(key) ?? ""
  }

  /// A string, or `{ vi, en }`.
  var localised: LocalisedText? {
    if case .text(let text) = value { return LocalisedText(vietnamese: text) }
    allow("vi", "en")
    guard case .object = value else { return nil }
    return LocalisedText(vietnamese: text("vi"), english: optionalText("en"))
  }

  func optionalLocalised(_ key: String) -> LocalisedText? { member(key)?.localised }

  func localised(_ key: String) -> LocalisedText {
    guard let member = member(key) else {
      missing(key)
      return LocalisedText(vietnamese: "")
    }
    return member.localised ?? LocalisedText(vietnamese: "")
  }

  func optionalNumber(_ key: String) -> Double? {
    guard let member = member(key) else { return nil }
    guard case .number(let number) = member.value, number.isFinite else {
      member.report(
        "wrong-type",
        found: member.value.summary,
        expected: LocalisedText(vi: "một số", en: "a number")
      )
      return nil
    }
    return number
  }

  func optionalInteger(_ key: String) -> Int? {
    guard let number = optionalNumber(key) else { return nil }
    guard let integer = Int(exactly: number) else {
      member(key)?.report(
        "wrong-type",
        found: "\(number)",
        expected: LocalisedText(vi: "một số nguyên", en: "an integer")
      )
      return nil
    }
    return integer
  }

  func integer(_ key: String) -> Int {
    guard member(key) != nil else {
      missing(key)
      return 0
    }
    return optionalInteger(key) ?? 0
  }

  func flag(_ key: String, default standard: Bool) -> Bool {
    guard let member = member(key) else { return standard }
    guard case .flag(let flag) = member.value else {
      member.report(
        "wrong-type",
        found: member.value.summary,
        expected: LocalisedText(vi: "true hoặc false", en: "true or false")
      )
      return standard
    }
    return flag
  }

  func code<T: RawRepresentable<String> & CaseIterable>(_ key: String, default standard: T?) -> T? {
    guard let text = optionalText(key) else {
      if member(key) == nil, standard == nil { missing(key) }
      return standard
    }
    guard let code = T(rawValue: text) else {
      let names = T.allCases.map(\.rawValue).joined(separator: ", ")
      member(key)?.report(
        "unknown-value",
        found: text,
        expected: LocalisedText(vi: "một trong \(names)", en: "one of \(names)")
      )
      return standard
    }
    return code
  }

  /// Elements of a list; none where the key is missing.
  func list(_ key: String) -> [PlanNode] { member(key)?.elements ?? [] }

  var elements: [PlanNode] {
    guard case .list(let values) = value else {
      report(
        "wrong-type",
        found: value.summary,
        expected: LocalisedText(vi: "một danh sách […]", en: "a list […]")
      )
      return []
    }
    return values.enumerated().map {
      PlanNode(file: file, path: .element(path, $0.offset), value: $0.element)
    }
  }

  func texts(_ key: String) -> [String] {
    list(key).compactMap { node in
      if case .text(let text) = node.value { return text }
      node.report(
        "wrong-type",
        found: node.value.summary,
        expected: LocalisedText(vi: "một chuỗi", en: "a string")
      )
      return nil
    }
  }

  func optionalExpression(_ key: String) -> Expression? {
    guard let member = member(key), let text = optionalText(key) else { return nil }
    do {
      return try Expression(parsing: text)
    } catch {
      member.report(
        "malformed-expression",
        found: error.found,
        expected: error.expected,
        offset: error.column
      )
      return nil
    }
  }

  func expression(_ key: String) -> Expression? {
    if member(key) == nil { missing(key) }
    return optionalExpression(key)
  }
}
