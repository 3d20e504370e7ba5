internal import Digests
internal import Synchronization
internal import Tables

/// What one unit hands up, as tables of their own.
///
/// A country's facts never stand whole: they are made piece by piece, and their digest is known from
/// having been written.
final class HandedTables: Sendable {
  let overlaps: [HandedOverlap]
  let reporting: [HandedReport]
  private let unit: String
  private let handed: HandedFacts
  private let known = Mutex<String?>(nil)

  init(_ unit: HandedUnit) {
    self.unit = unit.unit
    handed = unit.handed
    overlaps = unit.overlaps.map { HandedOverlap(planUnit: unit.unit, row: $0) }
    reporting = unit.reporting.map { HandedReport(planUnit: unit.unit, row: $0) }
  }

  /// Makes the table of facts; its header is not given where another unit's table goes before.
  func facts(hasHeader: Bool, _ put: ([UInt8]) -> Void) {
    var digest = SHA256()
    var writer = TableWriter(HandedFact.schema)
    writer.give { header in
      digest.update(header)
      if hasHeader { put(header) }
    }
    var rows = 0
    handed.eachFact { fact in
      HandedFact.write(unit, fact, to: &writer)
      writer.endRow()
      rows += 1
      guard rows.isMultiple(of: Self.rowsAtATime) || rows == handed.count else { return }
      writer.give { piece in
        digest.update(piece)
        put(piece)
      }
    }
    digest.update(write(overlaps))
    digest.update(write(reporting))
    let text = digest.finish()
    known.withLock { $0 = text }
  }

  /// Digest of all tables as they are written for the unit alone; they are made for it where they
  /// have not been.
  var digest: String {
    if let known = known.withLock(\.self) { return known }
    facts(hasHeader: true) { _ in }
    return known.withLock(\.self) ?? ""
  }

  private static let rowsAtATime = 1_024
}
