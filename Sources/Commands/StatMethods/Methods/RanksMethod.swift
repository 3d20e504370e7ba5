import CommandLineOptions
import Diagnostics
import Methods

extension StatMethod {
  static let ranks = StatMethod(
    "ranks",
    LocalisedText(
      vi: "Thứ hạng của các đơn vị, với khoảng cho biết hạng chắc đến đâu.",
      en: "Ranks of units, with intervals that tell how sure a rank is."
    ),
    columns: [.unit, .numerator, .unitSize],
    options: [unitMeasure.declaration, OptionSyntax<ConfidenceLevel>.level.declaration],
    rowKeys: [
      .line, .unit, .value,
      ResultKey("rank", vi: "thứ hạng theo giá trị, nhỏ nhất là 1", en: "rank, least value first"),
      ResultKey("expected", vi: "thứ hạng kỳ vọng", en: "expected rank"),
      .lower, .upper,
    ],
    example: "--unit xa --numerator dat --denominator tong so-lieu.csv",
    kind: kindByMeasure
  ) { arguments in
    let measure = try arguments.value(unitMeasure) ?? .proportion
    let level = try arguments.value(.level) ?? ConfidenceLevel.percent95
    return { rows in
      let result: Result<Ranks, StatisticGap> =
        switch measure {
        case .proportion: Ranks.proportions(rows.trials(.unitSize), level: level)
        case .rate: Ranks.rates(rows.populations(.unitSize), level: level)
        }
      let labels = rows.labels(.unit) ?? []
      return StatResult(result) { ranks in
        StatResult(
          [:],
          rows: ResultRows(count: ranks.units.count) { index in
            let unit = ranks.units[index]
            return [
              .integer(rows.lines[index]), .text(labels[index]), .number(unit.map(\.value)),
              .number(unit.map(\.rank)), .number(unit.map(\.expected)),
              .number(unit.map(\.interval.lower)), .number(unit.map(\.interval.upper)),
            ]
          }
        )
      }
    }
  }
}
