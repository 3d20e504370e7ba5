import CommandLineOptions
import Diagnostics
import Methods

extension StatMethod {
  private static let quantileType = OptionSyntax<Description.QuantileType>(
    "quantile-type",
    placeholder: LocalisedText(vietnamese: "6|7|8"),
    help: LocalisedText(
      vi: "định nghĩa tứ phân vị theo Hyndman và Fan (mặc định: 7, như R và Excel)",
      en: "definition of quartiles by Hyndman and Fan (default: 7, as R and Excel)"
    ),
    expected: LocalisedText(vi: "6, 7 hoặc 8", en: "6, 7 or 8")
  ) { text in Int(text).flatMap { Description.QuantileType(rawValue: $0) } }

  static let describe = StatMethod(
    "describe",
    LocalisedText(
      vi: "Mô tả một cột: trung bình, độ lệch chuẩn, trung vị, tứ phân vị, cực trị.",
      en: "Describes a column: mean, standard deviation, median, quartiles, extremes."
    ),
    columns: [.value],
    options: [quantileType.declaration],
    keys: [
      ResultKey("n", vi: "số giá trị", en: "number of values"),
      ResultKey("mean", vi: "trung bình", en: "mean"),
      ResultKey("sd", vi: "độ lệch chuẩn, mẫu số n − 1", en: "standard deviation, n − 1 below"),
      ResultKey("variance", vi: "phương sai, mẫu số n − 1", en: "variance, n − 1 below"),
      ResultKey("median", vi: "trung vị", en: "median"),
      ResultKey("min", vi: "nhỏ nhất", en: "least value"),
      ResultKey("max", vi: "lớn nhất", en: "greatest value"),
      ResultKey("q1", vi: "tứ phân vị thứ nhất", en: "first quartile"),
      ResultKey("q3", vi: "tứ phân vị thứ ba", en: "third quartile"),
      ResultKey(
        "mad",
        vi: "trung vị của khoảng cách đến trung vị, không nhân 1,4826",
        en: "median distance from the median, not times 1.4826"
      ),
      ResultKey(
        "lag1",
        vi: "tương quan với giá trị ngay trước, theo thứ tự các hàng",
        en: "correlation with the value before, in the order of the rows"
      ),
    ],
    example: "--value dan_so so-lieu.csv"
  ) { arguments in
    let type = try arguments.value(quantileType) ?? .type7
    return { rows in
      StatResult(Description.of(rows.numbers(.value), quantileType: type)) { description in
        // Over a hole two values are no neighbours.
        let lag: Result<Double, StatisticGap> =
          rows.hasHoles ? .failure(.missingEarlier) : description.lagOneAutocorrelation
        return StatResult([
          "n": .integer(description.count),
          "mean": .number(description.mean),
          "sd": .number(description.standardDeviation),
          "variance": .number(description.variance),
          "median": .number(description.median),
          "min": .number(description.minimum),
          "max": .number(description.maximum),
          "q1": .number(description.firstQuartile),
          "q3": .number(description.thirdQuartile),
          "mad": .number(description.medianAbsoluteDeviation),
          "lag1": .number(lag),
        ])
      }
    }
  }
}
