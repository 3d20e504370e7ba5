import Diagnostics
import Plan

/// A numerator that moved while its denominator stayed.
struct JumpAgainstDenominator {
  let check: OutlierCheck.Jump
  let plan: Plan
  let table: OwnYearsTable

  /// Why a part has jumped; nil where it has not, or nothing can be said.
  func reason(
    _ part: OutlierCheck.Jump.Part,
    _ years: OwnYears,
    _ year: Int
  ) -> LocalisedText? {
    guard let point = years.point(year),
      let wholes = table.years(of: part.denominator, unit: years.unit),
      let whole = wholes.point(year), whole.number > 0
    else { return nil }
    let others = years.others(than: year).compactMap { other in
      wholes.point(other.year).map { (part: other, whole: $0) }
    }.filter { $0.whole.number > 0 }
    let (parts, denominators) = (others.map(\.part.number), others.map(\.whole.number))
    guard others.count >= check.years, let fewest = parts.min(), let most = parts.max(),
      let smallest = denominators.min(), let largest = denominators.max()
    else { return nil }
    let hasStayed =
      whole.number >= smallest * (1 - check.still) && whole.number <= largest * (1 + check.still)
    let shares = zip(parts, denominators).map { $0 / $1 }
    guard hasStayed, let lowest = shares.min(), let highest = shares.max() else { return nil }
    let share = point.number / whole.number
    let rose = point.number > most * check.factor && share > highest * check.factor
    let fell = point.number * check.factor < fewest && share * check.factor < lowest
    let distance = rose ? point.number - most : fewest - point.number
    guard rose || fell, distance >= check.difference else { return nil }
    // Small counts double by chance: the denominators are the exposures of an exact comparison.
    if plan.isCount(years.element),
      let odds = exactOdds(
        of: point,
        with: others.map(\.part),
        exposure: whole.number,
        exposures: denominators
      ), odds >= check.level
    {
      return nil
    }
    let now = FigureWording.text(whole.value)
    let then = FigureWording.list(others.map(\.whole))
    return LocalisedText(
      vi: "trong khi '\(wholes.element.title.vietnamese)' hầu như không đổi "
        + "(\(then.vietnamese); năm \(year): \(now.vietnamese))",
      en: "while '\(wholes.element.title.english)' hardly moved "
        + "(\(then.english); \(year): \(now.english))"
    )
  }
}
