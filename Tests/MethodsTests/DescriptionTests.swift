import Methods
import OracleSupport
import Testing

@Suite(.timeLimit(.minutes(1)))
struct DescriptionTests {
  @Test func `a small list has the numbers worked out by hand`() throws {
    let description = try Description.of([2, 4, 4, 4, 5, 5, 7, 9]).get()
    #expect(description.count == 8)
    #expect(description.mean == 5)
    #expect(try abs(description.variance.get() - 32 / 7.0) <= 1e-15)
    #expect(description.median == 4.5)
    #expect(description.medianAbsoluteDeviation == .success(0.5))
    #expect(description.minimum == 2 && description.maximum == 9)
    #expect(description.firstQuartile == 4 && description.thirdQuartile == 5.5)
    #expect(description.lagOneAutocorrelation == .success(0.406_25))
  }

  @Test func `no value and bad values are gaps`() {
    #expect(Description.of([]) == .failure(.tooFewPoints(needed: 1, had: 0)))
    #expect(Description.of([1, .nan]) == .failure(.notFinite))
    #expect(Description.of([1, -.infinity]) == .failure(.notFinite))
    #expect(Description.quantile(of: 0.5, in: []) == .failure(.tooFewPoints(needed: 1, had: 0)))
    #expect(Description.quantile(of: .nan, in: [1]) == .failure(.notFinite))
    #expect(Description.quantile(of: 1.01, in: [1]) == .failure(.outOfRange))
    #expect(Description.quantile(of: -0.01, in: [1]) == .failure(.outOfRange))
  }

  @Test func `one value has no spread`() throws {
    let description = try Description.of([-3.5]).get()
    #expect(description.mean == -3.5 && description.median == -3.5)
    #expect(description.firstQuartile == -3.5 && description.thirdQuartile == -3.5)
    #expect(description.medianAbsoluteDeviation == .success(0))
    let gap = StatisticGap.tooFewPoints(needed: 2, had: 1)
    #expect(description.variance == .failure(gap))
    #expect(description.standardDeviation == .failure(gap))
    #expect(description.lagOneAutocorrelation == .failure(gap))
  }

  @Test(arguments: [0.1, 1e308, -1e-308, 0, 100, .greatestFiniteMagnitude, .leastNonzeroMagnitude])
  func `equal values have no spread and no lag`(_ value: Double) throws {
    for count in [2, 3, 10, 1_001] {
      let description = try Description.of(Array(repeating: value, count: count)).get()
      #expect(description.mean == value && description.median == value)
      #expect(description.standardDeviation == .success(0))
      #expect(description.medianAbsoluteDeviation == .success(0))
      #expect(description.lagOneAutocorrelation == .failure(.allEqual))
    }
  }

  @Test func `extreme values overflow only where the result does`() throws {
    let huge = try Description.of([1e308, -1e308, 1.5e308]).get()
    #expect(relativeError(huge.mean, 5e307) <= 1e-15)
    #expect(huge.variance == .failure(.outOfRange))
    let expected = 1.322_875_655_532_295_3e308
    #expect(try relativeError(huge.standardDeviation.get(), expected) <= 1e-15)
    let most = Double.greatestFiniteMagnitude
    let widest = try Description.of([-most, most]).get()
    #expect(widest.mean == 0 && widest.median == 0)
    #expect(widest.standardDeviation == .failure(.outOfRange))
    #expect(widest.medianAbsoluteDeviation == .success(most))
    let uneven = try Description.of([-most, most, most]).get()
    #expect(uneven.medianAbsoluteDeviation == .success(0))
    let least = Double.leastNonzeroMagnitude
    let tiny = try Description.of([1_000 * least, 3_000 * least]).get()
    #expect(tiny.mean == 2_000 * least)
    #expect(tiny.variance == .success(0))
    #expect(try tiny.standardDeviation.get() > 0)
  }

  @Test func `order matters to the lag alone, and shifts and mirrors do what they should`() throws {
    let values = (0..<37).map { Double(($0 * 7_919) % 101) / 8 }
    let description = try Description.of(values).get()
    let sorted = try Description.of(values.sorted()).get()
    #expect(sorted.mean == description.mean)
    #expect(sorted.standardDeviation == description.standardDeviation)
    #expect(sorted.medianAbsoluteDeviation == description.medianAbsoluteDeviation)
    #expect(sorted.lagOneAutocorrelation != description.lagOneAutocorrelation)
    let mirrored = try Description.of(values.map { -$0 }).get()
    #expect(mirrored.mean == -description.mean && mirrored.median == -description.median)
    #expect(mirrored.firstQuartile == -description.thirdQuartile)
    #expect(mirrored.lagOneAutocorrelation == description.lagOneAutocorrelation)
    let shifted = try Description.of(values.map { $0 + 1_048_576 }).get()
    #expect(try relativeError(shifted.variance.get(), description.variance.get()) <= 1e-14)
    #expect(shifted.medianAbsoluteDeviation == description.medianAbsoluteDeviation)
  }

  @Test(arguments: Description.QuantileType.allCases)
  func `quantiles rise and end at the extremes`(_ type: Description.QuantileType) throws {
    let values: [Double] = [3, 1, 4, 1, 5, 9, 2, 6]
    let quantiles = try (0...100).map { step in
      try Description.quantile(of: Double(step) / 100, in: values, type: type).get()
    }
    #expect(quantiles.first == 1 && quantiles.last == 9)
    #expect(zip(quantiles, quantiles.dropFirst()).allSatisfy { $0 <= $1 })
    #expect(try Description.quantile(of: 0.5, in: values, type: type).get() == 3.5)
  }

  @Test func `half a million values are done in time`() throws {
    let values = (0..<500_000).map { Double(($0 * 7_919) % 500_000) }
    let description = try Description.of(values).get()
    #expect(description.mean == 249_999.5)
    #expect(description.medianAbsoluteDeviation == .success(125_000))
  }
}
