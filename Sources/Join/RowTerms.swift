import Diagnostics
import PersonalData
import Plan
import Tables

/// What each row of a register adds to a count.
///
/// Texts and numbers of a form's own fields are read once for each of their codes.
struct RowTerms {
  enum Term {
    case one
    case number(FixedDecimal)
    /// A value that other rows have to give too.
    case stated(FixedDecimal)
    /// The number of a thing of which each counts once.
    case thing(Int32)
    /// Nobody can tell: the count is a lower bound.
    case open
  }

  /// Number of the term of a row of which nobody can tell what it adds.
  static let open: Int32 = 0
  private static let one: Int32 = 1
  private static let unread: Int32 = -1

  private let aggregate: RegisterAggregate
  private let form: Form
  private let rows: RegisterRows
  /// Whether the field is the form's own.
  private let isOwn: Bool
  /// Codes of the rows' values, where it is; empty otherwise.
  private let codes: RowCodes
  private var byCode: [Int32] = []
  private var things: [String: Int32] = [:]
  /// The terms by number.
  private(set) var terms: [Term] = [.open, .one]

  init(_ aggregate: RegisterAggregate, _ form: Form, _ rows: RegisterRows) {
    self.aggregate = aggregate
    self.form = form
    self.rows = rows
    let column = aggregate.of.flatMap { rows.ownColumn($0, form: form) }
    codes = column?.codes ?? RowCodes()
    isOwn = column != nil
    switch aggregate.operation {
    case .count, .any: break
    case .distinct, .agreed, .sum:
      byCode = Array(repeating: Self.unread, count: column?.valueCount ?? 0)
    }
  }

  /// The number of what a row adds.
  mutating func term(_ row: Int) -> Int32 {
    switch aggregate.operation {
    case .count, .any: return Self.one
    case .distinct, .agreed, .sum: break
    }
    guard isOwn else { return number(of: read(row)) }
    let code = Int(codes[row])
    if byCode[code] == Self.unread { byCode[code] = number(of: read(row)) }
    return byCode[code]
  }

  private mutating func number(of term: Term) -> Int32 {
    if case .open = term { return Self.open }
    terms.append(term)
    return Int32(clamping: terms.count - 1)
  }

  private mutating func read(_ row: Int) -> Term {
    guard let of = aggregate.of else { return .open }
    if aggregate.operation == .distinct {
      guard case .text(let text) = rows.value(of, form: form, row: row),
        !PersonalText.isMasked(text)
      else { return .open }
      let number = things[text] ?? Int32(clamping: things.count)
      things[text] = number
      return .thing(number)
    }
    guard let number = rows.number(of, form: form, row: row) else { return .open }
    return aggregate.operation == .agreed ? .stated(number) : .number(number)
  }
}
