internal import Distributions

/// The control limits of one unit in a funnel.
public struct FunnelLimits: Hashable, Sendable {
  /// The lower limit at 95 %.
  public let lower95: Double
  /// The upper limit at 95 %.
  public let upper95: Double
  /// The lower limit at 99.8 %.
  public let lower998: Double
  /// The upper limit at 99.8 %.
  public let upper998: Double

  /// Creates limits.
  init(lower95: Double, upper95: Double, lower998: Double, upper998: Double) {
    self.lower95 = lower95
    self.upper95 = upper95
    self.lower998 = lower998
    self.upper998 = upper998
  }

  /// Creates limits that are all one value.
  init(all value: Double) {
    self.init(lower95: value, upper95: value, lower998: value, upper998: value)
  }

  /// The limits with each one changed.
  func map(_ change: (Double) -> Double) -> FunnelLimits {
    FunnelLimits(
      lower95: change(lower95),
      upper95: change(upper95),
      lower998: change(lower998),
      upper998: change(upper998)
    )
  }

  /// Where a value lies among the limits; on a limit is within it.
  func position(of value: Double) -> Funnel.Position {
    if value < lower998 { return .lowBeyond998 }
    if value > upper998 { return .highBeyond998 }
    if value < lower95 { return .lowBeyond95 }
    if value > upper95 { return .highBeyond95 }
    return .inside
  }
}

/// A distribution of counts whose limits are sought, by its two tails.
struct CountTails {
  /// The mean of the count.
  let mean: Double

  /// The standard deviation of the count.
  let deviation: Double

  /// The largest count that is looked at; nothing above it has a tail that matters.
  let largest: Int

  /// The probability of at most so many.
  let lowerTail: (Int) -> Double?

  /// The probability of at least so many.
  let upperTail: (Int) -> Double?

  /// Successes among trials; nothing where the distribution does not reach.
  ///
  /// The probability should be at most one half, so that its complement has all digits.
  init?(trials: Int, probability: Double) {
    guard let binomial = BinomialDistribution(trials: trials, probability: probability) else {
      return nil
    }
    mean = Double(trials) * probability
    deviation = (mean * (1 - probability)).squareRoot()
    largest = trials
    lowerTail = { binomial.lowerTail(at: $0) }
    upperTail = { binomial.upperTail(from: $0) }
  }

  /// Events of a Poisson distribution; nothing where the distribution does not reach.
  init?(mean: Double) {
    guard mean > 0, mean <= Funnel.largestExpected else { return nil }
    self.mean = mean
    deviation = mean.squareRoot()
    // Ten deviations and 50 events above the mean lies less than 1e-20.
    largest = Int(mean + 10 * deviation) + 50
    lowerTail = { count in
      guard count >= 0 else { return 0 }
      return GammaDistribution(shape: Double(count) + 1)?.upperTail(at: mean)
    }
    upperTail = { count in
      guard count > 0 else { return 1 }
      return GammaDistribution(shape: Double(count))?.lowerTail(at: mean)
    }
  }

  /// The interpolated limits in counts, which may lie up to one beyond the possible counts, or nothing
  /// where a tail has no value.
  func limits(_ interpolation: Funnel.Interpolation) -> FunnelLimits? {
    guard
      let lower95 = lower(.percent95), let upper95 = upper(.percent95, interpolation),
      let lower998 = lower(.percent99point8), let upper998 = upper(.percent99point8, interpolation)
    else { return nil }
    return FunnelLimits(
      lower95: lower95,
      upper95: upper95,
      lower998: lower998,
      upper998: upper998
    )
  }

  /// The count below which the lower tail is less than the level leaves, between whole counts on the
  /// straight line through their tails.
  private func lower(_ level: ConfidenceLevel) -> Double? {
    let tail = level.significance / 2
    guard
      let count = first(near: -deviate(level), where: { lowerTail($0).map { $0 > tail } }),
      let at = lowerTail(count), let before = lowerTail(count - 1)
    else { return nil }
    return Double(count - 1) + (tail - before) / (at - before)
  }

  private func upper(
    _ level: ConfidenceLevel,
    _ interpolation: Funnel.Interpolation
  ) -> Double? {
    let tail = level.significance / 2
    // The first count whose tail from the next one on is within the level.
    guard
      let count = first(near: deviate(level), where: { upperTail($0 + 1).map { $0 <= tail } }),
      let at = upperTail(count), let after = upperTail(count + 1)
    else { return nil }
    let limit = Double(count + 1) - (tail - after) / (at - after)
    return interpolation == .eachTail ? limit : limit - 1
  }

  private func deviate(_ level: ConfidenceLevel) -> Double {
    (StandardNormal.quantile(upperTail: level.significance / 2) ?? 0) * deviation
  }

  /// The first count from 0 to the largest at which a condition holds that then holds on; the search
  /// doubles its steps away from a guess and then halves them.
  private func first(near distance: Double, where holds: (Int) -> Bool?) -> Int? {
    var low = -1
    var high = largest
    var probe = Int(min(max(mean + distance, 0), Double(largest)))
    var step = 1
    // Below: does not hold at `low`, holds at `high`.
    while high - low > 1 {
      guard probe > low, probe < high else {
        probe = low + (high - low) / 2
        continue
      }
      guard let isHeld = holds(probe) else { return nil }
      if isHeld { high = probe } else { low = probe }
      // While one end is as it began, steps grow from the guess; then the middle is taken.
      if low == -1 {
        probe = high - step
      } else if high == largest {
        probe = low + step
      } else {
        probe = low + (high - low) / 2
      }
      step *= 2
    }
    return high
  }
}
