import Plan

/// What an indicator could be if what is missing were all at one end or the other.
struct Bounds {
  enum Basis: String {
    /// Nothing is missing.
    case complete
    /// Denominators of units that did not report are those of their latest earlier report.
    case assumedDenominators = "assumed-denominators"
    /// New units also report land that is not the plan's.
    case outsideLand = "outside-land"
    /// Nothing limits what is missing on one side or both.
    case unbounded
  }

  var low: Double?
  var high: Double?
  var basis: Basis

  /// Worst and best by the direction in which the plan wants the indicator to go.
  func ordered(_ direction: Indicator.Direction) -> (worst: Double?, best: Double?) {
    direction == .down ? (high, low) : (low, high)
  }
}

/// Bounds of a sum of proportions, collected unit by unit.
struct BoundSums {
  private var lowNumerator = 0.0
  private var highNumerator = 0.0
  private var denominator = 0.0
  private var basis = Bounds.Basis.complete

  mutating func addKnown(numerator: Double, denominator: Double) {
    lowNumerator += numerator
    highNumerator += numerator
    self.denominator += denominator
  }

  /// A unit whose numerator lies between what was counted and its denominator.
  ///
  /// That there was nothing in an earlier year limits nothing in this one.
  mutating func addOpen(counted: Double, denominator: Double, isAssumed: Bool) {
    guard !isAssumed || denominator > 0 else {
      addUnknown()
      return
    }
    lowNumerator += min(counted, denominator)
    highNumerator += max(counted, denominator)
    self.denominator += denominator
    if isAssumed, basis == .complete { basis = .assumedDenominators }
  }

  /// Takes away what several units have counted, which is in all bounds too often.
  mutating func takeAway(numerator: Double, denominator: Double) {
    lowNumerator = max(0, lowNumerator - numerator)
    highNumerator = max(lowNumerator, highNumerator - numerator)
    self.denominator -= denominator
  }

  /// A unit of which not even a denominator is known.
  mutating func addUnknown() { basis = .unbounded }

  /// The bounds; over denominators that are only assumed they take in the value of the units that
  /// reported, which would else seem to contradict them.
  func bounds(per: Double, value: Double?) -> Bounds {
    if basis == .unbounded { return Bounds(low: 0, high: per, basis: .unbounded) }
    guard denominator > 0 else { return Bounds(low: nil, high: nil, basis: basis) }
    var low = lowNumerator / denominator * per
    var high = highNumerator / denominator * per
    if basis == .assumedDenominators, let value {
      low = min(low, value)
      high = max(high, value)
    }
    return Bounds(low: low, high: high, basis: basis)
  }
}
