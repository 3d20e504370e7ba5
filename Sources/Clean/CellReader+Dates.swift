import Diagnostics
import Plan
import VietnameseText

// Dates and years.
extension CellReader {
  func date(_ text: String, _ manner: DateManner) -> CellReading {
    switch manner {
    case .dayFirst: return dated(text, .dayFirst)
    case .monthFirst:
      guard VietnameseDate.orderEvidence(in: text) != nil else { return dated(text, .dayFirst) }
      let reading = dated(text, .monthFirst)
      guard case .date(let date) = reading.value else { return reading }
      return CellReading.doubt(
        .date(date),
        "month-first-date",
        vi: "ngày trước tháng; cả cột viết tháng trước nên đã hiểu là \(Self.written(date))",
        en: "the day before the month; the whole column has the month first, \(date) is taken"
      ).proposing(Self.written(date)).aboutHabit()
    case .doubtful:
      guard VietnameseDate.orderEvidence(in: text) == .either else { return dated(text, .dayFirst) }
      return CellReading.fault(
        "ambiguous-date",
        vi: "ngày trước tháng; trong tệp có ngày viết tháng trước nên không rõ ngày nào",
        en: "the day before the month; the file has dates with the month first, so that this is two"
      ).aboutHabit()
    }
  }

  private static func written(_ date: CalendarDate) -> String {
    let padded = [date.day, date.month].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return "\(padded[0])/\(padded[1])/\(date.year)"
  }

  private func dated(_ text: String, _ order: DateOrder) -> CellReading {
    switch VietnameseDate.parse(text, order: order) {
    case .success(let parsed):
      guard parsed.form == .dayMonthShortYear || parsed.form == .wordsShortYear else {
        return .value(.date(parsed.date))
      }
      return CellReading.doubt(
        .date(parsed.date),
        "short-year",
        vi: "năm bốn chữ số; đã hiểu là \(parsed.date)",
        en: "a year of four digits; \(parsed.date) is taken"
      ).proposing(Self.written(parsed.date))
    case .failure(let fault):
      switch fault {
      case .spreadsheetZero:
        return .fault(
          "empty-date",
          vi: "một ngày, hoặc ô trống; bảng tính hiện ô ngày trống thành ngày 0",
          en: "a date, or an empty cell; a spreadsheet shows an empty date as day 0"
        )
      case .excelError: return spreadsheetError("a real date dd/mm/yyyy", vi: "ngày dd/mm/yyyy")
      case .impossible: return notADate("impossible-date")
      case .incomplete: return notADate("incomplete-date")
      case .notADate, .empty: return notADate("not-a-date")
      }
    }
  }

  private func notADate(_ code: String) -> CellReading {
    .fault(code, vi: "ngày có thật dạng dd/mm/yyyy", en: "a real date dd/mm/yyyy")
  }

  /// A reading whose date may be that of something reported for a year.
  ///
  /// Years far off are slips of the pen, or stand for "no end".
  func bounded(_ reading: CellReading, year: Int) -> CellReading {
    guard case .date(let date) = reading.value, date.year < 1900 || date.year > year + 1 else {
      return reading
    }
    return .fault(
      "date-out-of-range",
      vi: "ngày từ năm 1900 đến năm \(year + 1)",
      en: "a date from 1900 to \(year + 1)"
    )
  }

  func year(_ text: String) -> CellReading {
    if SpreadsheetError.matches(text) { return spreadsheetError("a year", vi: "một năm") }
    let isSigned = text.trimmedBlanks.unicodeScalars.first.map {
      $0 == "+" || $0.properties.generalCategory == .dashPunctuation || $0 == "\u{2212}"
    }
    if isSigned == true {
      return .fault("not-a-year", vi: "một năm bốn chữ số", en: "a year of four digits")
    }
    let word = NameKey(text).folded.split(separator: " ").filter { $0 != "nam" }
    guard word.count == 1, let digits = word.first, digits.utf8.count == 4, let year = Int64(digits)
    else { return .fault("not-a-year", vi: "một năm bốn chữ số", en: "a year of four digits") }
    return .value(.number(FixedDecimal(year)))
  }
}
