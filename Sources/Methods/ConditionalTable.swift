/// Units' counts given their total, and how likely each table of counts is under equal chances.
struct ConditionalTable {
  /// A unit: its count, and the size that its chance goes by.
  struct Row {
    let count: Int
    let size: Double
  }

  /// How counts are distributed given the total.
  enum Law {
    /// Successes among whole numbers of trials.
    case hypergeometric
    /// Events by exposure.
    case multinomial
  }

  /// The units, the smallest first: those of equal size side by side have the most tables in common.
  let rows: [Row]

  /// The law of the counts.
  let law: Law

  /// All counts together.
  let total: Int

  /// Successes among trials of each unit, at most half of all trials.
  static func proportions(_ units: [(count: Int, trials: Int)]) -> ConditionalTable {
    ConditionalTable(
      units.map { Row(count: $0.count, size: Double($0.trials)) },
      .hypergeometric
    )
  }

  /// Events in each unit's population.
  static func rates(_ units: [(count: Int, size: Double)]) -> ConditionalTable {
    ConditionalTable(units.map { Row(count: $0.count, size: $0.size) }, .multinomial)
  }

  private init(_ rows: [Row], _ law: Law) {
    self.rows = rows.sorted { ($0.size, $0.count) < ($1.size, $1.count) }
    self.law = law
    total = rows.reduce(0) { $0 + $1.count }
  }

  /// The probability of tables as unlikely as this one, by the first way that can bear the work.
  func probability(seed: UInt64) -> Result<Heterogeneity.Probability, StatisticGap> {
    guard total > 0 else { return .success(.exact(ExactProbability(1, of: 1))) }
    guard rows.count <= Heterogeneity.largestUnits else {
      return .failure(.tooManyPoints(limit: Heterogeneity.largestUnits, had: rows.count))
    }
    if let exact = exactProbability() { return .success(.exact(exact)) }
    if let summed = summedProbability() { return .success(.summed(summed)) }
    return simulatedProbability(seed: seed).map(Result.success) ?? .failure(.noConvergence)
  }

  /// The most steps from one partial table to the next; beyond, tables are drawn.
  static let mostSteps = 1_000_000

  /// R's and scipy's margin within which two tables count as equally likely.
  static let margin = 1 + 1e-7

  /// The weight of the table found, each unit's relative to its likeliest count.
  func observedWeight(_ masses: [RelativeMasses]) -> Double {
    zip(rows, masses).reduce(1) { $0 * $1.1.value(at: $1.0.count) }
  }

  /// Each unit's masses as if the units were independent, which the total does not change.
  func relativeMasses() -> [RelativeMasses] {
    let whole = CompensatedSum.of(rows.lazy.map(\.size))
    let share = Double(total) / whole
    return rows.map { row in
      switch law {
      case .multinomial:
        let mean = share * row.size
        return RelativeMasses(mode: min(total, Int(mean)), largest: total) { count in
          mean / Double(count + 1)
        }
      case .hypergeometric:
        let odds = Double(total) / (whole - Double(total))
        let largest = min(total, Int(row.size))
        return RelativeMasses(mode: min(largest, Int((row.size + 1) * share)), largest: largest) {
          (row.size - Double($0)) / Double($0 + 1) * odds
        }
      }
    }
  }
}
