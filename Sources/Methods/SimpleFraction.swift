/// A fraction of whole numbers between 0 and 1, in lowest terms.
struct SimpleFraction: Hashable, Sendable {
  /// The largest number below the line.
  static let largestWhole = 1_000_000

  /// What is above the line.
  let share: Int

  /// What is below the line.
  let whole: Int

  /// One whole number out of another, which is positive and not smaller.
  init(_ share: Int, of whole: Int) {
    var (divisor, rest) = (whole, share)
    while rest != 0 {
      (divisor, rest) = (rest, divisor % rest)
    }
    self.share = share / divisor
    self.whole = whole / divisor
  }

  /// The simplest fraction that a number from 0 to 1 is the nearest double of, if there is one.
  ///
  /// Somebody who writes 0.95 means 19/20, which no double is.
  init?(_ value: Double) {
    guard value >= 0, value <= 1 else { return nil }
    // The convergents of the continued fraction; no simpler fractions come as near.
    var (before, current) = ((share: 1, whole: 0), (share: Int(value), whole: 1))
    var rest = value - value.rounded(.down)
    while Double(current.share) / Double(current.whole) != value {
      guard rest > 1e-12 else { return nil }
      let inverse = 1 / rest
      let part = Int(inverse)
      rest = inverse - inverse.rounded(.down)
      let next = (
        share: part.multipliedReportingOverflow(by: current.share),
        whole: part.multipliedReportingOverflow(by: current.whole)
      )
      guard !next.share.overflow, !next.whole.overflow,
        next.whole.partialValue <= Self.largestWhole - before.whole
      else { return nil }
      (before, current) = (
        current,
        (next.share.partialValue + before.share, next.whole.partialValue + before.whole)
      )
    }
    share = current.share
    whole = current.whole
  }
}
