import Diagnostics
import Plan

/// Typed cells as texts.
enum CellText {
  /// For keys and comparisons.
  static func machine(_ value: CellValue) -> String {
    switch value {
    case .number(let number): number.description
    case .text(let text): text
    case .flag(let flag): flag ? "true" : "false"
    case .date(let date): date.description
    case .missing: ""
    }
  }

  /// For a sentence that people read.
  static func readable(_ value: CellValue, _ field: Field) -> LocalisedText {
    switch value {
    case .number(let number):
      LocalisedText(
        vi: number.description.replacing(".", with: ","),
        en: number.description
      )
    case .text(let text):
      field.categories.first { $0.value == text }?.label ?? LocalisedText(vietnamese: text)
    case .flag(let flag): LocalisedText(vi: flag ? "có" : "không", en: flag ? "yes" : "no")
    case .date(let date):
      LocalisedText(vi: "\(date.day)/\(date.month)/\(date.year)", en: date.description)
    case .missing(let reason): reason.label
    }
  }
}

extension CellValue {
  /// The value as expressions of the plan take it.
  var expressionValue: ExpressionValue {
    switch self {
    case .number(let number): .number(number.double)
    case .text(let text): .text(text)
    case .flag(let flag): .flag(flag)
    case .date(let date): .date(date)
    case .missing(let reason): .missing(reason)
    }
  }

  var isMissing: Bool {
    if case .missing = self { true } else { false }
  }
}
