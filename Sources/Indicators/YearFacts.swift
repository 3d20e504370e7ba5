import Diagnostics
import Plan
import Tables

/// Finds facts by data element, unit and year.
///
/// An indicator asks for the units of one year after the other: each year of an element has a small
/// index of its own, of places rather than rows, which stays at hand.
struct YearFacts: Sendable {
  private struct Year: Hashable {
    var element: String
    var year: Int
  }

  private let facts: [FactRow]
  /// Places of the facts by unit, in each year of an element.
  private let places: [Year: [String: Int]]

  /// Takes the totals over all categories; the first of facts with one key counts.
  init(_ facts: [FactRow]) {
    self.facts = facts
    var places: [Year: [String: Int]] = [:]
    for place in facts.indices where facts[place].category == FactRow.total {
      let year = Year(element: facts[place].element, year: facts[place].year)
      let before = places[year, default: [:]].updateValue(place, forKey: facts[place].unit)
      if let before { places[year]?[facts[place].unit] = before }
    }
    self.places = places
  }

  func fact(_ element: String, unit: String, year: Int) -> FactRow? {
    place(element, unit: unit, year: year).map { facts[$0] }
  }

  /// Where a fact is found; a row has more to be copied than a figure needs.
  func place(_ element: String, unit: String, year: Int) -> Int? {
    places[Year(element: element, year: year)]?[unit]
  }

  subscript(place: Int) -> FactRow {
    _read { yield facts[place] }
  }
}

extension Measure {
  /// An expression at one unit and year, with the year's facts of all that it refers to.
  struct Evaluation {
    let value: ExpressionValue
    /// Some of the sources have not reported.
    let isPartial: Bool
    /// All facts say "no such case".
    let isNoCase: Bool
  }

  func evaluate(_ expression: Expression, _ unit: String, _ year: Int) -> Evaluation {
    let own = expression.references.map { facts.place($0, unit: unit, year: year) }
    let value = expression.evaluate { reference, moment in
      let name = expression.references[reference]
      let place =
        switch moment {
        case .current: own[reference]
        case .base: facts.place(name, unit: unit, year: plan.years.base)
        case .previous: facts.place(name, unit: unit, year: year - 1)
        }
      guard let place, let kind = kinds[name] else { return .missing(.notReported) }
      return facts[place].expressionValue(kind)
    }
    return Evaluation(
      value: value,
      isPartial: own.contains { $0.map { facts[$0].isPartial } ?? false },
      isNoCase: !own.isEmpty && own.allSatisfy { $0.map { facts[$0].missing == .noCase } ?? false }
    )
  }
}
