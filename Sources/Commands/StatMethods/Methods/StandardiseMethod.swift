import CommandLineOptions
import Diagnostics
import Methods

extension StatMethod {
  private enum Kind: String, CaseIterable {
    case direct, indirect
  }

  private static let kind = choice(
    "kind",
    Kind.self,
    help: LocalisedText(
      vi: "trực tiếp (cần --weight) hay gián tiếp (cần --reference-…)",
      en: "direct (needs --weight) or indirect (needs --reference-…)"
    )
  )
  private static let interval = choice(
    "interval",
    PoissonRate.Method.self,
    help: LocalisedText(
      vi: "giới hạn Poisson của tổng số vụ (mặc định: exact)",
      en: "Poisson limits of the events together (default: exact)"
    )
  )
  private static let weight = reference(
    "weight",
    vi: "trực tiếp: cột dân số chuẩn của từng tầng",
    en: "direct: column of the standard population of each stratum"
  )
  private static let referenceRate = reference(
    "reference-rate",
    vi: "gián tiếp: cột tỷ suất tham chiếu, trên --per dân",
    en: "indirect: column of reference rates, for --per of the population"
  )
  private static let referenceCount = reference(
    "reference-count",
    vi: "gián tiếp: cột số vụ của dân số tham chiếu",
    en: "indirect: column of events of the reference population"
  )
  private static let referencePopulation = reference(
    "reference-population",
    vi: "gián tiếp: cột dân số tham chiếu",
    en: "indirect: column of reference populations"
  )

  private static func reference(_ name: String, vi: String, en: String) -> StatColumn {
    StatColumn(name, .number, vi: vi, en: en, isRequired: false)
  }

  static let standardise = StatMethod(
    "standardise",
    LocalisedText(
      vi: "Chuẩn hóa tỷ suất theo tầng, như nhóm tuổi: mỗi hàng một tầng.",
      en: "Standardises a rate by strata such as ages: each row is a stratum."
    ),
    columns: [
      .events, .population, weight, referenceRate, referenceCount, referencePopulation,
    ],
    options: [
      kind.declaration, OptionSyntax<Double>.per.declaration, interval.declaration,
      OptionSyntax<ConfidenceLevel>.level.declaration,
    ],
    required: [kind.declaration.name],
    keys: [
      ResultKey(
        "value",
        vi: "trực tiếp: tỷ suất chuẩn hóa; gián tiếp: số thấy trên số kỳ vọng",
        en: "direct: the standardised rate; indirect: observed over expected"
      ),
      .lower, .upper, .level,
      ResultKey("events", vi: "tổng số vụ", en: "events together"),
      ResultKey("expected", vi: "gián tiếp: số vụ kỳ vọng", en: "indirect: events expected"),
      ResultKey(
        "rate",
        vi: "gián tiếp: tỷ suất, khi có dân số tham chiếu",
        en: "indirect: the rate, where the reference population is given"
      ),
      ResultKey("rateLower", vi: "cận dưới của tỷ suất", en: "lower limit of the rate"),
      ResultKey("rateUpper", vi: "cận trên của tỷ suất", en: "upper limit of the rate"),
      ResultKey("variance", vi: "trực tiếp: phương sai", en: "direct: the variance"),
    ],
    example: "--kind direct --count so_vu --population dan_so --weight dan_so_chuan --per 100000 "
      + "so-lieu.csv"
  ) { arguments in
    let kind = try arguments.required(kind)
    let scale = try arguments.value(.per) ?? 1
    let method = try arguments.value(interval) ?? .exact
    let level = try arguments.value(.level) ?? ConfidenceLevel.percent95
    let hasRates = try check(arguments, kind)
    return { rows in
      switch kind {
      case .direct:
        let strata = zip(zip(rows.counts(.events), rows.numbers(.population)), rows.numbers(weight))
          .map { StandardStratum(events: $0.0, population: $0.1, standard: $1) }
        return StatResult(
          DirectStandardisation.rate(of: strata, per: scale, method: method, level: level),
          direct
        )
      case .indirect:
        let strata = strata(rows, perRate: hasRates ? scale : nil)
        let result = IndirectStandardisation.ratio(
          of: strata,
          per: scale,
          method: method,
          level: level
        )
        return StatResult(result) { indirect($0, hasRate: !hasRates) }
      }
    }
  }

  /// Whether reference rates are given rather than counts and populations.
  private static func check(_ arguments: ParsedArguments, _ kind: Kind) throws -> Bool {
    let given = try [weight, referenceRate, referenceCount, referencePopulation].map {
      try arguments.value($0.option) != nil
    }
    switch (kind, given) {
    case (.direct, [true, false, false, false]): return false
    case (.indirect, [false, true, false, false]): return true
    case (.indirect, [false, false, true, true]): return false
    case (.direct, _):
      throw UsageFault.optionsDisagree(
        LocalisedText(
          vi: "'--kind direct' cần '--weight' và không cần cột tham chiếu nào",
          en: "'--kind direct' needs '--weight' and no reference column"
        )
      )
    case (.indirect, _):
      throw UsageFault.optionsDisagree(
        LocalisedText(
          vi: "'--kind indirect' cần '--reference-rate', hoặc '--reference-count' cùng "
            + "'--reference-population', và không cần '--weight'",
          en: "'--kind indirect' needs '--reference-rate', or '--reference-count' with "
            + "'--reference-population', and no '--weight'"
        )
      )
    }
  }

  private static func strata(_ rows: StatRows, perRate scale: Double?) -> [ReferenceStratum] {
    let own = zip(rows.counts(.events), rows.numbers(.population))
    if let scale {
      return zip(own, rows.numbers(referenceRate)).map {
        ReferenceStratum(
          events: $0.0,
          population: $0.1,
          referenceEvents: $1,
          referencePopulation: scale
        )
      }
    }
    let reference = zip(rows.numbers(referenceCount), rows.numbers(referencePopulation))
    return zip(own, reference).map {
      ReferenceStratum(
        events: $0.0,
        population: $0.1,
        referenceEvents: $1.0,
        referencePopulation: $1.1
      )
    }
  }

  private static func direct(_ result: DirectStandardisation) -> StatResult {
    StatResult([
      "value": .number(result.value),
      "lower": result.interval.lower,
      "upper": result.interval.upper,
      "level": level(of: result.interval),
      "events": .integer(result.events),
      "expected": .missing(nil),
      "rate": .missing(nil),
      "rateLower": .missing(nil),
      "rateUpper": .missing(nil),
      "variance": .number(result.variance),
    ])
  }

  private static func level(of interval: Result<Interval, StatisticGap>) -> StatValue {
    switch interval {
    case .success(let interval): .percent(interval.level)
    case .failure(let gap): .missing(gap)
    }
  }

  private static func indirect(
    _ result: IndirectStandardisation,
    hasRate: Bool
  ) -> StatResult {
    StatResult([
      "value": .number(result.ratio),
      "lower": .number(result.interval.lower),
      "upper": .number(result.interval.upper),
      "level": .percent(result.interval.level),
      "events": .integer(result.observed),
      "expected": .number(result.expected),
      "rate": hasRate ? .number(result.rate) : .missing(nil),
      "rateLower": hasRate ? .number(result.rateInterval.lower) : .missing(nil),
      "rateUpper": hasRate ? .number(result.rateInterval.upper) : .missing(nil),
      "variance": .missing(nil),
    ])
  }
}
