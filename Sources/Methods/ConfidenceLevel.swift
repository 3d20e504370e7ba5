/// A confidence level of the kinds that public health reports use.
public enum ConfidenceLevel: String, CaseIterable, Comparable, Hashable, Sendable {
  /// Nine in ten.
  case percent90 = "90"
  /// Nineteen in twenty.
  case percent95 = "95"
  /// 499 in 500: the "three sigma" level of control limits.
  case percent99point8 = "99.8"

  /// The level as a fraction of one.
  public var fraction: Double {
    switch self {
    case .percent90: 0.9
    case .percent95: 0.95
    case .percent99point8: 0.998
    }
  }

  /// The probability left outside, on both sides together.
  public var significance: Double {
    1 / Double(oneIn)
  }

  /// The probability left outside as "one in so many", which keeps exact comparisons exact.
  public var oneIn: Int {
    switch self {
    case .percent90: 10
    case .percent95: 20
    case .percent99point8: 500
    }
  }

  /// Orders levels by their fraction.
  public static func < (left: ConfidenceLevel, right: ConfidenceLevel) -> Bool {
    left.oneIn < right.oneIn
  }
}
