import DelimitedText
import Diagnostics
import SeededNumbers
import Tables
import Testing

/// Tables as they are written, beside the text of each cell by itself.
@Suite struct WrittenTableTests {
  private static let schema = TableSchema(
    "cells",
    vi: "Ô",
    en: "Cells",
    columns: [
      TableColumn("cell", .text, vi: "Ô", en: "Cell"),
      TableColumn("end", .text, vi: "Cuối", en: "End"),
    ]
  )

  private static let cells: [Cell] =
    [
      .empty, .text(""), .text("a"), .text("a,b;\"c\"\nd\r"), .text("=1+2"), .text("-"),
      .text("+a"),
      .text("@x"), .text("Xã Tân Hòa"), .integer(0), .integer(-1), .integer(.max), .integer(.min),
      .flag(true), .flag(false), .number(0), .number(-0.0), .number(0.1), .number(-12.5),
      .number(1e15), .number(-1e15), .number(9_007_199_254_740_991), .number(9_007_199_254_740_992),
      .number(9_007_199_254_740_994), .number(1e300), .number(.leastNonzeroMagnitude),
      .number(.infinity),
      .number(.nan), .number(123_456_789), .number(1e-7),
    ]
    + [(0, 0), (-5, 0), (125, 2), (-1, 18), (.max, 0), (.min, 0), (.max, 3)].compactMap {
      FixedDecimal(significand: $0, scale: $1).map { .decimal($0) }
    }
    + [CalendarDate(iso: "2021-09-22")].compactMap { $0.map { .date($0) } }

  /// A spreadsheet must not run a text as a formula.
  private func shown(_ cell: Cell, _ format: TableFormat) -> String {
    let text = format.text(cell)
    guard format == .spreadsheet, case .text = cell, let first = text.first else { return text }
    return "=+-@".contains(first) ? "'" + text : text
  }

  private func read(_ bytes: [UInt8], _ format: TableFormat) -> [[String]] {
    let dialect = format == .machine ? Dialect.comma : .semicolon
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let batch = parse(
      bytes.starts(with: mark) ? Array(bytes.dropFirst(3)) : bytes,
      dialect: dialect
    )
    .batch
    return (0..<batch.recordCount).map { record in
      (0..<batch.fieldCount(of: record)).map { batch.text(record, $0) }
    }
  }

  @Test(arguments: [TableFormat.machine, .spreadsheet])
  func cellsAreTheirTexts(_ format: TableFormat) {
    let written = write(Self.cells.map { [$0, .text("x")] }, schema: Self.schema, as: format)
    let expected = [["cell", "end"]] + Self.cells.map { [shown($0, format), "x"] }
    #expect(read(written, format) == expected)
    #expect(written.starts(with: [0xEF, 0xBB, 0xBF]) == (format == .spreadsheet))
  }

  @Test func randomNumbersAreTheirTexts() {
    var numbers = SeededNumbers(seed: 20_261_129)
    let cells: [Cell] = (0..<20_000).map { place in
      switch place % 4 {
      case 0: .number(Double(bitPattern: numbers.next()))
      case 1: .number(Double(Int64(bitPattern: numbers.next()) >> Int64(numbers.next() % 60)))
      case 2: .number(Double(Int.random(in: -100_000...100_000, using: &numbers)) / 100)
      default: .integer(Int(truncatingIfNeeded: numbers.next()) >> Int(numbers.next() % 60))
      }
    }
    let written = write(cells.map { [$0, .text("x")] }, schema: Self.schema)
    let found = read(written, .machine).dropFirst().map { $0.first ?? "" }
    #expect(found == cells.map { TableFormat.machine.text($0) })
  }

  /// Numbers that recur, among more others than are kept, are written as each by itself.
  @Test(arguments: [TableFormat.machine, .spreadsheet])
  func recurringNumbersAreTheirTexts(_ format: TableFormat) {
    var numbers = SeededNumbers(seed: 9)
    let few = (1...40).map { 100 / Double($0) } + [0.1, -0.1, 1e300, 1.5e300, -2e-300, .nan]
    let cells: [Cell] = (0..<60_000).map { place in
      let other = Double(Int.random(in: 0...30_000, using: &numbers)) / 7
      return .number(place % 2 == 0 ? numbers.pick(few, or: 0) : other)
    }
    let written = write(cells.map { [$0, .text("x")] }, schema: Self.schema, as: format)
    let found = read(written, format).dropFirst().map { $0.first ?? "" }
    #expect(found == cells.map { format.text($0) })
  }

  @Test(arguments: [TableFormat.machine, .spreadsheet]) func keysStandLast(_ format: TableFormat) {
    let sets = ["a", "b\"", "=c", ""].map { SettingRow(key: $0, value: "1") }
    var written: [UInt8] = []
    let key = { @Sendable (row: SettingRow, field: inout FieldParts) in
      for part in [row.key, "/", row.key] { field.put(part) }
    }
    write(sets, as: format, key: key) { written += $0 }
    let guarded = format == .machine ? "=c/=c" : "'=c/=c"
    let keys = ["a/a", "b\"/b\"", guarded, "/"]
    #expect(read(written, format).dropFirst().map { $0.last } == keys)
  }

  /// A blank line would be no row.
  @Test func aRowOfOneEmptyCellHasQuotes() {
    let schema = TableSchema("one", vi: "Một", en: "One", columns: [Self.schema.columns[0]])
    let written = write([[Cell.empty], [.text("a")], [.text("")]], schema: schema)
    #expect(String(decoding: written, as: UTF8.self) == "cell\n\"\"\na\n\"\"\n")
  }

  /// A descriptor tells of files that are made only once, or not yet.
  @Test func aFileIsDescribedAsItIsWritten() {
    let file = DescribedFile(
      StageFile(name: "a") { put in
        put(Array("Hello ".utf8))
        put(Array("world".utf8))
      }
    )
    // Of "Hello world", by sha256sum of coreutils.
    let digest = "64ec88ca00b268e5ba1a35678a1b5316d212f4f366b2477232534a8aeca37f3c"
    #expect(file.description.count == 11)
    #expect(file.description.sha256 == digest)
    let other = DescribedFile(StageFile(name: "a", bytes: Array("Hello world".utf8)))
    #expect(String(decoding: other.file.bytes, as: UTF8.self) == "Hello world")
    #expect(other.description == file.description)
  }

  /// A stage's table is written in pieces of a thousand rows, on however many threads.
  @Test(arguments: [0, 1, 1_023, 1_024, 1_025, 10_000], [1, 2, 3, 8])
  func piecesMakeTheWhole(_ count: Int, jobs: Int) {
    let rows = (0..<count).map { place in
      FactRow(
        element: "a.b",
        unit: "\(place)",
        year: 2020 + place % 5,
        category: place % 3 == 0 ? "x,\"y\"" : FactRow.total,
        value: FixedDecimal(Int64(place)),
        text: "",
        isPartial: place % 2 == 0,
        sources: [SourceRow(file: 1, line: place)]
      )
    }
    let file = StageFile(rows)
    var pieces: [[UInt8]] = []
    file.eachPiece(jobs: jobs) { pieces.append($0) }
    #expect(pieces.count == 1 + (count + 1_023) / 1_024)
    #expect(Array(pieces.joined()) == write(rows))
    #expect(write(rows) == write(rows.map(\.cells), schema: FactRow.schema))
    #expect(file.bytes == write(rows))
    let described = DescribedFile(file)
    var whole: [UInt8] = []
    described.file.eachPiece(jobs: jobs) { whole += $0 }
    #expect(whole == file.bytes && described.description == DescribedFile(file).description)
  }

  /// Records are written column by column; each must read as a writer of single cells gives it.
  @Test func recordsAreWrittenAsCellByCell() throws {
    var numbers = SeededNumbers(seed: 7)
    let texts = ["", "a", "Xã Tân Hòa", "a,b", "\"", "x\ny", "\r", "12", ",", "a\"b\"c", "đ"]
    var records = RawRecords(form: "f", fields: ["one", "two", "three"])
    var writer = DelimitedWriter()
    writer.write(["_file", "_line", "_part", "one", "two", "three"])
    for row in 0..<9_000 {
      records.files.append(row / 3_000)
      records.lines.append(row * 7)
      if row % 1_000 == 5 { records.parts[row] = 1 }
      var cells = ["\(row / 3_000)", "\(row * 7)", row % 1_000 == 5 ? "two" : ""]
      for column in records.columns.indices {
        let text = numbers.pick(texts, or: "")
        records.columns[column].append(text)
        cells.append(text)
      }
      writer.write(cells)
    }
    var written: [UInt8] = []
    records.write { written += $0 }
    #expect(written == writer.bytes)
    #expect(try RawRecords(form: "f", written: written, file: "r.csv") == records)
  }
}
