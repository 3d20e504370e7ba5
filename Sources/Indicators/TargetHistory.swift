import Diagnostics
import Plan
import Tables

/// The years of one target at one unit.
struct TargetHistory {
  let judge: TargetJudge
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
    var verdict = verdict(indicator, year: year)
    var evidence = evidence(indicator, verdict, year: year)
    if isTooSmall(verdict.status, evidence) {
      verdict = TargetVerdict(.tooSmall)
      evidence.rule = .linearPace
    }
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
      since: verdict.since,
      evidence: evidence
    )
  }

  var base: IndicatorRow? { byYear[judge.years.base] }

  /// Rows of the years from the base year to this one in which every unit reported.
  func wholeRows(to year: Int) -> [IndicatorRow] {
    (judge.years.base...max(judge.years.base, year)).compactMap { byYear[$0] }
      .filter { $0.value != nil && $0.reported == $0.expected }
  }

  private func verdict(_ row: IndicatorRow, year: Int) -> TargetVerdict {
    if isUnit, judge.target.form == .keepBase {
      // The plan asks nothing here of a unit that did not have it in the base year.
      if base?.missing == nil, base?.numerator == 0 { return TargetVerdict(.notApplicable) }
      if base?.value == nil { return TargetVerdict(.undecided) }
    }
    switch row.missing {
    case .notReported where row.reported == 0 && row.numerator == nil:
      return TargetVerdict(.notReported, worst: .notReached, best: .reached)
    // With nothing to count in the units that reported, the others decide.
    case .noCase where row.value == nil && row.reported == row.expected:
      return TargetVerdict(.noCase)
    case .notApplicable, .noUnit: return TargetVerdict(.notApplicable)
    case .suppressed: return TargetVerdict(.suppressed)
    case .illegible, .conflict, .notSeparable:
      return TargetVerdict(.undecided, worst: .notReached, best: .reached)
    case nil, .noCase, .notReported: break
    }
    let isWhole = row.reported == row.expected
    if isWhole, isBaseWhole { return verdict(ofValue: row.value, year: year) }
    // What is missing may change the answer: all ends have to give the same one.
    let answers = baseEnds.flatMap { base -> [TargetStatus] in
      guard !isWhole else { return [judge.status(row.value, base: base, year: year)] }
      return [
        row.worst.map { judge.status($0, base: base, year: year) } ?? judge.unbounded(year),
        row.best.map { judge.status($0, base: base, year: year) } ?? .reached,
      ]
    }
    let worst = answers.min { $0.rank < $1.rank } ?? .undecided
    let best = answers.max { $0.rank < $1.rank } ?? .undecided
    guard worst == best else { return TargetVerdict(.undecided, worst: worst, best: best) }
    return withHistory(worst, year: year)
  }

  /// Whether the base year's figure is known, or known to be missing, rather than one of bounds.
  var isBaseWhole: Bool { base.map { $0.value == nil || $0.reported == $0.expected } ?? true }

  /// What the base year's value could be at the ends, if units are missing from it.
  private var baseEnds: [Double?] {
    guard let base, let value = base.value else { return [nil] }
    guard base.reported < base.expected else { return [value] }
    let ends = [base.worst, base.best].compactMap { $0 }
    guard let least = ends.min(), let most = ends.max() else { return [nil] }
    // Of a count one end is open: what is missing can only add to it.
    return [least, ends.count == 2 ? most : .infinity]
  }

  /// What a value of a year would be, beside the years before as they are.
  func verdict(ofValue value: Double?, year: Int) -> TargetVerdict {
    withHistory(judge.status(value, base: base?.value, year: year), year: year)
  }

  private func withHistory(_ now: TargetStatus, year: Int) -> TargetVerdict {
    let earlier = (judge.years.base..<year).map { ($0, holds(in: $0)) }
    let planYears = earlier.filter { $0.0 >= judge.years.first }
    if judge.isKept, now == .reached { return whileKept(planYears) }
    // Done is done: by the end it need not be done again.
    if judge.target.form == .done, judge.target.when == .byEnd, now == .notReached,
      planYears.contains(where: { $0.1 == true })
    {
      return TargetVerdict(.reached, rule: .history)
    }
    let isMissed = now == .notReached || now.isOfPace
    // The base year cannot have fewer than itself.
    let held = judge.target.form == .fewer ? planYears : earlier
    guard isMissed, judge.isKept || judge.canBeLost,
      let lastHeld = held.last(where: { $0.1 == true })?.0
    else { return TargetVerdict(now) }
    return TargetVerdict(.lost, since: lastHeld + 1, rule: .history)
  }

  /// Turns reached into kept where the target asks for keeping and every year did.
  private func whileKept(_ planYears: [(Int, Bool?)]) -> TargetVerdict {
    if planYears.allSatisfy({ $0.1 == true }) { return TargetVerdict(.kept, rule: .history) }
    // It holds again after a year in which it did not, or of which nothing is known.
    if let failed = planYears.last(where: { $0.1 == false }) {
      return TargetVerdict(.reached, since: failed.0 + 1, rule: .history)
    }
    return TargetVerdict(.reached, worst: .reached, best: .kept, rule: .history)
  }

  /// Whether the target held in an earlier year; nil where reports leave it open.
  private func holds(in year: Int) -> Bool? {
    guard let row = byYear[year], row.value != nil else { return nil }
    let isWhole = row.reported == row.expected
    let values = isWhole ? [row.value] : [row.worst, row.best]
    let answers = values.flatMap { value in baseEnds.map { judge.holds(value, base: $0) } }
    return answers.allSatisfy { $0 == answers.first } ? answers.first ?? nil : nil
  }

  /// Whether one case decides between on the way, too slow and away; what is reached, kept or lost
  /// is a fact that no case can make doubtful.
  private func isTooSmall(_ status: TargetStatus, _ evidence: TargetEvidence) -> Bool {
    guard status.isOfPace, evidence.paceRatio != nil else { return false }
    return [evidence.oneMore, evidence.oneFewer].contains { other in
      other?.side.map { $0 != status.side } ?? false
    }
  }
}

/// A status with its bounds while reports are missing, and what decided it.
struct TargetVerdict {
  var status: TargetStatus
  var worst: TargetStatus
  var best: TargetStatus
  var since: Int?
  var rule: TargetEvidence.Rule?

  init(
    _ status: TargetStatus,
    worst: TargetStatus? = nil,
    best: TargetStatus? = nil,
    since: Int? = nil,
    rule: TargetEvidence.Rule? = nil
  ) {
    self.status = status
    self.worst = worst ?? status
    self.best = best ?? status
    self.since = since
    switch status {
    case .reached, .notReached, .kept, .lost: self.rule = rule ?? .value
    case .onPace, .behind, .movingAway, .tooSmall: self.rule = .linearPace
    case .notReported, .noCase, .undecided, .notApplicable, .suppressed: self.rule = nil
    }
  }
}
