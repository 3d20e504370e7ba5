package import Diagnostics

/// A check of figures against the same unit's other years, as checks.json5 declares it.
///
/// Thresholds are settings of the plan; what they mean and why the defaults are what they are stands
/// in Documentation/Checks.md.
package struct OutlierCheck: Sendable {
  package enum Kind: Sendable {
    case unlikeOwnYears(OwnYears)
    case jump(Jump)
    case factor(Factor)
    case copied(Copied)
    case swappedDigits(SwappedDigits)
    case swappedColumns(SwappedColumns)
  }

  /// A count against the exact distribution of its years, any other number against their range.
  package struct OwnYears: Sendable {
    /// Data elements, and what each is out of, where the plan says so.
    package var elements: [String]
    package var exposures: [String: String]
    /// A count is told where its two-sided exact probability is below this.
    package var level: Double
    /// It must also lie so far beyond the other years.
    package var difference: Double
    /// It must also be above so many times the largest of them, or below that part of the smallest.
    package var ratio: Double
    /// The same for numbers that are no counts.
    package var numberRatio: Double
    /// Other years that are needed.
    package var years: Int
  }

  /// A numerator that moves while its denominator stays.
  package struct Jump: Sendable {
    package struct Part: Sendable {
      package var numerator: String
      package var denominator: String
    }

    package var parts: [Part]
    /// How many times the largest share of the other years, or which part of the smallest.
    package var factor: Double
    /// Part by which the denominator may leave its other years' range and still have stayed.
    package var still: Double
    package var difference: Double
    /// A count is told where its two-sided exact probability is below this.
    package var level: Double
    package var years: Int
  }

  /// A figure that is ten times, or a tenth of, what its years are.
  package struct Factor: Sendable {
    package var elements: [String]
    package var factors: [Int]
    /// Part by which the mended figure may leave the range of the other years.
    package var slack: Double
    /// Counts must be as unlikely as this, too.
    package var level: Double
    package var years: Int
  }

  /// Last year's form sent again.
  package struct Copied: Sendable {
    package var forms: [String]
    /// Identical figures that are needed, among those that are not 0 and have moved before.
    package var fields: Int
    /// Part of them that may differ.
    package var differing: Double
  }

  /// Two neighbouring digits in the wrong order.
  package struct SwappedDigits: Sendable {
    package var elements: [String]
    /// Widths of the other years' range by which the figure must lie outside it.
    package var widths: Double
    package var years: Int
  }

  /// Two neighbouring columns with each other's figures.
  package struct SwappedColumns: Sendable {
    package var forms: [String]
    /// Widths of its own years' range by which each of the two figures must lie outside it.
    package var widths: Double
    /// Least difference between the two figures; small counts cross by themselves.
    package var difference: Double
    package var years: Int
  }

  package var kind: Kind
  package var severity: Severity
}

extension OutlierCheck.Kind {
  /// Name in checks.json5 and code of the findings.
  package var code: String {
    switch self {
    case .unlikeOwnYears: "unlike-own-years"
    case .jump: "jump-against-denominator"
    case .factor: "factor-of-ten"
    case .copied: "last-year-copied"
    case .swappedDigits: "digits-swapped"
    case .swappedColumns: "columns-swapped"
    }
  }
}
