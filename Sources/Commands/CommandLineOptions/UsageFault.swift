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
    }
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
