import Diagnostics
import Parallel
import Plan
import Tables

/// Facts of the data elements made from registers, and rows that no unit could be found for.
///
/// A register that came counts its units' absent rows as zero; one that did not come leaves them
/// not reported. Where only some of its senders reported, the value is a lower bound.
func registerFacts(
  _ plan: Plan,
  years: ClosedRange<Int>,
  records: [String: TypedRecords],
  reporting: ReportingIndex,
  reports: YearReports,
  jobs: Int
) -> RegisterResult {
  let rows = RegisterRows(plan, records: records)
  let due = dueCounts(plan, years, reports)
  let units = FormUnits(plan, due.map { ($0.form, $0.aggregate.at) }, rows, jobs: jobs)
  var facts: [FactRow] = []
  facts.reserveCapacity(due.reduce(0) { $0 + $1.facts })
  var placed: [(place: Int, result: RegisterResult)] = []
  for own in countedTogether(due) {
    var counted = parallelMap(own.count, jobs: jobs) { place in
      let due = own[place]
      var count = due.count(plan)
      if let records = records[due.form.name], let own = units.units(due.form, count.at) {
        count.add(records, rows, own)
      }
      return RegisterResult(
        facts: count.facts(reporting),
        unplaced: Array(count.unplaced),
        conflicts: count.disagreements().map {
          conflict(due.element, due.form, count.year, $0.unit, $0.values)
        },
        overlaps: count.overlaps()
      )
    }
    appendByPlace(counted.map(\.facts), to: &facts, jobs: jobs)
    for place in counted.indices { counted[place].facts = [] }
    placed += zip(own, counted).map { ($0.place, $1) }
  }
  let results = placed.sorted { $0.place < $1.place }.map(\.result)
  var overlaps = results.flatMap(\.overlaps)
  overlaps.sort { a, b in
    if a.element != b.element { return a.element < b.element }
    return a.year != b.year ? a.year < b.year : a.units.lexicographicallyPrecedes(b.units)
  }
  return RegisterResult(
    facts: facts,
    unplaced: Set(results.flatMap(\.unplaced)).sorted(),
    conflicts: results.flatMap(\.conflicts),
    overlaps: overlaps
  )
}

/// What registers give.
struct RegisterResult {
  /// By element, unit, year and category.
  var facts: [FactRow]
  /// Rows that no unit could be found for.
  var unplaced: [UnplacedRow]
  /// Rows that had to agree and do not.
  var conflicts: [ConflictRow]
  /// What distinct counts of several units have in common.
  var overlaps: [OverlapRow]
}

private func conflict(
  _ element: DataElement,
  _ form: Form,
  _ year: Int,
  _ unit: String,
  _ values: [FixedDecimal]
) -> ConflictRow {
  let shown = values.map(\.description)
  return ConflictRow(
    rule: "sources-disagree",
    severity: .warning,
    unit: unit,
    year: year,
    sender: form.senders.first ?? "",
    elements: element.id,
    values: shown.map { "\(element.id)=\($0)" }.joined(separator: " "),
    messageVi: "Các nguồn nêu số khác nhau cho '\(element.title.vietnamese)': "
      + shown.joined(separator: "; "),
    messageEn: "Sources differ on '\(element.title.english)': " + shown.joined(separator: "; "),
    isSensitive: element.isSensitive
  )
}

/// A row of a register whose unit is not known.
struct UnplacedRow: Hashable, Comparable {
  var file: Int
  var line: Int
  var form: String
  var sender: String
  var year: Int

  static func < (a: UnplacedRow, b: UnplacedRow) -> Bool { (a.file, a.line) < (b.file, b.line) }
}

func unplacedFinding(_ row: UnplacedRow, paths: [Int: String]) -> Finding {
  Finding(
    "row-without-unit",
    .warning,
    at: Location(file: paths[row.file] ?? "", line: row.line),
    sender: row.sender,
    year: row.year,
    message: LocalisedText(
      vi: "không xác định được đơn vị của hàng này (mã tham chiếu không có trong sổ nào); "
        + "hàng không được tính cho xã nào",
      en: "the unit of this row cannot be told (its reference stands in no register); "
        + "it counts for no unit"
    )
  )
}
