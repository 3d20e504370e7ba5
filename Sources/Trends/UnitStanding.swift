internal import Methods
internal import Tables

/// Where a unit stands among all that are compared in a year.
///
/// Numbers alone: a country has one for each unit and year.
struct UnitStanding: Sendable {
  var funnel: Funnel.Position?
  var funnelWidened: Funnel.Position?
  @Sparse var smoothed: Double?
  @Sparse var rank: Double?
  @Sparse var rankLower: Double?
  @Sparse var rankUpper: Double?
  @Sparse var rankLevel: Double?
  /// Of all other units together.
  @Sparse var othersNumerator: Double?
  @Sparse var othersDenominator: Double?
  /// The probability of a difference from the others as large by chance.
  @Sparse var probability: Double?

  mutating func fill(_ rank: Ranks.Unit) {
    self.rank = rank.rank
    rankLower = rank.interval.lower
    rankUpper = rank.interval.upper
    rankLevel = rank.interval.attained
  }

  func fill(_ row: inout ComparisonRow) {
    row.funnel = funnel?.rawValue ?? ""
    row.funnelWidened = funnelWidened?.rawValue ?? ""
    row.smoothed = smoothed
    row.rank = rank
    row.rankLower = rankLower
    row.rankUpper = rankUpper
    row.rankLevel = rankLevel
    row.othersNumerator = othersNumerator
    row.othersDenominator = othersDenominator
    row.p = probability
  }
}
