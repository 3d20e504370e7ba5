public import Diagnostics

/// A date read from a cell, with the way it was written.
public struct ParsedDate: Hashable, Sendable {
  /// How a date was written.
  public enum Form: String, Sendable, Hashable, CaseIterable {
    /// `dd/mm/yyyy`, also with hyphens or points.
    case dayMonthYear = "dd/mm/yyyy"
    /// `dd/mm/yy`, where the century is a guess.
    case dayMonthShortYear = "dd/mm/yy"
    /// `yyyy-mm-dd`.
    case iso = "yyyy-mm-dd"
    /// `ngày 5 tháng 6 năm 2024`.
    case words
    /// A spreadsheet's day number, where a cell has lost its date format.
    case serial
  }

  /// The date.
  public var date: CalendarDate
  /// How it was written.
  public var form: Form
}

/// Why a cell is no date.
public enum DateFault: Error, Hashable, Sendable {
  /// Nothing but blanks.
  case empty
  /// Something else than a date.
  case notADate(String)
  /// A date that the calendar does not have, such as 31/02/2024.
  case impossible(String)
  /// A month, quarter or year without a day.
  case incomplete(String)
  /// A spreadsheet's error such as `#REF!`, or `####` for a column too narrow.
  case excelError(String)
}

extension DateFault: CustomStringConvertible {
  /// The fault in words, with its code last.
  public var description: String {
    switch self {
    case .empty: "found an empty cell, expected a date dd/mm/yyyy [empty]"
    case .notADate(let text): "found '\(text)', expected a date dd/mm/yyyy [not-a-date]"
    case .impossible(let text):
      "found '\(text)', expected a date dd/mm/yyyy of the calendar [impossible-date]"
    case .incomplete(let text):
      "found '\(text)', expected a date with day, month and year [incomplete-date]"
    case .excelError(let text):
      "found '\(text)', expected a date instead of a spreadsheet error [excel-error]"
    }
  }
}

/// Dates as Vietnamese officials and their spreadsheets write them: the day first, always.
///
/// A date such as 12/31/2024 is impossible and never turned round: a file with it has others,
/// like 05/06/2024, that could be read either way.
public enum VietnameseDate {
  /// Reads a cell; a time of day after the date is accepted and dropped.
  ///
  /// - Parameter text: Content of the cell.
  /// - Returns: The date, or why there is none.
  public static func parse(_ text: String) -> Result<ParsedDate, DateFault> {
    var plain = plainText(text)
    if plain.first == "'" || plain.first == "\u{2019}" { plain.removeFirst() }
    guard !plain.isEmpty else { return .failure(.empty) }
    let found = string(plain)
    if isSpreadsheetError(plain) { return .failure(.excelError(found)) }
    let result = serial(plain) ?? inFigures(plain) ?? inWords(found)
    switch result {
    case .date(let parsed): return .success(parsed)
    case .impossible: return .failure(.impossible(found))
    case nil: return .failure(isIncomplete(found) ? .incomplete(found) : .notADate(found))
    }
  }

  private enum Outcome {
    case date(ParsedDate)
    case impossible

    init(year: Int, month: Int, day: Int, form: ParsedDate.Form) {
      self =
        CalendarDate(year: year, month: month, day: day)
        .map { .date(ParsedDate(date: $0, form: form)) } ?? .impossible
    }
  }

  /// Days since 1899-12-30, from 1954 to 2119, with or without a fraction for the time.
  private static func serial(_ plain: [Unicode.Scalar]) -> Outcome? {
    let whole = plain.prefix { $0.digit != nil }
    let rest = plain[whole.endIndex...]
    guard whole.count == 5, let days = number(whole), (20_000...80_000).contains(days),
      rest.isEmpty || isFraction(rest),
      // 25,569 lies between the two epochs; the spreadsheet's 29 February 1900 is long before.
      let date = CalendarDate(daysSinceEpoch: days - 25_569)
    else { return nil }
    return .date(ParsedDate(date: date, form: .serial))
  }

  private static func isFraction(_ rest: ArraySlice<Unicode.Scalar>) -> Bool {
    guard rest.first == "." || rest.first == ",", rest.count > 1 else { return false }
    return rest.dropFirst().allSatisfy { $0.digit != nil }
  }

  /// `5/6/2024`, `05-06-24`, `5.6.2024`, `2024-06-05`, with a time after it or without.
  private static func inFigures(_ plain: [Unicode.Scalar]) -> Outcome? {
    var rest = plain[...]
    guard let first = takeNumber(&rest), let separator = takeSeparator(&rest),
      let month = takeNumber(&rest), takeSeparator(&rest) == separator,
      let third = takeNumber(&rest), isTime(rest), (1...2).contains(month.count)
    else { return nil }
    switch (first.count, third.count) {
    case (4, 1...2):
      return Outcome(year: first.value, month: month.value, day: third.value, form: .iso)
    case (1...2, 4):
      return Outcome(
        year: third.value,
        month: month.value,
        day: first.value,
        form: .dayMonthYear
      )
    case (1...2, 2):
      // POSIX strptime: 69 to 99 are of the last century.
      return Outcome(
        year: third.value + (third.value < 69 ? 2000 : 1900),
        month: month.value,
        day: first.value,
        form: .dayMonthShortYear
      )
    default:
      return nil
    }
  }

  private static func takeNumber(
    _ rest: inout ArraySlice<Unicode.Scalar>
  ) -> (value: Int, count: Int)? {
    let digits = rest.prefix { $0.digit != nil }
    guard let value = number(digits) else { return nil }
    rest = rest[digits.endIndex...]
    return (value, digits.count)
  }

  private static func takeSeparator(_ rest: inout ArraySlice<Unicode.Scalar>) -> Unicode.Scalar? {
    rest = rest.drop { $0 == " " }
    guard let separator = rest.popFirst(), ["/", "-", "."].contains(separator) else { return nil }
    rest = rest.drop { $0 == " " }
    return separator
  }

  /// Whether a text is empty or a time of day: `14:30`, `T14:30:00.5Z`, `2:30 CH`, `14h30`.
  private static func isTime(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let first = text.first else { return true }
    let time = text.dropFirst()
    guard first == " " || first == "T", time.first?.digit != nil,
      time.contains(where: { $0 == ":" || $0 == "h" || $0 == "g" })
    else { return false }
    return time.allSatisfy { $0.digit != nil || ":hg.+- APMSCHZ".unicodeScalars.contains($0) }
  }

  /// `ngày 5 tháng 6 năm 2024`, the first word left out or not.
  private static func inWords(_ text: String) -> Outcome? {
    var words = NameKey(text).folded.split(separator: " ")
    if words.first == "ngay" { words.removeFirst() }
    guard words.count == 5, words[1] == "thang", words[3] == "nam",
      let day = smallNumber(words[0]), let month = smallNumber(words[2]), words[4].count == 4,
      let year = smallNumber(words[4])
    else { return nil }
    return Outcome(year: year, month: month, day: day, form: .words)
  }

  /// A month with a year, a quarter, or a year.
  private static func isIncomplete(_ text: String) -> Bool {
    var words = NameKey(text).folded.split(separator: " ")
    let units = ["thang", "quy", "nam"]
    words.removeAll { units.contains(String($0)) }
    guard let year = words.popLast(), year.count == 4, smallNumber(year) != nil, words.count <= 1
    else { return false }
    let quarters = ["i", "ii", "iii", "iv"]
    return words.allSatisfy { smallNumber($0) ?? 99 <= 12 || quarters.contains(String($0)) }
  }

  private static func smallNumber(_ word: Substring) -> Int? {
    number(Array(word.unicodeScalars)[...])
  }

  /// Value of one to six digits.
  private static func number(_ digits: ArraySlice<Unicode.Scalar>) -> Int? {
    guard (1...6).contains(digits.count) else { return nil }
    var value = 0
    for scalar in digits {
      guard let digit = scalar.digit else { return nil }
      value = value * 10 + digit
    }
    return value
  }
}
