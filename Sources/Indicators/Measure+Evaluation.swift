import Diagnostics
import Plan
import Tables

extension Measure {
  /// An expression at one unit and year, with the year's facts of all that it refers to.
  struct Evaluation {
    let value: ExpressionValue
    /// Some of the sources have not reported.
    let isPartial: Bool
    /// All facts say "no such case".
    let isNoCase: Bool
  }

  /// Evaluates an expression at one unit after the other.
  ///
  /// - Parameters:
  ///   - bound: The expression.
  ///   - unit: Code of the unit.
  ///   - year: The year.
  ///   - hint: Where facts were found before.
  /// - Returns: The value, and what is known of its sources.
  func evaluate(
    _ bound: BoundExpression,
    _ unit: String,
    _ year: Int,
    _ hint: inout SeriesIndex.Hint
  ) -> Evaluation {
    var isPartial = false
    var isNoCase = !bound.elements.isEmpty
    for reference in bound.elements.indices {
      if let place = place(bound.elements[reference], unit, year, &hint) {
        isPartial = isPartial || facts.isPartial(at: place)
        isNoCase = isNoCase && facts.isNoCase(at: place)
      } else {
        isNoCase = false
      }
    }
    let value = bound.expression.evaluate { reference, moment in
      let element = bound.elements[reference]
      let moved =
        switch moment {
        case .current: year
        case .base: plan.years.base
        case .previous: year - 1
        }
      guard let kind = element.kind, let place = place(element, unit, moved, &hint) else {
        return .missing(.notReported)
      }
      return facts.value(at: place, kind)
    }
    return Evaluation(value: value, isPartial: isPartial, isNoCase: isNoCase)
  }

  private func place(
    _ element: BoundExpression.Element,
    _ unit: String,
    _ year: Int,
    _ hint: inout SeriesIndex.Hint
  ) -> Int? {
    guard let number = element.number else { return nil }
    return facts.place(element: number, unit: unit, year: year, &hint)
  }
}
