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
  /// By codes of both fields what becomes of a row with them; nil where none was judged yet.
  private var judged: [Verdict?]

  /// What becomes of a row.
  enum Verdict: UInt8 {
    case counts, isLeftOut
    /// Nobody can tell whether it counts.
    case isOpen
  }

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
    judged = isTable ? Array(repeating: nil, count: pairs) : []
    self.width = width
  }

  /// What becomes of some rows, in their order.
  mutating func verdicts(_ range: Range<Int>) -> [Verdict] {
    guard let condition = aggregate.condition else {
      return Array(repeating: .counts, count: range.count)
    }
    guard isTable else { return range.map { verdict(condition, $0) } }
    let (first, second) = (first, second)
    return range.map { row in
      let pair = Int(first[row]) * width + (second.isEmpty ? 0 : Int(second[row]))
      if let known = judged[pair] { return known }
      let verdict = verdict(condition, row)
      judged[pair] = verdict
      return verdict
    }
  }

  /// A condition on something that the row says does not apply to it ("not closed") does not hold;
  /// one on something illegible or not reported stays open.
  private func verdict(_ condition: Expression, _ row: Int) -> Verdict {
    switch evaluate(condition, row) {
    case .flag(let holds): holds ? .counts : .isLeftOut
    case .missing(let reason): reason == .notApplicable || reason == .noCase ? .isLeftOut : .isOpen
    default: .isOpen
    }
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
