import Methods
import OracleSupport
import Testing

@Suite(.timeLimit(.minutes(1)))
struct RegionalKendallTests {
  /// So many communes of five years, of which the first ones rise and the last ones fall.
  private func communes(_ count: Int, statistic: Int) -> [[TimedValue]] {
    var rest = (10 * count - statistic) / 2
    return (0..<count).map { _ in
      var values = [1.0, 2, 3, 4, 5]
      while rest > 0,
        let index = values.indices.dropLast().first(where: { values[$0] < values[$0 + 1] })
      {
        values.swapAt(index, index + 1)
        rest -= 1
      }
      return yearly(values)
    }
  }

  @Test func `18 communes of five years need a sum of 36`() throws {
    let enough = try RegionalKendall.test(communes(18, statistic: 36)).get()
    #expect(enough.statistic == 36)
    #expect(enough.method == .exact)
    #expect(abs(enough.probability - 0.042_9) <= 5e-5)
    #expect(try #require(enough.exactProbability).value == enough.probability)
    let less = try RegionalKendall.test(communes(18, statistic: 34)).get()
    #expect(less.probability > 0.05)
    // Two orders of 120 to the power of 18.
    #expect(
      try relativeError(less.smallestProbability, #require(Double("7.5122073517206e-38"))) <= 1e-12
    )
  }

  @Test func `one unit is the Mann-Kendall test`() throws {
    for values in [[3.0, 1, 4, 1, 5, 9, 2, 6], [1, 1, 2, 2, 3], [1, 2, 3]] {
      let one = try MannKendall.test(yearly(values)).get()
      let region = try RegionalKendall.test([yearly(values)]).get()
      #expect(region.statistic == one.statistic)
      #expect(region.exactProbability == one.exactProbability)
      #expect(region.smallestProbability == one.smallestProbability)
      // With one unit the years are its values: exchanging years is the same test.
      #expect(try region.permuted.get() == one.exactProbability)
    }
  }

  @Test func `units that share every shock are no more than one unit`() throws {
    let unit = yearly([1, 2, 3, 4, 5])
    let region = try RegionalKendall.test(Array(repeating: unit, count: 18)).get()
    #expect(region.statistic == 180)
    #expect(region.probability < 1e-36)
    #expect(try region.permuted.get().description == "1/60")
    // 18² times the variance of one unit.
    #expect(try relativeError(region.adjusted.get().variance, 324 * 50.0 / 3) <= 1e-15)
    #expect(try region.adjusted.get().probability > 0.01)
  }

  @Test func `order of units and values and rising rescaling change nothing`() throws {
    let units = [[3.0, 1, 4, 1, 5], [2, 7, 1, 8, 2], [1, 1, 1, 2, 3]].map(yearly)
    let base = try RegionalKendall.test(units).get()
    #expect(try RegionalKendall.test(units.reversed()).get() == base)
    #expect(try RegionalKendall.test(units.map { $0.reversed() }).get() == base)
    let rescaled = units.map { $0.map { TimedValue(time: $0.time + 7, value: $0.value * 3 - 2) } }
    #expect(try RegionalKendall.test(rescaled).get() == base)
    let many = (0..<50).map { unit in yearly((0..<5).map { Double(($0 * unit) % 7) }) }
    #expect(try RegionalKendall.test(many).get() == RegionalKendall.test(many.reversed()).get())
  }

  @Test func `mirrored values change the sign only`() throws {
    let units = [[3.0, 1, 4, 1, 5], [2, 7, 1, 8, 2], [1, 1, 1, 2, 3]]
    let one = try RegionalKendall.test(units.map(yearly)).get()
    let other = try RegionalKendall.test(units.map { yearly($0.map { 9 - $0 }) }).get()
    #expect(other.statistic == -one.statistic)
    #expect(other.exactProbability == one.exactProbability)
    #expect(other.permuted == one.permuted)
    #expect(other.adjusted == one.adjusted)
  }

  @Test func `silent units add nothing and are counted`() throws {
    let units = [[3.0, 1, 4, 1, 5], [2, 7, 1, 8, 2]].map(yearly)
    let base = try RegionalKendall.test(units).get()
    let silent = [yearly([100, 100, 100]), yearly([7]), []]
    let more = try RegionalKendall.test(units + silent).get()
    #expect(more.units == 5 && more.silentUnits == 3 && more.points == 14)
    #expect(more.statistic == base.statistic)
    #expect(more.exactProbability == base.exactProbability)
    #expect(more.permuted == base.permuted)
  }

  @Test func `units without common years have no adjusted probability`() throws {
    let early = yearly([1, 2, 3, 4])
    let late = (0..<4).map { TimedValue(year: 2_030 + $0, value: Double($0)) }
    let region = try RegionalKendall.test([early, late]).get()
    #expect(region.statistic == 12)
    #expect(region.adjusted == .failure(.yearsNotShared))
    #expect(region.permuted == .failure(.yearsNotShared))
    let ten = yearly((0..<10).map(Double.init))
    let long = try RegionalKendall.test([ten, ten]).get()
    #expect(long.permuted == .failure(.tooManyPoints(limit: 9, had: 10)))
    #expect(try long.adjusted.get().probability < 0.001)
  }

  @Test func `shared years are the same without the probability of independent units`() throws {
    let sets: [[[Double]]] = [
      [[3.0, 1, 4, 1, 5], [2, 7, 1, 8, 2], [1, 1, 1, 2, 3], [2, 2]], [[1, 1], [2, 2]], [[1], []],
      [[1, 2]], [[1, .nan, 3]], Array(repeating: (0..<10).map(Double.init), count: 3),
    ]
    for units in sets {
      let series = units.map(yearly)
      let whole = RegionalKendall.test(series)
      let shared = RegionalKendall.sharedYears(series)
      #expect(shared.map(\.statistic) == whole.map(\.statistic))
      #expect(shared.map(\.adjusted) == whole.map(\.adjusted))
      #expect(shared.map(\.permuted) == whole.map(\.permuted))
    }
  }

  @Test func `bad units are gaps`() {
    #expect(RegionalKendall.test([]) == .failure(.tooFewPoints(needed: 2, had: 0)))
    #expect(RegionalKendall.test([[], []]) == .failure(.tooFewPoints(needed: 2, had: 0)))
    #expect(RegionalKendall.test([yearly([1])]) == .failure(.tooFewPoints(needed: 2, had: 1)))
    #expect(RegionalKendall.test([yearly([5, 5, 5])]) == .failure(.allEqual))
    #expect(RegionalKendall.test([yearly([1, .nan, 3])]) == .failure(.notFinite))
    #expect(RegionalKendall.test([yearly([1, 2]) + yearly([3])]) == .failure(.duplicateTime))
    let long = yearly(Array(repeating: 1, count: 1_001))
    #expect(RegionalKendall.test([long]) == .failure(.tooManyPoints(limit: 1_000, had: 1_001)))
  }

  @Test func `hostile sizes are answered in time`() throws {
    let few = try RegionalKendall.test((0..<20_000).map { yearly([1, 2, Double($0 % 4)]) }).get()
    #expect(few.method == .normalApproximation)
    #expect((0...1).contains(few.probability))
    let long = yearly((0..<1_000).map { Double(($0 * 7_919) % 1_000) })
    let region = try RegionalKendall.test([long, long]).get()
    #expect(region.method == .normalApproximation)
    let enough = Array(repeating: long, count: 201)
    guard case .failure(.tooManyPoints) = RegionalKendall.test(enough) else {
      Issue.record("201 units of 1,000 values are more than is allowed")
      return
    }
    let extreme = yearly([-1e308, 0, 1e308])
    #expect(try RegionalKendall.test([extreme, extreme]).get().statistic == 6)
  }

  @Test func `doubles take over beyond whole numbers without a jump`() throws {
    let nineteen = try RegionalKendall.test(communes(19, statistic: 36)).get()
    #expect(nineteen.method == .exact)
    #expect(nineteen.exactProbability == nil)
    let fraction = try RegionalKendall.test(communes(18, statistic: 36)).get().probability
    #expect(nineteen.probability > fraction && nineteen.probability < 1.2 * fraction)
  }
}
