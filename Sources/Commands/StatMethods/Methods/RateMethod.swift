import CommandLineOptions
import Diagnostics
import Methods

extension StatMethod {
  private static let interval = choice(
    "interval",
    PoissonRate.Method.self,
    help: LocalisedText(
      vi: "cách lập khoảng tin cậy (mặc định: exact)",
      en: "how intervals are made (default: exact)"
    )
  )

  static let rate = StatMethod(
    "rate",
    LocalisedText(
      vi: "Tỷ suất của từng hàng trên dân số, với khoảng Poisson.",
      en: "The rate of each row in its population with its Poisson interval."
    ),
    columns: [.label, .events, .population],
    options: [
      OptionSyntax<Double>.per.declaration, interval.declaration,
      OptionSyntax<ConfidenceLevel>.level.declaration,
    ],
    rowKeys: [.line, .unit, .value, .lower, .upper],
    example: "--unit xa --count so_vu --population dan_so --per 100000 so-lieu.csv"
  ) { arguments in
    let method = try arguments.value(interval) ?? .exact
    let level = try arguments.value(.level) ?? ConfidenceLevel.percent95
    let scale = try arguments.value(.per) ?? 1
    return { rows in
      let (counts, populations) = (rows.counts(.events), rows.numbers(.population))
      return .rows(rows, labels: .label) { index in
        PoissonRate.interval(
          for: counts[index],
          in: populations[index],
          per: scale,
          method: method,
          level: level
        )
        .map { ($0.value, $0.interval) }
      }
    }
  }
}
