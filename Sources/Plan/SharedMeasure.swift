package import Diagnostics

/// One measure that several forms report, and which of their figures is used.
package struct SharedMeasure: Sendable {
  package var id: String
  package var title: LocalisedText
  /// Whether the figures are compared for each member unit, or for the plan's own unit, where those
  /// that member units report are summed.
  package var place: Indicator.Place
  /// Ids of the data elements, of one kind; at least two.
  package var sources: [String]
  /// The source whose figure is used; the others are compared with it.
  package var used: String
  /// Why that one is used.
  package var reason: LocalisedText

  package init(
    id: String,
    title: LocalisedText,
    place: Indicator.Place = .members,
    sources: [String],
    used: String,
    reason: LocalisedText
  ) {
    self.id = id
    self.title = title
    self.place = place
    self.sources = sources
    self.used = used
    self.reason = reason
  }
}
