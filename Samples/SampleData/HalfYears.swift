/// The story's figures of a year in which units change, told by old and new units.
///
/// The parts of each figure make the figure that the plain data have, as the field's rule says, so
/// that both variants tell one story.
struct HalfYears {
  let reorganisation: Reorganisation
  let scenario: Scenario

  /// A figure of an old unit: what it says at the change, and what new units say of it later.
  struct Halves {
    var first: Value
    var second: Value
  }

  /// - Parameters:
  ///   - value: The year's figure.
  ///   - field: The field.
  ///   - early: What registers show of it before the change; nil where no register does.
  /// - Returns: Both parts of it.
  func halves(_ value: Value, _ field: FormSheet.Field, early: Int?) -> Halves {
    // What was paid went with what was found, most of it early.
    if field.isMoney {
      return Halves(first: value, second: value.number == nil ? value : .integer(0))
    }
    guard field.overYear == .sum, let number = value.number else {
      return Halves(first: value, second: value)
    }
    let first = early.map { min($0, number) } ?? (number + 1) / 2
    return Halves(first: .integer(first), second: .integer(number - first))
  }

  /// What a new unit says where its old ones said these.
  func merged(_ values: [Value], _ field: FormSheet.Field) -> Value {
    let known = values.filter { $0 != .missing && $0 != .notApplicable }
    guard let first = known.first else { return values.first ?? .missing }
    switch field.overYear {
    case .sum, .last:
      let numbers = known.compactMap(\.number)
      if numbers.count == known.count { return .integer(numbers.reduce(0, +)) }
    case .max:
      return .integer(known.compactMap(\.number).max() ?? 0)
    case .any, .all, nil: break
    }
    switch first {
    // What holds in a part only does not hold in the whole.
    case .flag: return .flag(known.allSatisfy(\.isTrue))
    case .tenths(let number):
      let others = known.compactMap { value in
        if case .tenths(let number) = value { number } else { nil }
      }
      return .tenths(others.min() ?? number)
    case .text:
      // Of classes the gravest, which forms name last.
      let order = field.categories?.map(\.value) ?? []
      func rank(_ value: Value) -> Int {
        if case .text(let text) = value { order.firstIndex(of: text) ?? -1 } else { -1 }
      }
      return known.max { rank($0) < rank($1) } ?? first
    default: return first
    }
  }

  /// A new unit's part of a figure of an old one; the parts of a divided unit add up to it.
  func part(_ value: Value, of code: String, for unit: Reorganisation.Unit) -> Value {
    let heirs = reorganisation.heirs(of: code)
    guard heirs.count > 1, let number = value.number, let main = heirs.first else { return value }
    var rest = number
    for heir in heirs.dropFirst() {
      let part = whole((Double(number) * heir.share).rounded(.up))
      if heir.unit.code == unit.code { return .integer(part) }
      rest -= part
    }
    return main.unit.code == unit.code ? .integer(rest) : value
  }
}
