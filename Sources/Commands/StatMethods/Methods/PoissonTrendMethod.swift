import CommandLineOptions
import Diagnostics
import Methods

extension StatMethod {
  static let poissonTrend = StatMethod(
    "poisson-trend",
    LocalisedText(
      vi: "Phần trăm thay đổi mỗi năm của một tỷ suất: xu hướng log-tuyến tính Poisson.",
      en: "Annual percent change of a rate: Poisson log-linear trend."
    ),
    columns: [.time, .events, .population],
    options: [OptionSyntax<ConfidenceLevel>.level.declaration],
    keys: [
      ResultKey("apc", vi: "phần trăm thay đổi mỗi năm", en: "annual percent change"),
      .lower, .upper, .level,
      ResultKey(
        "dispersion",
        vi: "độ phân tán thừa đã dùng, không bao giờ dưới 1",
        en: "over-dispersion that was used, never below 1"
      ),
      ResultKey(
        "pearsonRatio",
        vi: "khi bình phương Pearson chia bậc tự do",
        en: "Pearson's chi-squared over its degrees of freedom"
      ),
      .slope, .standardError, .probability,
    ],
    example: "--time nam --count so_vu --population dan_so so-lieu.csv"
  ) { arguments in
    let level = try arguments.value(.level) ?? ConfidenceLevel.percent95
    return { rows in
      StatResult(PoissonTrend.fit(timedCounts(rows), level: level)) { trend in
        StatResult([
          "apc": .number(trend.annualPercentChange),
          "lower": .number(trend.interval.lower),
          "upper": .number(trend.interval.upper),
          "level": .percent(level),
          "dispersion": .number(trend.dispersion),
          "pearsonRatio": .number(trend.pearsonRatio),
          "slope": .number(trend.slope),
          "standardError": .number(trend.standardError),
          "p": .number(trend.probability),
        ])
      }
    }
  }

  /// Cases in a population of each row with its time.
  static func timedCounts(_ rows: StatRows) -> [TimedCount] {
    let counts = zip(rows.counts(.events), rows.numbers(.population))
    return zip(rows.numbers(.time), counts).map {
      TimedCount(time: $0, count: $1.0, population: $1.1)
    }
  }
}

extension ResultKey {
  static let slope = ResultKey(
    "slope",
    vi: "độ dốc của logarit cho một đơn vị thời gian",
    en: "slope of the logarithm per unit of time"
  )
  static let standardError = ResultKey(
    "standardError",
    vi: "sai số chuẩn của độ dốc",
    en: "standard error of the slope"
  )
}
