import Diagnostics
import Plan
import VietnameseText

/// How cells of a row have moved against their headers.
struct RowShift: Equatable, Sendable {
  /// By how many columns they have moved to the right.
  var columns: Int
  /// First column whose cell cannot be its own, where the cells before it stand right.
  var before: Int?
}

/// Finds rows whose cells have all moved by one column, or all from some column on.
///
/// The whole row must say so: two cells at least cannot be what their columns hold, and with the
/// cells moved every one can, three that have moved surely. Nothing is moved; the sender is asked.
struct ShiftedRows: Sendable {
  private let found: FoundFits
  private let columns: [(column: Int, expected: FoundFits.Expected)]
  private let width: Int

  init(_ match: HeaderMatch, _ form: Form, _ found: FoundFits = FoundFits()) {
    self.found = found
    var columns: [(column: Int, expected: FoundFits.Expected)] = []
    for (field, column) in zip(form.fields, match.columns) {
      guard let column else { continue }
      let expected: FoundFits.Expected? =
        switch field.type {
        case .integer, .number: .figure
        case .date: .date
        case .year: .year
        case .boolean: nil
        case .string:
          // A column of codes of units holds figures, and may stand beside one of their names.
          field.role == .unit && CodesBesideNames.isCode(match.text(column))
            ? nil : field.role == .unit || !field.categories.isEmpty ? .words : nil
        }
      if let expected { columns.append((column, expected)) }
    }
    for column in match.partColumns { if let column { columns.append((column, .figure)) } }
    self.columns = columns.sorted { $0.column < $1.column }
    width = match.width
  }

  /// Whether a text cannot be what its column holds; two such cells make a row look moved.
  func isMisfit(_ text: String, _ column: Int) -> Bool {
    guard columns.count >= 3 else { return false }
    return columns.contains {
      $0.column == column && found.fit(text, $0.expected) == false
    }
  }

  /// Whether it matters to a column what the digits of a text are.
  func readsDigits(_ column: Int) -> Bool {
    columns.contains { $0.column == column && $0.expected != .words }
  }

  /// How a row has moved; nil where it stands right or nobody can tell.
  func shift(of cells: [String]) -> RowShift? {
    guard columns.count >= 3 else { return nil }
    var row = RowFits(cells, found)
    guard faults(&row, by: 0, limit: 2) >= 2 else { return nil }
    for shift in [1, -1] where fits(&row, by: shift) { return RowShift(columns: shift) }
    return partialShift(of: &row)
  }

  /// How the end of a row has moved: a cell was lost or came in on the way.
  private func partialShift(of row: inout RowFits) -> RowShift? {
    let asSent = columns.map { row.fit($0.column, $0.expected) }
    guard let first = asSent.firstIndex(of: false), first > 0 else { return nil }
    // All cells before the place stand right, so that it is at the first fault or before it.
    for shift in [-1, 1] {
      // What moved to the left left the last column behind.
      if shift == -1, !RowLayout.isBlank(row.cell(width - 1)) { continue }
      let moved = columns.map { row.fit($0.column + shift, $0.expected) }
      // The column whose cell was lost is blank, whatever stands there now.
      let lost = shift == -1 ? 1 : 0
      let isMoved = (1...first).contains { place in
        let end = moved[min(place + lost, moved.count)...]
        return !end.contains(false) && end.count { $0 == true } >= 3
      }
      if isMoved { return RowShift(columns: shift, before: columns[first].column) }
    }
    return nil
  }

  private func faults(_ row: inout RowFits, by shift: Int, limit: Int) -> Int {
    var faults = 0
    for (column, expected) in columns {
      if row.fit(column + shift, expected) == false { faults += 1 }
      if faults == limit { break }
    }
    return faults
  }

  private func fits(_ row: inout RowFits, by shift: Int) -> Bool {
    // What would fall off at either end must be blank, but for the cell that came in.
    if shift == -1, let first = row.cells.first, RowLayout.isBlank(first) { return false }
    guard faults(&row, by: shift, limit: 1) == 0 else { return false }
    let sure = columns.count { row.fit($0.column + shift, $0.expected) == true }
    return sure >= 3
  }
}

/// What the cells of one row can be, told once each.
private struct RowFits {
  let cells: [String]
  private let found: FoundFits
  /// By cell, then by what is expected of it.
  private var known: [Bool??]

  init(_ cells: [String], _ found: FoundFits) {
    self.cells = cells
    self.found = found
    known = Array(repeating: nil, count: cells.count * FoundFits.Expected.allCases.count)
  }

  func cell(_ column: Int) -> String { cells.indices.contains(column) ? cells[column] : "" }

  /// Whether a cell is what a column holds; nil where it says nothing.
  mutating func fit(_ column: Int, _ expected: FoundFits.Expected) -> Bool? {
    guard cells.indices.contains(column) else { return nil }
    let place = column * FoundFits.Expected.allCases.count + expected.rawValue
    if let before = known[place] { return before }
    let fit = found.fit(cells[column], expected)
    known[place] = .some(fit)
    return fit
  }
}
