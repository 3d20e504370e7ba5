import Diagnostics
import Plan
import Tables

extension FormRows {
  /// The rows in use, column by column.
  var records: TypedRecords {
    // Figures that came one by one correct the whole rows that are left beside them.
    let rows = states.indices.filter { states[$0] == .used }
    let used = rows.filter { raw.parts[$0] != nil } + rows.filter { raw.parts[$0] == nil }
    return TypedRecords(
      form: form.name,
      fields: form.fields.map(\.name),
      files: used.map { raw.files[$0] },
      lines: used.map { raw.lines[$0] },
      years: used.map { year($0) },
      units: used.map { units[$0] },
      senders: used.map { sender($0) },
      parts: Dictionary(
        uniqueKeysWithValues: used.enumerated().compactMap { index, row in
          parts[row].map { (index, $0) }
        }
      ),
      columns: form.fields.indices.map { column($0, used) }
    )
  }

  private func column(_ field: Int, _ rows: [Int]) -> TypedColumn {
    var column = TypedColumn(emptyFor: form.fields[field])
    var dictionary: [String: Int32] = [:]
    for row in rows {
      let value = cells[field][row]
      let reason: MissingReason? = if case .missing(let reason) = value { reason } else { nil }
      switch column.storage {
      case .numbers:
        let number: FixedDecimal? = if case .number(let number) = value { number } else { nil }
        column.append(number: number, missing: reason)
      case .dates:
        let date: CalendarDate? = if case .date(let date) = value { date } else { nil }
        column.append(date: date, missing: reason)
      case .flags:
        let flag: Bool? = if case .flag(let flag) = value { flag } else { nil }
        column.append(flag: flag, missing: reason)
      case .codes:
        let text: String? = if case .text(let text) = value { text } else { nil }
        column.append(text: text, missing: reason, dictionary: &dictionary)
      }
    }
    return column
  }
}
