internal import Plan
internal import Tables

/// The sources of one measure and unit that do not all agree.
struct ReconciledMeasure: Sendable {
  let measure: String
  let place: ReconciledUnit

  /// What differs in a year, by the senders who reported one of the sources.
  ///
  /// - Parameters:
  ///   - rows: What all sources say.
  ///   - year: The year.
  ///   - plan: The plan, in whose order measures come; within one the largest difference comes first,
  ///     unless figures of persons are withheld, whose order must not tell them.
  /// - Returns: By the sender's id or the unit's code.
  static func differing(
    _ rows: [ReconciliationRow],
    in year: Int,
    of plan: Plan
  ) -> [String: [ReconciledMeasure]] {
    var bySender: [String: [ReconciledMeasure]] = [:]
    let ofYear = Dictionary(grouping: rows.filter { $0.year == year }, by: \.measure)
    for measure in plan.measures {
      let isSensitive = measure.sources.contains { plan.element($0)?.isSensitive != false }
      let places = Dictionary(grouping: ofYear[measure.id] ?? [], by: \.unit)
        .map { ReconciledUnit(unit: $0, rows: $1) }
        .filter { $0.state == .differs }
        .sorted { a, b in
          let (first, second) = isSensitive ? (0, 0) : (a.size, b.size)
          return (second, a.unit) < (first, b.unit)
        }
      for place in places {
        for sender in Set(place.rows.flatMap(\.senders)) {
          let differing = ReconciledMeasure(measure: measure.id, place: place)
          bySender[sender, default: []].append(differing)
        }
      }
    }
    return bySender
  }
}

extension ReconciliationRow {
  /// Ids of agencies, or the unit's code.
  fileprivate var senders: [String] { sender.split(separator: " ").map(String.init) }

  func isReported(by sender: String) -> Bool { senders.contains(sender) }
}
