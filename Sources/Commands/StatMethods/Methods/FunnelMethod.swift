import CommandLineOptions
import Diagnostics
import Methods

extension StatMethod {
  private enum Measure: String, CaseIterable {
    case proportion, rate, ratio
  }

  private static let measure = choice(
    "measure",
    Measure.self,
    help: LocalisedText(
      vi: "tỷ lệ, tỷ suất, hay số thấy trên số kỳ vọng (mặc định: proportion)",
      en: "proportions, rates, or observed over expected (default: proportion)"
    )
  )
  private static let widening = choice(
    "overdispersion",
    Funnel.Widening.self,
    help: LocalisedText(
      vi: "nới giới hạn khi các đơn vị vốn khác nhau nhiều (mặc định: none)",
      en: "how to widen limits where units vary more than chance (default: none)"
    )
  )
  private static let centre = OptionSyntax<Double>.number(
    "centre",
    help: LocalisedText(
      vi: "giá trị để so (mặc định: của mọi đơn vị gộp lại; với ratio: 1)",
      en: "the value to compare with (default: that of all units together; for ratio: 1)"
    )
  )
  private static let size = StatColumn(
    "denominator",
    .number,
    vi: "cột mẫu số: số ca, dân số, hoặc số kỳ vọng",
    en: "column of denominators: trials, populations, or expected counts"
  )

  @Sendable
  private static func funnelKind(
    _ column: StatColumn,
    _ arguments: ParsedArguments
  ) throws -> BoundColumn.Kind {
    try kind(column, isTrials: arguments.value(measure) ?? .proportion == .proportion)
  }

  static let funnel = StatMethod(
    "funnel",
    LocalisedText(
      vi: "Đơn vị nào khác mức chung quá mức ngẫu nhiên: giới hạn phễu 95 % và 99,8 %.",
      en: "Units that differ from the whole by more than chance: 95 % and 99.8 % limits."
    ),
    columns: [.unit, .numerator, size],
    options: [
      measure.declaration, OptionSyntax<Double>.per.declaration, centre.declaration,
      widening.declaration,
    ],
    keys: [
      ResultKey("centre", vi: "giá trị để so", en: "the value compared with"),
      ResultKey(
        "overdispersion",
        vi: "φ: 1 khi chỉ có ngẫu nhiên; lớn hơn khi các đơn vị vốn khác nhau",
        en: "φ: 1 where chance alone is at work, above where units differ"
      ),
      ResultKey(
        "overdispersionThreshold",
        vi: "mức mà φ phải vượt mới có nghĩa",
        en: "what φ must exceed to be significant"
      ),
      ResultKey(
        "betweenVariance",
        vi: "τ²: phương sai giữa các đơn vị",
        en: "τ²: variance between units"
      ),
      ResultKey("widening", vi: "cách nới giới hạn", en: "how limits were widened"),
    ],
    rowKeys: [
      .line, .unit, .value,
      ResultKey("lower95", vi: "giới hạn dưới 95 %", en: "lower 95 % limit"),
      ResultKey("upper95", vi: "giới hạn trên 95 %", en: "upper 95 % limit"),
      ResultKey("lower998", vi: "giới hạn dưới 99,8 %", en: "lower 99.8 % limit"),
      ResultKey("upper998", vi: "giới hạn trên 99,8 %", en: "upper 99.8 % limit"),
      ResultKey(
        "class",
        vi: "vị trí: inside, low-95, low-998, high-95, high-998",
        en: "where it lies: inside, low-95, low-998, high-95, high-998"
      ),
    ],
    example: "--unit xa --numerator dat --denominator tong so-lieu.csv",
    kind: funnelKind
  ) { arguments in
    let measure = try arguments.value(measure) ?? .proportion
    let widening = try arguments.value(widening) ?? .none
    let centre = try arguments.value(centre)
    let scale = try arguments.value(.per)
    if scale != nil, measure != .rate {
      throw UsageFault.optionsDisagree(
        LocalisedText(
          vi: "'--per' chỉ đi với '--measure rate'",
          en: "'--per' goes with '--measure rate' only"
        )
      )
    }
    return { rows in
      let funnel: Result<Funnel, StatisticGap> =
        switch measure {
        case .proportion:
          Funnel.proportions(rows.trials(size), centre: centre, widening: widening)
        case .rate:
          Funnel.rates(rows.populations(size), per: scale ?? 1, centre: centre, widening: widening)
        case .ratio: Funnel.ratios(rows.populations(size), centre: centre ?? 1, widening: widening)
        }
      return StatResult(funnel) { answer($0, rows) }
    }
  }

  private static func answer(_ funnel: Funnel, _ rows: StatRows) -> StatResult {
    let dispersion = funnel.overdispersion
    let labels = rows.labels(.unit) ?? []
    return StatResult(
      [
        "centre": .number(funnel.centre),
        "overdispersion": .number(dispersion.map(\.dispersion)),
        "overdispersionThreshold": .number(dispersion.map(\.threshold)),
        "betweenVariance": .number(dispersion.map(\.betweenVariance)),
        "widening": .text(funnel.widening.rawValue),
      ],
      rows: ResultRows(count: funnel.units.count) { index in
        let unit = funnel.units[index]
        return [
          .integer(rows.lines[index]), .text(labels[index]), .number(unit.map(\.value)),
          .number(unit.map(\.limits.lower95)), .number(unit.map(\.limits.upper95)),
          .number(unit.map(\.limits.lower998)), .number(unit.map(\.limits.upper998)),
          .code(unit.map(\.position)),
        ]
      }
    )
  }
}
