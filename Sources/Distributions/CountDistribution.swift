/// A distribution of counts whose probabilities rise to a mode and fall from there.
///
/// Its tails are sums of the masses themselves, from the large ones to where nothing more is added,
/// so that a small tail keeps all its digits and the work is some ten standard deviations.
///
/// Accuracy: see each distribution; probabilities below the smallest double are 0.
public protocol CountDistribution: Sendable {
  /// The counts that can arise.
  var counts: ClosedRange<Int> { get }

  /// A count that none is likelier than.
  var mode: Int { get }

  /// The probability of exactly so many.
  ///
  /// - Parameter count: Any count.
  /// - Returns: The probability, or nil where it cannot be computed.
  func mass(at count: Int) -> Double?

  /// The mass of the next count over that of the one given.
  ///
  /// - Parameter count: A count that can arise, not the last.
  /// - Returns: The quotient.
  func growth(after count: Int) -> Double
}

extension CountDistribution {
  /// The probability of at most so many.
  ///
  /// - Parameter count: Any count.
  /// - Returns: The probability, or nil where it cannot be computed.
  public func lowerTail(at count: Int) -> Double? {
    if count < counts.lowerBound { return 0 }
    if count >= counts.upperBound { return 1 }
    return count < mode ? sumDown(from: count) : sumUp(from: count + 1).map { 1 - $0 }
  }

  /// The probability of at least so many.
  ///
  /// - Parameter count: Any count.
  /// - Returns: The probability, or nil where it cannot be computed.
  public func upperTail(from count: Int) -> Double? {
    if count <= counts.lowerBound { return 1 }
    if count > counts.upperBound { return 0 }
    return count > mode ? sumUp(from: count) : sumDown(from: count - 1).map { 1 - $0 }
  }

  /// The probability of a count that is no likelier than the one given, on either side.
  ///
  /// Masses that differ by less than 1e-7 of themselves count as equal; the margin of R's
  /// `binom.test`, `poisson.test`, `fisher.test` and of scipy.
  ///
  /// - Parameters:
  ///   - count: A count that can arise.
  ///   - strictly: Whether equally likely counts, and so the count itself, are left out.
  /// - Returns: The probability, or nil for other counts.
  public func twoSided(at count: Int, strictly: Bool = false) -> Double? {
    guard counts.contains(count), let own = mass(at: count), let top = mass(at: mode) else {
      return nil
    }
    let limit = strictly ? own * (1 - 1e-7) : own * (1 + 1e-7)
    let isUnlikely = { (mass: Double) in strictly ? mass < limit : mass <= limit }
    if isUnlikely(top) { return 1 }
    guard
      let below = lastBelowMode(where: isUnlikely),
      let above = firstAboveMode(where: isUnlikely),
      let lower = lowerTail(at: below),
      let upper = upperTail(from: above)
    else { return nil }
    return min(1, lower + upper)
  }

  private func sumDown(from start: Int) -> Double? {
    var sum = 1.0
    var term = 1.0
    var count = start
    while count > counts.lowerBound, term > sum * 0x1p-64 {
      count -= 1
      term /= growth(after: count)
      sum += term
    }
    return mass(at: start).map { min(1, $0 * sum) }
  }

  private func sumUp(from start: Int) -> Double? {
    var sum = 1.0
    var term = 1.0
    var count = start
    while count < counts.upperBound, term > sum * 0x1p-64 {
      term *= growth(after: count)
      sum += term
      count += 1
    }
    return mass(at: start).map { min(1, $0 * sum) }
  }

  /// One below the first count where there is none.
  private func lastBelowMode(where isUnlikely: (Double) -> Bool) -> Int? {
    var (low, high) = (counts.lowerBound - 1, mode - 1)
    while low < high {
      let middle = low + (high - low + 1) / 2
      guard let mass = mass(at: middle) else { return nil }
      if isUnlikely(mass) { low = middle } else { high = middle - 1 }
    }
    return low
  }

  /// One above the last count where there is none.
  private func firstAboveMode(where isUnlikely: (Double) -> Bool) -> Int? {
    var low = mode + 1
    var high = counts.upperBound + 1
    // Doubling steps first, as the last count may be far beyond all that are likely.
    var step = 1
    while step < high - low {
      let next = low + step
      guard let mass = mass(at: next) else { return nil }
      if isUnlikely(mass) {
        high = next
      } else {
        low = next + 1
        step *= 2
      }
    }
    while low < high {
      let middle = low + (high - low) / 2
      guard let mass = mass(at: middle) else { return nil }
      if isUnlikely(mass) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
