import Boundaries
import Diagnostics
import GardenPlan
import Indicators
import Plan
import Tables
import Testing

/// Things that several units count, over an invented chain of changes.
///
/// ```
/// until 2021   a  b  c  d    g
/// 2022         ab    c  e f  g      a and b merge, d is divided by an estimate
/// 2023         abg   cf   e         ab and g merge, c and f merge
/// ```
@Suite(.timeLimit(.minutes(1)))
struct RecountTests {
  private static func plan(estimates: Bool = false) throws -> Plan {
    let loaded = try GardenPlan.load(
      replacing: "[\n  { id: \"teaching\"",
      with: """
        [
          { id: "seen", title: "Cây từng thăm", clauses: ["A.1"], kind: "count",
            value: "visits.visited_plan" },
          { id: "share", title: "Tỷ lệ cây từng thăm", clauses: ["A.1"], kind: "ratio",
            numerator: "visits.visited_plan", denominator: "visits.visited" },
          { id: "more", title: "Thăm thêm", clauses: ["A.1"], kind: "count",
            value: "2 * visits.visited - visits.visited_plan" },
          { id: "teaching"
        """,
      in: "indicators.json5"
    )
    var plan = loaded.plan
    let region = plan.orgUnits.all.filter { $0.level == "region" }
    let (first, second) = ("2022-01-01", "2023-01-01")
    plan.orgUnits = OrgUnits(
      region + [
        unit("a", until: "2021-12-31"), unit("b", until: "2021-12-31"),
        unit("d", until: "2021-12-31"), unit("g", until: "2022-12-31"),
        unit("c", until: "2022-12-31"), unit("ab", first, until: "2022-12-31"),
        unit("e", first), unit("f", first, until: "2022-12-31"),
        unit("abg", second), unit("cf", second),
      ]
    )
    let half = try #require(Share(1, of: 2))
    func change(
      _ day: String,
      _ kind: UnitChange.Kind,
      _ from: String,
      _ to: String,
      _ share: Share = .whole
    ) throws -> UnitChange {
      let date = try #require(CalendarDate(iso: day))
      let isEstimate = !share.isWhole
      return UnitChange(
        date: date,
        kind: kind,
        from: from,
        to: to,
        share: share,
        isEstimate: isEstimate
      )
    }
    plan.unitChanges = [
      try change(first, .merge, "a", "ab"), try change(first, .merge, "b", "ab"),
      try change(first, .split, "d", "e", half), try change(first, .split, "d", "f", half),
      try change(second, .merge, "ab", "abg"), try change(second, .merge, "g", "abg"),
      try change(second, .merge, "c", "cf"), try change(second, .merge, "f", "cf"),
    ]
    plan.usesEstimatedShares = estimates
    return plan
  }

  private static func unit(_ code: String, _ from: String = "", until: String = "") -> OrgUnit {
    OrgUnit(
      code: code,
      name: code,
      kind: "village",
      level: "village",
      parent: "R",
      validFrom: CalendarDate(iso: from.isEmpty ? "2000-01-01" : from),
      validTo: CalendarDate(iso: until)
    )
  }

  /// Facts and overlaps of an element, from the things that each unit counts.
  private static func add(
    _ element: String,
    _ year: Int,
    _ things: [String: Set<Int>],
    to village: inout Village
  ) {
    for (unit, own) in things { village.set(element, unit, year, Int64(own.count)) }
    var sets: [[String]: Int] = [:]
    for thing in Set(things.values.joined()) {
      let units = things.keys.filter { things[$0]?.contains(thing) == true }.sorted()
      if units.count > 1 { sets[units, default: 0] += 1 }
    }
    village.overlaps += sets.map {
      OverlapRow(element: element, year: year, units: $0, keys: $1)
    }
  }

  /// The rows of a year by indicator and unit.
  private static func rows(
    _ village: Village,
    _ year: Int,
    at day: String?,
    estimates: Bool = false
  ) throws -> [String: IndicatorRow] {
    let boundaries = try day.map { try #require(CalendarDate(iso: $0)) }
    let tables = try village.tables(year, of: plan(estimates: estimates), boundaries: boundaries)
    return Dictionary(
      tables.indicators.filter { $0.year == year }.map { ("\($0.indicator) \($0.unit)", $0) }
    ) { first, _ in first }
  }

  private static func union(_ things: [String: Set<Int>], _ units: [String]) -> Double {
    Double(units.reduce(into: Set<Int>()) { $0.formUnion(things[$1] ?? []) }.count)
  }

  struct State: Sendable, CustomTestStringConvertible {
    var year: Int
    var day: String?
    /// Units at the day, with the units that come to them whole; others cannot be told apart.
    var targets: [String: [String]]
    var testDescription: String { "\(year) at \(day ?? "its own boundaries")" }
  }

  static let states: [State] = [
    State(
      year: 2021,
      day: nil,
      targets: ["a": ["a"], "b": ["b"], "c": ["c"], "d": ["d"], "g": ["g"]]
    ),
    State(
      year: 2021,
      day: "2022-06-30",
      targets: ["ab": ["a", "b"], "c": ["c"], "e": [], "f": [], "g": ["g"]]
    ),
    State(
      year: 2021,
      day: "2023-06-30",
      targets: ["abg": ["a", "b", "g"], "cf": ["c"], "e": []]
    ),
    State(
      year: 2022,
      day: "2023-06-30",
      targets: ["abg": ["ab", "g"], "cf": ["c", "f"], "e": ["e"]]
    ),
    // Back before the division its parts are one again; what was merged cannot be taken apart.
    State(
      year: 2022,
      day: "2021-06-30",
      targets: ["a": [], "b": [], "c": ["c"], "d": ["e", "f"], "g": ["g"]]
    ),
    State(
      year: 2023,
      day: "2022-06-30",
      targets: ["ab": [], "g": [], "c": [], "f": [], "e": ["e"]]
    ),
    State(
      year: 2023,
      day: "2021-06-30",
      targets: ["a": [], "b": [], "c": [], "g": [], "d": ["e"]]
    ),
  ]

  /// Counts carried through the changes are those of the things themselves, thrown together.
  @Test(arguments: states, 1...12)
  func `a merged unit counts each thing once`(_ state: State, _ seed: Int) throws {
    let plan = try Self.plan()
    var lottery = UInt64(seed)
    func draw() -> UInt64 {
      lottery = lottery &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return lottery >> 33
    }
    var (few, many): ([String: Set<Int>], [String: Set<Int>]) = ([:], [:])
    let members = plan.members(in: state.year).map(\.code)
    for unit in members {
      many[unit] = Set((0..<9).map { _ in Int(draw() % 24) })
      few[unit] = many[unit]?.filter { $0 % 2 == 0 || draw() % 3 == 0 }
    }
    var village = Village()
    Self.add("visits.visited_plan", state.year, few, to: &village)
    Self.add("visits.visited", state.year, many, to: &village)
    let rows = try Self.rows(village, state.year, at: state.day)
    let targets = plan.members(
      in: state.year,
      boundaries: try state.day.map { try #require(CalendarDate(iso: $0)) }
    ).map(\.code)
    #expect(targets.sorted() == state.targets.keys.sorted())
    for (target, sources) in state.targets {
      let seen = try #require(rows["seen \(target)"])
      let share = try #require(rows["share \(target)"])
      #expect(seen.reported == sources.count)
      guard !sources.isEmpty else {
        #expect(seen.missing == .notSeparable && share.missing == .notSeparable)
        continue
      }
      let (above, below) = (Self.union(few, sources), Self.union(many, sources))
      #expect(seen.numerator == above && share.numerator == above && share.denominator == below)
      #expect(rows["more \(target)"]?.value == 2 * below - above)
      // What is missing lies within the bounds, and where nothing is missing they are the value.
      let value = try #require(share.value)
      let (worst, best) = (try #require(share.worst), try #require(share.best))
      #expect(min(worst, best) <= value && value <= max(worst, best))
      if share.reported == share.expected { #expect(worst == value && best == value) }
    }
    // The district's figure is that of all things, at whatever boundaries.
    #expect(rows["seen R"]?.numerator == Self.union(few, members))
    #expect(rows["share R"]?.denominator == Self.union(many, members))
    #expect(rows["share R"]?.worst == rows["share R"]?.value)
  }

  /// Where nothing is divided and nothing is in two units, carrying and summing is summing.
  @Test(arguments: 1...20)
  func `what no two units share adds up over the merged units`(_ seed: Int) throws {
    var village = Village()
    let units = ["a", "b", "c", "d", "g"]
    let things = Dictionary(
      units.enumerated().map { index, unit in
        (unit, unit == "d" ? [] : Set((0..<(seed * (index + 3)) % 7).map { 100 * index + $0 }))
      }
    ) { first, _ in first }
    Self.add("visits.visited_plan", 2021, things, to: &village)
    #expect(village.overlaps.isEmpty)
    let rows = try Self.rows(village, 2021, at: "2023-06-30")
    let sum = ["abg", "cf", "e"].compactMap { rows["seen \($0)"]?.numerator }.reduce(0, +)
    #expect(sum == rows["seen R"]?.numerator)
  }

  /// Two of c's five things are also among d's four; half of d goes where c goes.
  @Test func `of a divided unit a shared thing counts by the share`() throws {
    var village = Village()
    Self.add(
      "visits.visited_plan",
      2021,
      ["a": [90], "b": [], "c": [1, 2, 3, 4, 5], "d": [4, 5, 6, 7], "g": []],
      to: &village
    )
    let refused = try Self.rows(village, 2021, at: "2023-06-30")
    #expect(refused["seen cf"]?.numerator == 5 && refused["seen cf"]?.reported == 1)
    // At most all of d's things come beside c's.
    let bounds = [refused["seen cf"]?.worst, refused["seen cf"]?.best].compactMap(\.self)
    #expect(bounds.max() == 9)
    let estimated = try Self.rows(village, 2021, at: "2023-06-30", estimates: true)
    // 5 + 4/2 − 2/2: the two shared things are c's anyway.
    #expect(estimated["seen cf"]?.numerator == 6 && estimated["seen cf"]?.reported == 2)
    #expect(estimated["seen e"]?.numerator == 2)
    #expect(estimated["seen R"]?.numerator == 8)
  }

  @Test func `a unit that has not reported shares nothing`() throws {
    var village = Village()
    Self.add("visits.visited_plan", 2021, ["a": [1, 2], "c": [], "d": [], "g": []], to: &village)
    village.set("visits.visited_plan", "b", 2021, nil)
    village.overlaps.append(
      OverlapRow(element: "visits.visited_plan", year: 2021, units: ["a", "b"], keys: 1)
    )
    let rows = try Self.rows(village, 2021, at: "2022-06-30")
    #expect(rows["seen ab"]?.numerator == 2 && rows["seen ab"]?.reported == 1)
    #expect(rows["seen R"]?.numerator == 2)
  }
}
