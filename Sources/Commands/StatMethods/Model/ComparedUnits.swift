import CommandLineOptions
import Diagnostics
import Methods

/// What units are compared by.
enum UnitMeasure: String, CaseIterable, Sendable {
  case proportion, rate
}

extension StatColumn {
  static let unitSize = StatColumn(
    "denominator",
    .number,
    vi: "cột mẫu số: số ca, hoặc dân số",
    en: "column of denominators: trials, or populations"
  )
}

extension StatMethod {
  static let unitMeasure = choice(
    "measure",
    UnitMeasure.self,
    help: LocalisedText(
      vi: "tỷ lệ hay tỷ suất (mặc định: proportion)",
      en: "proportions or rates (default: proportion)"
    )
  )

  /// What cells of a column of sizes must be: trials are counts, populations are not.
  static func kind(_ column: StatColumn, isTrials: Bool) -> BoundColumn.Kind {
    column.name == StatColumn.unitSize.name && isTrials ? .count : column.kind
  }

  /// The same, by the measure asked for.
  @Sendable
  static func kindByMeasure(
    _ column: StatColumn,
    _ arguments: ParsedArguments
  ) throws -> BoundColumn.Kind {
    try kind(column, isTrials: arguments.value(unitMeasure) ?? .proportion == .proportion)
  }
}

extension StatRows {
  /// Successes among trials of each row.
  func trials(_ denominator: StatColumn) -> [CountOfTrials] {
    zip(counts(.numerator), counts(denominator)).map { CountOfTrials(successes: $0, trials: $1) }
  }

  /// Events in the population of each row, the population in units of a scale.
  func populations(_ denominator: StatColumn, per scale: Double = 1) -> [CountInPopulation] {
    zip(counts(.numerator), numbers(denominator)).map {
      CountInPopulation(events: $0, population: $1 / scale)
    }
  }
}
