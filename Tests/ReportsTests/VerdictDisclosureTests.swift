import Diagnostics
import Indicators
import Tables
import Testing

@testable import Plan
@testable import Reports

/// What targets rest on, where it would give hidden counts away.
@Suite struct VerdictDisclosureTests {
  private static func plan(members: Int) throws -> Plan {
    var plan = try Invented.plan(members: members)
    let forms: [(String, String, Target.Form, Double?, Target.When)] = [
      ("B", "helped", .reach, 100, .byEnd), ("C", "need", .none, nil, .byEnd),
      ("D", "need", .fewer, nil, .byEnd), ("E", "helped", .keep, 100, .everyYear),
      ("F", "need", .reach, 2, .byEnd),
    ]
    plan.targets = forms.map { id, indicator, form, value, when in
      var target = Invented.target(id, "1.2", indicator, form, value)
      target.when = when
      return target
    }
    let need = try #require(plan.indicators.firstIndex { $0.id == "need" })
    plan.indicators[need].direction = .down
    return plan
  }

  private static func published(
    _ tables: InventedTables,
    _ plan: Plan
  ) -> (raw: IndicatorTables, disclosed: DisclosedTables) {
    let join = JoinTables(facts: tables.facts, reporting: [], conflicts: [], findings: [])
    let raw = indicators(plan, tables.settings, join)
    return (
      raw,
      DisclosedTables(
        plan,
        ingest: IngestTables(
          settings: tables.settings,
          files: [],
          notes: [],
          records: [],
          findings: []
        ),
        clean: CleanTables(records: [], setAside: [], superseded: [], accounts: [], findings: []),
        join: join,
        indicators: raw,
        trends: TrendTables(trends: [], comparisons: [])
      )
    )
  }

  @Test(.timeLimit(.minutes(1)), arguments: 1...100)
  func `nothing rests on a hidden year`(_ seed: Int) throws {
    let plan = try Self.plan(members: 8)
    let (raw, published) = Self.published(DisclosureTests.tables(seed: UInt64(seed)), plan)
    let hidden = Set(
      published.indicators.filter { $0.missing == .suppressed }
        .map { IndicatorKey(indicator: $0.indicator, unit: $0.unit, year: $0.year) }
    )
    for (own, row) in zip(raw.targets, published.targets) {
      func isHidden(_ year: Int) -> Bool {
        hidden.contains(IndicatorKey(indicator: row.indicator, unit: row.unit, year: year))
      }
      let hiddenYears = (2020...row.year).filter(isHidden)
      guard !hiddenYears.isEmpty else {
        // Nothing is taken away without need, but where the words of all years give counts away.
        #expect(row.evidence == own.evidence || row.status == .suppressed)
        continue
      }
      #expect(row.evidence == TargetEvidence(), "\(row.target) \(row.unit) \(row.year)")
      #expect(!row.status.isOfPace || row.status == .suppressed)
      // What an earlier year held is not told by the words on a later one.
      if row.target == "E", hiddenYears.contains(where: { $0 < row.year }) {
        let isOfUnitWithPublished = row.status == .kept || row.status == .lost || row.since != nil
        let denominators = hiddenYears.filter { $0 < row.year }.allSatisfy { year in
          published.facts.allSatisfy {
            $0.unit != row.unit || $0.year != year || $0.element != "year.need" || $0.value == nil
          }
        }
        #expect(!isOfUnitWithPublished || denominators)
      }
    }
  }

  @Test func `due and ratio of what is published give only what is published`() throws {
    let plan = try Self.plan(members: 8)
    var told = 0
    for seed in 1...100 {
      let (_, published) = Self.published(DisclosureTests.tables(seed: UInt64(seed)), plan)
      for row in published.targets {
        guard let due = row.evidence.due, let ratio = row.evidence.paceRatio else { continue }
        let goal = row.form == "none" ? 0 : row.targetValue ?? 0
        let share = Double(row.year - 2020) / 5
        // The straight line read backwards gives the base, and the ratio the value.
        let base = (due - goal * share) / (1 - share)
        let value = base + ratio * (due - base)
        func known(_ year: Int) -> Double? {
          published.indicators.first {
            $0.indicator == row.indicator && $0.unit == row.unit && $0.year == year
          }?.value
        }
        #expect(try abs(base - #require(known(2020))) < 1e-6)
        #expect(try abs(value - #require(known(row.year))) < 1e-6)
        told += 1
      }
    }
    #expect(told > 100)
  }

  struct Example: Sendable, CustomTestStringConvertible {
    var name: String
    var counts: [Int: [InventedTables.Counts?]]
    var target: String
    var status: TargetStatus
    var vi: String
    var en: String
    var testDescription: String { name }
  }

  private static func years(_ base: [(Int64, Int64)], _ now: [(Int64, Int64)])
    -> [Int: [InventedTables.Counts?]]
  {
    func rows(_ pairs: [(Int64, Int64)]) -> [InventedTables.Counts?] {
      pairs.map { (1, 1, $0.0, $0.1) }
    }
    return [2020: rows(base), 2021: rows(base), 2022: rows(now), 2023: rows(now)]
  }

  @Test(arguments: [
    // 3 of 4 and 2 of 3 helped: all hidden, so the pace is too.
    Example(
      name: "a hidden share is not paced",
      counts: years([(1, 4), (1, 3)], [(3, 4), (2, 3)]),
      target: "B",
      status: .suppressed,
      vi: "không công bố [c]",
      en: "suppressed [c]"
    ),
    // 7 of 7 in all: that all were helped is told, of how many is not.
    Example(
      name: "a hidden share may be said to be reached",
      counts: years([(1, 4), (1, 3)], [(4, 4), (3, 3)]),
      target: "B",
      status: .reached,
      vi: "đạt ([c])",
      en: "reached ([c])"
    ),
    // 60 and 40 are published, 4 and 3 of the base year are not: nothing of the line from there.
    Example(
      name: "a published value is not set against a hidden base",
      counts: years([(0, 4), (0, 3)], [(20, 60), (10, 40)]),
      target: "B",
      status: .suppressed,
      vi: "không công bố [c]",
      en: "suppressed [c]"
    ),
    Example(
      name: "published counts are paced as ever",
      counts: years([(20, 60), (10, 40)], [(30, 60), (20, 40)]),
      target: "B",
      status: .behind,
      vi: "chậm tiến độ: 50,0 % (50/100); theo đường thẳng từ năm 2020, đến hết năm 2023 cần "
        + "72,0 %",
      en: "behind: 50.0% (50/100); on a straight line from 2020, 72.0% is due by the end of 2023"
    ),
  ])
  func `sentences tell no hidden count`(_ example: Example) throws {
    var plan = try Self.plan(members: 2)
    plan.templates = [.vietnamese: "{{targets}}", .english: "{{targets}}"]
    plan.targets.removeAll { $0.id != example.target }
    var tables = InventedTables(counts: example.counts)
    tables.boundBasis = "complete"
    let (raw, published) = Self.published(tables, plan)
    let row = try #require(
      published.targets.first { $0.unit == "S" && $0.year == 2023 && $0.target == example.target }
    )
    #expect(row.status == example.status)
    #expect(raw.targets.contains { $0.unit == "S" && $0.evidence.lower != nil })
    for (language, words) in [(Language.vietnamese, example.vi), (.english, example.en)] {
      let context = ReportContext(
        plan: plan,
        language: language,
        tables: published,
        records: []
      )
      #expect(
        context.targetSentence(plan.targets[0], "S") == "**\(example.target)** – \(words)."
      )
    }
  }
}
