import DelimitedText
import Diagnostics
import Plan
package import VietnameseText

/// Typed records of one form: what clean gives and join takes.
///
/// Fields of role `unit` hold unit codes, of role `category` category values.
package struct TypedRecords: Sendable, Equatable {
  package let form: String
  package let fields: [String]
  package var files: RowRuns
  package var lines: RowNumbers
  /// Year that each row speaks of.
  package var years: RowRuns
  /// Unit that each row is about, by code; the plan's unit where the form has no unit field.
  package var units: RowNames
  /// Sender of each row: an agency's id or a unit's code.
  package var senders: RunNames
  /// Parts of their years that rows state, by row, where units of the year change.
  package var parts: [Int: PartOfYear]
  package var columns: [TypedColumn]

  package init(
    form: String,
    fields: [String],
    files: RowRuns = [],
    lines: RowNumbers = [],
    years: RowRuns = [],
    units: RowNames = [],
    senders: RunNames = [],
    parts: [Int: PartOfYear] = [:],
    columns: [TypedColumn]
  ) {
    self.form = form
    self.fields = fields
    self.files = files
    self.lines = lines
    self.years = years
    self.units = units
    self.senders = senders
    self.parts = parts
    self.columns = columns
  }

  package var count: Int { files.count }

  /// A table of the same form without rows.
  package var emptied: TypedRecords { TypedRecords(form: form, fields: fields, columns: []) }
}

extension TypedRecords {
  /// Marks a reason in place of a value; a text that begins so gets one more.
  fileprivate static let mark: Character = "~"

  private var header: [String] {
    ["_file", "_line", "_year", "_unit", "_sender", "_part"] + fields
  }

  /// Gives the table's file piece by piece, so that no more than a piece need be held.
  package func write(_ put: ([UInt8]) -> Void) {
    var own = WrittenColumns()
    own.add(files)
    own.add(lines)
    own.add(years)
    own.add(units)
    own.add(senders)
    own.add(parts.mapValues(\.description), count: count)
    for column in columns { own.add(column.codes, column.cells) }
    own.write(header, count, put)
  }

  /// Reads what `write` gave; `columns` are empty ones of the right kinds.
  package init(
    form: String,
    fields: [String],
    emptyColumns: [TypedColumn],
    reading bytes: [UInt8],
    file: String,
    jobs: Int = 1
  ) throws(TableError) {
    self.init(form: form, fields: fields, columns: emptyColumns)
    let batch = try readBatch(bytes, columns: header, file: file, jobs: jobs)
    var coders = columns.map { _ in TextCoder() }
    for record in 1..<max(1, batch.recordCount) {
      var reader = RowReader(batch, record: record, file: file)
      files.append(try reader.integer())
      lines.append(try reader.integer())
      years.append(try reader.integer())
      units.append(reader.text())
      senders.append(reader.text())
      if let part = PartOfYear(reader.text()) { parts[files.count - 1] = part }
      for column in columns.indices {
        let known = columns[column].valueCount
        let code = batch.withBytes(record, column + 6) { coders[column].code(of: $0) }
        if code < known {
          columns[column].append(code: code)
          _ = reader.text()
        } else {
          try columns[column].append(&reader)
        }
      }
    }
  }
}

extension TypedColumn {
  /// The values and reasons by code as a table's cells.
  fileprivate var cells: TextArena {
    guard case .texts(let texts) = storage else { return written }
    // Most columns of texts stand as they are.
    let isPlain =
      reasons.allSatisfy { $0 == nil } && texts.areClear(of: TypedRecords.mark)
    return isPlain ? texts : written
  }

  private var written: TextArena {
    var cells = TextArena()
    for code in 0..<valueCount { cells.append(cell(code)) }
    return cells
  }

  private func cell(_ code: Int) -> String {
    if let reason = reasons[code] { return "\(TypedRecords.mark)\(reason.rawValue)" }
    switch storage {
    case .numbers(let values): return values[code].description
    case .texts(let texts):
      let text = texts.text(code)
      return text.first == TypedRecords.mark ? "\(TypedRecords.mark)\(text)" : text
    case .dates: return date(code: code)?.description ?? ""
    case .flags(let values): return values[code] ? "true" : "false"
    }
  }

  fileprivate mutating func append(_ reader: inout RowReader) throws(TableError) {
    let reason = reader.missingReason(mark: TypedRecords.mark)
    switch storage {
    case .numbers:
      append(
        number: reason == nil ? try reader.optionalDecimal() : reader.skipped(),
        missing: reason
      )
    case .dates:
      append(date: reason == nil ? try reader.optionalDate() : reader.skipped(), missing: reason)
    case .flags:
      append(flag: reason == nil ? try reader.optionalFlag() : reader.skipped(), missing: reason)
    case .texts:
      let text = reader.text()
      let isEscaped = reason == nil && text.first == TypedRecords.mark
      append(
        text: reason == nil ? (isEscaped ? String(text.dropFirst()) : text) : nil,
        missing: reason
      )
    }
  }
}

extension TextArena {
  /// Whether no text begins with a mark of ASCII.
  fileprivate func areClear(of mark: Character) -> Bool {
    guard let mark = mark.asciiValue else { return false }
    return (0..<count).allSatisfy { code in
      let range = range(code)
      return range.isEmpty || bytes[range.lowerBound] != mark
    }
  }
}

extension RowReader {
  /// The reason that the next cell holds instead of a value; does not move on.
  fileprivate func missingReason(mark: Character) -> MissingReason? {
    var copy = self
    let text = copy.text()
    guard text.first == mark else { return nil }
    return MissingReason(rawValue: String(text.dropFirst()))
  }

  /// Moves past a cell that holds a reason.
  fileprivate mutating func skipped<T>() -> T? {
    _ = text()
    return nil
  }
}
