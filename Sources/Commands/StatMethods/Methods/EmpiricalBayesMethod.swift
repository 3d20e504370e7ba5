import CommandLineOptions
import Diagnostics
import Methods

extension StatMethod {
  private static let model = choice(
    "model",
    EmpiricalBayes.Model.self,
    help: LocalisedText(
      vi: "ca hiếm trong dân số, hay tỷ lệ bất kỳ (mặc định: poisson)",
      en: "rare events of a population, or shares of any size (default: poisson)"
    )
  )
  @Sendable
  private static func smoothedKind(
    _ column: StatColumn,
    _ arguments: ParsedArguments
  ) throws -> BoundColumn.Kind {
    try kind(column, isTrials: arguments.value(model) == .binomial)
  }

  static let empiricalBayes = StatMethod(
    "empirical-bayes",
    LocalisedText(
      vi: "Kéo giá trị của các đơn vị nhỏ về mức chung: Bayes thực nghiệm.",
      en: "Draws the values of small units towards the whole: empirical Bayes."
    ),
    columns: [.unit, .numerator, .unitSize],
    options: [model.declaration, OptionSyntax<Double>.per.declaration],
    keys: [ResultKey("mean", vi: "mức chung", en: "the mean of all units"), .model],
    rowKeys: [
      .line, .unit,
      ResultKey("raw", vi: "giá trị của riêng đơn vị", en: "the unit's own value"),
      ResultKey("smoothed", vi: "giá trị đã kéo về mức chung", en: "the value drawn to the mean"),
      ResultKey(
        "weight",
        vi: "phần của giá trị riêng, từ 0 đến 1",
        en: "how much its own value counts, from 0 to 1"
      ),
    ],
    example: "--unit xa --numerator so_vu --denominator dan_so --model poisson so-lieu.csv",
    kind: smoothedKind
  ) { arguments in
    let model = try arguments.value(model) ?? .poisson
    let scale = try arguments.value(.per) ?? 1
    return { rows in
      let result: Result<EmpiricalBayes, StatisticGap> =
        switch model {
        case .binomial: EmpiricalBayes.proportions(rows.trials(.unitSize))
        case .poisson: EmpiricalBayes.rates(rows.populations(.unitSize, per: scale))
        }
      return StatResult(result) { bayes in
        let labels = rows.labels(.unit) ?? []
        return StatResult(
          ["mean": .number(bayes.mean), "model": .text(model.rawValue)],
          rows: ResultRows(count: bayes.units.count) { index in
            let unit = bayes.units[index]
            return [
              .integer(rows.lines[index]), .text(labels[index]), .number(unit.map(\.raw)),
              .number(unit.map(\.smoothed)), .number(unit.map(\.weight)),
            ]
          }
        )
      }
    }
  }
}

extension ResultKey {
  fileprivate static let model = ResultKey("model", vi: "mô hình", en: "the model")
}
