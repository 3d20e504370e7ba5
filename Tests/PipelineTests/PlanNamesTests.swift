import Diagnostics
import Foundation
import Plan
import Testing

/// The plan is data: nothing that a plan folder names may stand in the sources.
@Suite(.timeLimit(.minutes(2))) struct PlanNamesTests {
  @Test func noPlanIsNamedInTheSources() throws {
    let index = try SourceIndex(folder: Tool.root.appending(path: "Sources"))
    try #require(index.count > 10_000)
    let names = try Self.names()
    try #require(names.count > 500)
    for (name, origin) in names.sorted(by: { $0.key < $1.key }) {
      for place in index.places(of: name) {
        Issue.record("\(place) names '\(name)', \(origin)")
      }
    }
  }

  @Test func aNameInASourceIsFound() {
    var index = SourceIndex()
    index.add("let place = \"Xã Mỹ Hội\" // I.2.3\nlet form = a.commune_year", file: "A.swift")
    #expect(index.places(of: "xã mỹ hội") == ["A.swift:1"])
    #expect(index.places(of: "I.2.3") == ["A.swift:1"])
    #expect(index.places(of: "commune_year") == ["A.swift:2"])
    #expect(index.places(of: "mỹ hội đông") == [])
  }

  /// Names of all plan folders, and what they name.
  private static func names() throws -> [String: String] {
    var names: [String: String] = [:]
    let pipelines = Tool.root.appending(path: "pipelines").path
    for folder in try FileManager.default.contentsOfDirectory(atPath: pipelines).sorted() {
      let plan = try loadPlan("\(pipelines)/\(folder)").plan
      for (name, origin) in PlanVocabulary(plan: plan).names { names[name] = origin }
    }
    return names
  }
}

/// What a plan folder names.
private struct PlanVocabulary {
  let plan: Plan

  var names: [(String, String)] {
    var names: [(String, String)] = [(plan.document.number, "a document")]
    // A plan may be called by an English word.
    if plan.id.contains(where: \.isNumber) { names.append((plan.id, "a plan")) }
    names += phrases([plan.title, plan.document.issuer], "the plan")
    // Of the ten thousand codes of a country some are numbers that the sources have by chance.
    let hasTellingCodes = plan.orgUnits.all.count < 1000
    for unit in plan.orgUnits.all {
      // Codes of two letters or figures stand everywhere.
      if hasTellingCodes, unit.code.count > 2 { names.append((unit.code, "a unit's code")) }
      for name in [unit.name] + unit.aliases where name.contains(" ") {
        names.append((name, "a unit"))
      }
    }
    for sender in plan.senders {
      if sender.id.contains("-") { names.append((sender.id, "a sender")) }
      names += phrases([sender.title, sender.short], "a sender")
    }
    for clause in plan.clauses {
      // `IV` alone is a number like others.
      if clause.id.contains(".") { names.append((clause.id, "a clause")) }
      names += phrases([clause.title], "a clause")
    }
    for form in plan.forms {
      if form.name.contains("_") { names.append((form.name, "a form")) }
      names += phrases([form.title], "a form")
      for field in form.fields where !field.name.isEmpty {
        names.append(("\(form.name).\(field.name)", "a field"))
        for header in [field.title.vietnamese] + field.headers.map(\.text) {
          names += phrases([LocalisedText(vietnamese: header)], "a column of \(form.name)")
        }
      }
    }
    names += plan.elements.map { ($0.id, "a data element") }
    for indicator in plan.indicators {
      if indicator.id.contains("-") { names.append((indicator.id, "an indicator")) }
      names += phrases([indicator.title], "an indicator")
    }
    for target in plan.targets {
      names.append((target.id, "a target"))
      names += phrases([target.title], "a target")
    }
    return names
  }

  /// Texts of several words that are not words of every plan.
  private func phrases(_ texts: [LocalisedText], _ origin: String) -> [(String, String)] {
    texts.flatMap { [$0.vietnamese, $0.english] }
      .filter { $0.contains(" ") && !Self.common.contains($0.lowercased()) }
      .map { ($0, origin) }
  }

  /// Headers that are words of any report (unit, value, content, result, conclusion, note, labour,
  /// area, year, and how many units have reported) and tell nothing of a plan.
  private static let common: Set<String> = [
    "đơn vị", "mã đơn vị", "đơn vị hành chính", "đơn vị đã báo cáo", "đơn vị phải báo cáo",
    "số đơn vị đã báo cáo", "số đơn vị phải báo cáo", "số liệu", "nội dung", "giá trị", "kết quả",
    "kết luận", "ghi chú", "lao động", "địa bàn", "tên đơn vị", "năm báo cáo", "kỳ báo cáo",
  ]
}

/// The words of the sources, and where they stand.
private struct SourceIndex {
  private var words: [Substring] = []
  private var places: [String] = []
  private var positions: [Substring: [Int]] = [:]

  var count: Int { words.count }

  init() {}

  init(folder: URL) throws {
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
    where path.hasSuffix(".swift") || path.hasSuffix(".h") {
      let data = try Data(contentsOf: folder.appending(path: path))
      add(String(decoding: data, as: UTF8.self), file: path)
    }
  }

  mutating func add(_ text: String, file: String) {
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      for word in Self.words(in: String(line)) {
        positions[word, default: []].append(words.count)
        words.append(word)
        places.append("\(file):\(number + 1)")
      }
    }
  }

  /// Where the words of a name stand one after the other.
  func places(of name: String) -> [String] {
    let name = Self.words(in: name)
    guard let first = name.first else { return [] }
    return (positions[first] ?? []).filter { words[$0...].starts(with: name) }.map { places[$0] }
  }

  /// Words without case; a word may hold a point, a hyphen or an underscore, as ids do.
  private static func words(in text: String) -> [Substring] {
    let inner: Set<Character> = [".", "-", "_"]
    return text.lowercased().split { !$0.isLetter && !$0.isNumber && !inner.contains($0) }
      .flatMap { part -> [Substring] in
        let trimmed = part.drop { inner.contains($0) }
        guard let last = trimmed.lastIndex(where: { !inner.contains($0) }) else { return [] }
        let whole = trimmed[...last]
        // A path through members ends with a name of its own.
        guard whole.contains("."), whole.contains("_"),
          let member = whole.split(separator: ".").last
        else { return [whole] }
        return [whole, member]
      }
  }
}
