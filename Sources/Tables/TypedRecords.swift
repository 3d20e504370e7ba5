import DelimitedText
package import Diagnostics
package import Plan
package import VietnameseText

/// Typed values of one column, with a reason beside each one that is missing.
///
/// A column holds numbers, codes (texts by dictionary), dates or flags; `missing` is nil where
/// there is a value.
package struct TypedColumn: Sendable, Equatable {
  package enum Storage: Sendable, Equatable {
    case numbers([FixedDecimal])
    /// Positions in the dictionary.
    case codes([Int32], dictionary: [String])
    /// Days since the epoch.
    case dates([Int32])
    case flags([Bool])
  }

  package var storage: Storage
  package var missing: [MissingReason?]

  package init(storage: Storage, missing: [MissingReason?]) {
    self.storage = storage
    self.missing = missing
  }

  package func number(_ row: Int) -> FixedDecimal? {
    guard missing[row] == nil, case .numbers(let values) = storage else { return nil }
    return values[row]
  }

  package func text(_ row: Int) -> String? {
    guard missing[row] == nil, case .codes(let codes, let dictionary) = storage else { return nil }
    return dictionary[Int(codes[row])]
  }

  package func date(_ row: Int) -> CalendarDate? {
    guard missing[row] == nil, case .dates(let values) = storage else { return nil }
    return CalendarDate(daysSinceEpoch: Int(values[row]))
  }

  package func flag(_ row: Int) -> Bool? {
    guard missing[row] == nil, case .flags(let values) = storage else { return nil }
    return values[row]
  }
}

/// Typed records of one form: what clean gives and join takes.
///
/// Fields of role `unit` hold unit codes, of role `category` category values.
package struct TypedRecords: Sendable, Equatable {
  package let form: String
  package let fields: [String]
  package var files: [Int]
  package var lines: [Int]
  /// Year that each row speaks of.
  package var years: [Int]
  /// Unit that each row is about, by code; the plan's unit where the form has no unit field.
  package var units: [String]
  /// Sender of each row: an agency's id or a unit's code.
  package var senders: [String]
  /// Parts of their years that rows state, by row, where units of the year change.
  package var parts: [Int: PartOfYear]
  package var columns: [TypedColumn]

  package init(
    form: String,
    fields: [String],
    files: [Int] = [],
    lines: [Int] = [],
    years: [Int] = [],
    units: [String] = [],
    senders: [String] = [],
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
}

extension TypedRecords {
  /// Marks a reason in place of a value; a text that begins so gets one more.
  private static let mark: Character = "~"

  private var header: [String] {
    ["_file", "_line", "_year", "_unit", "_sender", "_part"] + fields
  }

  package func written() -> [UInt8] {
    var writer = DelimitedWriter()
    writer.write(header)
    for row in 0..<count {
      writer.write(
        [
          String(files[row]), String(lines[row]), String(years[row]), units[row], senders[row],
          parts[row]?.description ?? "",
        ]
          + columns.map { $0.cell(row, mark: Self.mark) }
      )
    }
    return writer.bytes
  }

  /// Reads what `written` wrote; `columns` are empty ones of the right kinds.
  package init(
    form: String,
    fields: [String],
    emptyColumns: [TypedColumn],
    reading bytes: [UInt8],
    file: String
  ) throws(TableError) {
    self.init(form: form, fields: fields, columns: emptyColumns)
    let batch = try readBatch(bytes, columns: header, file: file)
    var dictionaries = columns.map { _ in [String: Int32]() }
    for record in 1..<max(1, batch.recordCount) {
      var reader = RowReader(batch, record: record, file: file)
      files.append(try reader.integer())
      lines.append(try reader.integer())
      years.append(try reader.integer())
      units.append(reader.text())
      senders.append(reader.text())
      if let part = PartOfYear(reader.text()) { parts[files.count - 1] = part }
      for column in columns.indices {
        try columns[column].append(&reader, mark: Self.mark, dictionary: &dictionaries[column])
      }
    }
  }
}

extension TypedColumn {
  /// An empty column of the kind that a form's field has.
  package init(emptyFor field: Field) {
    let storage: Storage =
      switch field.type {
      case .integer, .number, .year: .numbers([])
      case .boolean: .flags([])
      case .date: .dates([])
      case .string: .codes([], dictionary: [])
      }
    self.init(storage: storage, missing: [])
  }

  fileprivate func cell(_ row: Int, mark: Character) -> String {
    if let reason = missing[row] { return "\(mark)\(reason.rawValue)" }
    switch storage {
    case .numbers(let values): return values[row].description
    case .codes(let codes, let dictionary):
      let text = dictionary[Int(codes[row])]
      return text.first == mark ? "\(mark)\(text)" : text
    case .dates: return date(row)?.description ?? ""
    case .flags(let values): return values[row] ? "true" : "false"
    }
  }

  /// Appends a value or a reason; the placeholder under a reason is never read.
  package mutating func append(
    text: String?,
    missing reason: MissingReason?,
    dictionary: inout [String: Int32]
  ) {
    guard case .codes(var codes, var words) = storage else { return }
    storage = .flags([])
    let word = text ?? ""
    let code = dictionary[word] ?? Int32(truncatingIfNeeded: words.count)
    if dictionary[word] == nil {
      dictionary[word] = code
      words.append(word)
    }
    codes.append(code)
    storage = .codes(codes, dictionary: words)
    missing.append(reason)
  }

  package mutating func append(number: FixedDecimal?, missing reason: MissingReason?) {
    guard case .numbers(var values) = storage else { return }
    storage = .flags([])
    values.append(number ?? .zero)
    storage = .numbers(values)
    missing.append(reason)
  }

  package mutating func append(date: CalendarDate?, missing reason: MissingReason?) {
    guard case .dates(var values) = storage else { return }
    storage = .flags([])
    values.append(Int32(truncatingIfNeeded: date?.daysSinceEpoch ?? 0))
    storage = .dates(values)
    missing.append(reason)
  }

  package mutating func append(flag: Bool?, missing reason: MissingReason?) {
    guard case .flags(var values) = storage else { return }
    storage = .dates([])
    values.append(flag ?? false)
    storage = .flags(values)
    missing.append(reason)
  }

  fileprivate mutating func append(
    _ reader: inout RowReader,
    mark: Character,
    dictionary: inout [String: Int32]
  ) throws(TableError) {
    let reason = reader.missingReason(mark: mark)
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
    case .codes:
      let text = reader.text()
      let isEscaped = reason == nil && text.first == mark
      append(
        text: reason == nil ? (isEscaped ? String(text.dropFirst()) : text) : nil,
        missing: reason,
        dictionary: &dictionary
      )
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
