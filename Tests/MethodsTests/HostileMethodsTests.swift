import Methods
import Testing

/// Every method on numbers that nobody means: an answer, or a reason for none, and never NaN.
@Suite(.timeLimit(.minutes(1)))
struct HostileMethodsTests {
  /// Draws from short lists of extremes, the same on every machine.
  struct Extremes {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    private mutating func place(below count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(truncatingIfNeeded: state >> 33) % count
    }

    mutating func one<Element>(of elements: [Element]) -> Element {
      elements[place(below: elements.count)]
    }

    private static let ordinaryCounts = [0, 0, 1, 2, 3, 5, 18, 400]
    private static let extremeCounts = [
      -1, 490_000, 500_000, 500_001, 999_999, 1_000_000, 2_000_000, 10_000_000, 10_000_001,
      1 << 53, (1 << 53) + 1, .max / 2, .max - 1, .max, .min,
    ]
    private static let ordinary = [0.0, 0.5, 1, 2, 3.25, 100, 2_021, 2_022, 2_023, 2_024, 2_025]
    private static let extremes = [
      -0.0, -1, .leastNonzeroMagnitude, .leastNormalMagnitude, 1e-200, 1e-17, 1 - 1e-16, 1 + 1e-15,
      1e9, 0x1p53, 1e17, 1e154, -1e154, 1e200, 1e308, -1e308, .greatestFiniteMagnitude,
      .infinity, -.infinity, .nan,
    ]

    mutating func count() -> Int {
      place(below: 4) > 0 ? one(of: Self.ordinaryCounts) : one(of: Self.extremeCounts)
    }

    mutating func number() -> Double {
      place(below: 4) > 0 ? one(of: Self.ordinary) : one(of: Self.extremes)
    }

    /// Often rising by one, so that not every second series has a time twice.
    mutating func time(_ index: Int) -> Double {
      place(below: 8) > 0 ? Double(2_020 + index) : number()
    }

    mutating func length() -> Int { one(of: [0, 1, 2, 3, 4, 5, 6, 7, 8, 18]) }

    mutating func list<Element>(_ element: (inout Extremes, Int) -> Element) -> [Element] {
      (0..<length()).map { element(&self, $0) }
    }
  }

  private static let levels: [ConfidenceLevel] = [.percent90, .percent95, .percent99point8]

  /// Where a value has a number that is none, by the names of its parts.
  private static func unsound(_ value: Any, _ path: String = "") -> [String] {
    if let number = value as? Double { return number.isFinite ? [] : ["\(path) is \(number)"] }
    return Mirror(reflecting: value).children.flatMap {
      unsound($0.value, "\(path).\($0.label ?? "")")
    }
  }

  private func check<Value>(
    _ name: String,
    _ result: Result<Value, StatisticGap>,
    _ input: Any...
  ) {
    let faults = Self.unsound(result)
    #expect(faults.isEmpty, "\(name) of \(input)")
  }

  @Test(arguments: UInt64(0)..<200)
  func `series have an answer or a reason`(_ seed: UInt64) {
    var source = Extremes(seed: seed)
    let level = source.one(of: Self.levels)
    let series = source.list { TimedValue(time: $0.time($1), value: $0.number()) }
    check("mann-kendall", MannKendall.test(series), series)
    check("sen", SenSlope.estimate(series, level: level), series)
    let units = source.list { source, _ in
      source.list { TimedValue(time: $0.time($1), value: $0.number()) }
    }
    check("regional kendall", RegionalKendall.test(units), units)
    let trials = source.list {
      TimedTrials(time: $0.time($1), successes: $0.count(), trials: $0.count())
    }
    check("cochran-armitage", CochranArmitage.test(trials), trials)
    check("logistic trend", LogisticTrend.fit(trials, level: level), trials)
    let counts = source.list {
      TimedCount(time: $0.time($1), count: $0.count(), population: $0.number())
    }
    check("poisson trend", PoissonTrend.fit(counts, level: level), counts)
    check("joinpoint", Joinpoint.find(in: counts), counts)
    let (target, deadline) = (source.number(), source.number())
    let limits = source.one(of: [nil, 0...100, -1e308...1e308])
    let progress = TargetProgress.of(series, to: target, by: deadline, limits: limits)
    check("progress", progress, series, target, deadline)
    if let path = try? progress.get().path {
      check("projection", Projection.along(path, level: level), series, target, deadline)
    }
  }

  @Test(arguments: UInt64(0)..<200)
  func `values have an answer or a reason`(_ seed: UInt64) {
    var source = Extremes(seed: seed)
    let level = source.one(of: Self.levels)
    let values = source.list { source, _ in source.number() }
    check("description", Description.of(values), values)
    check("false discovery", FalseDiscovery.adjusted(values), values)
    let others = source.list { source, _ in source.number() }
    let weights = source.one(of: [nil, source.list { source, _ in source.number() }])
    check("fit", LeastSquares.fit(values, on: [others], weights: weights), values, others)
    let count = source.length()
    let columns = source.list { source, _ in (0..<count).map { _ in source.number() } }
    let response = (0..<count).map { _ in source.number() }
    let fits = [
      LeastSquares.fit(response, on: columns),
      LeastSquares.polynomial(
        response,
        on: columns.first ?? [],
        order: source.one(of: [.min, -1, 0, 1, 2, 3, 7, 20, .max])
      ),
    ]
    for fit in fits {
      check("fit", fit, response, columns)
      guard let fit = try? fit.get() else { continue }
      let place = fit.coefficients.dropFirst().map { _ in source.number() }
      check("fitted", fit.fitted(at: place), response, columns, place)
      check("fitted", fit.fitted(at: [2_025]), response, columns)
      check("prediction", fit.prediction(at: place, level: level), response, columns, place)
      check("intervals", fit.coefficientIntervals(level: level), response, columns)
    }
    let (one, other) = (source.number(), source.number())
    check("yearly change", YearlyChange.between(one, and: other), one, other)
  }

  @Test(arguments: UInt64(0)..<200)
  func `counts have an answer or a reason`(_ seed: UInt64) {
    var source = Extremes(seed: seed)
    let level = source.one(of: Self.levels)
    let (x, n, y, m) = (source.count(), source.count(), source.count(), source.count())
    for method in Proportion.Method.allCases {
      let result = Proportion.interval(for: x, in: n, method: method, level: level)
      check("proportion", result, x, n)
    }
    let number = source.number()
    let scale = source.number()
    for method in PoissonRate.Method.allCases {
      check(
        "rate",
        PoissonRate.interval(for: x, in: number, per: scale, method: method, level: level),
        x,
        number,
        scale
      )
    }
    check("proportion test", ProportionTest.test(x, of: n, against: number), x, n, number)
    check("rate test", RateTest.test(x, against: number), x, number)
    check("two proportions", TwoProportionsTest.test((x, n), against: (y, m)), x, n, y, m)
    check("change", ProportionChange.between((x, n), and: (y, m), level: level), x, n, y, m)
    let ratio = RateRatio.of((x, number), overBase: (y, scale), supposed: source.number())
    check("rate ratio", ratio, x, number, y, scale)
    let strata = source.list { source, _ in
      StandardStratum(
        events: source.count(),
        population: source.number(),
        standard: source.number()
      )
    }
    check("direct", DirectStandardisation.rate(of: strata, per: scale, level: level), strata, scale)
    let references = source.list { source, _ in
      ReferenceStratum(
        events: source.count(),
        population: source.number(),
        referenceEvents: source.number(),
        referencePopulation: source.number()
      )
    }
    check("indirect", IndirectStandardisation.ratio(of: references, per: scale), references, scale)
    let exposures = source.list { source, _ in source.number() }
    check(
      "leave one out",
      LeaveOneOut.comparison(
        of: x,
        with: source.list { source, _ in source.count() },
        exposure: number,
        otherExposures: source.one(of: [nil, exposures])
      ),
      x,
      number
    )
  }

  @Test(arguments: UInt64(0)..<40)
  func `units have an answer or a reason`(_ seed: UInt64) {
    var source = Extremes(seed: seed)
    let level = source.one(of: Self.levels)
    let trials = source.list { source, _ in
      CountOfTrials(successes: source.count(), trials: source.count())
    }
    let counts = source.list { source, _ in
      CountInPopulation(events: source.count(), population: source.number())
    }
    let centre = source.one(of: [nil, source.number()])
    let scale = source.number()
    for widening in Funnel.Widening.allCases {
      check(
        "funnel",
        Funnel.proportions(trials, centre: centre, widening: widening),
        trials,
        centre as Any
      )
      check(
        "funnel",
        Funnel.rates(counts, per: scale, centre: centre, widening: widening),
        counts,
        scale,
        centre as Any
      )
      check("funnel", Funnel.ratios(counts, centre: centre, widening: widening), counts)
    }
    check("empirical Bayes", EmpiricalBayes.proportions(trials), trials)
    check("empirical Bayes", EmpiricalBayes.rates(counts), counts)
    check("ranks", Ranks.proportions(trials, level: level), trials)
    check("ranks", Ranks.rates(counts, level: level), counts)
    check("heterogeneity", Heterogeneity.proportions(trials, seed: seed), trials)
    check("heterogeneity", Heterogeneity.rates(counts, seed: seed), counts)
  }
}
