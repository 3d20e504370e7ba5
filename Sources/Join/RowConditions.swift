import Diagnostics
import Plan
import Tables

/// Whether rows of a register meet a condition, for a year.
///
/// Where the condition looks at one or two fields of the form itself, each pair of their values is
/// judged once.
struct RowConditions {
  private let aggregate: RegisterAggregate
  private let form: Form
  private let year: Int
  private let rows: RegisterRows
  /// The fields that the condition looks at, one or two; none where rows are judged one by one.
  private let columns: [TypedColumn]
  private var judged: [Codes: ExpressionValue] = [:]

  /// Codes of a row's values; of one field the second is nought.
  private struct Codes: Hashable {
    var first: Int32
    var second: Int32
  }

  init(_ aggregate: RegisterAggregate, _ form: Form, _ year: Int, _ rows: RegisterRows) {
    self.aggregate = aggregate
    self.form = form
    self.year = year
    self.rows = rows
    var paths: [FieldPath] = []
    for case .field(let path) in aggregate.references where !paths.contains(path) {
      paths.append(path)
    }
    let own = paths.compactMap { rows.ownColumn($0, form: form) }
    columns = (1...2).contains(paths.count) && own.count == paths.count ? own : []
  }

  mutating func holds(_ row: Int) -> ExpressionValue {
    guard let condition = aggregate.condition else { return .flag(true) }
    guard let first = columns.first else { return evaluate(condition, row) }
    let codes = Codes(
      first: first.codes[row],
      second: columns.count > 1 ? columns[1].codes[row] : 0
    )
    if let known = judged[codes] { return known }
    let holds = evaluate(condition, row)
    judged[codes] = holds
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
