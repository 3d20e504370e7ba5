import Diagnostics

/// Sums down a column, from which that of any rows side by side follows at once.
struct RunningSums {
  struct Sum {
    var value: FixedDecimal
    var rows: Int
    /// Rows in which the column has no number that could be added.
    var unread: Int
  }

  /// Up to each row; nil from where on a sum does not fit.
  private var values: [FixedDecimal?] = [.zero]
  private var rows = [0]
  private var unread = [0]

  /// Adds a row's value; nil is no row.
  mutating func add(_ cell: CellValue?) {
    var value = values[values.count - 1]
    var isUnread = false
    switch cell {
    case .number(let number): value = value.flatMap { FixedDecimal.adding($0, number) }
    case nil, .missing(.noCase), .missing(.notApplicable): break
    default: isUnread = true
    }
    values.append(value)
    rows.append(rows[rows.count - 1] + (cell == nil ? 0 : 1))
    unread.append(unread[unread.count - 1] + (isUnread ? 1 : 0))
  }

  /// Sum of some rows; nil where it does not fit.
  func sum(_ places: Range<Int>) -> Sum? {
    let (first, end) = (places.lowerBound, places.upperBound)
    guard let before = values[first]?.multiplied(by: -1), let after = values[end],
      let value = FixedDecimal.adding(after, before)
    else { return nil }
    return Sum(value: value, rows: rows[end] - rows[first], unread: unread[end] - unread[first])
  }
}
