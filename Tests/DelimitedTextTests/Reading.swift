import DelimitedText

/// A batch in a form that tests can compare.
struct Reading: Equatable {
  var records: [[String]] = []
  var lines: [Int] = []
  var faulty: [Int] = []
  var faults: [ParseFault] = []

  init(_ results: ParseResult...) {
    for result in results {
      let batch = result.batch
      let before = records.count
      for record in 0..<batch.recordCount {
        records.append((0..<batch.fieldCount(of: record)).map { batch.text(record, $0) })
        lines.append(batch.line(of: record))
        if batch.isFaulty(record) { faulty.append(before + record) }
      }
      faults += result.faults
    }
  }

  /// Reads bytes in pieces of a given size.
  static func of(
    _ bytes: [UInt8],
    dialect: Dialect = .comma,
    chunk: Int,
    recordLimit: Int = RecordParser.defaultRecordLimit,
    suspectsQuotes: Bool = false
  ) -> Reading {
    var parser = RecordParser(
      dialect: dialect,
      recordLimit: recordLimit,
      suspectsQuotes: suspectsQuotes
    )
    var start = 0
    while start < bytes.count {
      let end = min(start + chunk, bytes.count)
      parser.parse(bytes.span.extracting(start..<end))
      start = end
    }
    return Reading(parser.finish())
  }
}

/// Sizes of pieces under which nothing may change.
let chunkSizes = [1, 2, 7, 1 << 20]
