import Plan

/// A data element of a register that is counted for a year.
struct DueCount: Sendable {
  /// Place in the order of the plan's elements and of years.
  var place: Int
  var element: DataElement
  var form: Form
  var aggregate: RegisterAggregate
  var units: YearUnits
  /// Keys of units that began within the year and report for the rest of it.
  var later: [String]

  /// About how many facts it makes.
  var facts: Int {
    let categories = aggregate.by.map { form.fields[$0].categories.count } ?? 0
    return 1 + (aggregate.at == nil ? 1 : units.first.count + later.count) * (1 + categories)
  }

  func count(_ plan: Plan) -> RegisterCount {
    RegisterCount(plan, element, aggregate, form, units, later: later)
  }
}

/// All that is counted, in the order of the plan's elements and of years.
func dueCounts(_ plan: Plan, _ years: ClosedRange<Int>, _ reports: YearReports) -> [DueCount] {
  var due: [DueCount] = []
  for element in plan.elements {
    guard case .register(let aggregate) = element.source, let form = plan.form(element.form) else {
      continue
    }
    for year in years where form.years.contains(year) {
      guard let units = reports.units(in: year) else { continue }
      due.append(
        DueCount(
          place: due.count,
          element: element,
          form: form,
          aggregate: aggregate,
          units: units,
          later: reports.expected(form, in: year)?.later ?? []
        )
      )
    }
  }
  return due
}

/// The same as it is counted together, by the names of elements: an element's years, and those of more
/// elements only where that does not make many facts.
///
/// A country's facts would otherwise stand in memory twice, before and after they are put in order.
func countedTogether(_ due: [DueCount]) -> [[DueCount]] {
  let byElement = Dictionary(grouping: due) { $0.element.id }.sorted { $0.key < $1.key }
  var groups: [[DueCount]] = []
  var facts = 0
  for (_, years) in byElement {
    let own = years.reduce(0) { $0 + $1.facts }
    if groups.isEmpty || facts + own > mostFacts {
      groups.append([])
      facts = 0
    }
    groups[groups.count - 1] += years
    facts += own
  }
  return groups
}

private let mostFacts = 50_000
