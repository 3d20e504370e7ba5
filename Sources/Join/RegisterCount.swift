import Diagnostics
import Plan
import Tables

/// One data element of a register for one year, counted for every unit.
struct RegisterCount {
  private let plan: Plan
  private let element: DataElement
  private let aggregate: RegisterAggregate
  private let form: Form
  let year: Int
  private let yearUnits: YearUnits
  /// Keys of the units that are counted.
  private var units: [String]
  private var tallies = RegisterTallies()
  private(set) var unplaced: Set<UnplacedRow> = []

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

  /// Field that gives the unit of a row; nil where every row is the plan's own.
  var at: FieldPath? { aggregate.at }

  /// Years whose rows count.
  private var window: ClosedRange<Int> {
    aggregate.window == .year ? year...year : min(plan.years.first, year)...year
  }

  /// - Parameters:
  ///   - records: The rows of the form.
  ///   - rows: Those of all forms.
  ///   - places: The units of the form's rows by `aggregate.at`.
  mutating func add(_ records: TypedRecords, _ rows: RegisterRows, _ places: RowUnits) {
    var known = Set(units)
    // A reference may lead to a unit that began within the year.
    if aggregate.at != nil { known.formUnion(yearUnits.later.map(\.key)) }
    defer { addLater() }
    tallies.reserveCapacity(units.count)
    var conditions = RowConditions(aggregate, form, year, rows)
    var places = places
    var terms = RowTerms(aggregate, form, rows)
    let categories = aggregate.by.map { records.columns[$0] }
    // By the number of a unit: the place of its tally, or -1 where the unit is not counted.
    var totals: [Int?] = []
    func total(_ unit: Int) -> Int {
      while totals.count <= unit { totals.append(nil) }
      if let known = totals[unit] { return known }
      let name = places.names[unit]
      let total = known.contains(name) ? tallies.place(name, FactRow.total) : -1
      totals[unit] = total
      return total
    }
    for range in rows.ranges(of: form.name, in: window) {
      let verdicts = conditions.verdicts(range)
      let units = places.units(range)
      for (place, row) in range.enumerated() where verdicts[place] != .isLeftOut {
        let term = verdicts[place] == .counts ? terms.term(row) : RowTerms.open
        let unit = units[place]
        let total = unit == RowUnits.unknown ? -1 : total(Int(unit))
        guard total >= 0 else {
          unplaced.insert(self.place(of: row, records))
          // It happened somewhere here; small counts of persons are too telling to stand apart.
          if unit == RowUnits.unknown, !element.isSensitive {
            tallies.note(term, row: row, at: tallies.place(FactRow.unplaced, FactRow.total))
          }
          continue
        }
        tallies.note(term, row: row, at: total)
        if let category = categories?.text(row) {
          tallies.note(term, row: row, at: tallies.place(places.names[Int(unit)], category))
        }
      }
    }
    tallies.addUp(terms.terms, files: records.files, lines: records.lines)
  }

  private func place(of row: Int, _ records: TypedRecords) -> UnplacedRow {
    UnplacedRow(
      file: records.files[row],
      line: records.lines[row],
      form: form.name,
      sender: records.senders[row],
      year: records.years[row]
    )
  }

  /// Once a row is of a later unit, those of the others are noughts.
  private mutating func addLater() {
    let later = yearUnits.later.map(\.key)
    guard !later.isEmpty, tallies.cells.contains(where: { later.contains($0.unit) }) else { return }
    for key in later where !units.contains(key) { units.append(key) }
  }

  /// Where rows that have to agree do not: the unit, and what each row says.
  func disagreements() -> [(unit: String, values: [FixedDecimal])] {
    guard aggregate.operation == .agreed else { return [] }
    return units.compactMap { unit in
      guard let tally = tallies[unit, FactRow.total], Set(tally.given).count > 1 else { return nil }
      return (unit, tally.given)
    }
  }

  /// Where several units count the same things: how many things each set of units has in common.
  func overlaps() -> [OverlapRow] {
    guard aggregate.operation == .distinct else { return [] }
    var units: [Int32: [String]] = [:]
    for cell in tallies.cells where cell.category == FactRow.total {
      for thing in cell.tally.distinct { units[thing, default: []].append(cell.unit) }
    }
    let sets = Dictionary(grouping: units.values.filter { $0.count > 1 }.map { $0.sorted() }) { $0 }
    return sets.map { OverlapRow(element: element.id, year: year, units: $0, keys: $1.count) }
  }

  func facts(_ reporting: ReportingIndex) -> [FactRow] {
    let categories = aggregate.by.map { form.fields[$0].categories.map(\.value) } ?? []
    let states = ReportStates(plan, form, window, yearUnits, reporting)
    let referred = referredStates(reporting)
    var facts: [FactRow] = []
    facts.reserveCapacity(1 + units.count * (1 + categories.count))
    var sources = FactSources.Builder()
    var places: [Range<Int>] = []
    func add(_ unit: String, _ category: String, _ state: ReportStates.State) {
      let tally = tallies[unit, category] ?? RegisterTallies.Tally()
      let rows = tallies.sources(of: tally)
      sources.begin()
      for row in rows { sources.append(row) }
      places.append(sources.range)
      facts.append(fact(unit, category, tally, isEmpty: rows.isEmpty, state))
    }
    if tallies[FactRow.unplaced, FactRow.total] != nil {
      add(FactRow.unplaced, FactRow.total, .all)
    }
    for unit in units {
      var state = states.state(of: unit)
      // A row that no unit was found for may be of this one.
      if state == .all, let referred, referred.state(of: unit) != .all { state = .some }
      add(unit, FactRow.total, state)
      for category in categories { add(unit, category, state) }
    }
    for index in facts.indices { facts[index].sources = sources.sources(places[index]) }
    return facts
  }

  /// Who has sent the register in which rows that no unit was found for name a key; nil where there
  /// are no such rows, or they name none.
  private func referredStates(_ reporting: ReportingIndex) -> ReportStates? {
    guard !unplaced.isEmpty, let reference = aggregate.at?.reference,
      let target = plan.form(form.foreignKeys[reference.foreignKey].form)
    else { return nil }
    return ReportStates(plan, target, window, yearUnits, reporting)
  }

  private func fact(
    _ unit: String,
    _ category: String,
    _ tally: RegisterTallies.Tally,
    isEmpty: Bool,
    _ state: ReportStates.State
  ) -> FactRow {
    var fact = FactRow(
      element: element.id,
      unit: unit,
      year: year,
      category: category,
      text: "",
      isPartial: false,
      sources: []
    )
    // Rows that a sender placed here although it was not expected to still count, as a bound.
    guard state != .none || !isEmpty else {
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
