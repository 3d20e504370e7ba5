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
  private enum Expected: Sendable { case figure, date, year, words }

  private let columns: [(column: Int, expected: Expected)]
  private let width: Int

  init(_ match: HeaderMatch, _ form: Form) {
    var columns: [(column: Int, expected: Expected)] = []
    for (field, column) in zip(form.fields, match.columns) {
      guard let column else { continue }
      let expected: Expected? =
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
      $0.column == column && Self.fit(text, $0.expected) == false
    }
  }

  /// Whether it matters to a column what the digits of a text are.
  func readsDigits(_ column: Int) -> Bool {
    columns.contains { $0.column == column && $0.expected != .words }
  }

  /// How a row has moved; nil where it stands right or nobody can tell.
  func shift(of cells: [String]) -> RowShift? {
    guard columns.count >= 3, faults(cells, by: 0, limit: 2) >= 2 else { return nil }
    for shift in [1, -1] where fits(cells, by: shift) { return RowShift(columns: shift) }
    return partialShift(of: cells)
  }

  /// How the end of a row has moved: a cell was lost or came in on the way.
  private func partialShift(of cells: [String]) -> RowShift? {
    let asSent = columns.map { Self.fit(cell(cells, $0.column), $0.expected) }
    guard let first = asSent.firstIndex(of: false), first > 0 else { return nil }
    // All cells before the place stand right, so that it is at the first fault or before it.
    for shift in [-1, 1] {
      // What moved to the left left the last column behind.
      if shift == -1, !RowLayout.isBlank(cell(cells, width - 1)) { continue }
      let moved = columns.map { Self.fit(cell(cells, $0.column + shift), $0.expected) }
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

  private func faults(_ cells: [String], by shift: Int, limit: Int) -> Int {
    var faults = 0
    for (column, expected) in columns {
      let text = cell(cells, column + shift)
      if Self.fit(text, expected) == false { faults += 1 }
      if faults == limit { break }
    }
    return faults
  }

  private func fits(_ cells: [String], by shift: Int) -> Bool {
    // What would fall off at either end must be blank, but for the cell that came in.
    if shift == -1, let first = cells.first, RowLayout.isBlank(first) { return false }
    guard faults(cells, by: shift, limit: 1) == 0 else { return false }
    let sure = columns.count { Self.fit(cell(cells, $0.column + shift), $0.expected) == true }
    return sure >= 3
  }

  private func cell(_ cells: [String], _ column: Int) -> String {
    cells.indices.contains(column) ? cells[column] : ""
  }

  /// Whether a text is what a column holds; nil where it says nothing.
  private static func fit(_ text: String, _ expected: Expected) -> Bool? {
    let scalars = text.unicodeScalars
    guard text.utf8.count <= 64, let first = scalars.first(where: { !$0.isBlank })
    else { return nil }
    let isDigit = (0x30...0x39).contains(first.value)
    switch expected {
    case .words:
      return isDigit ? false : first.properties.isAlphabetic ? true : nil
    case .year:
      let digits = NameKey(text).folded.split(separator: " ").last ?? ""
      guard isDigit || first.properties.isAlphabetic else { return nil }
      return digits.utf8.count == 4 && (digits.hasPrefix("20") || digits.hasPrefix("19"))
        && digits.allSatisfy(\.isNumber)
    case .date:
      guard isDigit else {
        return first.properties.isAlphabetic && !isWordForNothing(text) ? false : nil
      }
      if case .success = VietnameseDate.parse(text) { return true }
      return false
    case .figure:
      guard isDigit else {
        return first.properties.isAlphabetic && !isWordForNothing(text) ? false : nil
      }
      if text.utf8.contains(0x2F), case .success = VietnameseDate.parse(text) { return false }
      return !scalars.contains { $0 == "/" || $0 == ":" }
    }
  }

  /// Short words in a column of figures say why there is none.
  private static func isWordForNothing(_ text: String) -> Bool {
    let words = NameKey(text).folded.split(separator: " ")
    return ["khong", "chua", "dang", "mien", "x", "n", "kps", "kad", "ko", "k"].contains(
      words.first
    )
  }
}
