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
  case noFigure(indicator: String, unit: String, year: Int)
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
    case .noFigure(let indicator, let unit, let year):
      LocalisedText(
        vi: "không có số của chỉ tiêu '\(indicator)' cho đơn vị '\(unit)' năm \(year)",
        en: "no figure of the indicator '\(indicator)' for the unit '\(unit)' in \(year)"
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
  fileprivate func followed(by text: LocalisedText) -> LocalisedText {
    LocalisedText(vi: vietnamese + text.vietnamese, en: english + text.english)
  }
}
