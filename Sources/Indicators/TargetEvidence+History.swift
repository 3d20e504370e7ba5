import Methods
import Plan
import Tables

extension TargetHistory {
  /// What the status of a year rests on, and what would change it.
  func evidence(_ row: IndicatorRow, _ verdict: TargetVerdict, year: Int) -> TargetEvidence {
    var evidence = TargetEvidence(rule: verdict.rule)
    guard let value = row.value else { return evidence }
    setInterval(&evidence, row)
    guard row.reported == row.expected, isBaseWhole || !judge.needsBase else { return evidence }
    setCases(&evidence, row, year)
    guard judge.hasPath else { return evidence }
    switch judge.pace(value, base: base?.value, year: year) {
    case .success(let pace):
      evidence.paceRatio = pace.ratio
      evidence.due = pace.due
    case .failure(let gap):
      evidence.paceGap = gap.code
    }
    setPublishedRules(&evidence, year)
    return evidence
  }

  private var per: Double {
    switch judge.indicator.formula {
    case .ratio(_, _, let per): Double(per)
    case .units: 100
    case .count: 1
    }
  }

  /// The numerator as a count of cases; nil for amounts and for a yes or no.
  private func cases(_ row: IndicatorRow) -> Int? {
    guard !judge.isYesOrNo, judge.target.form != .done else { return nil }
    return row.numerator.flatMap { Int(exactly: $0) }.flatMap { $0 >= 0 ? $0 : nil }
  }

  private func setInterval(_ evidence: inout TargetEvidence, _ row: IndicatorRow) {
    guard let cases = cases(row) else { return }
    let denominator = row.denominator ?? 1
    if judge.indicator.isProportion {
      guard let trials = Int(exactly: denominator),
        case .success(let proportion) = Proportion.interval(
          for: cases,
          in: trials,
          method: .wilson,
          level: .percent95
        )
      else { return }
      evidence.lower = proportion.interval.lower * per
      evidence.upper = proportion.interval.upper * per
      evidence.method = proportion.method.rawValue
    } else {
      // Of a sum over some of the units no chance is told.
      guard row.reported == row.expected,
        case .success(let rate) = PoissonRate.interval(for: cases, in: denominator, per: per)
      else { return }
      evidence.lower = rate.interval.lower
      evidence.upper = rate.interval.upper
      evidence.method = "poisson-\(rate.method.rawValue)"
    }
    evidence.level = ConfidenceLevel.percent95.fraction
  }

  private func setCases(_ evidence: inout TargetEvidence, _ row: IndicatorRow, _ year: Int) {
    guard let cases = cases(row), cases < Int.max else { return }
    func status(_ cases: Int) -> TargetStatus? {
      guard cases >= 0 else { return nil }
      guard let denominator = row.denominator else {
        return verdict(ofValue: Double(cases), year: year).status
      }
      guard denominator > 0, !judge.indicator.isProportion || Double(cases) <= denominator else {
        return nil
      }
      return verdict(ofValue: Double(cases) / denominator * per, year: year).status
    }
    evidence.oneMore = status(cases + 1)
    evidence.oneFewer = status(cases - 1)
  }

  private func setPublishedRules(_ evidence: inout TargetEvidence, _ year: Int) {
    guard base?.value != nil, base?.reported == base?.expected else { return }
    let series = wholeRows(to: year).compactMap { row in
      row.value.map { TimedValue(year: row.year, value: $0) }
    }
    guard case .success(let path) = judge.path(series) else { return }
    let progress = TargetProgress(path)
    evidence.eurostat = progress.eurostat.map(\.category.rawValue).code
    evidence.unitedNations = progress.unitedNations.map(\.category.rawValue).code
    evidence.escapStatus = progress.escapStatus.map(\.category.rawValue).code
    evidence.sdgIndex = progress.sustainableDevelopmentIndex.map(\.category.rawValue).code
    evidence.dissent = progress.dissenting.map(\.rawValue).joined(separator: " ")
  }
}

extension Result<String, StatisticGap> {
  /// The class, or why there is none.
  fileprivate var code: String {
    switch self {
    case .success(let text): text
    case .failure(let gap): gap.code
    }
  }
}
