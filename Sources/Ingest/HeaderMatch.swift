import DelimitedText
import Plan

/// Records read as the header of a form: one row, or several where cells were merged.
struct HeaderMatch: Sendable, Equatable {
  /// Position of the form in the plan.
  var form: Int
  var records: ClosedRange<Int>
  /// For each field of the form the column (0-based) that holds it, and its scale.
  var columns: [Int?]
  var scales: [Int]
  /// The same for each part of a field.
  var partColumns: [Int?]
  var partScales: [Int]
  /// Fields with a column of their own or of a part.
  var matched = 0
  /// Columns whose header names a field that an earlier column names.
  var duplicates: [Int] = []
  /// Columns with codes of units that stand beside columns of their names.
  var codes: [Int] = []
  /// Columns that name one field under several groups, so that none is known to be the year's.
  var ambiguous: [Int] = []
  /// Columns that no field claims; ordinal numbers are not among them.
  var unknown: [Int] = []
  /// Column of ordinal numbers.
  var ordinals: Int?
  /// The header of each column as people read it.
  var texts: [String] = []
  /// The lowest cell of each column's header.
  var lowest: [String] = []

  /// Records of the header that name fields of the form.
  var telling: Set<Int> = []

  /// Last record of the header.
  var record: Int { records.upperBound }

  func text(_ column: Int) -> String { column < texts.count ? texts[column] : "" }

  /// Columns that have a header.
  var width: Int { (texts.lastIndex { !$0.isEmpty } ?? 0) + 1 }

  /// The same for records that stand so many further down.
  func moved(by count: Int) -> HeaderMatch {
    var moved = self
    moved.records = (records.lowerBound + count)...(records.upperBound + count)
    moved.telling = Set(telling.map { $0 + count })
    return moved
  }

  func has(_ field: Int, _ headers: FormHeaders) -> Bool {
    columns[field] != nil
      || zip(headers.partFields, partColumns).contains { $0 == field && $1 != nil }
  }
}

extension FormHeaders {
  /// A cell of a column's header, its row, and whether it may be part of a name.
  private typealias Piece = (row: Int, cell: HeaderCell, mayName: Bool)

  /// Cells of one column's header from top to bottom.
  private typealias Pieces = [Piece]

  /// Reads the cells of consecutive records as this form's header.
  ///
  /// - Parameters:
  ///   - block: The cells by record.
  ///   - record: The first of these records.
  /// - Returns: What the columns are; nil where one of the records adds nothing to it.
  func match(_ block: HeaderBlock, record: Int) -> HeaderMatch? {
    let cells = block.rows.reduce(0) { $0 + $1.count }
    return matches.value(of: block, cells: cells) { match(block.rows) }?.moved(by: record)
  }

  /// The same for records that a file begins with.
  private func match(_ rows: [[HeaderCell]]) -> HeaderMatch? {
    // Titles stand above most headers, and no name is made of them.
    guard rows.count == 1 || rows[0].contains(where: { !$0.isBlank && mayName($0) }) else {
      return nil
    }
    var result = HeaderMatch(
      form: form,
      records: 0...(rows.count - 1),
      columns: Array(repeating: nil, count: fieldCount),
      scales: Array(repeating: 1, count: fieldCount),
      partColumns: Array(repeating: nil, count: partFields.count),
      partScales: Array(repeating: 1, count: partFields.count)
    )
    let pieces = columnPieces(rows)
    var used: Set<Int> = []
    var weak: [(column: Int, place: HeaderPlace, rows: Range<Int>)] = []
    for (column, cells) in pieces.enumerated() {
      if let place = strongPlace(cells) {
        claim(column, place, &result) ? used.formUnion(cells.map(\.row)) : ()
      } else if let first = cells.first, cells.count == 1, isOrdinal(first.cell) {
        result.ordinals = result.ordinals ?? column
      } else if let (place, skipped) = weakPlace(cells) {
        weak.append((column, place, skipped..<cells.count))
      } else {
        result.unknown.append(column)
      }
    }
    for (column, place, own) in weak {
      let rivals = weak.filter { $0.place.field == place.field && $0.place.part == place.part }
      if isTaken(place, result) {
        result.unknown.append(column)
      } else if rivals.count > 1 {
        result.ambiguous.append(column)
      } else {
        used.formUnion(pieces[column][own].map(\.row))
      }
    }
    for (column, place, _) in weak
    where !result.ambiguous.contains(column) && !result.unknown.contains(column) {
      _ = claim(column, place, &result)
    }
    result.unknown.sort()
    result.matched = (0..<fieldCount).count { result.has($0, self) }
    result.telling = used
    let isHeader = rows.indices.allSatisfy { row in
      row == 0 && rows.count == 1 || used.contains(row)
        || row > 0 && used.contains(0) && standsUnderUnknown(rows[row], rows[0], result)
    }
    guard isHeader else { return nil }
    result.texts = pieces.map { $0.map(\.cell.text).joined(separator: " – ") }
    result.lowest = pieces.map { $0.last?.cell.text ?? "" }
    return result
  }

  /// Whether a row has cells below groups only of which the form knows nothing.
  private func standsUnderUnknown(
    _ row: [HeaderCell],
    _ first: [HeaderCell],
    _ match: HeaderMatch
  ) -> Bool {
    let known = Set((match.columns + match.partColumns).compactMap { $0 })
    return row.enumerated().allSatisfy { column, cell in
      cell.isBlank
        || !known.contains(column) && !(column < first.count && isOrdinal(first[column]))
    }
  }

  private func isTaken(_ place: HeaderPlace, _ match: HeaderMatch) -> Bool {
    place.part.map { match.partColumns[$0] != nil } ?? (match.columns[place.field] != nil)
  }

  private func claim(_ column: Int, _ place: HeaderPlace, _ match: inout HeaderMatch) -> Bool {
    guard !isTaken(place, match) else {
      match.duplicates.append(column)
      return false
    }
    if let part = place.part {
      match.partColumns[part] = column
      match.partScales[part] = place.scale
    } else {
      match.columns[place.field] = column
      match.scales[place.field] = place.scale
    }
    return true
  }

  /// What all cells of a column name together.
  private func strongPlace(_ cells: Pieces) -> HeaderPlace? {
    guard let last = cells.last?.cell else { return nil }
    guard cells.count > 1 else { return place(last) }
    if cells.allSatisfy(\.mayName), let found = joinedPlace(cells) { return found }
    // Under a group, "Tổng số" is the group's own number.
    return isTotal(last) ? strongPlace(Array(cells.dropLast())) : nil
  }

  private func joinedPlace(_ cells: Pieces) -> HeaderPlace? {
    let joined = cells.map(\.cell.key).joined(separator: " ")
    let plain = cells.map(\.cell.plainKey).joined(separator: " ")
    if let found = place(joined) ?? place(plain) { return found }
    guard cells.count == 2 else { return nil }
    return placeWithoutUnit("\(cells[1].cell.plainKey) \(cells[0].cell.plainKey)")
  }

  /// What the lower cells of a column name without the groups above them.
  private func weakPlace(_ cells: Pieces) -> (place: HeaderPlace, skipped: Int)? {
    for skipped in 1..<max(1, cells.count) {
      guard let found = strongPlace(Array(cells[skipped...])) else { continue }
      let groups = cells[..<skipped]
      return groups.allSatisfy { keepsMeaning(under: $0.cell) } ? (found, skipped) : nil
    }
    return nil
  }

  /// The cells above one another; a group's cell reaches over the blank cells to its right that
  /// have something below them.
  private func columnPieces(_ rows: [[HeaderCell]]) -> [Pieces] {
    let width = rows.map(\.count).max() ?? 0
    var result: [Pieces] = Array(repeating: [], count: width)
    func isFilled(_ row: Int, _ column: Int) -> Bool {
      column < rows[row].count && !rows[row][column].isBlank
    }
    for row in rows.indices {
      var group: Piece?
      for column in 0..<width {
        let hasBelow = (row + 1..<rows.count).contains { isFilled($0, column) }
        // A new group above ends the one below it.
        if (0..<row).contains(where: { isFilled($0, column) }) { group = nil }
        if isFilled(row, column) {
          let cell = rows[row][column]
          // What stands alone is looked up as it is.
          let own = (row, cell, rows.count == 1 || mayName(cell))
          group = hasBelow ? own : nil
          // Programs that undo merging repeat the text in each cell.
          if result[column].last?.cell.key != cell.key { result[column].append(own) }
        } else if hasBelow, let above = group {
          result[column].append(above)
        } else {
          group = nil
        }
      }
    }
    return result
  }
}
