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
    /// `ngày 5 tháng 6 năm 2024`, `5-thg6-2024`, `5-Jun-2024`.
    case words
    /// The same with a year of two figures, as `5-Jun-24`.
    case wordsShortYear = "words-yy"
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
  /// What spreadsheets write for a date cell without content, such as 0 and 00/01/1900.
  case spreadsheetZero(String)
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
    case .spreadsheetZero(let text):
      "found '\(text)', expected a date or an empty cell instead of a spreadsheet's day 0 [empty-date]"
    case .excelError(let text):
      "found '\(text)', expected a date instead of a spreadsheet error [excel-error]"
    }
  }
}

/// Dates as Vietnamese officials and their spreadsheets write them.
///
/// The day comes first. A date such as 12/31/2024 is impossible and not turned round alone: a file
/// with it has others, like 05/06/2024, that could be read either way. A caller who has looked at
/// the whole column (``orderEvidence(in:)``) may ask for the other order.
public enum VietnameseDate {
  /// Reads a cell; a time of day after the date is accepted and dropped.
  ///
  /// - Parameters:
  ///   - text: Content of the cell.
  ///   - order: Order of day and month where they are figures before the year.
  /// - Returns: The date, or why there is none.
  public static func parse(
    _ text: String,
    order: DateOrder = .dayFirst
  ) -> Result<ParsedDate, DateFault> {
    let plain = withoutTextMark(plainText(text))
    guard !plain.isEmpty else { return .failure(.empty) }
    let found = string(plain)
    if isSpreadsheetError(plain) { return .failure(.excelError(found)) }
    if zeros.contains(found) { return .failure(.spreadsheetZero(found)) }
    if let date = serial(plain) { return .success(ParsedDate(date: date, form: .serial)) }
    if let figures = DateInFigures(plain) {
      let form: ParsedDate.Form =
        figures.isYearFirst ? .iso : figures.hasShortYear ? .dayMonthShortYear : .dayMonthYear
      return figures.date(order).map { .success(ParsedDate(date: $0, form: form)) }
        ?? .failure(.impossible(found))
    }
    if let words = DateInWords(plain) {
      let form: ParsedDate.Form = words.hasShortYear ? .wordsShortYear : .words
      return CalendarDate(year: words.year, month: words.month, day: words.day)
        .map { .success(ParsedDate(date: $0, form: form)) } ?? .failure(.impossible(found))
    }
    return .failure(DateInWords.isPeriod(plain) ? .incomplete(found) : .notADate(found))
  }

  /// Day 0 of Excel's and LibreOffice's calendars, as their usual formats show it.
  private static let zeros: Set<String> = [
    "0", "00/01/1900", "0/1/1900", "01/00/1900", "1/0/1900", "1900-01-00", "30/12/1899",
    "12/30/1899", "1899-12-30", "00-Jan-00", "0-Jan-00",
  ]

  /// Days since 1899-12-30, from 1954 to 2119, with or without a fraction for the time.
  private static func serial(_ plain: [Unicode.Scalar]) -> CalendarDate? {
    let whole = plain.prefix { $0.digit != nil }
    let rest = plain[whole.endIndex...]
    guard whole.count == 5, let days = smallNumber(whole), (20_000...80_000).contains(days),
      rest.isEmpty || isFraction(rest)
    else { return nil }
    // 25,569 lies between the two epochs; the spreadsheet's 29 February 1900 is long before.
    return CalendarDate(daysSinceEpoch: days - 25_569)
  }

  /// Days by which a date is too early where its workbook counts from 1904, as old ones of
  /// Macintosh do.
  public static let daysBetweenEpochs = 1462

  private static func isFraction(_ rest: ArraySlice<Unicode.Scalar>) -> Bool {
    guard rest.first == "." || rest.first == ",", rest.count > 1 else { return false }
    return rest.dropFirst().allSatisfy { $0.digit != nil }
  }
}
