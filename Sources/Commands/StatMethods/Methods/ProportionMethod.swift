import CommandLineOptions
import Diagnostics
import Methods

extension StatMethod {
  private static let interval = choice(
    "interval",
    Proportion.Method.self,
    help: LocalisedText(
      vi: "cách lập khoảng tin cậy (mặc định: wilson)",
      en: "how intervals are made (default: wilson)"
    )
  )

  static let proportion = StatMethod(
    "proportion",
    LocalisedText(
      vi: "Tỷ lệ của từng hàng, với khoảng tin cậy.",
      en: "The proportion of each row with its interval."
    ),
    columns: [.label, .numerator, .denominator],
    options: [interval.declaration, OptionSyntax<ConfidenceLevel>.level.declaration],
    rowKeys: [.line, .unit, .value, .lower, .upper],
    example: "--unit xa --numerator dat --denominator tong --interval wilson so-lieu.csv"
  ) { arguments in
    let method = try arguments.value(interval) ?? .wilson
    let level = try arguments.value(.level) ?? ConfidenceLevel.percent95
    return { rows in
      let (numerators, denominators) = (rows.counts(.numerator), rows.counts(.denominator))
      return .rows(rows, labels: .label) { index in
        Proportion.interval(
          for: numerators[index],
          in: denominators[index],
          method: method,
          level: level
        )
        .map { ($0.value, $0.interval) }
      }
    }
  }
}

extension StatResult {
  /// A row for each row of the table: its line, name, value and limits.
  static func rows(
    _ rows: StatRows,
    labels column: StatColumn,
    _ value: @escaping @Sendable (Int) -> Result<(Double, Interval), StatisticGap>
  ) -> StatResult {
    let labels = rows.labels(column)
    return StatResult(
      [:],
      rows: ResultRows(count: rows.count) { index in
        let result = value(index)
        return [
          .integer(rows.lines[index]),
          labels.map { .text($0[index]) } ?? .missing(nil),
          .number(result.map(\.0)),
          .number(result.map(\.1.lower)),
          .number(result.map(\.1.upper)),
        ]
      }
    )
  }
}
