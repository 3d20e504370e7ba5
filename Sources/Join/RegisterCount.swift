import Diagnostics
import Plan
import Tables

/// One data element of a register for one year, counted for every unit.
struct RegisterCount {
  private let plan: Plan
  private let element: DataElement
  private let aggregate: RegisterAggregate
  private let form: Form
  private let year: Int
  private let yearUnits: YearUnits
  /// Keys of the units that are counted.
  private var units: [String]
  private var tallies: [Cell: Tally] = [:]
  private(set) var unplaced: Set<UnplacedRow> = []

  private struct Cell: Hashable {
    var unit: String
    var category: String
  }

  private struct Tally {
    var sum = FixedDecimal.zero
    var distinct: Set<String> = []
    /// Each value given with the row that gives it, where rows have to agree.
    var given: [FixedDecimal] = []
    /// Some row could not be read or decided: the value is a lower bound.
    var isPartial = false
    var sources: [(file: Int, line: Int)] = []
  }

  init(
    _ plan: Plan,
    _ element: DataElement,
    _ aggregate: RegisterAggregate,
    _ form: Form,
    _ yearUnits: YearUnits,
    later: [String] = []
  ) {
    self.plan = plan
    self.element = element
    self.aggregate = aggregate
    self.form = form
    self.yearUnits = yearUnits
    year = yearUnits.year
    units = aggregate.at == nil ? [plan.unit] : yearUnits.first.map(\.key) + later
  }

  /// Years whose rows count.
  private var window: ClosedRange<Int> {
    aggregate.window == .year ? year...year : min(plan.years.first, year)...year
  }

  mutating func add(_ records: TypedRecords, _ rows: RegisterRows) {
    var known = Set(units)
    // A reference may lead to a unit that began within the year.
    if aggregate.at != nil { known.formUnion(yearUnits.later.map(\.key)) }
    defer { addLater() }
    for row in 0..<records.count where window.contains(records.years[row]) {
      let holds = condition(rows, row)
      if isLeftOut(holds) { continue }
      let source = (records.files[row], records.lines[row])
      let unit = unit(of: row, rows)
      guard let unit, known.contains(unit) else {
        unplaced.insert(
          UnplacedRow(
            file: records.files[row],
            line: records.lines[row],
            form: form.name,
            sender: records.senders[row],
            year: records.years[row]
          )
        )
        // It happened somewhere here; small counts of persons are too telling to stand apart.
        if unit == nil, !element.isSensitive {
          tally(Cell(unit: FactRow.unplaced, category: FactRow.total), holds, rows, row, source)
        }
        continue
      }
      tally(Cell(unit: unit, category: FactRow.total), holds, rows, row, source)
      if let by = aggregate.by, let category = records.columns[by].text(row) {
        tally(Cell(unit: unit, category: category), holds, rows, row, source)
      }
    }
  }

  /// Once a row is of a later unit, those of the others are noughts.
  private mutating func addLater() {
    let later = yearUnits.later.map(\.key)
    guard tallies.keys.contains(where: { later.contains($0.unit) }) else { return }
    for key in later where !units.contains(key) { units.append(key) }
  }

  private func condition(_ rows: RegisterRows, _ row: Int) -> ExpressionValue {
    guard let condition = aggregate.condition else { return .flag(true) }
    return condition.evaluate { reference, _ in
      switch aggregate.references[reference] {
      case .field(let path): rows.value(path, form: form, row: row)
      case .period: .number(Double(year))
      case .start: day(1, 1)
      case .end: day(12, 31)
      }
    }
  }

  /// A condition on something that the row says does not apply to it ("not closed") does not hold;
  /// one on something illegible or not reported stays open.
  private func isLeftOut(_ holds: ExpressionValue) -> Bool {
    switch holds {
    case .flag(let holds): !holds
    case .missing(let reason): reason == .notApplicable || reason == .noCase
    default: false
    }
  }

  private func day(_ month: Int, _ day: Int) -> ExpressionValue {
    CalendarDate(year: year, month: month, day: day).map { .date($0) } ?? .missing(.illegible)
  }

  private func unit(of row: Int, _ rows: RegisterRows) -> String? {
    guard let at = aggregate.at else { return plan.unit }
    guard case .text(let code) = rows.value(at, form: form, row: row) else { return nil }
    return code
  }

  private mutating func tally(
    _ cell: Cell,
    _ holds: ExpressionValue,
    _ rows: RegisterRows,
    _ row: Int,
    _ source: (Int, Int)
  ) {
    var tally = tallies[cell] ?? Tally()
    defer { tallies[cell] = tally }
    tally.sources.append(source)
    guard holds == .flag(true) else {
      tally.isPartial = true
      return
    }
    switch aggregate.operation {
    case .count, .any:
      tally.sum = FixedDecimal.adding(tally.sum, FixedDecimal(1)) ?? tally.sum
    case .distinct:
      guard let of = aggregate.of, case .text(let text) = rows.value(of, form: form, row: row)
      else {
        tally.isPartial = true
        return
      }
      tally.distinct.insert(text)
    case .agreed:
      guard let of = aggregate.of, let number = rows.number(of, form: form, row: row) else {
        tally.isPartial = true
        return
      }
      tally.given.append(number)
    case .sum:
      guard let of = aggregate.of, let number = rows.number(of, form: form, row: row),
        let sum = FixedDecimal.adding(tally.sum, number)
      else {
        tally.isPartial = true
        return
      }
      tally.sum = sum
    }
  }

  /// Where rows that have to agree do not: the unit, and what each row says.
  func disagreements() -> [(
    unit: String, values: [FixedDecimal], sources: [(file: Int, line: Int)]
  )] {
    guard aggregate.operation == .agreed else { return [] }
    return units.compactMap { unit in
      guard let tally = tallies[Cell(unit: unit, category: FactRow.total)],
        Set(tally.given).count > 1
      else { return nil }
      return (unit, tally.given, tally.sources)
    }
  }

  /// Where several units count the same things: how many things each set of units has in common.
  func overlaps() -> [OverlapRow] {
    guard aggregate.operation == .distinct else { return [] }
    var units: [String: [String]] = [:]
    for (cell, tally) in tallies where cell.category == FactRow.total {
      for key in tally.distinct { units[key, default: []].append(cell.unit) }
    }
    let sets = Dictionary(grouping: units.values.filter { $0.count > 1 }.map { $0.sorted() }) { $0 }
    return sets.map { OverlapRow(element: element.id, year: year, units: $0, keys: $1.count) }
  }

  func facts(_ reporting: ReportingIndex) -> [FactRow] {
    let categories = aggregate.by.map { form.fields[$0].categories.map(\.value) } ?? []
    let nowhere = Cell(unit: FactRow.unplaced, category: FactRow.total)
    let unplacedFacts = tallies[nowhere] == nil ? [] : [fact(nowhere, .all)]
    return unplacedFacts
      + units.flatMap { unit -> [FactRow] in
        var state = reportState(unit, form, reporting)
        if state == .all, mayHaveUnplacedRows(unit, reporting) { state = .some }
        return ([FactRow.total] + categories).map { category in
          fact(Cell(unit: unit, category: category), state)
        }
      }
  }

  private enum ReportState { case all, some, none }

  /// Whether those who know about the unit have sent a register, for all years of the window.
  private func reportState(_ unit: String, _ form: Form, _ reporting: ReportingIndex) -> ReportState
  {
    var expected = 0
    var reported = 0
    for year in window where form.years.contains(year) {
      for sender in reporting.senders(form.name, year: year) where concerns(sender, unit) {
        expected += 1
        if reporting.row(form.name, sender: sender, year: year)?.isReported ?? false {
          reported += 1
        }
      }
    }
    return reported == 0 ? .none : reported == expected ? .all : .some
  }

  /// Whether rows that no unit was found for may be of this one: they name a key of a register
  /// that the unit has not sent.
  private func mayHaveUnplacedRows(_ unit: String, _ reporting: ReportingIndex) -> Bool {
    guard !unplaced.isEmpty, let reference = aggregate.at?.reference,
      let target = plan.form(form.foreignKeys[reference.foreignKey].form)
    else { return false }
    return reportState(unit, target, reporting) != .all
  }

  /// A unit that sends for itself knows only its own rows.
  private func concerns(_ sender: String, _ unit: String) -> Bool {
    sender == unit || unit == plan.unit || plan.sender(sender) != nil
      || yearUnits.unit(unit)?.heirs.contains(sender) ?? false
  }

  private func fact(_ cell: Cell, _ state: ReportState) -> FactRow {
    var fact = FactRow(
      element: element.id,
      unit: cell.unit,
      year: year,
      category: cell.category,
      text: "",
      isPartial: false,
      sources: ""
    )
    let tally = tallies[cell] ?? Tally()
    fact.sources = tally.sources.map { "\($0.file):\($0.line)" }.joined(separator: " ")
    // Rows that a sender placed here although it was not expected to still count, as a bound.
    guard state != .none || !tally.sources.isEmpty else {
      fact.missing = .notReported
      return fact
    }
    fact.isPartial = state != .all || tally.isPartial
    switch aggregate.operation {
    case .distinct: fact.value = FixedDecimal(Int64(tally.distinct.count))
    case .any: fact.value = FixedDecimal(tally.sum == .zero ? 0 : 1)
    case .count, .sum: fact.value = tally.sum
    case .agreed:
      fact.value = tally.given.first
      if tally.given.isEmpty { fact.missing = .notReported }
      if Set(tally.given).count > 1 {
        fact.value = nil
        fact.missing = .conflict
      }
    }
    return fact
  }
}
