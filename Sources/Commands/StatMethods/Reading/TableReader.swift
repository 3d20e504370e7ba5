import DelimitedText
import Diagnostics
import VietnameseText

/// Reads the columns that a method needs, a piece of the file at a time.
struct TableReader {
  /// Bytes of the file that are parsed at a time.
  static let chunkSize = 1 << 20

  let source: StatSource
  let style: NumberStyle
  let keepsLines: Bool
  let groupColumn: Int?

  private var columns: [BoundColumn]
  private var width = 0
  private var headerLine: Int?
  private(set) var findings = BadCells()

  private var table: StatTable
  // One row, until it is known whether it is used.
  private var numbers: [Double]
  private var codes: [Int32]

  /// Reads a table.
  ///
  /// - Parameters:
  ///   - source: The text.
  ///   - columns: The columns; the places in the result are theirs here.
  ///   - groupColumn: The place in `columns` of the one that parts rows into groups.
  ///   - style: How numbers are written.
  ///   - keepsLines: Whether the lines of rows are wanted.
  /// - Returns: The table, and what is wrong with its cells.
  static func read(
    _ source: StatSource,
    _ columns: [BoundColumn],
    groupColumn: Int?,
    _ style: NumberStyle,
    keepsLines: Bool
  ) -> (table: StatTable, findings: BadCells) {
    var columns = columns
    for index in columns.indices { columns[index].mark = style.decimal }
    var reader = TableReader(source, columns, groupColumn, style, keepsLines)
    reader.read()
    let mixed = columns.indices.filter {
      reader.table.habits[$0].isMixed && columns[$0].mark == nil
    }
    if !mixed.isEmpty {
      // The first reading took either mark; the second one knows which the column has.
      for index in mixed { columns[index].mark = reader.table.habits[index].mark }
      reader = TableReader(source, columns, groupColumn, style, keepsLines)
      reader.read()
    }
    if style.decimal == nil, style.thousands == nil { reader.tellOpenMarks() }
    return (reader.table, reader.findings)
  }

  private init(
    _ source: StatSource,
    _ columns: [BoundColumn],
    _ groupColumn: Int?,
    _ style: NumberStyle,
    _ keepsLines: Bool
  ) {
    self.source = source
    self.columns = columns
    self.groupColumn = groupColumn
    self.style = style
    self.keepsLines = keepsLines
    table = StatTable(columns: columns)
    numbers = columns.map { _ in 0 }
    codes = columns.map { _ in 0 }
  }

  /// Parses the first row of a table.
  static func header(_ source: StatSource) -> ColumnNames? {
    var header: ColumnNames?
    records(of: source) { result in
      guard result.batch.recordCount > 0 else { return true }
      header = ColumnNames(result.batch, 0)
      return false
    }
    return header
  }

  /// Hands over the records of a source in pieces, until told to stop.
  private static func records(of source: StatSource, _ body: (ParseResult) -> Bool) {
    var start = source.headSkip
    // A line `sep=;` is the one thing that comes before the header.
    let hasDeclaration = source.bytes[..<start].contains { $0 == 0x0A || $0 == 0x0D }
    var parser = RecordParser(
      dialect: source.dialect,
      firstLine: hasDeclaration ? 2 : 1,
      firstOffset: start
    )
    while start < source.bytes.count {
      let end = min(start + chunkSize, source.bytes.count)
      parser.parse(source.bytes.span.extracting(start..<end))
      guard body(parser.take()) else { return }
      start = end
    }
    _ = body(parser.finish())
  }

  private mutating func read() {
    var isHeader = true
    Self.records(of: source) { result in
      var fault = result.faults.startIndex
      for record in 0..<result.batch.recordCount {
        if isHeader {
          width = result.batch.fieldCount(of: record)
          headerLine = result.batch.line(of: record)
          isHeader = false
        } else if result.batch.isFaulty(record) {
          findings.add(result.faults[fault], in: source.name)
          table.leftOut.add(isMissing: false, isBad: true)
        } else {
          take(result.batch, record)
        }
        if result.batch.isFaulty(record) { fault += 1 }
      }
      return true
    }
  }

  private mutating func take(_ batch: RecordBatch, _ record: Int) {
    var isMissing = false
    var isBad = false
    var group: Int32?
    for place in columns.indices {
      let column = columns[place]
      switch batch.withBytes(record, column.index, { cell($0, at: place) }) {
      case .value: if place == groupColumn { group = codes[place] }
      case .missing: isMissing = true
      case .bad(let fault):
        isBad = true
        let place = Location(
          file: source.name,
          line: batch.line(of: record),
          column: column.index + 1
        )
        findings.add(fault, at: place) { batch.text(record, column.index) }
      }
    }
    if batch.fieldCount(of: record) > width, hasSurplus(batch, record) {
      isBad = true
      let place = Location(file: source.name, line: batch.line(of: record), column: width + 1)
      findings.add(.extraCells(expected: width), at: place) {
        "\(batch.fieldCount(of: record))"
      }
    }
    // Spreadsheets write rows of delimiters alone below their tables.
    if isMissing, !isBad, isEmpty(batch, record) { return }
    account(isMissing: isMissing, isBad: isBad, group)
    guard !isMissing, !isBad else { return }
    for place in columns.indices {
      if columns[place].kind == .label {
        table.columns[place].codes.append(codes[place])
      } else {
        table.columns[place].numbers.append(numbers[place])
      }
    }
    if keepsLines { table.lines.append(batch.line(of: record)) }
    table.rowCount += 1
  }

  private enum CellFate {
    case value, missing
    case bad(BadCells.Fault)
  }

  private mutating func cell(_ bytes: Span<UInt8>, at place: Int) -> CellFate {
    if columns[place].kind == .label {
      let range = NumberCell.trimmedRange(of: bytes)
      guard !range.isEmpty else { return .missing }
      let text = unsafe bytes.extracting(range).withUnsafeBufferPointer {
        unsafe String(decoding: $0, as: UTF8.self)
      }
      codes[place] = table.columns[place].labels.code(of: text)
      return .value
    }
    switch NumberCell.read(bytes, style, mark: columns[place].mark) {
    case .missing: return .missing
    case .notANumber: return .bad(.notANumber)
    case .wrongMark: return .bad(.wrongMark(columns[place].mark ?? .point))
    case .outOfRange: return .bad(.outOfRange)
    case .number(let value, let mark, let isOpen):
      if let mark { table.habits[place].add(mark, isOpen: isOpen) }
      if columns[place].kind == .count {
        guard value == value.rounded(.towardZero) else { return .bad(.notWhole) }
        // Beyond it doubles skip whole numbers.
        guard abs(value) <= 9_007_199_254_740_992 else { return .bad(.outOfRange) }
      }
      numbers[place] = value
      return .value
    }
  }

  private mutating func account(isMissing: Bool, isBad: Bool, _ group: Int32?) {
    if let group {
      while table.leftOutOfGroups.count <= Int(group) { table.leftOutOfGroups.append(.init()) }
      table.leftOutOfGroups[Int(group)].add(isMissing: isMissing, isBad: isBad)
    }
    table.leftOut.add(isMissing: isMissing, isBad: isBad)
  }

  private func isEmpty(_ batch: RecordBatch, _ record: Int) -> Bool {
    (0..<batch.fieldCount(of: record)).allSatisfy { field in
      batch.withBytes(record, field) { NumberCell.trimmedRange(of: $0).isEmpty }
    }
  }

  private func hasSurplus(_ batch: RecordBatch, _ record: Int) -> Bool {
    (width..<batch.fieldCount(of: record)).contains { field in
      batch.withBytes(record, field) { !NumberCell.trimmedRange(of: $0).isEmpty }
    }
  }

  /// Says of each column whose marks could all part thousands how it was read.
  private mutating func tellOpenMarks() {
    for place in columns.indices where table.habits[place].isOpen {
      findings.tellOpenMark(
        column: columns[place].name,
        mark: columns[place].mark ?? table.habits[place].mark,
        at: Location(file: source.name, line: headerLine, column: columns[place].index + 1)
      )
    }
  }
}
