/// The distribution of Kendall's S, summed over units, when whole years change places.
///
/// With the signs between two years summed over the units,
/// ```
/// mᵢⱼ = Σᵤ sign(yᵤⱼ − yᵤᵢ)        S = Σ mᵢⱼ over tᵢ < tⱼ        qᵢ = Σⱼ mᵢⱼ
/// ```
/// every order of the years is equally likely, and what the units of one year share moves with it.
/// The variance over all orders is
/// ```
/// var S = (Σ mᵢⱼ² over i < j  +  Σ qᵢ²) / 3
/// ```
/// which is the sum of all covariances of Dietz and Killeen, `(Kᵤᵥ + 4 Σ RᵤRᵥ − n(n+1)²)/3`, with
/// Hirsch and Slack's rule for a missing value: its signs are 0.
struct YearPermutation: Hashable, Sendable {
  /// The most years whose orders are all gone through: 181,440 orders and their mirror images.
  static let mostYears = 9

  private let years: Int

  /// At `i · years + j`, the sum of signs from year i to year j.
  private let signs: [Int]

  /// Creates the sums of signs.
  ///
  /// - Parameters:
  ///   - units: The units' series, each in order of time.
  ///   - times: All times that occur, in order.
  init(_ units: [[TimedValue]], times: [Double]) {
    let places = Dictionary(zip(times, times.indices)) { first, _ in first }
    var signs = Array(repeating: 0, count: times.count * times.count)
    for unit in units {
      let places = unit.map { places[$0.time] ?? 0 }
      for (index, later) in unit.enumerated() {
        for (before, earlier) in unit[..<index].enumerated() where earlier.value != later.value {
          let sign = later.value > earlier.value ? 1 : -1
          signs[places[before] * times.count + places[index]] += sign
          signs[places[index] * times.count + places[before]] -= sign
        }
      }
    }
    years = times.count
    self.signs = signs
  }

  /// The variance of S over all orders of the years.
  var variance: Double {
    var sum = 0.0
    for year in 0..<years {
      let row = signs[(year * years)..<((year + 1) * years)]
      let total = Double(row.reduce(0, +))
      sum += total * total
      sum += row.reduce(0) { $0 + Double($1) * Double($1) } / 2
    }
    return sum / 3
  }

  /// The share of all orders of the years whose S lies at least as far from zero as given.
  func twoSided(_ statistic: Int) -> ExactProbability? {
    guard (2...Self.mostYears).contains(years) else { return nil }
    var count = Count(years: years, signs: signs, distance: statistic.magnitude)
    count.extend(placed: 0, sum: 0)
    return ExactProbability(count.extreme, of: count.all)
  }

  /// A walk through all orders in which the first year comes before the last one; the others are
  /// their mirror images, with −S.
  private struct Count {
    let years: Int
    let signs: [Int]
    let distance: UInt
    var order: [Int] = []
    var extreme: Int128 = 0
    var all: Int128 = 0

    init(years: Int, signs: [Int], distance: UInt) {
      self.years = years
      self.signs = signs
      self.distance = distance
    }

    mutating func extend(placed: Int, sum: Int) {
      if order.count == years {
        all += 1
        if sum.magnitude >= distance { extreme += 1 }
        return
      }
      let needsFirst = placed & 1 == 0
      for year in 0..<years where placed & (1 << year) == 0 {
        if year == years - 1, needsFirst { continue }
        let added = order.reduce(0) { $0 + signs[$1 * years + year] }
        order.append(year)
        extend(placed: placed | (1 << year), sum: sum + added)
        order.removeLast()
      }
    }
  }
}
