import CommandLineOptions
import Diagnostics
import Methods

extension StatMethod {
  static let mannKendall = StatMethod(
    "mann-kendall",
    LocalisedText(
      vi: "Xu hướng đơn điệu theo Mann-Kendall, chính xác cả khi có giá trị bằng nhau.",
      en: "Mann-Kendall test for a monotone trend, exact also with equal values."
    ),
    columns: [.time, .value],
    keys: [
      ResultKey("s", vi: "S: số cặp tăng trừ số cặp giảm", en: "S: rising less falling pairs"),
      .probability,
      .fraction, .minimumP,
      ResultKey("tau", vi: "tau-b của Kendall", en: "Kendall's tau-b"),
      .method,
    ],
    example: "--time nam --value ty_le so-lieu.csv"
  ) { _ in
    { rows in
      let series = zip(rows.numbers(.time), rows.numbers(.value)).map(TimedValue.init)
      return StatResult(MannKendall.test(series)) { test in
        StatResult([
          "s": .integer(test.statistic),
          "p": .number(test.probability),
          "fraction": test.exactProbability.map { .text($0.description) } ?? .missing(nil),
          "minimumP": .number(test.smallestProbability),
          "tau": .number(test.tauB),
          "method": .text(test.method.rawValue),
        ])
      }
    }
  }
}
