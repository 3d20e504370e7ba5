import Diagnostics
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

  private let aggregate: RegisterAggregate
  private let form: Form
  private let rows: RegisterRows
  private let column: TypedColumn?
  private var byCode: [Term?] = []
  private var things: [String: Int32] = [:]

  init(_ aggregate: RegisterAggregate, _ form: Form, _ rows: RegisterRows) {
    self.aggregate = aggregate
    self.form = form
    self.rows = rows
    column = aggregate.of.flatMap { rows.ownColumn($0, form: form) }
    switch aggregate.operation {
    case .count, .any: break
    case .distinct, .agreed, .sum:
      byCode = Array(repeating: nil, count: column?.valueCount ?? 0)
    }
  }

  mutating func term(_ row: Int) -> Term {
    switch aggregate.operation {
    case .count, .any: return .one
    case .distinct, .agreed, .sum: break
    }
    guard let column else { return read(row) }
    let code = Int(column.codes[row])
    if let known = byCode[code] { return known }
    let term = read(row)
    byCode[code] = term
    return term
  }

  private mutating func read(_ row: Int) -> Term {
    guard let of = aggregate.of else { return .open }
    if aggregate.operation == .distinct {
      guard case .text(let text) = rows.value(of, form: form, row: row) else { return .open }
      let number = things[text] ?? Int32(clamping: things.count)
      things[text] = number
      return .thing(number)
    }
    guard let number = rows.number(of, form: form, row: row) else { return .open }
    return aggregate.operation == .agreed ? .stated(number) : .number(number)
  }
}
