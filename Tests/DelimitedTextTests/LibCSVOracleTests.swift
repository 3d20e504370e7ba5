import DelimitedText
import SeededNumbers
import Testing

/// A way of making up files, each of which has other things in it often.
struct MadeUpFiles: Sendable, CustomTestStringConvertible {
  var testDescription: String
  /// Pieces that a file is put together from; `,` and `"` stand for the dialect's bytes.
  var pieces: [String]

  static let all = [
    MadeUpFiles(testDescription: "bytes", pieces: "a,b,,\"\"\"\n\n\r\r\n é\u{0};|\t".pieces),
    MadeUpFiles(
      testDescription: "few quotes",
      pieces: "abcdefghi,,,,\n\n\r\r\n  éú".pieces + ["\""]
    ),
    MadeUpFiles(testDescription: "no quotes", pieces: "abc,,é\n\n\r\r\n \u{0}".pieces),
    MadeUpFiles(
      testDescription: "rows",
      pieces: [
        "a,bc,d\n", "é,fg,h\r\n", "i,jklm\r", "\n", "\"n,\"", ",\"o\"\"p\"", ",q\"", "\",\"",
        ",,\n",
      ]
    ),
    MadeUpFiles(
      testDescription: "text in quotes",
      pieces: [
        "a,b,c\n", "\"d\ne\",f,g\n", "h,\"i,\r\nj,k\",l\r\n", "m,\"\n\nn\"\"o\",p\n", "\"",
        "q,r,\"s\"\r",
      ]
    ),
    MadeUpFiles(
      testDescription: "long lines",
      pieces: ["a,b,c\n", "0123456789abcdefghij,", "\n", "\"k\"\n"]
    ),
  ]

  func file(_ dialect: Dialect, _ random: inout SeededNumbers) -> [UInt8] {
    var bytes: [UInt8] = []
    for _ in 0..<Int.random(in: 0..<120, using: &random) {
      bytes += pieces[Int.random(in: 0..<pieces.count, using: &random)].utf8.map {
        switch $0 {
        case 0x2C: dialect.delimiter
        case 0x22: dialect.quote
        default: $0
        }
      }
    }
    return bytes
  }
}

extension String {
  fileprivate var pieces: [String] { unicodeScalars.map { String($0) } }
}

/// Splitting plain lines without libcsv gives what libcsv gives.
@Suite struct LibCSVOracleTests {
  private static let dialects: [Dialect] = [
    .comma, .semicolon, .tab, .pipe, Dialect(delimiter: 0x2C, quote: 0x27),
    Dialect(delimiter: 0x20), Dialect(delimiter: 0xC3, quote: 0xA9),
    Dialect(delimiter: 0, quote: 0x61),
  ]

  @Test(.timeLimit(.minutes(2)), arguments: MadeUpFiles.all, 0..<4 as Range<UInt64>)
  func `blocks and threads change nothing`(_ files: MadeUpFiles, _ seed: UInt64) {
    var random = SeededNumbers(seed: seed)
    for round in 0..<100 {
      let dialect = Self.dialects[round % Self.dialects.count]
      let bytes = files.file(dialect, &random)
      let limit =
        Bool.random(using: &random) ? Int.random(in: 4...60, using: &random) : 1 << 20
      let suspectsQuotes = Bool.random(using: &random)
      let oracle = Reading.of(
        bytes,
        dialect: dialect,
        chunk: bytes.count + 1,
        recordLimit: limit,
        suspectsQuotes: suspectsQuotes
      )
      for (chunkSize, jobs) in [(1, 1), (7, 1), (.max, 1), (1, 3), (7, 2), (40, 2), (200, 3)] {
        let reading = Reading(
          parse(
            bytes,
            dialect: dialect,
            recordLimit: limit,
            suspectsQuotes: suspectsQuotes,
            chunkSize: chunkSize,
            jobs: jobs
          )
        )
        #expect(
          reading == oracle,
          "\(bytes), \(dialect), limit \(limit), \(suspectsQuotes), chunk \(chunkSize), jobs \(jobs)"
        )
      }
    }
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `columns are the fields of records`(_ seed: UInt64) {
    var random = SeededNumbers(seed: seed)
    for files in MadeUpFiles.all {
      let bytes = files.file(.comma, &random)
      let batch = parse(bytes, dialect: .comma, chunkSize: 50).batch
      let first = Int.random(in: 0...batch.recordCount, using: &random)
      let records = first..<Int.random(in: first...batch.recordCount, using: &random)
      for column in 0..<4 {
        var expected: [String] = []
        for record in records { expected.append("\(record) \(batch.text(record, column))") }
        var found: [String] = []
        batch.forEachField(column, of: records) { record, field in
          var text: [UInt8] = []
          for index in field.indices { text.append(field[index]) }
          found.append("\(record) \(String(decoding: text, as: UTF8.self))")
        }
        #expect(found == expected)
      }
    }
  }

  @Test func `records are found among many`() {
    // More than one group of records that share where their search begins.
    let bytes = (0..<5000).map { $0 % 7 == 0 ? "\"\($0)\",x\n" : "\($0),x\n" }.joined()
    for chunkSize in [40, 1000, 1 << 20] {
      let batch = parse(Array(bytes.utf8), dialect: .comma, chunkSize: chunkSize, jobs: 2).batch
      #expect(batch.recordCount == 5000)
      #expect(
        (0..<5000).allSatisfy { batch.text($0, 0) == "\($0)" && batch.line(of: $0) == $0 + 1 }
      )
    }
  }

  @Test func `a quote that seems to close does not move a thread's beginning for good`() {
    // Each line has quotes in doubt, so that threads begin in wrong places.
    let line = "a,\"b,\nc\" d,e\"\n"
    let bytes = Array(String(repeating: line, count: 400).utf8)
    let whole = Reading(parse(bytes, dialect: .comma))
    for jobs in [2, 3, 8] {
      #expect(Reading(parse(bytes, dialect: .comma, chunkSize: 100, jobs: jobs)) == whole)
    }
  }
}
