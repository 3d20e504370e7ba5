import Diagnostics
import Plan
import Tables

/// The years of one target at one unit.
struct TargetHistory {
  private let judge: TargetJudge
  private let isUnit: Bool
  private let byYear: [Int: IndicatorRow]

  init(judge: TargetJudge, rows: [IndicatorRow], isUnit: Bool) {
    self.judge = judge
    self.isUnit = isUnit
    byYear = Dictionary(rows.map { ($0.year, $0) }) { first, _ in first }
  }

  /// The target's row for a year; nil where its indicator is not computed for it.
  func row(_ plan: Plan, unit: String, year: Int) -> TargetRow? {
    guard let indicator = byYear[year] else { return nil }
    let verdict = verdict(indicator, year: year)
    return TargetRow(
      target: judge.target.id,
      unit: unit,
      year: year,
      indicator: indicator.indicator,
      form: judge.target.form.rawValue,
      reading: judge.target.reading?.id ?? "",
      targetValue: judge.target.form == .fewer ? base?.value : judge.target.value,
      numerator: indicator.numerator,
      denominator: indicator.denominator,
      value: indicator.value,
      status: verdict.status,
      worst: verdict.worst,
      best: verdict.best,
      since: verdict.since
    )
  }

  private var base: IndicatorRow? { byYear[judge.years.base] }

  private struct Verdict {
    var status: TargetStatus
    var worst: TargetStatus
    var best: TargetStatus
    var since: Int?

    init(
      _ status: TargetStatus,
      worst: TargetStatus? = nil,
      best: TargetStatus? = nil,
      since: Int? = nil
    ) {
      self.status = status
      self.worst = worst ?? status
      self.best = best ?? status
      self.since = since
    }
  }

  private func verdict(_ row: IndicatorRow, year: Int) -> Verdict {
    if isUnit, judge.target.form == .keepBase {
      // The plan asks nothing here of a unit that did not have it in the base year.
      if base?.missing == nil, base?.numerator == 0 { return Verdict(.notApplicable) }
      if base?.value == nil { return Verdict(.undecided) }
    }
    switch row.missing {
    case .notReported where row.reported == 0 && row.numerator == nil:
      return Verdict(.notReported, worst: .notReached, best: .reached)
    case .noCase where row.value == nil: return Verdict(.noCase)
    case .notApplicable, .noUnit: return Verdict(.notApplicable)
    case .suppressed: return Verdict(.suppressed)
    case .illegible, .conflict, .notSeparable:
      return Verdict(.undecided, worst: .notReached, best: .reached)
    case nil, .noCase, .notReported: break
    }
    let now = judge.status(row.value, base: base?.value, year: year)
    guard row.reported < row.expected else { return withHistory(now, year: year) }
    // What is missing may change the answer: both ends have to give the same one.
    let worst = row.worst.map { judge.status($0, base: base?.value, year: year) } ?? .notReached
    let best = row.best.map { judge.status($0, base: base?.value, year: year) } ?? .reached
    guard worst == best else { return Verdict(.undecided, worst: worst, best: best) }
    return withHistory(worst, year: year)
  }

  /// Turns reached and not reached into kept and lost where the target asks for keeping.
  private func withHistory(_ now: TargetStatus, year: Int) -> Verdict {
    guard judge.isKept, now == .reached || now == .notReached else { return Verdict(now) }
    let earlier = (judge.years.base..<year).map { ($0, holds(in: $0)) }
    let planYears = earlier.filter { $0.0 >= judge.years.first }
    if now == .reached {
      if planYears.allSatisfy({ $0.1 == true }) { return Verdict(.kept) }
      // It holds again after a year in which it did not, or of which nothing is known.
      if let failed = planYears.last(where: { $0.1 == false }) {
        return Verdict(.reached, since: failed.0 + 1)
      }
      return Verdict(.reached, worst: .reached, best: .kept)
    }
    guard earlier.contains(where: { $0.1 == true }) else { return Verdict(.notReached) }
    let lastHeld = earlier.last { $0.1 == true }?.0 ?? year
    return Verdict(.lost, since: lastHeld + 1)
  }

  /// Whether the target held in an earlier year; nil where reports leave it open.
  private func holds(in year: Int) -> Bool? {
    guard let row = byYear[year], row.value != nil else { return nil }
    if row.reported == row.expected { return judge.holds(row.value, base: base?.value) }
    let worst = judge.holds(row.worst, base: base?.value)
    return worst == judge.holds(row.best, base: base?.value) ? worst : nil
  }
}
