import Diagnostics

/// A figure that does not fit the same unit's other years, and why.
struct Alarm {
  /// Code of the check that raised it.
  var code: String
  /// Lower explains more: of several alarms about one figure only the first is told.
  var rank: Int
  var severity: Severity
  var element: String
  /// The other figure that the alarm explains, where two columns are swapped.
  var partner: String?
  var unit: String
  var year: Int
  /// The figure as it was read.
  var found: FixedDecimal
  /// What it probably should be.
  var proposal: FixedDecimal?
  var isSensitive: Bool
  var message: LocalisedText
}

/// A figure of one data element, unit and year.
struct FigurePlace: Hashable {
  var element: String
  var unit: String
  var year: Int
}

extension [Alarm] {
  /// One alarm a figure: the one that explains most; the order stays.
  func onePerFigure() -> [Alarm] {
    var best: [FigurePlace: Int] = [:]
    for index in indices.sorted(by: { (self[$0].rank, $0) < (self[$1].rank, $1) }) {
      // An alarm of two figures stands or falls as one.
      let places = self[index].places
      guard places.allSatisfy({ best[$0] == nil }) else { continue }
      for place in places { best[place] = index }
    }
    let kept = Set(best.values)
    return indices.filter(kept.contains).map { self[$0] }
  }
}

extension Alarm {
  var places: [FigurePlace] {
    [element, partner].compactMap(\.self)
      .map { FigurePlace(element: $0, unit: unit, year: year) }
  }
}
