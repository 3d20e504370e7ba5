import Diagnostics
import PersonalData
import Plan
import VietnameseText

/// A typed cell.
enum CellValue: Equatable {
  case number(FixedDecimal)
  case text(String)
  case flag(Bool)
  case date(CalendarDate)
  case missing(MissingReason)
}

/// A cell as it was read, and what is to be said about it.
struct CellReading: Equatable {
  var value: CellValue
  var remark: Remark?

  struct Remark: Equatable {
    var code: String
    var expected: LocalisedText
    /// Whether the cell is set aside; otherwise the value is used.
    var isFault: Bool
    /// Whether the raw text must not be repeated.
    var hidesText = false
  }

  static func value(_ value: CellValue) -> CellReading { CellReading(value: value) }

  static func fault(_ code: String, vi: String, en: String) -> CellReading {
    CellReading(
      value: .missing(.illegible),
      remark: Remark(code: code, expected: LocalisedText(vi: vi, en: en), isFault: true)
    )
  }

  static func doubt(_ value: CellValue, _ code: String, vi: String, en: String) -> CellReading {
    CellReading(
      value: value,
      remark: Remark(code: code, expected: LocalisedText(vi: vi, en: en), isFault: false)
    )
  }
}

/// Reads the cells of one field.
struct CellReader {
  let field: Field
  /// Whether texts are keys: trimmed and in capitals.
  let isKey: Bool
  private let words: CellWords
  private let categories: CategorySpellings
  private let isMoney: Bool
  private let isPercentage: Bool

  init(_ field: Field, isKey: Bool, words: CellWords) {
    self.field = field
    self.isKey = isKey
    self.words = words
    categories = CategorySpellings(field.categories)
    let unit = NameKey(field.unit.vietnamese).folded
    isMoney = ["dong", "vnd", "d"].contains(unit)
    isPercentage = field.unit.vietnamese.contains("%")
  }

  /// Reads a cell under a header that multiplies its numbers by `scale`.
  func read(_ text: String, scale: Int) -> CellReading {
    switch field.type {
    case .boolean:
      if let flag = VietnameseYesNo.parse(text, yes: words.yes, no: words.no) {
        return .value(.flag(flag))
      }
    case .string where !field.categories.isEmpty:
      if let value = categories.value(text) { return .value(.text(value)) }
    default: break
    }
    if let word = words.missing(text), !isKey || word == .blank || word == .dash {
      return .value(.missing(reason(word)))
    }
    switch field.type {
    case .integer, .number: return number(text, scale: scale)
    case .year: return year(text)
    case .date: return date(text)
    case .string: return string(text)
    case .boolean:
      return .fault("not-yes-or-no", vi: "'có' hoặc 'không'", en: "yes or no")
    }
  }

  private func reason(_ word: MissingWord) -> MissingReason {
    switch word {
    case .blank: field.blank.reason
    case .dash: field.dash.reason
    case .noSuchCase: .noCase
    case .notReported: .notReported
    case .notApplicable: .notApplicable
    }
  }

  private func string(_ text: String) -> CellReading {
    guard field.categories.isEmpty else {
      let labels = field.categories.map(\.label)
      return .fault(
        "unknown-category",
        vi: "một trong: " + labels.map(\.vietnamese).joined(separator: ", "),
        en: "one of: " + labels.map(\.english).joined(separator: ", ")
      )
    }
    let plain = text.trimmedBlanks
    if isKey { return .value(.text(plain.uppercased())) }
    let (masked, count) = PersonalNumber.masked(plain)
    guard count > 0 else { return .value(.text(plain)) }
    var reading = CellReading.doubt(
      .text(masked),
      "masked-number",
      vi: "không có số định danh hay số điện thoại của cá nhân; đã che \(count) số",
      en: "no identity or telephone number of a person; \(count) were masked"
    )
    reading.remark?.hidesText = true
    return reading
  }

  private func date(_ text: String) -> CellReading {
    switch VietnameseDate.parse(text) {
    case .success(let parsed):
      if parsed.form == .dayMonthShortYear {
        return .doubt(
          .date(parsed.date),
          "short-year",
          vi: "năm bốn chữ số; đã hiểu là \(parsed.date)",
          en: "a year of four digits; \(parsed.date) is taken"
        )
      }
      return .value(.date(parsed.date))
    case .failure(let fault):
      let code =
        switch fault {
        case .impossible: "impossible-date"
        case .incomplete: "incomplete-date"
        case .excelError: "excel-error"
        case .notADate, .empty: "not-a-date"
        }
      return .fault(code, vi: "ngày có thật dạng dd/mm/yyyy", en: "a real date dd/mm/yyyy")
    }
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

  private func year(_ text: String) -> CellReading {
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

// Numbers.
extension CellReader {
  private func number(_ text: String, scale: Int) -> CellReading {
    // Where a header says "million", thousands and halves of it are what the cell holds.
    let kind: VietnameseNumber.Kind =
      if scale != 1 { .decimal } else if isMoney { .money } else if field.type == .integer {
        .count
      } else {
        .decimal
      }
    switch VietnameseNumber.parse(text, as: kind) {
    case .success(let parsed): return checked(parsed, scale: scale)
    case .failure(.excelError):
      return .fault("excel-error", vi: "một số, không phải lỗi của bảng tính", en: "a number")
    case .failure(.notWhole): return notWhole
    case .failure(.notANumber), .failure(.empty):
      return .fault("not-a-number", vi: "một số", en: "a number")
    case .failure(.outOfRange): return tooLong
    }
  }

  private var notWhole: CellReading {
    .fault("not-whole", vi: "một số nguyên", en: "a whole number")
  }

  private var tooLong: CellReading {
    .fault("out-of-range", vi: "một số ít chữ số hơn", en: "a number with fewer digits")
  }

  private func checked(_ parsed: ParsedNumber, scale: Int) -> CellReading {
    let hasStrayPercent = parsed.unit?.contains("%") == true && !isPercentage
    // Scores are written with the sign too, and mean the same number; counts and money never are.
    let isOfHundred =
      field.type == .number && !isMoney && parsed.value >= .zero
      && parsed.value <= FixedDecimal(100)
    if hasStrayPercent, !isOfHundred {
      return .fault(
        "unexpected-percent",
        vi: "một số không kèm '%'",
        en: "a number without '%'"
      )
    }
    // `1,5 triệu` under "triệu đồng" says the scale twice, not its square.
    let factor = parsed.multiplier == 1 ? Int64(scale) : 1
    if parsed.multiplier != 1, scale != 1, parsed.multiplier != Int64(scale) {
      return .fault(
        "two-scales",
        vi: "đơn vị tính như trong tiêu đề cột",
        en: "the scale of the column's header"
      )
    }
    guard let value = parsed.value.multiplied(by: factor) else { return tooLong }
    if field.type == .integer, value.integer == nil { return notWhole }
    if let minimum = field.minimum, value < minimum {
      return .fault(
        "below-minimum",
        vi: "số không nhỏ hơn \(minimum)",
        en: "a number not below \(minimum)"
      )
    }
    if let maximum = field.maximum, value > maximum {
      return .fault(
        "above-maximum",
        vi: "số không lớn hơn \(maximum)",
        en: "a number not above \(maximum)"
      )
    }
    // Whole things are never fewer than none, whether or not the plan says so.
    if field.type == .integer, field.minimum == nil, value < .zero {
      return .fault("below-minimum", vi: "số không âm", en: "a number not below 0")
    }
    if hasStrayPercent {
      return .doubt(
        .number(value),
        "percent-sign",
        vi: "một số không kèm '%'; đã hiểu là \(value)",
        en: "a number without '%'; \(value) is taken"
      )
    }
    if parsed.isScientific {
      return .doubt(
        .number(value),
        "scientific-number",
        vi: "đủ các chữ số; bảng tính đã làm tròn, đã hiểu là \(value)",
        en: "all digits, since a spreadsheet rounds such numbers; \(value) is taken"
      )
    }
    if parsed.isAmbiguous {
      return .doubt(
        .number(value),
        "ambiguous-number",
        vi: "dấu phẩy thập phân, dấu chấm hàng nghìn; đã hiểu là \(value)",
        en: "a decimal comma and points between thousands; \(value) is taken"
      )
    }
    return .value(.number(value))
  }
}
