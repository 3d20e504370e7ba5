import Diagnostics
import Plan

/// How alarms speak of figures: numbers, years and odds in both languages.
struct FigureWording {
  private let plan: Plan
  private let units: [String: String]

  init(_ plan: Plan) {
    self.plan = plan
    units = Dictionary(plan.orgUnits.all.map { ($0.code, $0.name) }) { first, _ in first }
  }

  /// The figure that an alarm is about: its title, year and, where others send it, its unit.
  func figure(_ years: OwnYears, _ year: Int) -> LocalisedText {
    let title = years.element.title
    let ofUnit = plan.form(years.element.form)?.covers == .members
    let name = units[years.unit] ?? years.unit
    return LocalisedText(
      vi: "'\(title.vietnamese)'\(ofUnit ? " của \(name)" : "") năm \(year)",
      en: "'\(title.english)'\(ofUnit ? " of \(name)" : "") in \(year)"
    )
  }

  /// `2020: 11; 2021: 12`.
  static func list(_ points: [OwnYears.Point]) -> LocalisedText {
    LocalisedText(
      vi: points.map { "\($0.year): \(text($0.value).vietnamese)" }.joined(separator: "; "),
      en: points.map { "\($0.year): \(text($0.value).english)" }.joined(separator: "; ")
    )
  }

  /// A number with its thousands apart from 10,000 on.
  static func text(_ value: FixedDecimal) -> LocalisedText {
    let parts = value.description.split(separator: ".")
    let whole = String(parts.first ?? "0")
    let fraction = parts.count > 1 ? String(parts[1]) : nil
    return LocalisedText(
      vi: grouped(whole, ".") + (fraction.map { ",\($0)" } ?? ""),
      en: grouped(whole, ",") + (fraction.map { ".\($0)" } ?? "")
    )
  }

  private static func grouped(_ digits: String, _ separator: Character) -> String {
    guard digits.count > 4 else { return digits }
    var result = ""
    for (index, digit) in digits.enumerated() {
      let rest = digits.count - index
      if index > 0, rest.isMultiple(of: 3), result != "-" { result.append(separator) }
      result.append(digit)
    }
    return result
  }

  /// How many times, with one decimal.
  static func times(_ ratio: Double) -> LocalisedText {
    let tenths = Int64((min(ratio, 1e12) * 10).rounded())
    return text(FixedDecimal(significand: tenths, scale: 1) ?? .zero)
  }

  /// N in "less than once in N": 1, 2 or 5 with noughts, at most a million.
  static func once(in probability: Double) -> LocalisedText {
    var odds = 1.0
    for step in [2, 2.5, 2, 2, 2.5, 2, 2, 2.5, 2, 2, 2.5, 2, 2, 2.5, 2, 2, 2.5, 2] {
      // A little more than the odds: 1 in 1,000 is not less than once in 1,000.
      guard odds * step * probability < 1 else { break }
      odds *= step
    }
    return text(FixedDecimal(Int64(odds)))
  }
}
