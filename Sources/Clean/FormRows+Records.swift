import Diagnostics
import Plan
import Tables

extension FormRows {
  /// The rows in use, column by column; typed and raw cells are given up as they become columns, so
  /// that a country's do not stand twice.
  mutating func takeRecords() -> TypedRecords {
    let rows = rowsInUse
    let all: [Int32] = rows ?? states.indices.map { Int32(clamping: $0) }
    var years = RowNumbers()
    years.reserveCapacity(all.count)
    for row in all { years.append(year(Int(row))) }
    return TypedRecords(
      form: form.name,
      fields: form.fields.map(\.name),
      files: rows == nil ? raw.files : raw.files.picking(all),
      lines: rows == nil ? raw.lines : raw.lines.picking(all),
      years: years,
      units: rows == nil ? units : units.picking(all),
      senders: senders(all),
      parts: parts.isEmpty
        ? [:]
        : Dictionary(
          uniqueKeysWithValues: all.enumerated().compactMap { index, row in
            parts[Int(row)].map { (index, $0) }
          }
        ),
      columns: form.fields.indices.map { field in
        defer {
          cells[field] = CellColumn(TextColumn())
          raw.columns[field] = TextColumn()
        }
        return cells[field].typed(TypedColumn(emptyFor: form.fields[field]), rows)
      }
    )
  }

  /// The rows in use in the order of the table; nil where it is that of all rows.
  private var rowsInUse: [Int32]? {
    if raw.parts.isEmpty, states.allSatisfy({ $0 == .used }) { return nil }
    let rows = states.indices.filter { states[$0] == .used }.map { Int32(clamping: $0) }
    guard !raw.parts.isEmpty else { return rows }
    // Figures that came one by one correct the whole rows that are left beside them.
    return rows.filter { raw.parts[Int($0)] != nil } + rows.filter { raw.parts[Int($0)] == nil }
  }

  private func senders(_ rows: [Int32]) -> RowNames {
    var senders = RowNames()
    var last: (file: Int, code: Int32)?
    for row in rows {
      let file = raw.files[Int(row)]
      let code =
        if let last, last.file == file { last.code } else { senders.code(of: sender(Int(row))) }
      last = (file, code)
      senders.append(code: code)
    }
    return senders
  }
}
