import DelimitedText
import Testing

struct FaultCase: Sendable, CustomTestStringConvertible {
  struct Fault: Sendable, Equatable {
    var kind: ParseFault.Kind
    var line: Int
    var column: Int
    var offset: Int
    var record: Int
  }

  var testDescription: String
  var input: String
  var records: [[String]]
  var lines: [Int]
  var faults: [Fault]

  init(
    _ name: String,
    _ input: String,
    _ records: [[String]],
    lines: [Int],
    _ faults: (ParseFault.Kind, Int, Int, Int, Int)...
  ) {
    (testDescription, self.input, self.records, self.lines) = (name, input, records, lines)
    self.faults = faults.map {
      Fault(kind: $0.0, line: $0.1, column: $0.2, offset: $0.3, record: $0.4)
    }
  }
}

let faultCases = [
  FaultCase(
    "stray quote",
    "a,b\nx,y\"z,w\nc,d\n",
    [["a", "b"], ["x,y\"z,w"], ["c", "d"]],
    lines: [1, 2, 3],
    (.strayQuote, 2, 4, 7, 1)
  ),
  FaultCase(
    "blank before a quote is kept raw",
    "a, \"b\"\nc\n",
    [["a, \"b\""], ["c"]],
    lines: [1, 2],
    (.strayQuote, 1, 4, 3, 0)
  ),
  FaultCase(
    "text after a quote",
    "\"a\"b,c\r\nd\r\n",
    [["\"a\"b,c"], ["d"]],
    lines: [1, 2],
    (.textAfterQuote, 1, 4, 3, 0)
  ),
  FaultCase(
    "blank after a quote",
    "\"a\" ,b",
    [["\"a\" ,b"]],
    lines: [1],
    (.textAfterQuote, 1, 4, 3, 0)
  ),
  FaultCase(
    "unterminated quote costs one line",
    "a,\"b\nc,d\n\ne,f",
    [["a,\"b"], ["c", "d"], ["e", "f"]],
    lines: [1, 2, 4],
    (.unterminatedQuote, 1, 3, 2, 0)
  ),
  FaultCase(
    "unterminated quote after doubled ones",
    "\"x\"\"y\",\"p\"\"q\nz\n",
    [["\"x\"\"y\",\"p\"\"q"], ["z"]],
    lines: [1, 2],
    (.unterminatedQuote, 1, 8, 7, 0)
  ),
  FaultCase(
    "a quote never closed met by a later one",
    "a,\"b\nc,\"d\"\ne,f\n",
    [["a,\"b"], ["c", "d"], ["e", "f"]],
    lines: [1, 2, 3],
    (.unterminatedQuote, 1, 3, 2, 0)
  ),
  FaultCase(
    "faults in a row",
    "a\"\n\"b\"c\nd\n\"",
    [["a\""], ["\"b\"c"], ["d"], ["\""]],
    lines: [1, 2, 3, 4],
    (.strayQuote, 1, 2, 1, 0),
    (.textAfterQuote, 2, 4, 6, 1),
    (.unterminatedQuote, 4, 1, 10, 3)
  ),
  FaultCase(
    "lone CR as line end",
    "a,\"b\"c\rd\r",
    [["a,\"b\"c"], ["d"]],
    lines: [1, 2],
    (.textAfterQuote, 1, 6, 5, 0)
  ),
]

@Suite struct ParseFaultTests {
  @Test(arguments: faultCases, chunkSizes)
  func `faults are placed and nothing is lost`(_ example: FaultCase, _ chunk: Int) {
    let reading = Reading.of(Array(example.input.utf8), chunk: chunk)
    #expect(reading.records == example.records)
    #expect(reading.lines == example.lines)
    let faults = reading.faults.map {
      FaultCase.Fault(
        kind: $0.kind,
        line: $0.line,
        column: $0.column,
        offset: $0.byteOffset,
        record: $0.record
      )
    }
    #expect(faults == example.faults)
    #expect(reading.faulty == example.faults.map(\.record))
  }

  @Test(arguments: chunkSizes)
  func `rows behind a quote never closed are not swallowed`(_ chunk: Int) {
    let input = "a,b,c\n1,\"x,5\n2,y,6\n3,z\",7\n4,\"w\nv\",8\n"
    let reading = Reading.of(Array(input.utf8), chunk: chunk, suspectsQuotes: true)
    #expect(
      reading.records == [
        ["a", "b", "c"], ["1,\"x,5"], ["2", "y", "6"], ["3,z\",7"], ["4", "w\nv", "8"],
      ]
    )
    #expect(reading.lines == [1, 2, 3, 4, 5])
    #expect(reading.faults.map(\.kind) == [.unterminatedQuote, .strayQuote])
    #expect(reading.faults.map(\.line) == [2, 4] && reading.faults.map(\.column) == [3, 4])
  }

  @Test(arguments: chunkSizes)
  func `a record beyond the limit is cut or split`(_ chunk: Int) {
    let input = "ab\nabcdefgh,i\r\nc\n\"d\ne\nfghij\nk\n"
    let reading = Reading.of(Array(input.utf8), chunk: chunk, recordLimit: 6)
    #expect(reading.records == [["ab"], ["abcdef"], ["c"], ["\"d"], ["e"], ["fghij"], ["k"]])
    #expect(reading.lines == [1, 2, 3, 4, 5, 6, 7])
    #expect(reading.faults.map(\.kind) == [.tooLong, .tooLong])
    #expect(reading.faults.map(\.byteOffset) == [9, 23])
    #expect(reading.faulty == [1, 3])
  }

  @Test func `lines and offsets count from the start of the file`() {
    let bytes = Array("\u{FEFF}sep=;\r\na;b\nc;\"d\"e\n".utf8)
    let (dialect, headSkip) = detectDialect(in: bytes)
    let result = parse(bytes, dialect: dialect, headSkip: headSkip)
    #expect(Reading(result).lines == [2, 3])
    #expect(result.faults.map(\.line) == [3])
    #expect(result.faults.map(\.byteOffset) == [19])
  }

  @Test func `words`() {
    let fault = ParseFault(kind: .strayQuote, line: 3, column: 7, byteOffset: 40, record: 2)
    #expect(
      fault.description
        == "3:7: error: found a quote inside an unquoted field, expected a delimiter [stray-quote]"
    )
  }
}
