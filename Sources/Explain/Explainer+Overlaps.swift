import Boundaries
import Diagnostics
import Plan
import Tables

extension Explainer {
  /// What several of the units that make up a number count, and the number therefore has once.
  ///
  /// - Parameters:
  ///   - indicator: The indicator.
  ///   - units: Units whose figures are added.
  ///   - year: The year.
  /// - Returns: A step for each data element of which several units count the same things.
  func recounted(_ indicator: Indicator, over units: [String], _ year: Int) -> [Explanation] {
    let formulas: [Expression] =
      switch indicator.formula {
      case .ratio(let numerator, let denominator, _): [numerator, denominator]
      case .units: []
      case .count(let value): [value]
      }
    // Only of a sum of elements it is known what is in it twice.
    let added = formulas.filter { $0.terms != nil }.flatMap(\.references)
    return indicator.elements.filter(added.contains).compactMap { id in
      let keys = overlaps.keys(id, year: year, among: Set(units))
      guard keys > 0, let element = plan.element(id) else { return nil }
      return Explanation(
        say(
          vi:
            "đếm lại trên cả đơn vị: \(keys) đối tượng có ở từ hai phần trở lên, chỉ tính một lần "
            + "(\(say(element.title)))",
          en:
            "counted again over the whole unit: \(keys) in two or more of its parts, counted once "
            + "(\(say(element.title)))"
        )
      )
    }
  }
}
