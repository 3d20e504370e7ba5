import Diagnostics
package import Plan

/// How much of one unit's figures belongs to one unit of other boundaries.
package struct Link: Sendable, Hashable {
  package enum Amount: Sendable, Hashable {
    /// All of it.
    case whole
    /// A declared share of it; estimated where nobody official gave one of the shares.
    case part(Share, isEstimate: Bool)
    /// Anything from none to all: a merged unit does not tell what came from where.
    case unknown
  }

  /// Whether what comes over the link is known: all of it, or a share that may be used.
  package func isCounted(usingEstimates: Bool) -> Bool {
    switch amount {
    case .whole: true
    case .part(_, let isEstimate): !isEstimate || usingEstimates
    case .unknown: false
    }
  }

  /// The unit whose figures are carried.
  package var source: UnitKey
  /// The unit that receives them.
  package var target: UnitKey
  package var amount: Amount

  package init(source: UnitKey, target: UnitKey, amount: Amount) {
    self.source = source
    self.target = target
    self.amount = amount
  }
}

/// A unit while one state of it holds: codes are used again, also for other units.
package struct UnitKey: Sendable, Hashable, Comparable {
  package var code: String
  /// First day as `yyyy-mm-dd`; empty where the reference data gives none.
  package var since: String

  package init(_ unit: OrgUnit) {
    code = unit.code
    since = unit.validFrom?.description ?? ""
  }

  package static func < (a: UnitKey, b: UnitKey) -> Bool {
    (a.code, a.since) < (b.code, b.since)
  }
}
