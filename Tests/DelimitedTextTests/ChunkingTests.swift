import DelimitedText
import SeededNumbers
import Testing

@Suite struct ChunkingTests {
  @Test(.timeLimit(.minutes(2)), arguments: 0..<20 as Range<UInt64>)
  func `the size of the chunks changes nothing`(_ seed: UInt64) {
    var random = SeededNumbers(seed: seed)
    let alphabet = Array("ab,\"\"\"\n\n\r\r\n \u{0}".utf8) + [0xC3, 0xBA]
    for _ in 0..<100 {
      let bytes = (0..<Int.random(in: 0..<60, using: &random)).map { _ in
        alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
      }
      let limit = Int.random(in: 4...40, using: &random)
      let isSuspicious = Bool.random(using: &random)
      func read(_ chunk: Int) -> Reading {
        Reading.of(bytes, chunk: chunk, recordLimit: limit, suspectsQuotes: isSuspicious)
      }
      let whole = read(bytes.count + 1)
      for chunk in [1, 2, 3, 7] {
        let pieces = read(chunk)
        #expect(pieces == whole, "bytes \(bytes), limit \(limit), chunk \(chunk)")
      }
      #expect(whole.faults.map(\.record) == whole.faulty)
      #expect(whole.lines == whole.lines.sorted())
    }
  }

  @Test(arguments: [1, 7, Int.max])
  func `a whole file is parsed in pieces of any size`(_ chunkSize: Int) {
    let bytes = Array("\u{FEFF}sep=;\r\na;\"b\nc\"\r\nd;\"e\"f\rg;h".utf8)
    let (dialect, headSkip) = detectDialect(in: bytes)
    let reading = Reading(parse(bytes, dialect: dialect, headSkip: headSkip, chunkSize: chunkSize))
    #expect(reading.records == [["a", "b\nc"], ["d;\"e\"f"], ["g", "h"]])
    #expect(reading.lines == [2, 4, 5])
    #expect(reading.faults.map(\.line) == [4])
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `every byte of text comes back`(_ seed: UInt64) {
    var random = SeededNumbers(seed: seed &+ 1000)
    let alphabet = Array("ab,\"\n ".utf8)
    for _ in 0..<50 {
      let bytes = (0..<Int.random(in: 0..<60, using: &random)).map { _ in
        alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
      }
      let letters = bytes.filter { $0 == 0x61 || $0 == 0x62 }
      let read = Reading.of(bytes, chunk: 5).records.joined().joined()
      #expect(read.utf8.filter { $0 == 0x61 || $0 == 0x62 } == letters)
    }
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func `what is written is read again`(_ seed: UInt64) {
    var random = SeededNumbers(seed: seed &+ 2000)
    let alphabet = Array("ab,;\"'=\n\r\té ")
    let records = (0..<50).map { _ in
      (0..<Int.random(in: 1..<5, using: &random)).map { _ in
        String(
          (0..<Int.random(in: 0..<6, using: &random)).map { _ in
            alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
          }
        )
      }
    }
    for dialect in [Dialect.comma, .semicolon, .tab, .pipe] {
      var writer = DelimitedWriter(dialect: dialect, lineEnding: "\r\n", byteOrderMark: true)
      for record in records { writer.write(record) }
      let result = parse(writer.bytes, dialect: dialect)
      #expect(Reading(result).records == records)
      #expect(result.faults.isEmpty)
    }
  }
}
