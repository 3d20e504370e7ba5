internal import Tables

/// A sentence on units beside each other, or on their years, with what allows it.
struct ComparisonClaim: Sendable {
  /// A row of a table whose reading the sentence repeats.
  enum Ground: Sendable {
    /// The units rise or fall together.
    case trend(ComparisonTestRow)
    /// The units differ by more than chance alone would give.
    case difference(ComparisonTestRow)
    /// The plan's unit has more or less than the year before.
    case change(ComparisonTestRow)
    /// A unit is higher or lower than all others.
    case standing(ComparisonRow)
    /// A unit has more or less than the year before.
    case movement(ComparisonRow)
  }

  let sentence: String
  /// One row for each thing that the sentence claims; none where it says that nothing can be told.
  let grounds: [Ground]

  init(_ sentence: String, _ grounds: [Ground] = []) {
    self.sentence = sentence
    self.grounds = grounds
  }
}
