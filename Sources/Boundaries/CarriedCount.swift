import Plan

/// A count of cases or persons of one unit at boundaries other than those it was reported for.
///
/// Percentages are never carried: numerator and denominator are, each by itself.
package struct CarriedCount: Sendable, Equatable {
  /// Why the count has bounds only.
  package enum Gap: String, Sendable {
    /// A unit that contributes has no figure.
    case notReported = "not-reported"
    /// The unit was split, and the only share that is known is an estimate not meant for counts.
    case estimatedShare = "estimated-share"
    /// The unit was merged, and nothing tells what part came from where.
    case merged
  }

  /// The count; nil where it cannot be told.
  package private(set) var value: Double? = 0
  package private(set) var lower = 0.0
  /// Nil where nothing limits it.
  package private(set) var upper: Double? = 0
  package private(set) var gap: Gap?
  /// A declared share was used: the value is no count of anyone.
  package private(set) var isShared = false

  /// Sums what the links bring to one target.
  ///
  /// - Parameters:
  ///   - links: All links to the target.
  ///   - counts: Counts, not negative, by source; a source without one has not reported.
  ///   - estimates: Whether estimated shares may be used for this kind of count.
  package init(_ links: [Link], _ counts: [UnitKey: Double], estimates: Bool) {
    for link in links {
      guard let count = counts[link.source] else {
        (value, upper) = (nil, nil)
        gap = .notReported
        continue
      }
      // Nothing is nothing however it is divided.
      if count == 0 { continue }
      upper = upper.map { $0 + count }
      switch link.amount {
      case .whole:
        lower += count
        value = value.map { $0 + count }
      case .part(let share, let isEstimate) where !isEstimate || estimates:
        isShared = true
        value = value.map { $0 + count * share.value }
      case .part: refuse(.estimatedShare)
      case .unknown: refuse(.merged)
      }
    }
  }

  private mutating func refuse(_ reason: Gap) {
    value = nil
    // That a report is missing outweighs: it can be mended.
    if gap != .notReported { gap = reason }
  }
}
