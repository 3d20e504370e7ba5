/// Finds the delimiter of a file and how many bytes come before its first record.
///
/// A first line `sep=;`, in quotes or not, decides. Otherwise each of `,` `;` tab `|` parses the beginning of the
/// file, and the one wins under which most records have the same number of fields, at least two.
/// On a tie the rarer byte in prose and numbers wins: tab, `;`, `|`, `,`. A decimal comma in every
/// row would otherwise pass for a delimiter. With nothing to go by, the comma is taken.
///
/// - Parameter bytes: Content of the file, or its beginning.
/// - Returns: The dialect, and the bytes taken by a byte order mark and by a `sep=` line.
public func detectDialect(in bytes: [UInt8]) -> (dialect: Dialect, headSkip: Int) {
  let mark = bytes.starts(with: Byte.byteOrderMark) ? Byte.byteOrderMark.count : 0
  if let declared = declaredDialect(in: bytes, from: mark) { return declared }

  let sample = Array(beginning(of: bytes, from: mark))
  let candidates: [Dialect] = [.tab, .semicolon, .pipe, .comma]
  var best = (dialect: Dialect.comma, score: 0)
  for candidate in candidates {
    let score = consistency(of: candidate, in: sample)
    if score > best.score { best = (candidate, score) }
  }
  return (best.dialect, mark)
}

/// Reads a first line such as `sep=;`, which spreadsheets write and obey.
private func declaredDialect(
  in bytes: [UInt8],
  from mark: Int
) -> (dialect: Dialect, headSkip: Int)? {
  let name = Array("sep=".utf8)
  // Not the whole line, which may be all there is; two bytes for quotes, one to see it go on.
  let whole = bytes[mark...].prefix(name.count + 4)
    .prefix { $0 != Byte.lineFeed && $0 != Byte.carriageReturn }
  var line = whole
  // Programs that quote every field quote this line too.
  if line.count > 2, line.first == 0x22, line.last == 0x22 { line = line.dropFirst().dropLast() }
  guard line.count == name.count + 1, let delimiter = line.last,
    zip(line, name).allSatisfy({ $0 | 0x20 == $1 | 0x20 })
  else { return nil }
  let dialect = Dialect(delimiter: delimiter)
  guard dialect.isUsable else { return nil }
  var skip = whole.endIndex
  if skip < bytes.count {
    let isPair = bytes[skip] == Byte.carriageReturn && bytes[skip...].dropFirst().first == 0x0A
    skip += isPair ? 2 : 1
  }
  return (dialect, skip)
}

/// Up to 64 KiB, cut at the end of a line.
private func beginning(of bytes: [UInt8], from mark: Int) -> ArraySlice<UInt8> {
  let limit = 1 << 16
  let sample = bytes[mark...].prefix(limit)
  guard sample.endIndex < bytes.count else { return sample }
  let lastEnd = sample.lastIndex { $0 == Byte.lineFeed || $0 == Byte.carriageReturn }
  return sample[..<(lastEnd ?? sample.endIndex)]
}

/// How many of the first 50 records have the commonest number of fields above one.
private func consistency(of dialect: Dialect, in sample: [UInt8]) -> Int {
  let file = BlockedFile(
    bytes: sample,
    start: .init(offset: 0, line: 1, width: 0),
    dialect: dialect,
    recordLimit: RecordParser.defaultRecordLimit,
    suspectsQuotes: false
  )
  let batch = file.parse(jobs: 1).batch
  var records: [Int: Int] = [:]
  for record in 0..<min(batch.recordCount, 50) where batch.fieldCount(of: record) > 1 {
    records[batch.fieldCount(of: record), default: 0] += 1
  }
  return records.values.max() ?? 0
}
