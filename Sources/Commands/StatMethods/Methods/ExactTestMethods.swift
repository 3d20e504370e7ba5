import CommandLineOptions
import Diagnostics
import Methods

// Exact tests, one for each row of a table.
extension StatMethod {
  private static let target = OptionSyntax<Double>.number(
    "target",
    help: LocalisedText(vi: "tỷ lệ mục tiêu, từ 0 đến 1", en: "the target, from 0 to 1")
  )

  static let proportionTest = StatMethod(
    "proportion-test",
    LocalisedText(
      vi: "Tỷ lệ của từng hàng so với một mục tiêu: kiểm định nhị thức chính xác.",
      en: "The proportion of each row against a target: exact binomial test."
    ),
    columns: [.label, .numerator, .denominator],
    options: [target.declaration],
    required: [target.declaration.name],
    rowKeys: [.line, .unit, .value] + tailKeys,
    example: "--unit xa --numerator dat --denominator tong --target 0.95 so-lieu.csv"
  ) { arguments in
    let target = try arguments.required(target)
    return { rows in
      let (counts, trials) = (rows.counts(.numerator), rows.counts(.denominator))
      return testRows(rows) { index in
        ProportionTest.test(counts[index], of: trials[index], against: target).map {
          (Double(counts[index]) / Double(trials[index]), $0.probability)
        }
      }
    }
  }

  private static let expected = StatColumn(
    "expected",
    .number,
    vi: "cột số vụ kỳ vọng",
    en: "column of expected events"
  )

  static let rateTest = StatMethod(
    "rate-test",
    LocalisedText(
      vi: "Số vụ của từng hàng so với số kỳ vọng: kiểm định Poisson chính xác.",
      en: "The count of each row against the number expected: exact Poisson test."
    ),
    columns: [.label, .events, expected],
    rowKeys: [
      .line, .unit,
      ResultKey("value", vi: "số thấy trên số kỳ vọng", en: "observed over expected"),
    ] + tailKeys,
    example: "--unit xa --count so_vu --expected ky_vong so-lieu.csv"
  ) { _ in
    { rows in
      let (counts, expectations) = (rows.counts(.events), rows.numbers(expected))
      return testRows(rows) { index in
        RateTest.test(counts[index], against: expectations[index]).map {
          (Double(counts[index]) / expectations[index], $0.probability)
        }
      }
    }
  }

  private static let otherNumerator = StatColumn(
    "numerator2",
    .count,
    vi: "cột tử số của tỷ lệ thứ hai",
    en: "column of numerators of the second proportion"
  )
  private static let otherDenominator = StatColumn(
    "denominator2",
    .count,
    vi: "cột mẫu số của tỷ lệ thứ hai",
    en: "column of denominators of the second proportion"
  )

  static let twoProportions = StatMethod(
    "two-proportions",
    LocalisedText(
      vi: "Hai tỷ lệ của từng hàng: hiệu với khoảng Newcombe, và kiểm định Fisher.",
      en: "Two proportions of each row: difference by Newcombe, and Fisher's exact test."
    ),
    columns: [.label, .numerator, .denominator, otherNumerator, otherDenominator],
    options: [OptionSyntax<ConfidenceLevel>.level.declaration],
    rowKeys: [
      .line, .unit,
      ResultKey("value", vi: "tỷ lệ thứ hai trừ thứ nhất", en: "second proportion less the first"),
      .lower, .upper,
    ] + tailKeys,
    example: "--unit xa --numerator dat_2021 --denominator tong_2021 --numerator2 dat_2025 "
      + "--denominator2 tong_2025 so-lieu.csv"
  ) { arguments in
    let level = try arguments.value(.level) ?? ConfidenceLevel.percent95
    return { rows in
      let labels = rows.labels(.label)
      let first = zip(rows.counts(.numerator), rows.counts(.denominator)).map { $0 }
      let second = zip(rows.counts(otherNumerator), rows.counts(otherDenominator)).map { $0 }
      return StatResult(
        [:],
        rows: ResultRows(count: rows.count) { index in
          let (one, other) = (first[index], second[index])
          let change = ProportionChange.between(
            (successes: one.0, trials: one.1),
            and: (successes: other.0, trials: other.1),
            level: level
          )
          // The tails are those of the second, which is what is asked about.
          let test = TwoProportionsTest.test(
            (successes: other.0, trials: other.1),
            against: (successes: one.0, trials: one.1)
          )
          return [
            .integer(rows.lines[index]), labels.map { .text($0[index]) } ?? .missing(nil),
            .number(change.map(\.change.difference)), .number(change.map(\.interval.lower)),
            .number(change.map(\.interval.upper)),
          ] + tails(test.map(\.probability))
        }
      )
    }
  }

  private static let baseCount = StatColumn(
    "base-count",
    .count,
    vi: "cột số vụ của kỳ gốc",
    en: "column of events of the base"
  )
  private static let basePopulation = StatColumn(
    "base-population",
    .number,
    vi: "cột dân số của kỳ gốc",
    en: "column of populations of the base"
  )

  static let rateRatio = StatMethod(
    "rate-ratio",
    LocalisedText(
      vi: "Tỷ suất của từng hàng so với kỳ gốc: tỷ số với khoảng chính xác.",
      en: "The rate of each row over that of a base: ratio with its exact interval."
    ),
    columns: [.label, .events, .population, baseCount, basePopulation],
    options: [OptionSyntax<ConfidenceLevel>.level.declaration],
    rowKeys: [
      .line, .unit,
      ResultKey("value", vi: "tỷ suất chia tỷ suất gốc", en: "rate over base rate"),
      .lower, .upper,
    ] + tailKeys,
    example: "--unit xa --count vu_2025 --population dan_2025 --base-count vu_2021 "
      + "--base-population dan_2021 so-lieu.csv"
  ) { arguments in
    let level = try arguments.value(.level) ?? ConfidenceLevel.percent95
    return { rows in
      let labels = rows.labels(.label)
      let later = zip(rows.counts(.events), rows.numbers(.population)).map { $0 }
      let base = zip(rows.counts(baseCount), rows.numbers(basePopulation)).map { $0 }
      return StatResult(
        [:],
        rows: ResultRows(count: rows.count) { index in
          let ratio = RateRatio.of(
            (events: later[index].0, population: later[index].1),
            overBase: (events: base[index].0, population: base[index].1),
            level: level
          )
          let limit = { (side: (RateRatio) -> Double?) in
            ratio.flatMap { side($0).map { .success($0) } ?? .failure(StatisticGap.zeroBase) }
          }
          return [
            .integer(rows.lines[index]), labels.map { .text($0[index]) } ?? .missing(nil),
            .number(ratio.flatMap(\.value)), .number(limit { $0.lower }),
            .number(limit { $0.upper }),
          ] + tails(ratio.map(\.probability))
        }
      )
    }
  }

  private static let tailKeys = [
    ResultKey.probability,
    .fraction,
    ResultKey("midP", vi: "xác suất giữa, hai phía", en: "two-sided mid probability"),
    ResultKey(
      "atMost",
      vi: "xác suất thấp bằng thế hoặc hơn",
      en: "probability of as few or fewer"
    ),
    ResultKey(
      "atLeast",
      vi: "xác suất cao bằng thế hoặc hơn",
      en: "probability of as many or more"
    ),
  ]

  private static func tails(_ result: Result<TailProbabilities, StatisticGap>) -> [StatValue] {
    let fraction = (try? result.get())?.twoSided.exact
    return [
      .number(result.map(\.twoSided.value)),
      fraction.map { .text($0.description) } ?? .missing(nil),
      .number(result.map(\.midTwoSided.value)),
      .number(result.map(\.atMost.value)),
      .number(result.map(\.atLeast.value)),
    ]
  }

  /// A test for each row of the table.
  private static func testRows(
    _ rows: StatRows,
    _ test: @escaping @Sendable (Int) -> Result<(Double, TailProbabilities), StatisticGap>
  ) -> StatResult {
    let labels = rows.labels(.label)
    return StatResult(
      [:],
      rows: ResultRows(count: rows.count) { index in
        let result = test(index)
        return [
          .integer(rows.lines[index]), labels.map { .text($0[index]) } ?? .missing(nil),
          // Nothing expected: the test stands, and the ratio has no value.
          .number(result.flatMap { $0.0.isFinite ? .success($0.0) : .failure(.zeroDenominator) }),
        ] + tails(result.map(\.1))
      }
    )
  }
}
