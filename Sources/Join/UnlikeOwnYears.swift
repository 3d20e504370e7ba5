import Diagnostics
import Methods
import Plan

/// A figure far from what the same unit's other years are.
///
/// A count must be improbable by the exact distribution of its years' total *and* far outside the
/// range of the others: real counts vary more than equal rates allow, and a third year that is wrong
/// widens the range. Other numbers have no such distribution; for them the range alone decides.
struct UnlikeOwnYears {
  let check: OutlierCheck.OwnYears
  let plan: Plan
  let table: OwnYearsTable

  /// Why the figure of a year is unlike the others; nil where it is not, or nothing can be said.
  func reason(_ years: OwnYears, _ year: Int) -> LocalisedText? {
    guard let point = years.point(year) else { return nil }
    var others = years.others(than: year)
    var exposure = 1.0
    var exposures: [Double] = others.map { _ in 1 }
    if let name = check.exposures[years.element.id] {
      guard let own = table.years(of: name, unit: years.unit),
        let now = own.point(year)?.number, now > 0
      else { return nil }
      let known = others.compactMap { other -> (OwnYears.Point, Double)? in
        guard let then = own.point(other.year)?.number, then > 0 else { return nil }
        return (other, then)
      }
      others = known.map(\.0)
      exposures = known.map(\.1)
      exposure = now
    }
    guard others.count >= check.years else { return nil }
    // What the other years would be at this year's exposure.
    let scaled = zip(others, exposures).map { $0.number / $1 * exposure }
    guard let lowest = scaled.min(), let highest = scaled.max() else { return nil }
    let value = point.number
    guard max(value - highest, lowest - value) >= check.difference else { return nil }
    if plan.isCount(years.element),
      let odds = exactOdds(of: point, with: others, exposure: exposure, exposures: exposures)
    {
      guard odds < check.level, value > highest * check.ratio || value * check.ratio < lowest else {
        return nil
      }
      return sentence(years, year, odds: odds)
    }
    if value > highest * check.numberRatio, highest > 0 {
      let times = FigureWording.times(value / highest)
      return LocalisedText(
        vi: "gấp \(times.vietnamese) lần năm cao nhất",
        en: "\(times.english) times the highest of them"
      )
    }
    guard value * check.numberRatio < lowest else { return nil }
    if value <= 0 {
      return LocalisedText(vi: "trong khi năm nào cũng có", en: "while each of them has some")
    }
    let times = FigureWording.times(lowest / value)
    return LocalisedText(
      vi: "năm thấp nhất gấp \(times.vietnamese) lần số này",
      en: "the lowest of them is \(times.english) times this"
    )
  }

  private func sentence(_ years: OwnYears, _ year: Int, odds: Double) -> LocalisedText {
    let once = FigureWording.once(in: odds)
    guard let name = check.exposures[years.element.id],
      let exposure = table.years(of: name, unit: years.unit)
    else {
      return LocalisedText(
        vi: "nếu mức các năm như nhau thì số lệch đến vậy hiếm hơn 1 phần \(once.vietnamese)",
        en: "with equal rates a count so far off comes up less than once in \(once.english)"
      )
    }
    let title = exposure.element.title
    let all = FigureWording.list(exposure.points)
    return LocalisedText(
      vi:
        "nếu tỷ lệ trên '\(title.vietnamese)' (\(all.vietnamese)) các năm như nhau thì số lệch đến "
        + "vậy hiếm hơn 1 phần \(once.vietnamese)",
      en:
        "with equal shares of '\(title.english)' (\(all.english)) a count so far off comes up less "
        + "than once in \(once.english)"
    )
  }
}

/// The exact probability of a year's count among its years; nil where it is no count or too large.
func exactOdds(
  of point: OwnYears.Point,
  with others: [OwnYears.Point],
  exposure: Double = 1,
  exposures: [Double]? = nil
) -> Double? {
  guard let count = point.value.integer.flatMap({ Int(exactly: $0) }) else { return nil }
  let counts = others.compactMap { $0.value.integer.flatMap { Int(exactly: $0) } }
  guard counts.count == others.count else { return nil }
  return try? LeaveOneOut.comparison(
    of: count,
    with: counts,
    exposure: exposure,
    otherExposures: exposures
  ).get().probability
}
