/// Where a straight line through a series leads at the deadline, with a prediction interval.
///
/// Least squares through all n values, in real time, read at the deadline `T`:
/// ```
/// value = a + b T      interval = value ± t(1 − α/2; n − 2) s √(1 + 1/n + (T − t̄)²/Σ(t − t̄)²)
/// ```
/// It says where one further year would lie if the years went on as they did: along a line, with
/// errors that are alike and independent. With 3 values Student's t has one degree of freedom, and
/// the interval is as wide as that: it is the answer.
///
/// Edge cases:
/// - 2 values: the line through them, and a gap for the interval, as nothing tells how they scatter.
/// - values on one line: an interval of no width, and ``scatters`` is false; it claims too much.
/// - natural limits, such as 0 and 100: the line is not bent, and ``leavesLimits`` tells it.
///
/// Accuracy: relative error at most 1e-12 against R and statsmodels.
///
/// References: Draper N. R., Smith H., Applied Regression Analysis, 3rd ed., Wiley 1998, section 3.1.
public struct Projection: Hashable, Sendable {
  /// What the interval says of the target.
  public enum Outlook: String, CaseIterable, Sendable {
    /// All of it fulfils the target.
    case met
    /// None of it does.
    case missed
    /// The target lies within it, or there is none.
    case open
  }

  /// The value of the line at the deadline.
  public let value: Double

  /// Where a value at the deadline would lie, or why that cannot be told.
  public let interval: Result<Interval, StatisticGap>

  /// Whether the values scatter about the line, without which the interval has no width.
  public let scatters: Bool

  /// Whether the value or a limit of the interval passes a natural limit.
  public let leavesLimits: Bool

  /// What the interval says of the target.
  public let outlook: Outlook

  /// The projection along a way.
  ///
  /// - Parameters:
  ///   - path: The way.
  ///   - level: The two-sided level of the interval.
  /// - Returns: The projection, or the reason why there is none.
  public static func along(
    _ path: TargetPath,
    level: ConfidenceLevel = .percent95
  ) -> Result<Projection, StatisticGap> {
    LeastSquares.line(through: path.series).flatMap { line in
      line.fitted(at: [path.deadline]).map { value in
        let interval = line.prediction(at: [path.deadline], level: level).map(\.interval)
        return Projection(value, interval, of: line, path)
      }
    }
  }

  private init(
    _ value: Double,
    _ interval: Result<Interval, StatisticGap>,
    of line: LeastSquares,
    _ path: TargetPath
  ) {
    self.value = value
    self.interval = interval
    let size = path.series.reduce(0) { max($0, abs($1.value)) }
    scatters = line.residuals.contains { abs($0) > TargetPath.rounding * size }
    let ends = (try? interval.get()).map { [$0.lower, value, $0.upper] } ?? [value]
    leavesLimits = path.limits.map { limits in ends.contains { !limits.contains($0) } } ?? false
    guard scatters, ends.count > 1 else {
      outlook = .open
      return
    }
    let isMet = [ends.first, ends.last].map { $0.map(path.isMet) ?? false }
    outlook = isMet[0] == isMet[1] ? (isMet[0] ? .met : .missed) : .open
  }
}
