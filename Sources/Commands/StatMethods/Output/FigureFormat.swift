import Diagnostics
import Foundation

/// Numbers as text.
enum FigureFormat {
  /// The shortest text that gives the same double back.
  static func exact(_ value: Double) -> String {
    let text = "\(value == 0 ? 0 : value)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// Six significant digits, as a person reads them.
  static func short(_ value: Double, _ language: Language) -> String {
    guard value != 0 else { return "0" }
    return marked(printed("%.6g", value), language)
  }

  /// As many digits behind the mark as are said.
  static func fixed(_ value: Double, decimals: Int, _ language: Language) -> String {
    let text = printed("%.\(max(0, decimals))f", value)
    let isNought = text.allSatisfy { "-0.".contains($0) }
    return marked(isNought ? String(text.drop { $0 == "-" }) : text, language)
  }

  static func scientific(_ value: Double, _ language: Language) -> String {
    marked(printed("%.3e", value), language)
  }

  private static func printed(_ format: String, _ value: Double) -> String {
    String(format: format, value)
  }

  private static func marked(_ text: String, _ language: Language) -> String {
    language == .vietnamese ? text.replacing(".", with: ",") : text
  }
}

/// How the numbers of one column are written under each other.
struct ColumnFormat {
  private let decimals: Int
  /// What has fewer than two digits at as many decimals is small beside the others.
  private let most: Int
  private let isScientific: Bool

  /// Significant digits of the largest number.
  private static let digits = 6

  init(_ values: [Double]) {
    let finite = values.filter(\.isFinite)
    let largest = finite.reduce(0) { max($0, abs($1)) }
    isScientific = largest >= 1e12
    guard largest > 0, !isScientific else {
      decimals = 0
      most = 0
      return
    }
    let magnitude = Int(log10(largest).rounded(.down))
    most = min(max(Self.digits - 1 - magnitude, 0), 12)
    let most = most
    decimals = finite.map { Self.neededDecimals($0, upTo: most) }.max() ?? 0
  }

  func text(_ value: Double, _ language: Language) -> String {
    guard value.isFinite else { return "–" }
    if value == 0 { return FigureFormat.fixed(0, decimals: decimals, language) }
    let isSmall = abs(value) < (0..<max(0, most - 1)).reduce(1.0) { size, _ in size / 10 }
    let isRounded = Double(FigureFormat.fixed(value, decimals: decimals, .english)) != value
    if isScientific || (isSmall && isRounded) { return FigureFormat.scientific(value, language) }
    return FigureFormat.fixed(value, decimals: decimals, language)
  }

  /// Digits behind the mark without noughts at the end.
  private static func neededDecimals(_ value: Double, upTo most: Int) -> Int {
    let text = FigureFormat.fixed(value, decimals: most, .english)
    guard let mark = text.firstIndex(of: ".") else { return 0 }
    let fraction = text[text.index(after: mark)...]
    return fraction.count - fraction.reversed().prefix { $0 == "0" }.count
  }
}
