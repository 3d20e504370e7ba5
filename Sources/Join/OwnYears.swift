import Diagnostics
import Plan
import Tables

/// The known figures of one data element and unit over the years.
struct OwnYears {
  struct Point {
    var year: Int
    var value: FixedDecimal
    /// The rows that it comes from.
    var sources: FactSources
  }

  let element: DataElement
  let unit: String
  /// By year, without those in which the figure is not known.
  var points: [Point]

  func point(_ year: Int) -> Point? { points.first { $0.year == year } }
  func others(than year: Int) -> [Point] { points.filter { $0.year != year } }
}

extension OwnYears.Point {
  var number: Double { value.double }
}

/// The figures of all numeric data elements, by element and unit.
struct OwnYearsTable {
  private var series: [String: [OwnYears]] = [:]
  private var places: [Place: Int] = [:]

  private struct Place: Hashable {
    var element: String
    var unit: String
  }

  /// - Parameters:
  ///   - plan: The plan.
  ///   - facts: Facts in the order in which join gives them: by element, unit and year.
  init(_ plan: Plan, _ facts: [FactRow]) {
    let elements = Dictionary(
      plan.elements.filter { $0.kind == .number }.map { ($0.id, $0) }
    ) { first, _ in first }
    // Looked up once for all facts of an element; facts are looked at where they stand.
    var name: String?
    var element: DataElement?
    var own: [OwnYears] = []
    for place in facts.indices
    where facts[place].category == FactRow.total && !facts[place].isPartial {
      if facts[place].element != name {
        if let element { series[element.id] = own }
        name = facts[place].element
        element = name.flatMap { elements[$0] }
        own = name.flatMap { series[$0] } ?? []
      }
      guard let element, facts[place].unit != FactRow.unplaced,
        let value = facts[place].value ?? (facts[place].missing == .noCase ? .zero : nil)
      else { continue }
      let unit = facts[place].unit
      let point = OwnYears.Point(
        year: facts[place].year,
        value: value,
        sources: facts[place].sources
      )
      if let last = own.indices.last, own[last].unit == unit {
        own[last].points.append(point)
      } else {
        places[Place(element: element.id, unit: unit)] = own.count
        own.append(OwnYears(element: element, unit: unit, points: [point]))
      }
    }
    if let element { series[element.id] = own }
  }

  /// Units of the element in order of their codes.
  func units(of element: String) -> [OwnYears] { series[element] ?? [] }

  func years(of element: String, unit: String) -> OwnYears? {
    guard let place = places[Place(element: element, unit: unit)] else { return nil }
    return series[element]?[place]
  }
}

extension Plan {
  /// Whether the element counts things, one by one, so that its figures have a count's chances.
  func isCount(_ element: DataElement) -> Bool {
    guard let form = form(element.form) else { return false }
    switch element.source {
    case .field(_, let field): return form.fields[field].type == .integer
    case .register(let aggregate):
      switch aggregate.operation {
      case .count, .distinct: return true
      case .any, .agreed: return false
      case .sum:
        guard let of = aggregate.of else { return false }
        if let reference = of.reference {
          let other = self.form(form.foreignKeys[reference.foreignKey].form)
          return other?.fields[reference.field].type == .integer
        }
        return form.fields[of.field].type == .integer
      }
    }
  }
}
