import DelimitedText

/// Texts of one column, as byte ranges of one arena.
package struct TextColumn: Sendable, Equatable {
  package private(set) var bytes: [UInt8] = []
  private var ends: [Int] = []

  package init() {}

  package var count: Int { ends.count }

  package mutating func append(_ field: Span<UInt8>) {
    for index in field.indices { bytes.append(field[index]) }
    ends.append(bytes.count)
  }

  package mutating func append(_ text: String) {
    bytes.append(contentsOf: text.utf8)
    ends.append(bytes.count)
  }

  package func range(of row: Int) -> Range<Int> { (row == 0 ? 0 : ends[row - 1])..<ends[row] }

  package func text(_ row: Int) -> String { String(decoding: bytes[range(of: row)], as: UTF8.self) }
}

/// Decoded, headed records of one form: what ingest gives and clean takes.
package struct RawRecords: Sendable, Equatable {
  /// Name of the form.
  package let form: String
  /// Names of the form's fields and of their parts; `columns` runs beside it.
  package let fields: [String]
  /// Number of the source file of each row.
  package var files: [Int] = []
  /// Line on which the row starts in it.
  package var lines: [Int] = []
  /// Position of the one field that a row gives beside its unit and year; nil where it is whole.
  package var parts: [Int?] = []
  package var columns: [TextColumn]

  package init(form: String, fields: [String]) {
    self.form = form
    self.fields = fields
    columns = fields.map { _ in TextColumn() }
  }

  package var count: Int { files.count }
}

extension RawRecords {
  private var header: [String] { ["_file", "_line", "_part"] + fields }

  /// The table's file: file and line, then the fields as they were sent.
  package func written() -> [UInt8] {
    var writer = DelimitedWriter()
    writer.write(header)
    for row in 0..<count {
      let part = parts[row].map { fields[$0] } ?? ""
      writer.write(
        [String(files[row]), String(lines[row]), part] + columns.map { $0.text(row) }
      )
    }
    return writer.bytes
  }

  /// Reads a table by the fields that its own header names, whatever the plan has now.
  package init(form: String, written bytes: [UInt8], file: String) throws(TableError) {
    let batch = parse(bytes, dialect: .comma).batch
    let header = (0..<(batch.recordCount > 0 ? batch.fieldCount(of: 0) : 0)).map {
      batch.text(0, $0)
    }
    try self.init(form: form, fields: Array(header.dropFirst(3)), reading: bytes, file: file)
  }

  package init(
    form: String,
    fields: [String],
    reading bytes: [UInt8],
    file: String
  ) throws(TableError) {
    self.init(form: form, fields: fields)
    let batch = try readBatch(bytes, columns: header, file: file)
    for record in 1..<max(1, batch.recordCount) {
      var reader = RowReader(batch, record: record, file: file)
      files.append(try reader.integer())
      lines.append(try reader.integer())
      let part = reader.text()
      parts.append(fields.firstIndex(of: part))
      for column in columns.indices {
        batch.withBytes(record, column + 3) { columns[column].append($0) }
      }
    }
  }
}
