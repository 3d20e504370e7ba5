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

  func evaluate(_ expression: Expression, _ unit: String, _ year: Int) -> Evaluation {
    var hint = SeriesIndex.Hint()
    return evaluate(expression, unit, year, &hint)
  }

  /// The same for one unit after the other.
  func evaluate(
    _ expression: Expression,
    _ unit: String,
    _ year: Int,
    _ hint: inout SeriesIndex.Hint
  ) -> Evaluation {
    let references = expression.references
    let own = references.map { facts.place($0, unit: unit, year: year, &hint) }
    let value = expression.evaluate { reference, moment in
      let name = references[reference]
      let place =
        switch moment {
        case .current: own[reference]
        case .base: facts.place(name, unit: unit, year: plan.years.base, &hint)
        case .previous: facts.place(name, unit: unit, year: year - 1, &hint)
        }
      guard let place, let kind = kinds[name] else { return .missing(.notReported) }
      return facts.value(at: place, kind)
    }
    return Evaluation(
      value: value,
      isPartial: own.contains { $0.map(facts.isPartial) ?? false },
      isNoCase: !own.isEmpty && own.allSatisfy { $0.map(facts.isNoCase) ?? false }
    )
  }
}
