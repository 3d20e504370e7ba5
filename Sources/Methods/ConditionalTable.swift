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

  /// The most events whose tables are summed up.
  private static let mostSummed = 2_000

  // MARK: Whole numbers

  /// The probability as a fraction, or nothing where numbers or the work are too large.
  private func exactProbability() -> ExactProbability? {
    guard total <= 125, let sizes = wholeSizes(), let observed = weight(of: sizes) else {
      return nil
    }
    // For each sum so far: how many partial tables have which weight.
    var layers: [[Int128: Int128]] = Array(repeating: [:], count: total + 1)
    layers[0][1] = 1
    var steps = 0
    for (place, size) in sizes.enumerated() {
      let isLast = place == sizes.count - 1
      var next: [[Int128: Int128]] = Array(repeating: [:], count: total + 1)
      for sum in layers.indices where !layers[sum].isEmpty {
        for count in (isLast ? total - sum : 0)...(total - sum) {
          guard let factor = factor(count, of: size, after: sum) else { return nil }
          if factor == 0 { break }
          steps += layers[sum].count
          guard steps <= Self.mostSteps else { return nil }
          for (weight, tables) in layers[sum] {
            let (product, overflow) = weight.multipliedReportingOverflow(by: factor)
            guard !overflow else { return nil }
            next[sum + count][product, default: 0] += tables
          }
        }
      }
      layers = next
    }
    var all: Int128 = 0
    var unlikely: Int128 = 0
    for (weight, tables) in layers[total] {
      let (share, overflow) = weight.multipliedReportingOverflow(by: tables)
      let (sum, isTooLarge) = all.addingReportingOverflow(share)
      guard !overflow, !isTooLarge else { return nil }
      all = sum
      if weight <= observed { unlikely += share }
    }
    return ExactProbability(unlikely, of: all)
  }

  /// The sizes as whole numbers without a common divisor, or nothing where they are none.
  private func wholeSizes() -> [Int128]? {
    guard rows.allSatisfy({ $0.size == $0.size.rounded() && $0.size <= 0x1p53 }) else { return nil }
    let sizes = rows.map { Int128($0.size) }
    guard law == .multinomial else { return sizes }
    let divisor = sizes.reduce(Int128(0)) { one, other in
      var (larger, smaller) = (one, other)
      while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
      return larger
    }
    return sizes.map { $0 / divisor }
  }

  private func weight(of sizes: [Int128]) -> Int128? {
    var weight: Int128 = 1
    var sum = 0
    for (row, size) in zip(rows, sizes) {
      guard let factor = factor(row.count, of: size, after: sum) else { return nil }
      let (product, overflow) = weight.multipliedReportingOverflow(by: factor)
      guard !overflow else { return nil }
      weight = product
      sum += row.count
    }
    return weight
  }

  /// By what a count of a unit multiplies the weight of a table, or nothing where it is too large.
  private func factor(_ count: Int, of size: Int128, after sum: Int) -> Int128? {
    switch law {
    case .hypergeometric:
      return Self.binomial(size, count)
    case .multinomial:
      guard var factor = Self.binomial(Int128(sum + count), count) else { return nil }
      for _ in 0..<count {
        let (product, overflow) = factor.multipliedReportingOverflow(by: size)
        guard !overflow else { return nil }
        factor = product
      }
      return factor
    }
  }

  private static func binomial(_ size: Int128, _ count: Int) -> Int128? {
    if Int128(count) > size { return 0 }
    var result: Int128 = 1
    for step in 0..<Int128(count) {
      let (product, overflow) = result.multipliedReportingOverflow(by: size - step)
      guard !overflow else { return nil }
      result = product / (step + 1)
    }
    return result
  }

  // MARK: Doubles

  private struct Mass {
    let weight: Double
    var mass: Double
  }

  /// The probability summed up in doubles, or nothing where the work is too large.
  private func summedProbability() -> Double? {
    guard total <= Self.mostSummed else { return nil }
    let masses = relativeMasses()
    var layers: [[UInt64: Mass]] = Array(repeating: [:], count: total + 1)
    layers[0][0] = Mass(weight: 1, mass: 1)
    var steps = 0
    for (place, unit) in masses.enumerated() {
      let isLast = place == masses.count - 1
      var next: [[UInt64: Mass]] = Array(repeating: [:], count: total + 1)
      for sum in layers.indices where !layers[sum].isEmpty {
        let counts = unit.counts.clamped(to: (isLast ? total - sum : 0)...(total - sum))
        for count in counts {
          let factor = unit.value(at: count)
          steps += layers[sum].count
          guard steps <= Self.mostSteps else { return nil }
          for state in layers[sum].values {
            let weight = state.weight * factor
            // Weights that agree to 30 bits are taken for one: equal but for rounding.
            next[sum + count][
              (weight.bitPattern + (1 << 21)) >> 22,
              default: Mass(weight: weight, mass: 0)
            ]
            .mass += state.mass * factor
          }
        }
      }
      layers = next
    }
    let limit = observedWeight(masses) * Self.margin
    let tables = layers[total].values.sorted { $0.weight < $1.weight }
    let all = CompensatedSum.of(tables.lazy.map(\.mass))
    guard all > 0 else { return nil }
    return min(1, CompensatedSum.of(tables.lazy.filter { $0.weight <= limit }.map(\.mass)) / all)
  }

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

/// The masses of a distribution of counts relative to its mode, as far as doubles hold them.
struct RelativeMasses {
  private let first: Int
  private let values: [Double]

  /// Creates the masses from the ratio of each to the one before.
  ///
  /// - Parameters:
  ///   - mode: The likeliest count.
  ///   - largest: The largest count.
  ///   - ratio: The mass of the next count over that of the one given.
  init(mode: Int, largest: Int, ratio: (Int) -> Double) {
    let least = Double.leastNormalMagnitude
    var below: [Double] = []
    var mass = 1.0
    var count = mode
    while count > 0 {
      count -= 1
      mass /= ratio(count)
      guard mass >= least else { break }
      below.append(mass)
    }
    first = mode - below.count
    var values: [Double] = below.reversed()
    values.append(1)
    mass = 1
    count = mode
    while count < largest {
      mass *= ratio(count)
      count += 1
      guard mass >= least else { break }
      values.append(mass)
    }
    self.values = values
  }

  /// The counts whose masses doubles hold.
  var counts: ClosedRange<Int> { first...(first + values.count - 1) }

  /// The mass of a count relative to the mode; 0 where it is below the smallest double.
  func value(at count: Int) -> Double {
    let place = count - first
    return values.indices.contains(place) ? values[place] : 0
  }
}
