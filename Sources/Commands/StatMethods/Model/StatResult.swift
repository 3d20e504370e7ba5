import Methods

/// What a method answers.
struct StatResult: Sendable {
  var values: [String: StatValue]
  var rows: ResultRows?
  /// Why there is no answer at all.
  var gap: StatisticGap?

  init(_ values: [String: StatValue], rows: ResultRows? = nil) {
    self.values = values
    self.rows = rows
  }

  /// No answer, and why.
  init(_ gap: StatisticGap) {
    values = [:]
    self.gap = gap
  }

  /// The answer of a method that may have none.
  init<Value>(_ result: Result<Value, StatisticGap>, _ answer: (Value) -> StatResult) {
    switch result {
    case .success(let value): self = answer(value)
    case .failure(let gap): self.init(gap)
    }
  }

  func value(_ key: ResultKey) -> StatValue {
    values[key.name] ?? .missing(gap)
  }
}

/// The rows of an answer, made one at a time: there may be millions.
struct ResultRows: Sendable {
  let count: Int
  /// Values in the order of the method's keys.
  let row: @Sendable (Int) -> [StatValue]
}

/// One value of an answer.
enum StatValue: Sendable, Equatable {
  case number(Double)
  case integer(Int)
  case text(String)
  case truth(Bool)
  case list([Double])
  case texts([String])
  /// Nothing, with the reason where it is the data's doing and not just out of place.
  case missing(StatisticGap?)
}

extension StatValue {
  static func number(_ result: Result<Double, StatisticGap>) -> StatValue {
    switch result {
    case .success(let value): .number(value)
    case .failure(let gap): .missing(gap)
    }
  }

  static func number(_ value: Double?) -> StatValue { value.map { .number($0) } ?? .missing(nil) }

  /// A word of a list of words, by its name in tables.
  static func code<Code: RawRepresentable>(_ result: Result<Code, StatisticGap>) -> StatValue
  where Code.RawValue == String {
    switch result {
    case .success(let code): .text(code.rawValue)
    case .failure(let gap): .missing(gap)
    }
  }

  /// A level as its users write it, such as 99.8.
  static func percent(_ level: ConfidenceLevel) -> StatValue {
    .number(Double(level.rawValue))
  }

  var gap: StatisticGap? {
    switch self {
    case .missing(let gap): gap
    case .number(let value): value.isFinite ? nil : .notFinite
    case .list(let values): values.allSatisfy(\.isFinite) ? nil : .notFinite
    default: nil
    }
  }
}

extension Result where Success == Interval, Failure == StatisticGap {
  var lower: StatValue { .number(map(\.lower)) }
  var upper: StatValue { .number(map(\.upper)) }
}
