internal import Distributions

extension ConditionalTable {
  /// The probability among tables drawn at random with the same totals.
  func simulatedProbability(seed: UInt64) -> Heterogeneity.Probability? {
    let masses = relativeMasses()
    let limit = observedWeight(masses) * Self.margin
    var random = RandomSource(seed: seed)
    var chances = UnitChances(self)
    var unlikely = 0
    for _ in 0..<Heterogeneity.draws {
      guard let weight = drawnWeight(masses, &chances, &random) else { return nil }
      if weight <= limit { unlikely += 1 }
    }
    let draws = Double(Heterogeneity.draws)
    let probability = (Double(unlikely) + 1) / (draws + 1)
    return .simulated(
      probability,
      standardError: (probability * (1 - probability) / draws).squareRoot(),
      draws: Heterogeneity.draws
    )
  }

  /// The weight of a random table: one unit after the other, each given what is left.
  private func drawnWeight(
    _ masses: [RelativeMasses],
    _ chances: inout UnitChances,
    _ random: inout RandomSource
  ) -> Double? {
    var events = total
    var weight = 1.0
    for place in rows.indices {
      var count = events
      if place < rows.count - 1 {
        guard let drawn = chances.draw(place, events, &random) else { return nil }
        count = drawn
      }
      weight *= masses[place].value(at: count)
      events -= count
    }
    return weight
  }
}

/// How counts of each unit are drawn, given what the units before it have left.
private struct UnitChances {
  private let table: ConditionalTable

  /// Each unit's size together with those after it.
  private let left: [Double]

  /// By unit and events left: thousands of tables meet the same few.
  private var known: [OutwardMasses?]

  /// The most pairs of unit and events that are kept.
  private static let mostKnown = 100_000

  init(_ table: ConditionalTable) {
    self.table = table
    var left = [CompensatedSum.of(table.rows.lazy.map(\.size))]
    for row in table.rows { left.append(max(0, left[left.count - 1] - row.size)) }
    self.left = left
    let pairs = table.rows.count.multipliedReportingOverflow(by: table.total + 1)
    let fits = !pairs.overflow && pairs.partialValue <= Self.mostKnown
    known = Array(repeating: nil, count: fits ? pairs.partialValue : 0)
  }

  /// A random count of a unit, or nothing where its probabilities cannot be computed.
  mutating func draw(_ place: Int, _ events: Int, _ random: inout RandomSource) -> Int? {
    guard !known.isEmpty else {
      var masses = masses(place, events)
      return masses?.draw(&random)
    }
    let pair = place * (table.total + 1) + events
    if known[pair] == nil { known[pair] = masses(place, events) }
    return known[pair]?.draw(&random)
  }

  private func masses(_ place: Int, _ events: Int) -> OutwardMasses? {
    let size = table.rows[place].size
    return switch table.law {
    case .multinomial: .binomial(events, min(1, size / left[place]))
    case .hypergeometric: .hypergeometric(Int(size), of: Int(left[place]), marked: events)
    }
  }
}
