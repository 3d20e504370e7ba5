/// A series beside its target, by every rule of progress.
///
/// The linear pace decides; the published rules stand beside it, and whether they disagree is told.
///
/// Edge cases: a rule that cannot answer carries its reason; the others answer all the same.
///
/// References: Lafortune G., Fuller G., Schmidt-Traub G., Kroll C., How is progress towards the
/// Sustainable Development Goals measured? Comparing four approaches for the EU, Sustainability 12
/// (2020), 7675: the rules reach different findings on the same figures.
public struct TargetProgress: Hashable, Sendable {
  /// What is said of the target.
  public enum Verdict: String, CaseIterable, Sendable {
    /// Fulfilled now, and not at the base or not in between.
    case reached
    /// Fulfilled at the base and at every time since.
    case kept
    /// Fulfilled at an earlier time and not now.
    case lost
    /// Not fulfilled, and due.
    case notReached = "not-reached"
    /// Not yet fulfilled, at least where the straight line is.
    case onPace = "on-pace"
    /// Not yet fulfilled, short of the line.
    case behind
    /// Not yet fulfilled, and farther from it than the base.
    case movingAway = "moving-away"
  }

  /// A published rule whose answer can be set against the verdict.
  public enum Rule: String, CaseIterable, Sendable {
    /// ``EurostatProgress``.
    case eurostat
    /// ``UnitedNationsProgress``.
    case unitedNations = "united-nations"
    /// ``EscapStatus``.
    case escapStatus = "escap-status"
    /// ``SustainableDevelopmentIndexTrend``.
    case sustainableDevelopmentIndex = "sdg-index"
  }

  /// The way that was judged.
  public let path: TargetPath

  /// What is said of the target, or why nothing is.
  public let verdict: Result<Verdict, StatisticGap>

  /// The time of the first value that did not fulfil the target any more, where it is lost.
  public let lostSince: Double?

  /// The primary rule.
  public let linear: Result<LinearPace, StatisticGap>

  /// The growth rates of Eurostat and Open SDG.
  public let eurostat: Result<EurostatProgress, StatisticGap>

  /// The United Nations' progress chart.
  public let unitedNations: Result<UnitedNationsProgress, StatisticGap>

  /// ESCAP's current status index.
  public let escapStatus: Result<EscapStatus, StatisticGap>

  /// ESCAP's anticipated progress, with weights and limits that are not the published ones.
  public let escapAnticipated: Result<EscapAnticipated, StatisticGap>

  /// The arrow of the SDG Index.
  public let sustainableDevelopmentIndex: Result<SustainableDevelopmentIndexTrend, StatisticGap>

  /// Where a straight line through all values leads at the deadline.
  public let projection: Result<Projection, StatisticGap>

  /// Judges a series by every rule.
  ///
  /// - Parameters:
  ///   - series: The values with their times, in any order, the base among them.
  ///   - target: The value to reach.
  ///   - deadline: The time by which to reach it.
  ///   - direction: The side of the target that is good; nil for the side that faces away from the
  ///     base.
  ///   - limits: The least and the greatest value that there can be, such as 0 and 100.
  /// - Returns: What every rule says, or the reason why none can say anything.
  public static func of(
    _ series: [TimedValue],
    to target: Double,
    by deadline: Double,
    direction: TargetPath.Direction? = nil,
    limits: ClosedRange<Double>? = nil
  ) -> Result<TargetProgress, StatisticGap> {
    TargetPath.to(target, by: deadline, through: series, direction: direction, limits: limits)
      .map { TargetProgress($0) }
  }

  /// Judges a way by every rule.
  ///
  /// - Parameter path: The way.
  public init(_ path: TargetPath) {
    self.path = path
    linear = LinearPace.along(path)
    eurostat = EurostatProgress.along(path)
    unitedNations = UnitedNationsProgress.along(path)
    escapStatus = EscapStatus.along(path)
    escapAnticipated = EscapAnticipated.along(path)
    sustainableDevelopmentIndex = SustainableDevelopmentIndexTrend.along(path)
    projection = Projection.along(path)
    let lastMet = path.series.lastIndex { path.isMet(by: $0.value) }
    if path.isMet(by: path.latest.value) {
      let all = path.series.allSatisfy { path.isMet(by: $0.value) }
      verdict = .success(all ? .kept : .reached)
      lostSince = nil
    } else if let lastMet {
      verdict = .success(.lost)
      lostSince = path.series[lastMet + 1].time
    } else if path.latest.time >= path.deadline {
      verdict = .success(.notReached)
      lostSince = nil
    } else {
      verdict = linear.map { Verdict($0.standing) }
      lostSince = nil
    }
  }

  /// The published rules that say otherwise than the verdict, in the order of the rules.
  ///
  /// What is common to all rules is whether a target is met or on track, on the way but too slow, or
  /// farther away; a class says otherwise where it excludes what the verdict says.
  public var dissenting: [Rule] {
    guard case .success(let verdict) = verdict else { return [] }
    let own = Outlook(verdict)
    return Rule.allCases.filter { rule in outlooks(rule).map { !$0.contains(own) } ?? false }
  }
}

extension TargetProgress.Verdict {
  init(_ standing: LinearPace.Standing) {
    switch standing {
    case .onPace: self = .onPace
    case .behind: self = .behind
    case .movingAway: self = .movingAway
    }
  }
}

/// What all rules have words for.
private enum Outlook {
  case metOrOnTrack, tooSlow, backwards

  init(_ verdict: TargetProgress.Verdict) {
    switch verdict {
    case .reached, .kept, .onPace: self = .metOrOnTrack
    case .behind, .notReached: self = .tooSlow
    case .movingAway, .lost: self = .backwards
    }
  }
}

extension TargetProgress {
  /// What a rule's class leaves open, or nil where the rule has no answer.
  private func outlooks(_ rule: Rule) -> Set<Outlook>? {
    // A target that is due and not met, or lost, excludes only "met or on track".
    let isOpen = verdict == .success(.lost) || verdict == .success(.notReached)
    let slowOrBack: Set<Outlook> = [.tooSlow, .backwards]
    func only(_ outlook: Outlook) -> Set<Outlook> {
      isOpen && outlook != .metOrOnTrack ? slowOrBack : [outlook]
    }
    switch rule {
    case .eurostat:
      return eurostat.answer.map { answer in
        switch answer.category {
        case .targetAchieved, .substantial: only(.metOrOnTrack)
        case .moderate, .limited: only(.tooSlow)
        case .deterioration: only(.backwards)
        }
      }
    case .unitedNations:
      return unitedNations.answer.map { answer in
        switch answer.category {
        case .metOrOnTrack: only(.metOrOnTrack)
        case .fair: only(.tooSlow)
        // One class for both.
        case .stagnationOrRegression: slowOrBack
        }
      }
    case .escapStatus:
      return escapStatus.answer.map { answer in
        switch answer.category {
        case .asExpected: only(.metOrOnTrack)
        case .belowExpected: path.isMet(by: path.latest.value) ? [.metOrOnTrack] : only(.tooSlow)
        case .regressed: path.isMet(by: path.latest.value) ? [.metOrOnTrack] : only(.backwards)
        }
      }
    case .sustainableDevelopmentIndex:
      return sustainableDevelopmentIndex.answer.map { answer in
        switch answer.category {
        case .onTrack: only(.metOrOnTrack)
        case .moderatelyImproving, .stagnating: only(.tooSlow)
        case .decreasing: only(.backwards)
        }
      }
    }
  }
}

extension Result where Failure == StatisticGap {
  /// The value, or nil where there is a gap instead.
  fileprivate var answer: Success? { try? get() }
}
