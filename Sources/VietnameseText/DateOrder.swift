internal import Diagnostics

/// Which of two figures before the year is the day.
public enum DateOrder: String, Sendable, Hashable, CaseIterable {
  /// As Vietnamese has it.
  case dayFirst = "dd/mm"
  /// As a spreadsheet with American settings has it.
  case monthFirst = "mm/dd"
}

extension VietnameseDate {
  /// What a cell proves about the order of day and month in its column.
  public enum OrderEvidence: Sendable, Hashable {
    /// Possible with the day first only, as 25/12/2024.
    case dayFirst
    /// Possible with the month first only, as 12/25/2024.
    case monthFirst
    /// Two dates, as 05/06/2024.
    case either
  }

  /// Looks at a cell for the order of day and month.
  ///
  /// - Parameter text: Content of the cell.
  /// - Returns: What it proves; nil where it is no such date, or the same both ways.
  public static func orderEvidence(in text: String) -> OrderEvidence? {
    guard let figures = DateInFigures(withoutTextMark(plainText(text))), !figures.isYearFirst,
      figures.first != figures.second
    else { return nil }
    switch (figures.date(.dayFirst) != nil, figures.date(.monthFirst) != nil) {
    case (true, true): return .either
    case (true, false): return .dayFirst
    case (false, true): return .monthFirst
    case (false, false): return nil
    }
  }
}

/// A date of three figures: `5/6/2024`, `05-06-24`, `5.6.2024`, `2024-06-05`, with a time or not.
struct DateInFigures {
  var first: Int
  var second: Int
  private var third: Int
  private(set) var isYearFirst = false
  private(set) var hasShortYear = false

  init?(_ plain: [Unicode.Scalar]) {
    var rest = plain[...]
    guard let first = Self.takeNumber(&rest), let separator = Self.takeSeparator(&rest),
      let second = Self.takeNumber(&rest), Self.takeSeparator(&rest) == separator,
      let third = Self.takeNumber(&rest), isTime(rest), (1...2).contains(second.count)
    else { return nil }
    (self.first, self.second, self.third) = (first.value, second.value, third.value)
    switch (first.count, third.count) {
    case (4, 1...2): isYearFirst = true
    case (1...2, 4): break
    case (1...2, 2):
      hasShortYear = true
      self.third = fullYear(third.value)
    default: return nil
    }
  }

  func date(_ order: DateOrder) -> CalendarDate? {
    if isYearFirst { return CalendarDate(year: first, month: second, day: third) }
    return switch order {
    case .dayFirst: CalendarDate(year: third, month: second, day: first)
    case .monthFirst: CalendarDate(year: third, month: first, day: second)
    }
  }

  private static func takeNumber(
    _ rest: inout ArraySlice<Unicode.Scalar>
  ) -> (value: Int, count: Int)? {
    let digits = rest.prefix { $0.digit != nil }
    guard let value = smallNumber(digits) else { return nil }
    rest = rest[digits.endIndex...]
    return (value, digits.count)
  }

  private static func takeSeparator(_ rest: inout ArraySlice<Unicode.Scalar>) -> Unicode.Scalar? {
    rest = rest.drop { $0 == " " }
    guard let separator = rest.popFirst(), ["/", "-", "."].contains(separator) else { return nil }
    rest = rest.drop { $0 == " " }
    return separator
  }
}

/// A year of two figures; POSIX strptime: 69 to 99 are of the last century.
func fullYear(_ short: Int) -> Int { short + (short < 69 ? 2000 : 1900) }

/// Value of one to six digits.
func smallNumber(_ digits: some Collection<Unicode.Scalar>) -> Int? {
  guard (1...6).contains(digits.count) else { return nil }
  var value = 0
  for scalar in digits {
    guard let digit = scalar.digit else { return nil }
    value = value * 10 + digit
  }
  return value
}

/// Whether a text is empty or a time of day: `14:30`, `T14:30:00.5Z`, `2:30 CH`, `14h30`.
func isTime(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
  guard let first = text.first else { return true }
  let time = text.dropFirst()
  guard first == " " || first == "T", time.first?.digit != nil,
    time.contains(where: { $0 == ":" || $0 == "h" || $0 == "g" })
  else { return false }
  return time.allSatisfy { $0.digit != nil || ":hg.+- APMSCHZ".unicodeScalars.contains($0) }
}
