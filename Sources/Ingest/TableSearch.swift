import DelimitedText
import Plan

/// A table of a file: its header, and the records from its titles to its end.
struct FoundTable {
  var match: HeaderMatch
  var records: Range<Int>
  /// Records that head the same columns again, worded otherwise.
  var repeated: Set<Int> = []
  /// Tables of the same form below it whose columns stand otherwise; their rows cannot be read
  /// with it.
  var refused: [(match: HeaderMatch, records: Range<Int>)] = []
}

/// Finds the tables that stand one below the other in a file.
struct TableSearch {
  private let batch: RecordBatch
  private let forms: [FormHeaders]
  private let cells: HeaderCells
  private let year: Int?

  init(_ batch: RecordBatch, _ forms: [FormHeaders], _ cells: HeaderCells, year: Int?) {
    self.batch = batch
    self.forms = forms
    self.cells = cells
    self.year = year
  }

  /// The tables from top to bottom; `main` is the header that fits the file best.
  func tables(with main: HeaderMatch) -> [FoundTable] {
    var headers: [HeaderMatch] = []
    var record = 0
    while record < batch.recordCount {
      if record == main.records.lowerBound {
        headers.append(main)
        record = main.records.upperBound + 1
      } else if mayBeHeader(record), let match = header(at: record, below: main) {
        headers.append(match)
        record = match.records.upperBound + 1
      } else {
        record += 1
      }
    }
    var tables: [FoundTable] = []
    for (index, match) in headers.enumerated() {
      let first = index == 0 ? 0 : titles(above: match, below: headers[index - 1])
      let end =
        index + 1 < headers.count
        ? titles(above: headers[index + 1], below: match) : batch.recordCount
      // The rows of a form are put together where they can be.
      guard let known = tables.firstIndex(where: { $0.match.form == match.form }) else {
        tables.append(FoundTable(match: match, records: first..<end))
        continue
      }
      let isSame =
        tables[known].match.columns == match.columns && tables[known].match.scales == match.scales
        && tables[known].match.partColumns == match.partColumns
        && tables[known].match.partScales == match.partScales
      if isSame, known == tables.count - 1, tables[known].refused.isEmpty {
        tables[known].repeated.formUnion(match.records)
        tables[known].records = tables[known].records.lowerBound..<end
      } else {
        tables[tables.count - 1].refused.append((match, first..<end))
      }
    }
    return tables
  }

  /// Headers have several cells, none of which begins with a figure; rows of data nearly always do.
  private func mayBeHeader(_ record: Int) -> Bool {
    guard !batch.isFaulty(record) else { return false }
    var filled = 0
    for column in 0..<batch.fieldCount(of: record) {
      let first = batch.withBytes(record, column) { $0.isEmpty ? 0 : $0[0] }
      if (0x30...0x39).contains(first) { return false }
      if first > 0x20 { filled += 1 }
    }
    return filled >= 3
  }

  private func header(at record: Int, below main: HeaderMatch) -> HeaderMatch? {
    let isAbove = record < main.records.lowerBound
    let end = isAbove ? main.records.lowerBound : batch.recordCount
    let rows = HeaderRows(batch, record..<min(record + 3, end), cells, year: year)
    var best: (match: HeaderMatch, headers: FormHeaders)?
    for headers in forms {
      guard let match = HeaderSearch.best(rows, headers, from: record),
        HeaderSearch.fits(match, headers, lead: 0), match.matched > best?.match.matched ?? 1
      else { continue }
      best = (match, headers)
    }
    // Above the header there may be titles that repeat its words, and rows of groups.
    if isAbove, best?.match.form == main.form { return nil }
    return best?.match
  }

  /// The first of the records directly above a header that have one text at most.
  private func titles(above match: HeaderMatch, below previous: HeaderMatch) -> Int {
    var first = match.records.lowerBound
    while first - 1 > previous.records.upperBound, isTitle(first - 1) { first -= 1 }
    return first
  }

  private func isTitle(_ record: Int) -> Bool {
    guard !batch.isFaulty(record) else { return false }
    let filled = (0..<batch.fieldCount(of: record)).filter {
      !RowLayout.isBlank(batch, record, $0)
    }
    return filled.count <= 1 && filled.allSatisfy { RowLayout.holdsLetters(batch, record, $0) }
  }
}
