extension ReferenceCase {
  /// All cases; every method of `chitieu stat` has some.
  static let all: [ReferenceCase] = [
    descriptions, lines, proportions, jeffreys, rates, testsAndStandards, ordinalTrends,
    countTrends,
    comparisonsOfUnits, paces, bendsAndRanks,
  ].flatMap { $0 }
}

/// What found the expected values; folders of `Tests/Oracles` say how.
enum Source {
  static let mpmath = "mpmath 1.4.1"
  static let scipy = "scipy 1.17.1"
  static let statsmodels = "statsmodels 0.15.0"
  static let pymannkendall = "pymannkendall 1.4.3"
  static let nist = "NIST StRD"
  static let r = "R 4.2.2"
  static let openSDG = "Open SDG"
  static let enumeration = "enumeration"
}
