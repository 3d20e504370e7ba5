/// What a careful reader counts of a year's rows.
struct Truth {
  private struct Counts {
    var inspections = 0
    var violations = 0
    var fines = 0
    /// Rows of which it is open whether, or with how much, they count.
    var openInspections = 0
    var openViolations = 0
    var openFines = 0

    mutating func add(_ row: Row, _ sign: Int) {
      switch row.date {
      case .otherYear: return
      case .bad:
        openInspections += sign
        openFines += sign
        if row.result != .compliant { openViolations += sign }
      case .valid:
        inspections += sign
        switch row.result {
        case .violation: violations += sign
        case .bad: openViolations += sign
        case .compliant: break
        }
        switch row.fine {
        case .amount(let amount): fines += sign * amount
        case .bad: openFines += sign
        case .blank: break
        }
      }
    }
  }

  static let header =
    "unit,year,inspections,violations,fines,inspections_open,violations_open,fines_open\n"

  private var counts = [Counts](repeating: Counts(), count: Country.communeCount)
  /// Rows that a later one has changed, by number; the last one counts.
  private var changed: [Int: Row] = [:]

  mutating func add(_ row: Row) {
    if row.isUsed { counts[row.commune].add(row, 1) }
  }

  /// A row with the key of an earlier one takes its place.
  mutating func replace(_ origin: Row, by row: Row) {
    guard row.isUsed else { return }
    counts[row.commune].add(changed[row.number] ?? origin, -1)
    counts[row.commune].add(row, 1)
    changed[row.number] = row
  }

  func lines(_ country: Country, year: Int) -> String {
    zip(country.communes, counts).map { unit, count in
      "\(unit.code),\(year),\(count.inspections),\(count.violations),\(count.fines),"
        + "\(count.openInspections),\(count.openViolations),\(count.openFines)\n"
    }.joined()
  }
}
