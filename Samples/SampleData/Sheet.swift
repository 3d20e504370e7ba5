import Foundation

/// One file as a sender sees it: a form, its rows, and what stands around them.
struct Sheet {
  struct Row {
    /// Code of the unit, or key.
    var name: String
    var cells: [String: Value]
    /// Texts that stand there instead of the values.
    var raw: [String: String] = [:]
    /// A rank and words that stand alone above a group of rows.
    var label: (rank: String, words: String)?
  }

  struct ExtraColumn {
    var header: String
    var text: String
  }

  var form: FormSheet
  var year: Int
  var senderTitle: String
  var place: String
  var rows: [Row]
  var extraColumn: ExtraColumn?
  /// Seed of what is drawn for the file's look.
  var seed: String

  private struct Column {
    var field: FormSheet.Field
    var header: String
    var scale: Int
  }

  func bytes(by writer: CellWriter) throws(SampleDataFailure) -> [UInt8] {
    let layout = writer.layout
    let columns = columns(layout)
    var width = columns.count + (layout.ordinals == nil ? 0 : 1) + (extraColumn == nil ? 0 : 1)
    var lines: [[String]] = (layout.titles ?? []).map { [filled($0)] }
    var header = columns.map(\.header)
    if let extraColumn { header.insert(extraColumn.header, at: min(1, header.count)) }
    if layout.ordinals != nil { header.insert(layout.ordinalHeader ?? "STT", at: 0) }
    if layout.headers == .upper { header = header.map { $0.uppercased() } }
    lines.append(header)
    if layout.columnNumbers == true { lines.append((1...max(1, width)).map { "(\($0))" }) }
    for (number, row) in rows.enumerated() {
      if let page = layout.rowsOnPage, page > 0, number > 0, number % page == 0 {
        lines.append(header)
      }
      lines.append(line(row, number + 1, columns, writer))
    }
    if let total = layout.total, rows.count > 1, form.covers != .plan {
      lines.append(totals(named: total, columns, writer))
    }
    for text in layout.signature ?? [] {
      // The left signature stands in the first column, the right one near the last.
      let sides = filled(text).components(separatedBy: "|")
      var line = [sides[0]]
      if sides.count > 1 {
        line += Array(repeating: "", count: max(0, min(width, 6) - 2)) + [sides[1]]
      }
      lines.append(line)
    }
    width = max(width, lines.map(\.count).max() ?? 0)
    let text = lines.map { cells in
      let missing = layout.padded == true ? max(0, width - cells.count) : 0
      return (cells + Array(repeating: "", count: missing)).map { quoted($0, layout) }
        .joined(separator: layout.delimiter) + layout.newline.text
    }
    let first = layout.separatorLine == true ? "sep=\(layout.delimiter)\(layout.newline.text)" : ""
    return try layout.encoding.bytes(of: first + text.joined())
  }

  private func columns(_ layout: Layout) -> [Column] {
    var draw = Draw(seed, "columns")
    var fields = form.fields
    if layout.shuffled == true {
      let fixed = fields.filter { $0.isKey || $0.isUnit || $0.isYear }
      let notes = fields.filter(\.isNote)
      let rest = fields.filter { !($0.isKey || $0.isUnit || $0.isYear || $0.isNote) }
      fields = fixed + draw.shuffled(rest) + notes
    }
    return fields.map { field in
      let million = 1_000_000
      if layout.millions == true, let header = form.headers(of: field, scale: million).first {
        return Column(field: field, header: header, scale: million)
      }
      guard layout.headers == .variant, draw.happens(0.6),
        let header = draw.choice(of: spellings(of: field, layout))
      else { return Column(field: field, header: field.title, scale: 1) }
      return Column(field: field, header: header, scale: 1)
    }
  }

  /// Headers that a clerk may write; nobody heads a column of names with "code".
  private func spellings(of field: FormSheet.Field, _ layout: Layout) -> [String] {
    let headers = form.headers(of: field, scale: 1)
    guard field.isUnit else { return headers }
    return headers.filter { $0.hasPrefix("Mã") == (layout.units == .code) }
  }

  private func line(
    _ row: Row,
    _ number: Int,
    _ columns: [Column],
    _ writer: CellWriter
  ) -> [String] {
    if let label = row.label {
      var result = columns.map { _ in "" }
      let isApart = writer.layout.ordinals != nil
      if !result.isEmpty { result[0] = isApart ? label.words : "\(label.rank). \(label.words)" }
      return isApart ? [label.rank] + result : result
    }
    var result = columns.map { column in
      if let raw = row.raw[column.field.name] { return raw }
      var draw = Draw(seed, row.name, column.field.name)
      let value = row.cells[column.field.name] ?? .missing
      return writer.text(value, column.field, scale: column.scale, &draw)
    }
    if let extraColumn {
      result.insert("\(extraColumn.text)\(padded(number, to: 2))", at: min(1, result.count))
    }
    switch writer.layout.ordinals {
    case .arabic: result.insert(String(number), at: 0)
    case .roman: result.insert(CellWriter.roman(number), at: 0)
    case nil: break
    }
    return result
  }

  private func totals(
    named name: String,
    _ columns: [Column],
    _ writer: CellWriter
  ) -> [String] {
    var result = columns.map { column in
      guard column.field.isMeasure else { return "" }
      var draw = Draw(seed, "total", column.field.name)
      let numbers = rows.map { row in
        switch row.cells[column.field.name] {
        case .integer(let number): number
        default: 0
        }
      }
      // Nobody adds scores up.
      guard !column.field.isYear, column.field.type != "number" || column.field.isMoney else {
        return ""
      }
      return writer.text(
        .integer(numbers.reduce(0, +)),
        column.field,
        scale: column.scale,
        &draw
      )
    }
    if extraColumn != nil { result.insert("", at: min(1, result.count)) }
    if writer.layout.ordinals != nil { result.insert("", at: 0) }
    if let first = result.indices.first { result[first] = name }
    return result
  }

  private func filled(_ text: String) -> String {
    text.replacingOccurrences(of: "{sender}", with: senderTitle.uppercased())
      .replacingOccurrences(of: "{place}", with: place)
      .replacingOccurrences(of: "{form}", with: form.title.uppercased())
      .replacingOccurrences(of: "{number}", with: form.number)
      .replacingOccurrences(of: "{year}", with: String(year))
  }

  private func quoted(_ cell: String, _ layout: Layout) -> String {
    let needs =
      layout.quoteAll == true || cell.contains(layout.delimiter)
      || cell.contains { $0 == "\"" || $0.isNewline }
    guard needs else { return cell }
    return "\"" + cell.replacingOccurrences(of: "\"", with: "\"\"") + "\""
  }
}
