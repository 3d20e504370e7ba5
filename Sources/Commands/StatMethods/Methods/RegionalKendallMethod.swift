import CommandLineOptions
import Diagnostics
import Methods

extension StatMethod {
  static let regionalKendall = StatMethod(
    "regional-kendall",
    LocalisedText(
      vi: "Một xu hướng chung của nhiều đơn vị, mỗi đơn vị chỉ so với chính mình.",
      en: "One trend common to many units, each compared with itself only."
    ),
    columns: [.unit, .time, .value],
    keys: [
      ResultKey("units", vi: "số đơn vị", en: "units"),
      ResultKey(
        "silentUnits",
        vi: "đơn vị không nói lên gì: dưới 2 giá trị, hoặc mọi giá trị bằng nhau",
        en: "units that say nothing: fewer than 2 values, or all values equal"
      ),
      ResultKey("s", vi: "tổng S của các đơn vị", en: "sum of the units' S"),
      ResultKey(
        "p",
        vi: "xác suất hai phía nếu các đơn vị độc lập với nhau",
        en: "two-sided probability for independent units"
      ),
      .fraction, .minimumP,
      ResultKey(
        "adjustedP",
        vi: "xác suất gần đúng khi tính cả hiệp phương sai giữa các đơn vị",
        en: "approximate probability with the covariances between units"
      ),
      ResultKey(
        "permutedP",
        vi: "xác suất khi hoán vị cả năm cho mọi đơn vị cùng lúc",
        en: "probability when whole years change places for all units"
      ),
      .method,
    ],
    example: "--unit xa --time nam --value ty_le so-lieu.csv"
  ) { _ in
    { rows in
      StatResult(RegionalKendall.test(series(of: rows))) { test in
        StatResult([
          "units": .integer(test.units),
          "silentUnits": .integer(test.silentUnits),
          "s": .integer(test.statistic),
          "p": .number(test.probability),
          "fraction": test.exactProbability.map { .text($0.description) } ?? .missing(nil),
          "minimumP": .number(test.smallestProbability),
          "adjustedP": .number(test.adjusted.map(\.probability)),
          "permutedP": .number(test.permuted.map(\.value)),
          "method": .text(test.method.rawValue),
        ])
      }
    }
  }

  /// The series of each unit, in order of first appearance.
  private static func series(of rows: StatRows) -> [[TimedValue]] {
    var places: [String: Int] = [:]
    var series: [[TimedValue]] = []
    let (times, values) = (rows.numbers(.time), rows.numbers(.value))
    for (row, unit) in (rows.labels(.unit) ?? []).enumerated() {
      let place = places[unit] ?? series.count
      if place == series.count {
        places[unit] = place
        series.append([])
      }
      series[place].append(TimedValue(time: times[row], value: values[row]))
    }
    return series
  }
}
