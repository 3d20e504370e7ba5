import Diagnostics
import Plan
import Tables

/// Whether rows of a register meet a condition, for a year.
///
/// Where the condition looks at one field of the form itself, each of its values is judged once.
struct RowConditions {
  private let aggregate: RegisterAggregate
  private let form: Form
  private let year: Int
  private let rows: RegisterRows
  private let column: TypedColumn?
  private var byCode: [ExpressionValue?] = []

  init(_ aggregate: RegisterAggregate, _ form: Form, _ year: Int, _ rows: RegisterRows) {
    self.aggregate = aggregate
    self.form = form
    self.year = year
    self.rows = rows
    var paths: Set<FieldPath> = []
    for case .field(let path) in aggregate.references { paths.insert(path) }
    column =
      paths.count == 1 ? paths.first.flatMap { rows.ownColumn($0, form: form) } : nil
    byCode = Array(repeating: nil, count: column?.valueCount ?? 0)
  }

  mutating func holds(_ row: Int) -> ExpressionValue {
    guard let condition = aggregate.condition else { return .flag(true) }
    guard let column else { return evaluate(condition, row) }
    let code = Int(column.codes[row])
    if let known = byCode[code] { return known }
    let holds = evaluate(condition, row)
    byCode[code] = holds
    return holds
  }

  private func evaluate(_ condition: Expression, _ row: Int) -> ExpressionValue {
    condition.evaluate { reference, _ in
      switch aggregate.references[reference] {
      case .field(let path): rows.value(path, form: form, row: row)
      case .period: .number(Double(year))
      case .start: day(1, 1)
      case .end: day(12, 31)
      }
    }
  }

  private func day(_ month: Int, _ day: Int) -> ExpressionValue {
    CalendarDate(year: year, month: month, day: day).map { .date($0) } ?? .missing(.illegible)
  }
}
