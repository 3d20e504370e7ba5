import Methods
import Plan
import Tables
import Trends

/// The comparison for programs: full precision, names as in the published tables.
struct CompareRecord: Encodable {
  struct Unit: Encodable {
    var unit: String
    var name: String
    var numerator: Double?
    var denominator: Double?
    var value: Double?
    var lower: Double?
    var upper: Double?
    var smoothed: Double?
    var position: String?
    var positionWidened: String?
    var p: Double?
    var q: Double?
    var reported: Int
    var expected: Int
    var series: [Point]
  }

  struct Point: Encodable {
    var year: Int
    var value: Double
  }

  var indicator: String
  var year: Int
  var units: [Unit]
  /// Probability that units differ as much by chance; absent where it cannot be told.
  var heterogeneity: Double?
  /// The same for their common rise or fall.
  var trend: Double?
  var sentences: [String]

  /// - Parameters:
  ///   - comparison: The comparison.
  ///   - per: What a fraction of one is in the indicator's unit.
  ///   - sentences: What may be said of it.
  ///   - name: The name of a unit.
  init(
    _ comparison: UnitComparison,
    per: Double,
    sentences: [String],
    name: (String) -> String
  ) {
    indicator = comparison.indicator.id
    year = comparison.year
    self.sentences = sentences
    heterogeneity = try? comparison.heterogeneity?.get().probability.get().value
    trend = try? comparison.together.get().probability
    units = comparison.units.map { unit in
      Unit(
        unit: unit.row.unit,
        name: name(unit.row.unit),
        numerator: unit.row.numerator,
        denominator: unit.row.denominator,
        value: unit.row.value,
        lower: unit.row.lower,
        upper: unit.row.upper,
        smoothed: unit.smoothed.map { $0 * per },
        position: unit.position?.rawValue,
        positionWidened: unit.widenedPosition?.rawValue,
        p: unit.probability,
        q: unit.adjusted,
        reported: unit.row.reported,
        expected: unit.row.expected,
        series: unit.values.map { Point(year: Int($0.time), value: $0.value) }
      )
    }
  }
}
