import CommandLineOptions
import DelimitedText
import Diagnostics
import Methods
import VietnameseText

/// How an answer is written.
enum StatFormat: String, Sendable {
  case text, csv, json
}

extension OptionSyntax where Value == ConfidenceLevel {
  static let level = OptionSyntax(
    "level",
    placeholder: LocalisedText(vi: "90|95|99.8", en: "90|95|99.8"),
    help: LocalisedText(
      vi: "mức tin cậy của khoảng, phần trăm (mặc định: 95)",
      en: "confidence level of intervals in percent (default: 95)"
    ),
    expected: LocalisedText(vi: "90, 95 hoặc 99.8", en: "90, 95 or 99.8")
  ) { text in
    let plain = text.hasSuffix("%") ? String(text.dropLast()) : text
    return ConfidenceLevel(rawValue: plain.replacing(",", with: "."))
  }
}

extension OptionSyntax where Value == StatFormat {
  static let statFormat = OptionSyntax(
    "format",
    placeholder: LocalisedText(vi: "text|csv|json", en: "text|csv|json"),
    help: LocalisedText(
      vi: "bảng để đọc, hoặc CSV, JSON với đủ chữ số (mặc định: text)",
      en: "a table to read, or CSV or JSON with all digits (default: text)"
    ),
    expected: LocalisedText(vi: "text, csv hoặc json", en: "text, csv or json")
  ) { StatFormat(rawValue: $0 == "table" ? "text" : $0) }
}

extension OptionSyntax where Value == Dialect {
  static let delimiter = OptionSyntax(
    "delimiter",
    placeholder: LocalisedText(vi: "DẤU", en: "CHAR"),
    help: LocalisedText(
      vi: "dấu ngăn các ô: , ; | tab (mặc định: tự nhận biết)",
      en: "what parts cells: , ; | tab (default: as the file shows)"
    ),
    expected: LocalisedText(vi: "',', ';', '|' hoặc tab", en: "',', ';', '|' or tab")
  ) { text in
    switch text {
    case ",", "comma": .comma
    case ";", "semicolon": .semicolon
    case "|", "pipe": .pipe
    case "\t", "\\t", "tab": .tab
    default: nil
    }
  }
}

extension OptionSyntax where Value == DecimalMark {
  static let decimal = OptionSyntax(
    "decimal",
    placeholder: LocalisedText(vi: "point|comma", en: "point|comma"),
    help: LocalisedText(
      vi: "dấu thập phân là chấm hay phẩy (mặc định: theo từng cột)",
      en: "the decimal mark (default: as each column shows)"
    ),
    expected: LocalisedText(vi: "point hoặc comma", en: "point or comma")
  ) { ["point": .point, "comma": .comma][$0] }
}

extension OptionSyntax where Value == UInt8 {
  static let thousands = OptionSyntax(
    "thousands",
    placeholder: LocalisedText(vi: "point|comma|space", en: "point|comma|space"),
    help: LocalisedText(
      vi: "dấu giữa các hàng nghìn (mặc định: không có; không bao giờ tự đoán)",
      en: "what stands between thousands (default: nothing; it is never guessed)"
    ),
    expected: LocalisedText(vi: "point, comma hoặc space", en: "point, comma or space")
  ) { ["point": UInt8(ascii: "."), "comma": UInt8(ascii: ","), "space": 0x20][$0] }
}

extension OptionSyntax where Value == String {
  static let missingWords = OptionSyntax.text(
    "missing",
    placeholder: LocalisedText(vi: "CHỮ[,…]", en: "WORD[,…]"),
    help: LocalisedText(
      vi: "thêm chữ nghĩa là không có giá trị, ngoài ô trống, NA, N/A, NaN, null và '.'",
      en: "further words for no value, beside blank cells, NA, N/A, NaN, null and '.'"
    ),
    expected: LocalisedText(vi: "một hay nhiều chữ", en: "one or more words")
  )
}

extension OptionSyntax where Value == Double {
  /// A number, with a decimal point or comma.
  static func number(_ name: String, help: LocalisedText) -> OptionSyntax {
    OptionSyntax(
      name,
      placeholder: LocalisedText(vi: "SỐ", en: "NUMBER"),
      help: help,
      expected: LocalisedText(vi: "một số", en: "a number")
    ) { text in
      let bytes = Array(text.utf8)
      guard case .number(let value, _, _) = NumberCell.read(bytes.span, NumberStyle(), mark: nil)
      else { return nil }
      return value
    }
  }

  /// How many of a population rates are for.
  static let per = OptionSyntax(
    "per",
    placeholder: LocalisedText(vi: "SỐ", en: "NUMBER"),
    help: LocalisedText(
      vi: "tỷ suất trên bao nhiêu dân, như 1000 hay 100000 (mặc định: 1)",
      en: "how many of the population rates are for, such as 1000 or 100000 (default: 1)"
    ),
    expected: LocalisedText(vi: "một số lớn hơn 0", en: "a number above 0")
  ) { text in
    let bytes = Array(text.utf8)
    guard case .number(let value, _, _) = NumberCell.read(bytes.span, NumberStyle(), mark: .point),
      value > 0
    else { return nil }
    return value
  }
}

/// One of the cases of an enumeration, by its name in tables.
func choice<Value: RawRepresentable & CaseIterable & Sendable>(
  _ name: String,
  _ type: Value.Type,
  help: LocalisedText
) -> OptionSyntax<Value> where Value.RawValue == String {
  let names = Value.allCases.map(\.rawValue)
  let list = names.joined(separator: "|")
  return OptionSyntax(
    name,
    placeholder: LocalisedText(vietnamese: list),
    help: help,
    expected: LocalisedText(
      vi: "một trong: \(names.joined(separator: ", "))",
      en: "one of: \(names.joined(separator: ", "))"
    )
  ) { Value(rawValue: $0) }
}
