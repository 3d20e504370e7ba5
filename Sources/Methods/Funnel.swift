/// Which units differ from a centre by more than chance: control limits for each unit's size.
///
/// With centre `θ`, size `n`, count `R` and tail `p` (0.025 and 0.001), between whole counts on the
/// straight line through their tail probabilities:
/// ```
/// lower   r = least count with P(R ≤ r) > p      (r − 1 + (p − P(R ≤ r−1)) / P(R = r)) / n
/// upper   s = largest count with P(R ≥ s) > p    (s + 1 − (p − P(R ≥ s+1)) / P(R = s)) / n
/// ```
/// with `R` binomial for proportions, Poisson of mean `θn` for rates and of `θE` for ratios. A unit is
/// beyond a limit exactly when the probability of its count or a more extreme one is below p.
///
/// The lower limit is Spiegelhalter's. His upper one uses P(R ≤ r) at 1 − p, one count closer to the
/// centre: it calls one success of one trial high at a centre of one half, and changes when successes
/// and failures are exchanged. ``Interpolation/cumulative`` gives it for comparison.
///
/// Edge cases:
/// - a unit without size, with a negative count or more successes than trials: a gap for that unit,
///   which takes no part in the centre and the over-dispersion; the others stand.
/// - a unit above ``largestTrials`` trials or ``largestExpected`` expected events: a gap for that unit,
///   which does take part.
/// - centre 0 (or 1 for proportions): all limits are the centre, and only a unit at it is inside.
/// - a limit beyond what a proportion or count can be: 0, or 1 for proportions.
///
/// Accuracy: relative error of limits at most 1e-12 against 40-digit values, R and scipy.
///
/// References:
/// - Spiegelhalter D. J., Funnel plots for comparing institutional performance, Statistics in
///   Medicine 24 (2005), 1185-1202, appendix A.
public struct Funnel: Hashable, Sendable {
  /// What is compared.
  public enum Measure: String, Sendable {
    /// Successes among trials.
    case proportion
    /// Events per population.
    case rate
    /// Observed over expected events.
    case ratio
  }

  /// How limits lie between whole counts.
  public enum Interpolation: String, Sendable {
    /// By the tail on the limit's own side.
    case eachTail = "each-tail"
    /// By the cumulative distribution from below for both limits, as Spiegelhalter printed it.
    case cumulative
  }

  /// How limits are widened for over-dispersion.
  public enum Widening: String, CaseIterable, Sendable {
    /// Not at all.
    case none
    /// All by √φ, where φ is significantly above 1.
    case multiplicative
    /// Each by √(1 + τ²/s²), with its own variance s².
    case additive
  }

  /// Where a unit lies.
  public enum Position: String, CaseIterable, Sendable {
    /// Below the 99.8 % limits.
    case lowBeyond998 = "low-998"
    /// Below the 95 % limits only.
    case lowBeyond95 = "low-95"
    /// Within the limits.
    case inside
    /// Above the 95 % limits only.
    case highBeyond95 = "high-95"
    /// Above the 99.8 % limits.
    case highBeyond998 = "high-998"
  }

  /// A unit with its limits.
  public struct Unit: Hashable, Sendable {
    /// The unit's proportion, rate or ratio.
    public let value: Double
    /// Its limits.
    public let limits: FunnelLimits
    /// Where the value lies among them.
    public let position: Position
  }

  /// The most trials of a unit.
  public static let largestTrials = 1_000_000

  /// The most expected events of a unit.
  public static let largestExpected = 490_000.0

  /// The most units.
  public static let largestUnits = 20_000

  /// What is compared.
  public let measure: Measure

  /// The value that units are compared with.
  public let centre: Double

  /// The units in the order given, each with its limits or the reason for none.
  public let units: [Result<Unit, StatisticGap>]

  /// How much more units vary than chance makes them, or the reason why that is not known.
  public let overdispersion: Result<FunnelDispersion, StatisticGap>

  /// How limits were asked to be widened.
  public let widening: Widening
}
