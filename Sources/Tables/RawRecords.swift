import DelimitedText

/// Decoded, headed records of one form: what ingest gives and clean takes.
package struct RawRecords: Sendable, Equatable {
  /// Name of the form.
  package let form: String
  /// Names of the form's fields and of their parts; `columns` runs beside it.
  package let fields: [String]
  /// Number of the source file of each row.
  package var files = RowRuns()
  /// Line on which the row starts in it.
  package var lines = RowNumbers()
  /// Position of the one field that a row gives beside its unit and year; nil where it is whole.
  package var parts = RowParts()
  package var columns: [TextColumn]

  package init(form: String, fields: [String]) {
    self.form = form
    self.fields = fields
    columns = fields.map { _ in TextColumn() }
  }

  package var count: Int { files.count }

  /// The rows of each file, one behind the other; a file may have several ranges.
  package var fileRanges: [(file: Int, rows: Range<Int>)] {
    files.runs.map { ($0.value, $0.rows) }
  }
}

/// For the few rows that give one figure the position of its field.
package struct RowParts: Sendable, Equatable {
  private var positions: [Int: Int] = [:]

  package init() {}

  /// Names of the fields that rows give.
  fileprivate func fields(_ names: [String]) -> [Int: String] { positions.mapValues { names[$0] } }

  /// Whether every row is whole.
  package var isEmpty: Bool { positions.isEmpty }

  package subscript(row: Int) -> Int? {
    get { positions.isEmpty ? nil : positions[row] }
    set { positions[row] = newValue }
  }
}

extension RawRecords {
  private var header: [String] { ["_file", "_line", "_part"] + fields }

  /// Gives the table's file piece by piece: file and line, then the fields as they were sent.
  package func write(_ put: ([UInt8]) -> Void) {
    var own = WrittenColumns()
    own.add(files)
    own.add(lines)
    own.add(parts.fields(fields), count: count)
    for column in columns { own.add(column.codes, column.texts) }
    own.write(header, count, put)
  }

  /// Reads a table by the fields that its own header names, whatever the plan has now.
  package init(
    form: String,
    written bytes: [UInt8],
    file: String,
    jobs: Int = 1
  ) throws(TableError) {
    let batch = parse(bytes, dialect: .comma, jobs: jobs).batch
    let header = (0..<(batch.recordCount > 0 ? batch.fieldCount(of: 0) : 0)).map {
      batch.text(0, $0)
    }
    try self.init(
      form: form,
      fields: Array(header.dropFirst(3)),
      reading: bytes,
      file: file,
      jobs: jobs
    )
  }

  package init(
    form: String,
    fields: [String],
    reading bytes: [UInt8],
    file: String,
    jobs: Int = 1
  ) throws(TableError) {
    self.init(form: form, fields: fields)
    let batch = try readBatch(bytes, columns: header, file: file, jobs: jobs)
    for record in 1..<max(1, batch.recordCount) {
      var reader = RowReader(batch, record: record, file: file)
      files.append(try reader.integer())
      lines.append(try reader.integer())
      parts[record - 1] = fields.firstIndex(of: reader.text())
    }
    // Texts are coded anew for each file: what one means may differ between files.
    for column in columns.indices {
      for (_, rows) in fileRanges {
        var coder = TextCoder()
        var codes: [Int32] = []
        for row in rows {
          codes.append(batch.withBytes(row + 1, column + 3) { coder.code(of: $0) })
        }
        columns[column].append(TextColumn(codes: codes, texts: coder.texts))
      }
    }
  }
}
