/// A day, always one that exists in every year: days above 28 are never drawn.
struct Day: Hashable, Comparable {
  var year: Int
  var month: Int
  var day: Int

  static func < (a: Day, b: Day) -> Bool { (a.year, a.month, a.day) < (b.year, b.month, b.day) }

  /// Reads `2024-03-05`.
  init?(iso text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, let year = Int(parts[0]),
      let month = Int(parts[1]), let day = Int(parts[2]),
      (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  init(year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  init(in year: Int, months: ClosedRange<Int>, by draw: inout Draw) {
    self.init(
      year: year,
      month: months.lowerBound + draw.index(below: months.count),
      day: 1 + draw.index(below: 28)
    )
  }

  var iso: String { "\(year)-\(padded(month, to: 2))-\(padded(day, to: 2))" }
}

/// What a cell says, before a layout writes it.
enum Value: Equatable {
  case missing
  case notApplicable
  case integer(Int)
  /// A number with one decimal.
  case tenths(Int)
  case flag(Bool)
  case day(Day)
  case text(String)

  var number: Int? {
    if case .integer(let number) = self { number } else { nil }
  }

  var isTrue: Bool { self == .flag(true) }
}

/// A value as the scenario writes it.
enum Literal: Decodable, Equatable {
  case null
  case flag(Bool)
  case number(Double)
  case text(String)

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let flag = try? container.decode(Bool.self) {
      self = .flag(flag)
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else {
      self = .text(try container.decode(String.self))
    }
  }

  func value(for field: FormSheet.Field) -> Value {
    switch self {
    case .null: .missing
    case .flag(let flag): .flag(flag)
    case .number(let number):
      field.type == "number" && !field.isMoney
        ? .tenths(whole(number * 10)) : .integer(whole(number))
    case .text(let text):
      if field.type == "date" {
        Day(iso: text).map(Value.day) ?? .missing
      } else {
        .text(text)
      }
    }
  }
}

/// Nearest whole number; 0 for what no count can be.
func whole(_ number: Double) -> Int {
  guard number.isFinite, abs(number) < 1e15 else { return 0 }
  return Int(number.rounded())
}

func padded(_ number: Int, to width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
