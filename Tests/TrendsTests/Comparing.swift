import Diagnostics
import GardenPlan
import Methods
import Plan
import Tables
import Testing
import Trends

/// The garden plan with so many villages, and what trends makes of their figures.
struct Comparing {
  var plan: Plan
  var year = 2025
  var boundaries: CalendarDate?
  private var rows: [IndicatorRow] = []

  init(villages: Int) throws {
    plan = try loadPlan(GardenPlan.folder).plan
    plan.orgUnits = OrgUnits(
      plan.orgUnits.all.filter { $0.code == plan.unit }
        + (1...villages).map { Self.village("V\($0)") }
    )
  }

  static func village(_ code: String, kind: String = "village", from: String = "") -> OrgUnit {
    OrgUnit(
      code: code,
      name: "Làng \(code)",
      kind: kind,
      level: "village",
      parent: "R",
      validFrom: CalendarDate(iso: from)
    )
  }

  /// Adds the figures of the villages, from the first on, with their 95 % intervals.
  mutating func add(_ counts: [(Double, Double)], year: Int = 2025, indicator: String = "watered") {
    for (place, count) in counts.enumerated() {
      add(count, unit: "V\(place + 1)", year: year, indicator: indicator)
    }
  }

  mutating func add(
    _ count: (Double, Double),
    unit: String,
    year: Int,
    indicator: String = "watered",
    reported: Int = 1
  ) {
    let successes = Int(exactly: count.0)
    let trials = Int(exactly: count.1)
    let interval = successes.flatMap { successes in
      trials.flatMap { try? Proportion.interval(for: successes, in: $0).get().interval }
    }
    rows.append(
      IndicatorRow(
        indicator: indicator,
        unit: unit,
        year: year,
        numerator: count.0,
        denominator: count.1,
        value: count.1 == 0 ? nil : count.0 / count.1 * 100,
        lower: interval.map { $0.lower * 100 },
        upper: interval.map { $0.upper * 100 },
        method: "",
        boundBasis: "complete",
        expected: 1,
        reported: reported
      )
    )
  }

  /// Adds values that are no proportions, a village an element.
  mutating func addCounts(_ values: [Double], year: Int) {
    for (place, value) in values.enumerated() {
      rows.append(
        IndicatorRow(
          indicator: "weeds",
          unit: "V\(place + 1)",
          year: year,
          value: value,
          method: "",
          boundBasis: "",
          expected: 1,
          reported: 1
        )
      )
    }
  }

  func tables(jobs: Int = 1) throws -> TrendTables {
    let text = LocalisedText(vietnamese: "")
    let settings = RunSettings(
      plan: plan.id,
      year: year,
      asOf: try #require(CalendarDate(year: year, month: 12, day: 15)),
      boundaries: boundaries,
      datasetTitle: text,
      isSynthetic: false,
      notice: text
    )
    return trends(
      plan,
      settings,
      IndicatorTables(indicators: rows, targets: [], scores: []),
      jobs: jobs
    )
  }
}
