internal import Methods
internal import Tables

/// What a unit's own years up to one show.
struct OwnTrend: Sendable {
  @Sparse var probability: Double?
  /// Nil of what is yes or no.
  var conclusion: TrendRow.Conclusion?

  init(
    _ compared: ComparedIndicator,
    _ unit: Int,
    upTo year: Int,
    _ tests: inout RecurringMannKendall
  ) {
    if compared.isYesOrNo { return }
    switch tests.test(compared.points(of: unit, upTo: year)) {
    case .success(let test):
      conclusion = TrendRow.Conclusion(test)
      probability = test.probability
    case .failure(.allEqual): conclusion = .constant
    case .failure: conclusion = .tooFew
    }
  }
}
