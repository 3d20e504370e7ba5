import Diagnostics

/// A typed cell.
enum CellValue: Equatable {
  case number(FixedDecimal)
  case text(String)
  case flag(Bool)
  case date(CalendarDate)
  case missing(MissingReason)
}

extension CellValue {
  var number: FixedDecimal? { if case .number(let number) = self { number } else { nil } }
  var text: String? { if case .text(let text) = self { text } else { nil } }
  var flag: Bool? { if case .flag(let flag) = self { flag } else { nil } }
  var date: CalendarDate? { if case .date(let date) = self { date } else { nil } }
  /// Why there is no value; nil where there is one.
  var reason: MissingReason? { if case .missing(let reason) = self { reason } else { nil } }
}

/// A cell as it was read, and what is to be said about it.
struct CellReading: Equatable {
  var value: CellValue
  var remark: Remark?

  struct Remark: Hashable {
    var code: String
    var expected: LocalisedText
    var weight: Weight
    /// What the cell may be meant to say; asked, never taken.
    var proposal = ""
    /// Whether the habit of the file is part of the reason.
    var isAboutHabit = false
    /// Whether the raw text must not be repeated.
    var hidesText = false

    /// Whether the cell is set aside; otherwise the value is used.
    var isFault: Bool { weight == .fault }
  }

  /// What a remark means for the value.
  enum Weight {
    /// The cell is set aside.
    case fault
    /// The value is used, and the sender is asked to look.
    case doubt
    /// The value is used as the file's habit has it; said once for a column.
    case habit
  }

  /// Code for a mark that means the cell above.
  static let dittoMark = "ditto-mark"

  static func value(_ value: CellValue) -> CellReading { CellReading(value: value) }

  static func fault(_ code: String, vi: String, en: String) -> CellReading {
    CellReading(
      value: .missing(.illegible),
      remark: Remark(code: code, expected: LocalisedText(vi: vi, en: en), weight: .fault)
    )
  }

  static func doubt(_ value: CellValue, _ code: String, vi: String, en: String) -> CellReading {
    CellReading(
      value: value,
      remark: Remark(code: code, expected: LocalisedText(vi: vi, en: en), weight: .doubt)
    )
  }

  func proposing(_ proposal: String) -> CellReading {
    var reading = self
    reading.remark?.proposal = proposal
    return reading
  }

  func aboutHabit(_ weight: Weight? = nil) -> CellReading {
    var reading = self
    reading.remark?.isAboutHabit = true
    if let weight { reading.remark?.weight = weight }
    return reading
  }
}
