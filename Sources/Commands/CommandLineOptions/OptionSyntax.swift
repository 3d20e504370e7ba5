package import Diagnostics

/// An option `--name value`, and how its value is read.
package struct OptionSyntax<Value: Sendable>: Sendable {
  package let declaration: OptionDeclaration
  private let read: @Sendable (String) -> Value?
  private let expected: LocalisedText

  package init(
    _ name: String,
    placeholder: LocalisedText,
    help: LocalisedText,
    expected: LocalisedText,
    read: @escaping @Sendable (String) -> Value?
  ) {
    declaration = OptionDeclaration(name: name, placeholder: placeholder, help: help)
    self.expected = expected
    self.read = read
  }

  func value(_ text: String) throws(UsageFault) -> Value {
    guard let value = read(text) else {
      throw .invalidValue(text, option: declaration.name, expected: expected)
    }
    return value
  }
}

/// What the help and the parser need to know of an option.
package struct OptionDeclaration: Sendable {
  /// Without the hyphens.
  package var name: String
  package var placeholder: LocalisedText
  package var help: LocalisedText
  /// Whether it stands alone, without a value.
  package var isFlag = false
}

/// An argument that stands without a name.
package struct OperandDeclaration: Sendable {
  package enum Count: Sendable { case one, optional, any }

  package var placeholder: LocalisedText
  package var count: Count
  package var help: LocalisedText

  package init(_ placeholder: LocalisedText, count: Count = .one, help: LocalisedText) {
    self.placeholder = placeholder
    self.count = count
    self.help = help
  }
}

extension OptionSyntax where Value == String {
  /// A path; an empty one is refused.
  package static func path(_ name: String, help: LocalisedText) -> OptionSyntax {
    text(
      name,
      placeholder: LocalisedText(vi: "THƯ-MỤC", en: "DIR"),
      help: help,
      expected: LocalisedText(vi: "đường dẫn của một thư mục", en: "the path of a folder")
    )
  }

  /// A text that is not empty.
  package static func text(
    _ name: String,
    placeholder: LocalisedText,
    help: LocalisedText,
    expected: LocalisedText
  ) -> OptionSyntax {
    OptionSyntax(name, placeholder: placeholder, help: help, expected: expected) {
      $0.isEmpty ? nil : $0
    }
  }
}

extension OptionSyntax where Value == Bool {
  /// An option that stands alone, without a value.
  package static func flag(_ name: String, help: LocalisedText) -> OptionSyntax {
    OptionSyntax(flag: name, help: help)
  }

  private init(flag name: String, help: LocalisedText) {
    let nothing = LocalisedText(vietnamese: "")
    declaration = OptionDeclaration(name: name, placeholder: nothing, help: help, isFlag: true)
    expected = nothing
    read = { _ in true }
  }
}

extension OptionSyntax where Value == Int {
  package static func year(help: LocalisedText) -> OptionSyntax {
    OptionSyntax(
      "year",
      placeholder: LocalisedText(vi: "NĂM", en: "YEAR"),
      help: help,
      expected: LocalisedText(vi: "một năm có bốn chữ số", en: "a year of four digits")
    ) { text in
      guard text.utf8.count == 4, text.utf8.allSatisfy(isDigit) else { return nil }
      return Int(text)
    }
  }

  package static let jobs = OptionSyntax(
    "jobs",
    placeholder: LocalisedText(vi: "SỐ", en: "N"),
    help: LocalisedText(
      vi: "số luồng, thêm các luồng ghi tệp (mặc định: số lõi của máy); kết quả không đổi",
      en: "threads, beside those that write (default: the machine's cores); results do not change"
    ),
    expected: LocalisedText(vi: "một số từ 1 đến 256", en: "a number from 1 to 256")
  ) { text in
    guard !text.isEmpty, text.utf8.allSatisfy(isDigit), let count = Int(text),
      (1...256).contains(count)
    else { return nil }
    return count
  }
}

extension OptionSyntax where Value == CalendarDate {
  package static let asOf = OptionSyntax(
    "as-of",
    placeholder: LocalisedText(vi: "NGÀY", en: "DATE"),
    help: LocalisedText(
      vi: "đánh giá tính đến ngày này, năm-tháng-ngày (mặc định: hạn báo cáo hoặc ngày nhận cuối)",
      en: "evaluate as of this day, yyyy-mm-dd (default: the due date or the last receipt)"
    ),
    expected: LocalisedText(vi: "một ngày viết năm-tháng-ngày", en: "a date yyyy-mm-dd")
  ) { CalendarDate(iso: $0) }

  package static let boundaries = OptionSyntax(
    "boundaries",
    placeholder: LocalisedText(vi: "NGÀY", en: "DATE"),
    help: LocalisedText(
      vi: "đánh giá các xã theo địa giới của ngày này (mặc định: địa giới đầu mỗi năm)",
      en: "evaluate units at the boundaries of this day (default: those at the start of each year)"
    ),
    expected: LocalisedText(vi: "một ngày viết năm-tháng-ngày", en: "a date yyyy-mm-dd")
  ) { CalendarDate(iso: $0) }
}

extension OptionSyntax where Value == Language {
  package static let language = OptionSyntax(
    "lang",
    placeholder: LocalisedText(vi: "vi|en", en: "vi|en"),
    help: LocalisedText(
      vi: "ngôn ngữ của báo cáo và thông báo (mặc định: vi)",
      en: "language of reports and messages (default: vi)"
    ),
    expected: LocalisedText(vi: "vi hoặc en", en: "vi or en")
  ) { Language(rawValue: $0) }
}

private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
