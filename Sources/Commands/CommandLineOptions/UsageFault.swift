package import Diagnostics

/// Why arguments cannot be understood.
package enum UsageFault: Error, Sendable, Equatable {
  case unknownOption(String, nearest: String?)
  case unknownCommand(String, nearest: String?)
  case unknownFindingCode(String, nearest: String?)
  case noCommand
  case missingValue(option: String)
  case repeatedOption(String)
  case missingOption(String)
  case missingOperand(LocalisedText)
  case surplusOperand(String)
  case invalidValue(String, option: String, expected: LocalisedText)
  case valueOfFlag(String)
  case unknownIndicator(String, nearest: String?)
  /// A run has no figure of an indicator for a unit and a year.
  case noFigure(indicator: String, unit: String, year: Int, why: LocalisedText?)
  /// A text that stands in the place of a key of the published tables.
  case noKey(String)
  /// A key that the run it names does not have.
  case noFigureOfKey(String)
  case unknownUnit(String, nearest: String?)
  /// Several units have the name.
  case ambiguousUnit(String, units: [String])
  /// Units have the code or name on other days only.
  case unitOfOtherDays(String, units: [LocalisedText])
  case unknownMethod(String, nearest: String?)
  /// No column of a table has the name that an option gives.
  case unknownColumn(String, option: String, columns: [String], nearest: String?)
  /// Several columns of a table, at these places from 1, have the name.
  case ambiguousColumn(String, option: String, places: [Int])
  /// Options that do not go together, or lack one another.
  case optionsDisagree(LocalisedText)

  package var message: LocalisedText {
    switch self {
    case .unknownOption(let name, let nearest):
      LocalisedText(vi: "không có tùy chọn '\(name)'", en: "unknown option '\(name)'")
        .followed(by: Self.suggestion(nearest))
    case .unknownCommand(let name, let nearest):
      LocalisedText(vi: "không có lệnh '\(name)'", en: "unknown command '\(name)'")
        .followed(by: Self.suggestion(nearest))
    case .unknownFindingCode(let code, let nearest):
      LocalisedText(
        vi: "không có mã '\(code)'; mã quy tắc riêng của kế hoạch xem trong rules.json5",
        en: "unknown code '\(code)'; a plan's own rules stand in its rules.json5"
      )
      .followed(by: Self.suggestion(nearest))
    case .noCommand:
      LocalisedText(vi: "chưa có tên lệnh", en: "no command given")
    case .missingValue(let option):
      LocalisedText(vi: "'--\(option)' chưa có giá trị", en: "'--\(option)' has no value")
    case .repeatedOption(let option):
      LocalisedText(
        vi: "'--\(option)' có nhiều lần, cần một lần",
        en: "found '--\(option)' more than once, expected it once"
      )
    case .missingOption(let option):
      LocalisedText(vi: "thiếu tùy chọn '--\(option)'", en: "missing option '--\(option)'")
    case .missingOperand(let name):
      LocalisedText(vi: "thiếu \(name.vietnamese)", en: "missing \(name.english)")
    case .surplusOperand(let text):
      LocalisedText(vi: "thừa đối số '\(text)'", en: "unexpected argument '\(text)'")
    case .invalidValue(let text, let option, let expected):
      LocalisedText(
        vi: "'--\(option)': thấy '\(text)', cần \(expected.vietnamese)",
        en: "'--\(option)': found '\(text)', expected \(expected.english)"
      )
    case .valueOfFlag(let option):
      LocalisedText(
        vi: "'--\(option)' không có giá trị",
        en: "'--\(option)' takes no value"
      )
    case .unknownIndicator(let id, let nearest):
      LocalisedText(vi: "không có chỉ tiêu '\(id)'", en: "unknown indicator '\(id)'")
        .followed(by: Self.suggestion(nearest))
    case .noFigure(let indicator, let unit, let year, let why):
      LocalisedText(
        vi: "không có số của chỉ tiêu '\(indicator)' cho đơn vị '\(unit)' năm \(year)",
        en: "no figure of the indicator '\(indicator)' for the unit '\(unit)' in \(year)"
      )
      .followed(by: why.map { LocalisedText(vi: "; ", en: "; ").followed(by: $0) })
    case .noKey(let text):
      LocalisedText(
        vi: "'\(text)' không phải khóa; khóa có dạng 2025/<chỉ tiêu>/<đơn vị>/2025, như cột key",
        en: "'\(text)' is no key; one looks like 2025/<indicator>/<unit>/2025, as in the column key"
      )
    case .noFigureOfKey(let key):
      LocalisedText(vi: "không có số nào có khóa '\(key)'", en: "no figure has the key '\(key)'")
    case .unknownUnit(let name, let nearest):
      LocalisedText(vi: "không có đơn vị '\(name)'", en: "unknown unit '\(name)'")
        .followed(by: Self.suggestion(nearest))
    case .ambiguousUnit(let name, let units):
      LocalisedText(
        vi: "nhiều đơn vị tên '\(name)', hãy dùng mã: \(units.joined(separator: ", "))",
        en: "several units are named '\(name)', use a code: \(units.joined(separator: ", "))"
      )
    case .unitOfOtherDays(let name, let units):
      LocalisedText(
        vi: "năm ấy không đánh giá đơn vị '\(name)'; có "
          + units.map(\.vietnamese).joined(separator: "; ") + "; hãy thử --boundaries",
        en: "the unit '\(name)' is not evaluated for that year; there is "
          + units.map(\.english).joined(separator: "; ") + "; try --boundaries"
      )
    case .unknownMethod(let name, let nearest):
      LocalisedText(vi: "không có phương pháp '\(name)'", en: "unknown method '\(name)'")
        .followed(by: Self.suggestion(nearest))
    case .unknownColumn(let name, let option, let columns, let nearest):
      LocalisedText(
        vi: "'--\(option)': không có cột '\(name)'",
        en: "'--\(option)': no column '\(name)'"
      )
      .followed(by: Self.suggestion(nearest))
      .followed(by: Self.list(columns))
    case .ambiguousColumn(let name, let option, let places):
      LocalisedText(
        vi: "'--\(option)': nhiều cột tên '\(name)': cột thứ "
          + places.map(String.init).joined(separator: ", "),
        en: "'--\(option)': several columns '\(name)': columns "
          + places.map(String.init).joined(separator: ", ")
      )
    case .optionsDisagree(let message): message
    }
  }

  private static func list(_ columns: [String]) -> LocalisedText {
    // More would bury the message.
    let names = columns.prefix(40).map { "'\($0)'" }.joined(separator: ", ")
    let rest = columns.count > 40 ? ", …" : ""
    return LocalisedText(vi: "; các cột: \(names)\(rest)", en: "; the columns: \(names)\(rest)")
  }

  private static func suggestion(_ nearest: String?) -> LocalisedText {
    guard let nearest else { return LocalisedText(vietnamese: "") }
    return LocalisedText(vi: "; có phải là '\(nearest)'?", en: "; did you mean '\(nearest)'?")
  }
}

extension LocalisedText {
  fileprivate func followed(by text: LocalisedText?) -> LocalisedText {
    guard let text else { return self }
    return LocalisedText(vi: vietnamese + text.vietnamese, en: english + text.english)
  }
}
