import DelimitedText
import Testing

struct RecordCase: Sendable, CustomTestStringConvertible {
  var testDescription: String
  var input: String
  var records: [[String]]
  var lines: [Int]

  init(_ name: String, _ input: String, _ records: [[String]], lines: [Int]) {
    (testDescription, self.input, self.records, self.lines) = (name, input, records, lines)
  }
}

let recordCases = [
  RecordCase("no bytes", "", [], lines: []),
  RecordCase("one record", "a,b\n", [["a", "b"]], lines: [1]),
  RecordCase("no final newline", "a,b\nc,d", [["a", "b"], ["c", "d"]], lines: [1, 2]),
  RecordCase("no final newline after a delimiter", "a,", [["a", ""]], lines: [1]),
  RecordCase("no final newline after a quote", "a,\"b\"", [["a", "b"]], lines: [1]),
  RecordCase("blanks around fields stay", " a ,\tb \n", [[" a ", "\tb "]], lines: [1]),
  RecordCase("a line of blanks is a record", "  \n", [["  "]], lines: [1]),
  RecordCase("blank lines are counted", "\n\na\n\n\nb\n\n", [["a"], ["b"]], lines: [3, 6]),
  RecordCase("blank lines, CRLF", "\r\na\r\n\r\nb\r\n", [["a"], ["b"]], lines: [2, 4]),
  RecordCase("blank lines, CR", "\r\ra\r\rb\r", [["a"], ["b"]], lines: [3, 5]),
  RecordCase("blank line last, without end", "a\n\r", [["a"]], lines: [1]),
  RecordCase("a lone CR ends a row", "a,b\rc,d\r", [["a", "b"], ["c", "d"]], lines: [1, 2]),
  RecordCase(
    "mixed line ends",
    "a\rb\r\nc\nd",
    [["a"], ["b"], ["c"], ["d"]],
    lines: [1, 2, 3, 4]
  ),
  RecordCase("LF then CR is two ends", "a\n\rb", [["a"], ["b"]], lines: [1, 3]),
  RecordCase(
    "quoted line breaks",
    "a,\"b\nc\r\nd\re\"\nf,g\n",
    [["a", "b\nc\r\nd\re"], ["f", "g"]],
    lines: [1, 5]
  ),
  RecordCase(
    "quoted line breaks in the last field",
    "a,b,c\nd,e,\"f\ng, h\"\ni,j,k\n",
    [["a", "b", "c"], ["d", "e", "f\ng, h"], ["i", "j", "k"]],
    lines: [1, 2, 4]
  ),
  RecordCase("quoted blank lines", "\"\n\n\"\nx", [["\n\n"], ["x"]], lines: [1, 4]),
  RecordCase("doubled quotes", "\"a\"\"b\",\"\"\"\"\n", [["a\"b", "\""]], lines: [1]),
  RecordCase("quoted delimiter", "\"a,b\",c\n", [["a,b", "c"]], lines: [1]),
  RecordCase("empty and quoted empty are one", ",\"\",\n", [["", "", ""]], lines: [1]),
  RecordCase("a lone quoted empty field is a record", "\"\"\n", [[""]], lines: [1]),
  RecordCase("NUL passes", "a\0b,\0\n", [["a\0b", "\0"]], lines: [1]),
]

@Suite struct RecordParserTests {
  @Test(arguments: recordCases, chunkSizes)
  func `records and lines`(_ example: RecordCase, _ chunk: Int) {
    let reading = Reading.of(Array(example.input.utf8), chunk: chunk)
    #expect(reading.records == example.records)
    #expect(reading.lines == example.lines)
    #expect(reading.faults.isEmpty)
  }

  @Test func `invalid UTF-8 is repaired in text and kept in bytes`() {
    let batch = parse([0x61, 0xFF, 0x2C, 0xC3, 0x0A], dialect: .comma).batch
    #expect(batch.text(0, 0) == "a\u{FFFD}")
    #expect(batch.text(0, 1) == "\u{FFFD}")
    #expect(batch.withBytes(0, 0) { [$0[0], $0[1]] } == [0x61, 0xFF])
  }

  @Test func `a byte order mark before a quote is stripped`() {
    let result = parse(Array("\u{FEFF}\"a\",b\n".utf8), dialect: .comma)
    #expect(Reading(result).records == [["a", "b"]])
    #expect(result.faults.isEmpty)
  }

  @Test func `fields past the end are empty`() {
    let batch = parse(Array("a\n".utf8), dialect: .comma).batch
    #expect(batch.fieldCount(of: 0) == 1)
    #expect(batch.text(0, 5).isEmpty)
    #expect(batch.isEmpty(0, -1))
    #expect(batch.withBytes(0, 9) { $0.count } == 0)
  }

  @Test(arguments: [Dialect.semicolon, .tab, .pipe, Dialect(delimiter: 0x20, quote: 0x27)])
  func `other dialects`(_ dialect: Dialect) {
    let text = "a#$b#c$\n".map { character -> UInt8 in
      switch character {
      case "#": dialect.delimiter
      case "$": dialect.quote
      default: character.asciiValue ?? 0
      }
    }
    #expect(Reading(parse(text, dialect: dialect)).records.first?.count == 2)
  }

  @Test(arguments: chunkSizes)
  func `records taken on the way are those of the whole`(_ chunk: Int) {
    let bytes = Array("a,\"1\n2\"\nb,x\"y\n\nc,3\nd,\"4\n\n".utf8)
    var parser = RecordParser(dialect: .comma)
    var parts: [Reading] = []
    var start = 0
    while start < bytes.count {
      let end = min(start + chunk, bytes.count)
      parser.parse(bytes.span.extracting(start..<end))
      parts.append(Reading(parser.take()))
      start = end
    }
    parts.append(Reading(parser.finish()))
    let whole = Reading(parse(bytes, dialect: .comma))
    #expect(parts.flatMap(\.records) == whole.records)
    #expect(parts.flatMap(\.lines) == whole.lines)
    #expect(parts.flatMap(\.faults).map(\.byteOffset) == whole.faults.map(\.byteOffset))
  }

  @Test(.timeLimit(.minutes(1))) func `a long field does not take long`() {
    let long = [UInt8](repeating: 0x61, count: 20_000_000)
    let reading = parse([0x22] + long + [0x22, 0x2C, 0x62], dialect: .comma).batch
    #expect(reading.withBytes(0, 0) { $0.count } == long.count)
    #expect(reading.text(0, 1) == "b")
  }

  @Test func `delimiter and quote must differ`() async {
    await #expect(processExitsWith: .failure) {
      _ = RecordParser(dialect: Dialect(delimiter: 0x22))
    }
  }
}
