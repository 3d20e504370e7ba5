import CommandLineOptions
import Diagnostics
import Methods

extension StatMethod {
  static let sen = StatMethod(
    "sen",
    LocalisedText(
      vi: "Độ dốc Sen theo thời gian thật, với khoảng chính xác và mức đạt được.",
      en: "Sen's slope on real times, with its exact interval and attained level."
    ),
    columns: [.time, .value],
    options: [OptionSyntax<ConfidenceLevel>.level.declaration],
    keys: [
      ResultKey("slope", vi: "độ dốc cho một đơn vị thời gian", en: "slope per unit of time"),
      .lower, .upper, .level,
      ResultKey(
        "attainedLevel",
        vi: "mức tin cậy thật của khoảng, từ 0 đến 1",
        en: "the level that the interval really has, from 0 to 1"
      ),
      .method,
    ],
    example: "--time nam --value ty_le so-lieu.csv"
  ) { arguments in
    let level = try arguments.value(.level) ?? ConfidenceLevel.percent95
    return { rows in
      let series = zip(rows.numbers(.time), rows.numbers(.value)).map(TimedValue.init)
      return StatResult(SenSlope.estimate(series, level: level)) { sen in
        StatResult([
          "slope": .number(sen.slope),
          "lower": sen.interval.lower,
          "upper": sen.interval.upper,
          "level": .percent(level),
          "attainedLevel": attained(sen.interval),
          "method": .text(sen.method.rawValue),
        ])
      }
    }
  }

  private static func attained(_ interval: Result<Interval, StatisticGap>) -> StatValue {
    switch interval {
    case .success(let interval): .number(interval.attained)
    case .failure(let gap): .missing(gap)
    }
  }
}
