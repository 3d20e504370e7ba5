import DelimitedText
import Plan
import VietnameseText

/// The header of a file with one figure a row: columns (0-based) by what they hold.
struct LongHeader {
  enum Column: CaseIterable {
    case element, value, unit, period, category, attribute, deleted
    /// A person's user name, a remark, and what else is never read.
    case unread
  }

  var record: Int
  var columns: [Column: Int] = [:]
  /// Columns that no spelling names.
  var unknown: [Int] = []
  var width: Int
}

/// Spellings of such headers: those of DHIS2's data value sets, and the plan's.
struct LongHeaderWords: Sendable {
  private let columns: [NameKey: LongHeader.Column]

  /// As DHIS2 writes them; `timestamp` is an old name of `lastupdated`.
  private static let dhis2: [(String, LongHeader.Column)] = [
    ("dataelement", .element), ("data element", .element), ("period", .period),
    ("orgunit", .unit), ("org unit", .unit), ("categoryoptioncombo", .category),
    ("category option combo", .category), ("attributeoptioncombo", .attribute),
    ("attribute option combo", .attribute), ("value", .value), ("storedby", .unread),
    ("stored by", .unread), ("lastupdated", .unread), ("last updated", .unread),
    ("timestamp", .unread), ("created", .unread), ("comment", .unread), ("followup", .unread),
    ("follow up", .unread), ("deleted", .deleted),
  ]

  init(_ words: LongHeaders) {
    let own: [([String], LongHeader.Column)] = [
      (words.element, .element), (words.value, .value), (words.unit, .unit),
      (words.period, .period),
    ]
    let all = Self.dhis2 + own.flatMap { texts, column in texts.map { ($0, column) } }
    columns = Dictionary(all.map { (NameKey($0.0), $0.1) }) { first, _ in first }
  }

  /// The first row that names an element, a value, and a unit or a period.
  func header(in batch: RecordBatch) -> LongHeader? {
    for record in 0..<min(batch.recordCount, HeaderSearch.deepest)
    where !batch.isFaulty(record) {
      var header = LongHeader(record: record, width: 0)
      for column in 0..<batch.fieldCount(of: record) {
        let key = NameKey(batch.text(record, column).headOfCell)
        guard !key.isEmpty else { continue }
        header.width = column + 1
        guard let kind = columns[key] else {
          if !FormHeaders.ordinals.contains(key.folded) { header.unknown.append(column) }
          continue
        }
        if kind != .unread, header.columns[kind] == nil { header.columns[kind] = column }
      }
      let found = header.columns
      if found[.element] != nil, found[.value] != nil, found[.unit] ?? found[.period] != nil {
        return header
      }
    }
    return nil
  }
}
