import Diagnostics
import PersonalData
import Plan
import VietnameseText

/// Reads the cells of one field.
struct CellReader {
  let field: Field
  /// Whether texts are keys: trimmed and in capitals.
  let isKey: Bool
  let isMoney: Bool
  let isPercentage: Bool
  /// Nothing for a field that is no number.
  let measure: MeasureWords?
  private let words: CellWords
  private let categories: CategorySpellings

  init(_ field: Field, isKey: Bool, words: CellWords) {
    self.field = field
    self.isKey = isKey
    self.words = words
    categories = CategorySpellings(field.categories)
    isMoney = MoneyWord.isUnit(field.unit.vietnamese)
    isPercentage = field.unit.vietnamese.contains("%")
    measure = field.type == .integer || field.type == .number ? MeasureWords(field) : nil
  }

  /// Whether cells hold free text, of which nothing is expected.
  private var isFreeText: Bool { field.type == .string && !isKey && field.categories.isEmpty }

  /// Reads a cell in the manner of its file.
  func read(_ text: String, _ manner: Manner) -> CellReading {
    switch field.type {
    case .boolean:
      if let flag = VietnameseYesNo.parse(text, yes: words.yes, no: words.no) {
        return .value(.flag(flag))
      }
    case .string where !field.categories.isEmpty:
      if let value = categories.value(text) { return .value(.text(value)) }
    default: break
    }
    if let word = words.missing(text) { return .value(.missing(reason(word))) }
    if !isFreeText, DittoMark.matches(text, words: words.ditto) {
      return .fault(
        CellReading.dittoMark,
        vi: "chính giá trị của ô, không phải dấu lặp lại ô trên",
        en: "the cell's own value instead of a mark for the one above"
      )
    }
    switch field.type {
    case .integer, .number: return number(text, manner)
    case .year: return year(text)
    case .date: return date(text, manner.dates)
    case .string: return string(text)
    case .boolean:
      if SpreadsheetError.matches(text) {
        return spreadsheetError("yes or no", vi: "có hoặc không")
      }
      return .fault("not-yes-or-no", vi: "'có' hoặc 'không'", en: "yes or no")
    }
  }

  func spreadsheetError(_ en: String, vi: String) -> CellReading {
    .fault("excel-error", vi: "\(vi), không phải lỗi của bảng tính", en: en)
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
    if SpreadsheetError.matches(text) { return spreadsheetError("a text", vi: "nội dung của ô") }
    if !field.categories.isEmpty { return category(text) }
    let plain = text.trimmedBlanks
    if isKey { return key(plain) }
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

  /// Whether bytes are a key that `read` would leave as it is: capitals, digits and strokes, a letter
  /// first, a digit among them; no word of the plan is spelled so.
  func isPlainKey(_ bytes: Span<UInt8>) -> Bool {
    guard isKey, field.categories.isEmpty, !words.haveDigits, (4...64).contains(bytes.count),
      (0x41...0x5A).contains(bytes[0])
    else { return false }
    var hasDigit = false
    for index in bytes.indices {
      switch bytes[index] {
      case 0x30...0x39: hasDigit = true
      case 0x41...0x5A, UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "_"): break
      default: return false
      }
    }
    return hasDigit
  }

  private func key(_ plain: String) -> CellReading {
    // `12E05` is a code to people and a number to spreadsheets, which do not give it back.
    if case .success(let parsed) = VietnameseNumber.parse(plain, as: .decimal),
      parsed.isScientific, plain.contains("+") || plain.contains(",") || plain.contains(".")
    {
      return .fault(
        "damaged-key",
        vi: "mã viết đủ; bảng tính đã đổi mã này thành số",
        en: "the whole code; a spreadsheet has made a number of it"
      )
    }
    return .value(.text(plain.uppercased()))
  }

  private func category(_ text: String) -> CellReading {
    let labels = field.categories.map(\.label)
    switch categories.reading(text) {
    case .value(let value): return .value(.text(value))
    case .withRemark(let value):
      let label = field.categories.first { $0.value == value }?.label
      return .doubt(
        .text(value),
        "category-with-remark",
        vi: "chỉ tên loại; đã hiểu là '\(label?.vietnamese ?? value)'",
        en: "the category alone; '\(label?.english ?? value)' is taken"
      )
    case .several(let values):
      let found = field.categories.filter { values.contains($0.value) }.map(\.label)
      return .fault(
        "several-categories",
        vi: "một loại duy nhất, thấy " + found.map(\.vietnamese).joined(separator: " và "),
        en: "one category, there are " + found.map(\.english).joined(separator: " and ")
      )
    case .unknown(let nearest):
      return .fault(
        "unknown-category",
        vi: "một trong: " + labels.map(\.vietnamese).joined(separator: ", "),
        en: "one of: " + labels.map(\.english).joined(separator: ", ")
      ).proposing(
        field.categories.first { $0.value == nearest }?.label.vietnamese ?? ""
      )
    }
  }
}
