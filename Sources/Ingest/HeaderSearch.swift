import DelimitedText
import Plan

/// The header of a file, or the form that comes nearest.
enum HeaderSearch {
  case found(HeaderMatch)
  case unknown(nearest: HeaderMatch?)
  /// Two forms fit equally well.
  case ambiguous(HeaderMatch, HeaderMatch)

  /// Title rows above a header are fewer than this.
  static let deepest = 50

  /// Columns that a sheet of Excel can have; no form has a fraction of them.
  static let widest = 16_384

  /// Rows of a header: a group, its parts, and their units.
  private static let tallest = 3

  /// How many more headers than the next form one must name where it has less than half.
  private static let clearLead = 3

  init(
    in batch: RecordBatch,
    forms: [FormHeaders],
    cells: HeaderCells? = nil,
    year: Int?
  ) {
    guard !Self.isTooWide(batch) else {
      self = .unknown(nearest: nil)
      return
    }
    var best: [(match: HeaderMatch, headers: FormHeaders)] = []
    let rows = HeaderRows(
      batch,
      0..<min(batch.recordCount, Self.deepest),
      cells ?? HeaderCells(forms),
      year: year
    )
    for headers in forms {
      if let match = Self.best(rows, headers) { best.append((match, headers)) }
    }
    best.sort { Self.rank($0.match) > Self.rank($1.match) }
    let fitting = best.filter { entry in
      let others = best.filter { $0.match.form != entry.match.form }.map(\.match.matched)
      let lead = entry.match.matched - (others.max() ?? 0)
      return Self.fits(entry.match, entry.headers, lead: lead)
    }
    guard let first = fitting.first else {
      self = .unknown(nearest: best.first?.match)
      return
    }
    if fitting.count > 1, Self.rank(fitting[1].match) == Self.rank(first.match) {
      self = .ambiguous(first.match, fitting[1].match)
    } else {
      self = .found(first.match)
    }
  }

  /// Whether a record among the first has more cells than any sheet; it would take minutes to
  /// compare each of them with each header.
  static func isTooWide(_ batch: RecordBatch) -> Bool {
    (0..<min(batch.recordCount, deepest)).contains { batch.fieldCount(of: $0) > widest }
  }

  /// The rows that name most of a form's fields.
  ///
  /// Of two readings that name as many, the earlier one; but rows that belong to a header already
  /// found are taken in, since they may give units.
  static func best(
    _ rows: HeaderRows,
    _ headers: FormHeaders,
    from first: Int? = nil
  ) -> HeaderMatch? {
    var best: HeaderMatch?
    let naming = rows.naming(headers)
    for record in rows.records where first == nil || record == first {
      for height in 1...tallest {
        let place = record - rows.records.lowerBound
        guard place + height <= naming.count else { break }
        guard naming[place..<(place + height)].contains(where: { $0 > 0 }) else { continue }
        // Rows of data name few columns, alone or below a header.
        if let best {
          let most =
            height == 1
            ? naming[place] - 1 : rows.mostNamed(record, height: height, headers)
          if most < best.matched { continue }
        }
        guard let block = rows.block(record, height: height) else { break }
        guard let next = headers.match(block, record: record), next.matched > 0 else { continue }
        guard let known = best else {
          best = next
          continue
        }
        let takesIn =
          next.matched == known.matched && next.records.count > known.records.count
          && next.records.contains(known.records.lowerBound)
          && next.records.contains(known.records.upperBound)
        if next.matched > known.matched || takesIn { best = next }
      }
    }
    return best
  }

  /// The more headers the better; of two forms that name as many, the one that lacks fewer.
  private static func rank(_ match: HeaderMatch) -> (Int, Int) {
    (match.matched, -match.columns.count)
  }

  static func fits(_ match: HeaderMatch, _ headers: FormHeaders, lead: Int) -> Bool {
    guard headers.essential.allSatisfy({ match.has($0, headers) }) else { return false }
    let told = headers.telling.count { match.has($0, headers) }
    return told * 2 >= headers.telling.count || lead >= clearLead
  }
}
