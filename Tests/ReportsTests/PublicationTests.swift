import Diagnostics
import Tables
import Testing

@testable import Plan
@testable import Reports

/// Attacks whole publications: every table and every text of a run.
@Suite struct PublicationTests {
  /// Two units whose hidden counts are small; the others are told apart from them by size.
  static func tables(_ first: [Int64], _ second: [Int64]) -> InventedTables {
    var counts: [Int: [InventedTables.Counts?]] = [:]
    for (index, year) in (2020...2023).enumerated() {
      counts[year] = [
        (4, 4, 0, 0), (5, 5, 90, 100), (2, 2, 1, first[index]), (1, 2, 1, second[index]),
        (2, 2, 80, 95),
      ]
    }
    var tables = InventedTables(counts: counts)
    tables.comparesWithBase = true
    tables.comparesUnits = true
    return tables
  }

  static func plan() throws -> Plan {
    var plan = try Invented.plan()
    plan.targets.append(Invented.target("C", "1.2", "need", .fewer))
    return plan
  }

  struct Swap: Sendable, CustomTestStringConvertible {
    var first: [Int64]
    var second: [Int64]
    var testDescription: String { "\(first) for \(second)" }
  }

  @Test(arguments: [
    Swap(first: [5, 4, 3, 2], second: [3, 2, 2, 4]),
    Swap(first: [7, 6, 6, 5], second: [4, 5, 3, 4]),
    Swap(first: [2, 3, 4, 5], second: [6, 5, 6, 6]),
  ])
  func `no file differs where two units change places in their hidden counts`(_ swap: Swap)
    throws
  {
    // Neither unit reaches a target in one of both: of hidden counts that word may be told.
    let plan = try Self.plan()
    let files = Self.tables(swap.first, swap.second).texts(plan: plan)
    let swapped = Self.tables(swap.second, swap.first).texts(plan: plan)
    #expect(files.keys.sorted() == swapped.keys.sorted())
    for (path, text) in files { #expect(text == swapped[path], "\(path)") }
  }

  @Test func `the raw counts of a planted unit stand in no cell of its rows`() throws {
    let files = Self.tables([5, 6, 5, 6], [3, 2, 2, 1]).texts(plan: try Self.plan())
    var rows = 0
    for (path, text) in files where path.hasSuffix(".csv") {
      for line in text.split(separator: "\n") {
        let cells = line.split(separator: ";", omittingEmptySubsequences: false)
        guard cells.contains("p3"), !line.contains("checked"), !line.contains("sites") else {
          continue
        }
        rows += 1
        #expect(!cells.contains("5") && !cells.contains("6"), "\(path): \(line)")
      }
    }
    #expect(rows > 20)
    for (path, text) in files where path.hasSuffix(".md") {
      for line in text.split(separator: "\n") where line.contains("Xã Ba") || path == "xa/p3.md" {
        let words = line.split { !$0.isLetter && !$0.isNumber }
        guard line.contains("cần giúp") || line.contains("được giúp") else { continue }
        #expect(!words.contains("5") && !words.contains("6"), "\(path): \(line)")
      }
    }
    let targets = try #require(files["tables/targets.csv"])
    #expect(targets.contains("\nC;p3;2021;need;fewer;;;;;;suppressed;"))
    #expect(targets.contains("\nC;p2;2021;need;fewer;;100;"))
  }

  @Test func `a rule across forms tells no sender the count of another one`() throws {
    var plan = try Self.plan()
    plan.forms.append(plan.forms[0])
    plan.forms[1].name = "cases"
    plan.forms[1].senders = ["office"]
    var element = Invented.element("cases.need", field: 3, sensitive: true)
    element.form = "cases"
    plan.elements.append(element)
    func rule(_ id: String, _ condition: String) throws -> ValidationRule {
      ValidationRule(
        id: id,
        scope: .unitYear(.members),
        test: .condition(try Invented.expression(condition)),
        severity: .warning,
        missing: .skipIfAny,
        sender: "",
        message: Invented.text(""),
        isSensitive: false
      )
    }
    plan.rules = [
      try rule("across", "year.checked <= cases.need"),
      try rule("within", "year.helped <= year.need"),
    ]
    var tables = InventedTables.example
    tables.findings = ["across", "within"].map { code in
      Finding(
        code,
        .warning,
        at: Location(file: "2023/p2/bieu.csv", line: 7),
        sender: "p2",
        field: "year.checked",
        year: 2023,
        message: LocalisedText(vi: "\(code): 41 khác 43", en: "\(code): 41 is not 43")
      )
    }
    let files = tables.texts(plan: plan)
    for (path, text) in files {
      #expect(!text.contains("across: 41"), "\(path)")
      #expect(text.contains("within: 41") == (path == "tra-lai/p2.md"), "\(path)")
    }
  }

  @Test(arguments: [Language.vietnamese, .english])
  func `each correction list says whom it is for`(_ language: Language) throws {
    let files = InventedTables.example.texts(plan: try Invented.plan(), language: language)
    let words =
      language == .vietnamese
      ? "**Chỉ gửi nơi nhận; không công bố.**" : "**For this sender only; not to be published.**"
    let lists = files.filter { $0.key.hasPrefix("tra-lai/") }
    #expect(lists.count == 6)
    for (path, text) in lists { #expect(text.contains(words), "\(path)") }
  }

  struct KindCase: Sendable, CustomTestStringConvertible {
    var kind: Form.Kind
    var counts: [Int64]
    var isHidden: Bool
    var testDescription: String { "\(kind) \(counts)" }
  }

  @Test(arguments: [
    KindCase(kind: .register, counts: [1, 0], isHidden: true),
    KindCase(kind: .register, counts: [9, 7], isHidden: true),
    KindCase(kind: .register, counts: [9, 8], isHidden: false),
    KindCase(kind: .register, counts: [0, 0], isHidden: false),
    KindCase(kind: .summary, counts: [1, 0], isHidden: false),
  ])
  func `kinds of few cases of persons are hidden for a unit`(_ example: KindCase) throws {
    var plan = try Invented.plan()
    plan.forms[0].kind = example.kind
    var facts = InventedTables.example.facts
    let sum = try #require(facts.first { $0.element == "year.checked" })
    for (kind, count) in zip(["a", "b"], example.counts) {
      var fact = sum
      fact.category = kind
      fact.value = FixedDecimal(count)
      facts.append(fact)
    }
    let published = InventedTables.example.disclosed(plan, facts: facts).facts
    for fact in published where fact.element == "year.checked" {
      let isHidden = fact.category != FactRow.total && example.isHidden
      #expect((fact.missing == .suppressed) == isHidden, "\(fact)")
      if isHidden { #expect(fact.value == nil && fact.sources.isEmpty) }
    }
  }

  @Test func `under a published 0 every part is published`() throws {
    let plan = try Invented.plan()
    let tables = InventedTables(counts: [
      2023: [(1, 1, 0, 0), (1, 1, 0, 3), (1, 1, 0, 4), (1, 1, 0, 30), (1, 1, 0, 20)]
    ])
    let suppression = Suppression(plan: plan, facts: tables.facts)
    #expect(suppression.hides("year.need", "p2", 2023, FactRow.total))
    #expect(suppression.hidden.allSatisfy { $0.element == "year.need" })
    // Once one part is not 0, the hidden row is hidden whole again.
    var other = tables
    other.counts[2023]?[3] = (1, 1, 9, 30)
    let hidden = Suppression(plan: plan, facts: other.facts)
    #expect(hidden.hides("year.helped", "p2", 2023, FactRow.total))
  }

  @Test func `no case is not said beside hidden numbers`() throws {
    let plan = try SuppressionTests.plan()
    let tables = InventedTables(counts: [
      2023: [(3, 9, 0, 0), (4, 9, 0, 0), (0, 9, 0, 0), (20, 20, 9, 30), (20, 20, 9, 20)]
    ])
    let targets = tables.disclosed(plan, facts: tables.facts).targets
    func status(_ unit: String) -> TargetStatus? {
      targets.first { $0.target == "B" && $0.unit == unit }?.status
    }
    #expect(status("p1") == .suppressed)
    #expect(status("p3") == .noCase)
    let texts = tables.texts(plan: plan)
    for (path, text) in texts { #expect(!text.contains("không phát sinh ([c])"), "\(path)") }
  }
}
