/// The reason why a statistic has no value.
///
/// Bad data is an answer here, not an error of the program: a method returns its result or one of
/// these, never NaN.
public enum StatisticGap: Error, Hashable, Sendable {
  /// A proportion of nothing was asked for.
  case zeroDenominator
  /// More successes than trials.
  case numeratorAboveDenominator
  /// A count below zero.
  case negative
  /// A count above what the method was checked for.
  case countTooLarge(limit: Int)
  /// An input is NaN or infinite.
  case notFinite
  /// The result does not fit a double.
  case outOfRange
  /// The value of the earlier period is missing.
  case missingEarlier
  /// The value of the later period is missing.
  case missingLater
  /// A relative change from zero has no meaning.
  case zeroBase
  /// A relative change from a negative value has no meaning.
  case negativeBase
  /// A value at a steady rate of growth never becomes zero.
  case zeroTarget
  /// A value at a steady rate of growth never changes its sign.
  case signChange
  /// The base already fulfils the target, so that there is no way to go.
  case baseMeetsTarget
  /// The target is due at or before the time of the base.
  case deadlineNotAfterBase
  /// The base equals the target, and nothing says which side of it is the good one.
  case unknownDirection
  /// The series is too short.
  case tooFewPoints(needed: Int, had: Int)
  /// Too few events for the interval that the method is known to give.
  case tooFewEvents(needed: Int, had: Int)
  /// The series is longer than the work that the method allows.
  case tooManyPoints(limit: Int, had: Int)
  /// Two values carry the same time.
  case duplicateTime
  /// Too few years are had by all units, so that what the units share cannot be seen.
  case yearsNotShared
  /// The estimate would be infinite: cases, or all but them, lie at one end of the series only.
  case noFiniteEstimate
  /// An exact answer would take more work than is allowed.
  case tooMuchWork
  /// A predictor is constant, or follows from the others, so that its coefficient is not determined.
  case collinear
  /// The columns do not have the same number of rows.
  case lengthsDiffer
  /// All values are the same, so a test of order has nothing to decide.
  case allEqual
  /// No interval of the level asked for exists; `best` is the highest level that does.
  case levelNotAttainable(best: Double)
  /// A probability is NaN or outside 0 … 1; `index` counts from 0.
  case notAProbability(index: Int)
  /// The model leaves no room for variation, so that none can be measured.
  case noVariation
  /// The numerical search found no answer.
  case noConvergence

  /// A stable name for tables, in kebab case.
  public var code: String {
    switch self {
    case .zeroDenominator: "zero-denominator"
    case .numeratorAboveDenominator: "numerator-above-denominator"
    case .negative: "negative"
    case .countTooLarge: "count-too-large"
    case .notFinite: "not-finite"
    case .outOfRange: "out-of-range"
    case .missingEarlier: "missing-earlier"
    case .missingLater: "missing-later"
    case .zeroBase: "zero-base"
    case .negativeBase: "negative-base"
    case .zeroTarget: "zero-target"
    case .signChange: "sign-change"
    case .baseMeetsTarget: "base-meets-target"
    case .deadlineNotAfterBase: "deadline-not-after-base"
    case .unknownDirection: "unknown-direction"
    case .tooFewPoints: "too-few-points"
    case .tooFewEvents: "too-few-events"
    case .tooManyPoints: "too-many-points"
    case .duplicateTime: "duplicate-time"
    case .yearsNotShared: "years-not-shared"
    case .noFiniteEstimate: "no-finite-estimate"
    case .tooMuchWork: "too-much-work"
    case .collinear: "collinear"
    case .lengthsDiffer: "lengths-differ"
    case .allEqual: "all-equal"
    case .levelNotAttainable: "level-not-attainable"
    case .notAProbability: "not-a-probability"
    case .noVariation: "no-variation"
    case .noConvergence: "no-convergence"
    }
  }
}
