package import Diagnostics

/// What a target stands at.
package enum TargetStatus: String, CaseIterable, Sendable {
  case reached
  case kept
  /// Was kept in an earlier year and is not any more.
  case lost
  /// Not reached, and the year in which it is due has come.
  case notReached = "not-reached"
  case onPace = "on-pace"
  case behind
  /// Not reached yet, and farther from it than in the base year.
  case movingAway = "moving-away"
  /// On pace, behind or moving away, but one case more or fewer would change which.
  case tooSmall = "too-small"
  case notReported = "not-reported"
  /// The denominator is zero: there was nothing to reach.
  case noCase = "no-case"
  /// Reports are missing that could change the answer.
  case undecided
  case notApplicable = "not-applicable"
  case suppressed

  package var label: LocalisedText {
    switch self {
    case .reached: LocalisedText(vi: "đạt", en: "reached")
    case .kept: LocalisedText(vi: "giữ được", en: "kept")
    case .lost: LocalisedText(vi: "không giữ được", en: "lost")
    case .notReached: LocalisedText(vi: "chưa đạt", en: "not reached")
    case .onPace: LocalisedText(vi: "đúng tiến độ", en: "on pace")
    case .behind: LocalisedText(vi: "chậm tiến độ", en: "behind")
    case .movingAway: LocalisedText(vi: "xa mục tiêu hơn", en: "moving away")
    case .tooSmall: LocalisedText(vi: "số quá ít để kết luận", en: "too small to tell")
    case .notReported: LocalisedText(vi: "chưa báo cáo", en: "not reported")
    case .noCase: LocalisedText(vi: "không phát sinh", en: "no such case")
    case .undecided: LocalisedText(vi: "chưa kết luận được", en: "undecided")
    case .notApplicable: LocalisedText(vi: "không áp dụng", en: "not applicable")
    case .suppressed: LocalisedText(vi: "không công bố", en: "suppressed")
    }
  }

  /// Whether the status says how far the way to a target of the last year is gone.
  package var isOfPace: Bool {
    self == .onPace || self == .behind || self == .movingAway || self == .tooSmall
  }
}
