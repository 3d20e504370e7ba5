import Diagnostics
import Plan
import Tables

/// Whether rows of a register meet a condition, for a year.
///
/// Where the condition looks at one or two fields of the form itself, each pair of their values is
/// judged once, unless there are too many.
struct RowConditions {
  private let aggregate: RegisterAggregate
  private let form: Form
  private let year: Int
  private let rows: RegisterRows
  /// Whether rows are judged by the codes of the fields that the condition looks at, one or two.
  private let isTable: Bool
  private let first: RowCodes
  /// None where the condition looks at one field.
  private let second: RowCodes
  /// How many codes the second field has.
  private let width: Int
  /// By codes of both fields: the number of the judgement and one, or nought where there is none yet.
  private var judged: [UInt8]
  private var judgements: [ExpressionValue] = []

  /// Pairs of values beyond which a table of all of them would cost more than it saves.
  private static let mostPairs = 1 << 24

  init(_ aggregate: RegisterAggregate, _ form: Form, _ year: Int, _ rows: RegisterRows) {
    self.aggregate = aggregate
    self.form = form
    self.year = year
    self.rows = rows
    var paths: [FieldPath] = []
    for case .field(let path) in aggregate.references where !paths.contains(path) {
      paths.append(path)
    }
    let columns = paths.compactMap { rows.ownColumn($0, form: form) }
    let counts = columns.map(\.valueCount)
    let width = counts.count == 2 ? counts[1] : 1
    let (pairs, isTooMany) = (counts.first ?? 0).multipliedReportingOverflow(by: width)
    isTable =
      (1...2).contains(paths.count) && columns.count == paths.count && !isTooMany
      && pairs <= Self.mostPairs
    first = isTable ? columns[0].codes : RowCodes()
    second = isTable && columns.count == 2 ? columns[1].codes : RowCodes()
    judged = isTable ? Array(repeating: 0, count: pairs) : []
    self.width = width
  }

  mutating func holds(_ row: Int) -> ExpressionValue {
    guard let condition = aggregate.condition else { return .flag(true) }
    guard isTable else { return evaluate(condition, row) }
    let pair = Int(first[row]) * width + (second.isEmpty ? 0 : Int(second[row]))
    if judged[pair] > 0 { return judgements[Int(judged[pair]) - 1] }
    let holds = evaluate(condition, row)
    // A condition says yes or no, or why it cannot; anything more would be judged anew.
    let number = judgements.firstIndex(of: holds) ?? judgements.count
    if number == judgements.count, number < Int(UInt8.max) { judgements.append(holds) }
    if number < judgements.count { judged[pair] = UInt8(number + 1) }
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
