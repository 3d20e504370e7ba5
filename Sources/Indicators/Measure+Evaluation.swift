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
