import Methods
import OracleSupport
import Testing

/// A series of consecutive years from 2021 on.
func yearly(_ values: [Double]) -> [TimedValue] {
  values.enumerated().map { TimedValue(year: 2_021 + $0.offset, value: $0.element) }
}

@Suite(.timeLimit(.minutes(1)))
struct MannKendallTests {
  @Test func `the table of orders has every tie pattern of 3 to 7 values`() throws {
    // 2ⁿ⁻¹ compositions of n, less the one of equal values.
    let patterns = try Set(
      OracleTable("enumeration/every-order.csv").rows.map { try $0.text("groups") }
    )
    #expect(patterns.count == 3 + 7 + 15 + 31 + 63)
  }

  struct Known: Sendable, CustomTestStringConvertible {
    let values: [Double]
    let statistic: Int
    let probability: String
    var testDescription: String { "\(values)" }

    init(_ values: [Double], _ statistic: Int, _ probability: String) {
      self.values = values
      self.statistic = statistic
      self.probability = probability
    }
  }

  // The tie cases on which the usual approximations call chance a trend, and the small tables.
  @Test(arguments: [
    Known([1, 2, 3], 3, "1/3"),
    Known([4, 3, 2, 1], -6, "1/12"),
    Known([1, 2, 3, 4, 5], 10, "1/60"),
    Known([1, 2, 3, 5, 4], 8, "1/12"),
    Known([1, 2, 5, 3, 4], 6, "7/30"),
    Known([1, 2, 3, 4, 5, 6], 15, "1/360"),
    Known([1, 2, 3, 4, 6, 5], 13, "1/60"),
    Known([1, 2, 3, 6, 4, 5], 11, "1/18"),
    Known([1, 2, 3, 4, 5, 6, 7], 21, "1/2520"),
    Known([2, 1, 4, 3, 6, 5, 7], 15, "19/630"),
    Known([1, 2, 3, 4, 5, 6, 7, 8], 28, "1/20160"),
    Known([0, 0, 0, 0, 1], 4, "2/5"),
    Known([0, 0, 0, 1, 1], 6, "1/5"),
    Known([1, 1, 2, 2, 3], 8, "1/15"),
    Known([90, 95, 100, 100, 100], 7, "1/10"),
    Known([10_000_000.1, 10_000_000.2, 10_000_000.3, 10_000_000.4], 6, "1/12"),
  ])
  func `known cases`(_ known: Known) throws {
    let test = try MannKendall.test(yearly(known.values)).get()
    #expect(test.statistic == known.statistic)
    #expect(test.exactProbability?.description == known.probability)
  }

  @Test func `the smallest attainable probability depends on the ties`() throws {
    let test = try MannKendall.test(yearly([90, 95, 100, 100, 100])).get()
    #expect(test.smallestProbability == 0.1)
    #expect(abs(test.smallestProbabilityWithoutTies - 1.0 / 60) <= 1e-17)
    #expect(test.isSignificant(at: .percent90))
    #expect(!test.isSignificant(at: .percent95))
    #expect(test.canBeSignificant(at: .percent90))
    #expect(!test.canBeSignificant(at: .percent95))
  }

  @Test func `a probability equal to the significance rejects`() throws {
    // Two values, one of them once in 40: only first or last is extreme, so 2/40 exactly.
    let values = Array(repeating: 1.0, count: 39) + [2]
    let test = try MannKendall.test(yearly(values)).get()
    #expect(test.exactProbability?.description == "1/20")
    #expect(test.isSignificant(at: .percent95))
    #expect(!test.isSignificant(at: .percent99point8))
  }

  @Test func `the approximation meets the exact value where it takes over`() throws {
    let values = (0..<33).map { Double(($0 * 7) % 33) + Double($0) / 4 }
    let exact = try MannKendall.test(yearly(values)).get()
    let normal = try MannKendall.test(yearly(values + [20.1])).get()
    #expect(exact.method == .exact)
    #expect(normal.method == .normalApproximation)
    #expect(abs(exact.probability - normal.probability) < 0.05)
  }

  @Test func `order of input, missing years and rising rescaling change nothing`() throws {
    let values = [3.0, 1, 4, 1, 5, 9, 2, 6]
    let base = try MannKendall.test(yearly(values)).get()
    #expect(try MannKendall.test(yearly(values).reversed()).get() == base)
    let gaps = [2_009, 2_010, 2_013, 2_014, 2_018, 2_019, 2_020, 2_024]
    let sparse = zip(gaps, values).map { TimedValue(year: $0, value: $1) }
    #expect(try MannKendall.test(sparse).get() == base)
    #expect(try MannKendall.test(yearly(values.map { $0 * $0 * 10 - 3 })).get() == base)
  }

  @Test func `turning the values round turns the sign only`() throws {
    let values = [3.0, 1, 4, 1, 5, 9, 2, 6]
    let one = try MannKendall.test(yearly(values)).get()
    let other = try MannKendall.test(yearly(values.map { 100 - $0 })).get()
    #expect(one.statistic == -other.statistic)
    #expect(one.tauB == -other.tauB)
    #expect(one.exactProbability == other.exactProbability)
    #expect(one.direction == .increasing)
    #expect(other.direction == .decreasing)
  }

  @Test func `tau-b accounts for ties`() throws {
    #expect(try MannKendall.test(yearly([1, 2, 3, 4])).get().tauB == 1)
    // 8 of √(10 · 8) pairs.
    let tied = try MannKendall.test(yearly([1, 1, 2, 2, 3])).get()
    #expect(abs(tied.tauB - 0.894_427_190_999_915_9) <= 1e-15)
    let level = try MannKendall.test(yearly([1, 2, 1])).get()
    #expect(level.tauB == 0 && level.direction == .level && level.probability == 1)
  }
}
