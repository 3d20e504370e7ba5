import CommandLineOptions
import Diagnostics
import Methods

extension StatMethod {
  static let cochranArmitage = StatMethod(
    "cochran-armitage",
    LocalisedText(
      vi: "Xu hướng của tỷ lệ theo thời gian, chính xác và gần đúng.",
      en: "Trend of proportions over time, exact and asymptotic."
    ),
    columns: [.time, .numerator, .denominator],
    keys: [
      ResultKey(
        "statistic",
        vi: "khi bình phương, một bậc tự do",
        en: "chi-squared, one degree of freedom"
      ),
      ResultKey("z", vi: "z: dương khi tỷ lệ tăng", en: "z: above 0 where the share rises"),
      ResultKey("p", vi: "xác suất hai phía gần đúng", en: "asymptotic two-sided probability"),
      ResultKey("exactP", vi: "xác suất hai phía chính xác", en: "exact two-sided probability"),
      .fraction,
      ResultKey("times", vi: "số thời điểm có mẫu số", en: "times with a denominator"),
    ],
    example: "--time nam --numerator dat --denominator tong so-lieu.csv"
  ) { _ in
    { rows in
      StatResult(CochranArmitage.test(timedTrials(rows))) { test in
        StatResult([
          "statistic": .number(test.chiSquare),
          "z": .number(test.z),
          "p": .number(test.probability),
          "exactP": .number(test.exactProbability),
          "fraction": test.exactFraction.map { .text($0.description) } ?? .missing(nil),
          "times": .integer(test.times),
        ])
      }
    }
  }

  /// Successes among trials of each row with its time.
  static func timedTrials(_ rows: StatRows) -> [TimedTrials] {
    let counts = zip(rows.counts(.numerator), rows.counts(.denominator))
    return zip(rows.numbers(.time), counts).map {
      TimedTrials(time: $0, successes: $1.0, trials: $1.1)
    }
  }
}
