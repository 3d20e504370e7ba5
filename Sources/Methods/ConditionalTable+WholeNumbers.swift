extension ConditionalTable {
  /// The probability as a fraction, or nothing where numbers or the work are too large.
  ///
  /// At most so many steps are made: pairs of partial tables that are looked at.
  func exactProbability(mostSteps: Int = mostSteps) -> ExactProbability? {
    guard total <= 125, let sizes = wholeSizes(), !isSurelyTooLarge(sizes),
      let observed = weight(of: sizes)
    else { return nil }
    // How many partial tables have which weight, by the sum so far.
    var layers: [[WeightedTables]] = Array(repeating: [], count: total + 1)
    layers[0] = [WeightedTables(key: 1, value: 1)]
    var steps = 0
    var sums = SumsByKey<Int128, Int128>()
    for (place, size) in sizes.enumerated() {
      let isLast = place == sizes.count - 1
      let likeThis = max(1, sizes.count - 1 - place)
      var added = 0
      var factors: [[Int128]] = Array(repeating: [], count: total + 1)
      for sum in layers.indices where !layers[sum].isEmpty {
        guard let own = self.factors(of: size, after: sum, onlyLargest: isLast) else { return nil }
        factors[sum] = own
        // Before the work is done, not while it is: each further unit but the last has as many counts
        // or more, and all weights found so far are among those that it goes on from.
        added += own.count * layers[sum].count
        guard steps + added * likeThis <= mostSteps else { return nil }
      }
      steps += added
      var next: [[WeightedTables]] = Array(repeating: [], count: total + 1)
      for target in (isLast ? total : 0)...total {
        sums.removeAll()
        for sum in 0...target {
          let index = isLast ? 0 : target - sum
          guard factors[sum].indices.contains(index) else { continue }
          guard Self.spread(layers[sum], by: factors[sum][index], into: &sums) else { return nil }
        }
        next[target] = sums.copied
      }
      layers = next
    }
    return Self.probability(of: layers[total], ofAtMost: observed)
  }

  /// By what each count multiplies the weight, up to the largest that is possible.
  private func factors(of size: Int128, after sum: Int, onlyLargest: Bool) -> [Int128]? {
    var factors: [Int128] = []
    for count in (onlyLargest ? total - sum : 0)...(total - sum) {
      guard let factor = factor(count, of: size, after: sum) else { return nil }
      if factor == 0 { break }
      factors.append(factor)
    }
    return factors
  }

  /// Whether all tables together exceed what the numbers hold, which the sums would find at their end.
  ///
  /// ```
  /// Σ ∏ C(n, x) = C(N, X),   Σ X!/∏x! ∏ E^x = (ΣE)^X
  /// ```
  private func isSurelyTooLarge(_ sizes: [Int128]) -> Bool {
    let whole = sizes.reduce(0.0) { $0 + Double($1) }
    var all = 1.0
    for step in 0..<total {
      all *= law == .multinomial ? whole : (whole - Double(step)) / Double(step + 1)
    }
    // The product's rounding is far less than its thousandth part.
    return all > 0x1p127 * 1.001
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

  /// A weight, and how many partial tables have it.
  private typealias WeightedTables = SumsByKey<Int128, Int128>.Entry

  /// Adds the tables that one more unit makes of others; false where a weight is too large.
  private static func spread(
    _ tables: [WeightedTables],
    by factor: Int128,
    into sums: inout SumsByKey<Int128, Int128>
  ) -> Bool {
    for table in tables {
      let (weight, overflow) = table.key.multipliedReportingOverflow(by: factor)
      guard !overflow else { return false }
      sums.update(weight, first: 0) { $0 += table.value }
    }
    return true
  }

  /// The share of tables that are no likelier than one of a weight.
  private static func probability(
    of tables: [WeightedTables],
    ofAtMost observed: Int128
  ) -> ExactProbability? {
    var all: Int128 = 0
    var unlikely: Int128 = 0
    for table in tables {
      let (share, overflow) = table.key.multipliedReportingOverflow(by: table.value)
      let (sum, isTooLarge) = all.addingReportingOverflow(share)
      guard !overflow, !isTooLarge else { return nil }
      all = sum
      if table.key <= observed { unlikely += share }
    }
    return ExactProbability(unlikely, of: all)
  }
}
