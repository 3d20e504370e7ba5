import Diagnostics

/// All codes of findings; those of a plan's own rules are explained by the plan's sentences.
package enum FindingCatalogue {
  private static let ofData = entries { $0.isOfData }
  private static let ofPlans = entries { !$0.isOfData }

  /// The entry of a code that speaks of senders' data.
  package static func entry(_ code: String) -> FindingEntry? { ofData[code] }

  /// The entries of a code: one word may speak of data, and of a plan folder too.
  package static func entries(_ code: String) -> [FindingEntry] {
    [ofData[code], ofPlans[code]].compactMap { $0 }
  }

  private static func entries(
    _ isMeant: (FindingArea) -> Bool
  ) -> [String: FindingEntry] {
    Dictionary(
      FindingArea.allCases.filter(isMeant).flatMap(\.entries).map { ($0.code, $0) },
      uniquingKeysWith: { first, _ in first }
    )
  }
}
