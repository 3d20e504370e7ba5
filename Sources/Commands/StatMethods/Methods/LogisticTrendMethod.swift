import CommandLineOptions
import Diagnostics
import Methods

extension StatMethod {
  static let logisticTrend = StatMethod(
    "logistic-trend",
    LocalisedText(
      vi: "Xu hướng của tỷ lệ bằng tỷ số chênh mỗi năm: hồi quy logistic.",
      en: "Trend of a proportion as the odds ratio of a year: logistic regression."
    ),
    columns: [.time, .numerator, .denominator],
    options: [OptionSyntax<ConfidenceLevel>.level.declaration],
    keys: [
      ResultKey(
        "oddsRatio",
        vi: "tỷ số chênh cho một đơn vị thời gian",
        en: "odds ratio of one unit of time"
      ),
      .lower, .upper, .level, .probability, .slope, .standardError,
      ResultKey(
        "dispersion",
        vi: "độ phân tán thừa, để biết; khoảng không dùng đến",
        en: "over-dispersion, for information; the interval does not use it"
      ),
      ResultKey("times", vi: "số thời điểm có mẫu số", en: "times with a denominator"),
    ],
    example: "--time nam --numerator dat --denominator tong so-lieu.csv"
  ) { arguments in
    let level = try arguments.value(.level) ?? ConfidenceLevel.percent95
    return { rows in
      StatResult(LogisticTrend.fit(timedTrials(rows), level: level)) { trend in
        StatResult([
          "oddsRatio": .number(trend.oddsRatio),
          "lower": .number(trend.interval.lower),
          "upper": .number(trend.interval.upper),
          "level": .percent(level),
          "p": .number(trend.probability),
          "slope": .number(trend.slope),
          "standardError": .number(trend.standardError),
          "dispersion": .number(trend.dispersion),
          "times": .integer(trend.times),
        ])
      }
    }
  }
}
