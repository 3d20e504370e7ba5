import CommandLineOptions
import Diagnostics
import Methods

extension StatMethod {
  private enum Measure: String, CaseIterable {
    case proportion, rate
  }

  private static let measure = choice(
    "measure",
    Measure.self,
    help: LocalisedText(
      vi: "tỷ lệ hay tỷ suất (mặc định: proportion)",
      en: "proportions or rates (default: proportion)"
    )
  )
  private static let size = StatColumn(
    "denominator",
    .number,
    vi: "cột mẫu số: số ca, hoặc dân số",
    en: "column of denominators: trials, or populations"
  )

  /// Trials are counts; populations are not.
  @Sendable
  private static func rankedKind(
    _ column: StatColumn,
    _ arguments: ParsedArguments
  ) throws -> BoundColumn.Kind {
    let measure = try arguments.value(measure) ?? .proportion
    return column.name == size.name && measure == .proportion ? .count : column.kind
  }

  static let ranks = StatMethod(
    "ranks",
    LocalisedText(
      vi: "Thứ hạng của các đơn vị, với khoảng cho biết hạng chắc đến đâu.",
      en: "Ranks of units, with intervals that tell how sure a rank is."
    ),
    columns: [.unit, .numerator, size],
    options: [measure.declaration, OptionSyntax<ConfidenceLevel>.level.declaration],
    rowKeys: [
      .line, .unit, .value,
      ResultKey("rank", vi: "thứ hạng theo giá trị, nhỏ nhất là 1", en: "rank, least value first"),
      ResultKey("expected", vi: "thứ hạng kỳ vọng", en: "expected rank"),
      .lower, .upper,
    ],
    example: "--unit xa --numerator dat --denominator tong so-lieu.csv",
    kind: rankedKind
  ) { arguments in
    let measure = try arguments.value(measure) ?? .proportion
    let level = try arguments.value(.level) ?? ConfidenceLevel.percent95
    return { rows in
      let result: Result<Ranks, StatisticGap> =
        switch measure {
        case .proportion: Ranks.proportions(trials(rows, size), level: level)
        case .rate:
          Ranks.rates(
            zip(rows.counts(.numerator), rows.numbers(size)).map {
              CountInPopulation(events: $0, population: $1)
            },
            level: level
          )
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
