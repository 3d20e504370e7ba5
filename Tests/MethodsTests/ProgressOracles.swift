import Methods
import OracleSupport

extension OracleComparison {
  /// Progress to a target.
  static let progress: [OracleComparison] =
    rules("mpmath/progress.csv", [2e-15, 4e-16, 4e-16, 3e-15, 1e-14, 6e-16, 3e-16])
    + rules("r/progress-rules.csv", [3e-16, 3e-14, 3e-14, 3e-12, 2e-13, 3e-14, 1e-15])
    + lines

  /// The quantities of each rule, with the bound of each in this order.
  private static func rules(_ table: String, _ bounds: [Double]) -> [OracleComparison] {
    let quantities: [(String, String, @Sendable (TargetPath) throws -> Double)] = [
      ("linear pace, due", "due", { try LinearPace.along($0).get().due }),
      ("linear pace, ratio", "pace", { try LinearPace.along($0).get().ratio }),
      (
        "SDSN, ratio", "pace", { try SustainableDevelopmentIndexTrend.along($0).get().ratio.get() }
      ),
      ("Eurostat, ratio", "ratio", { try EurostatProgress.along($0).get().ratio.get() }),
      (
        "United Nations, quotient", "quotient",
        { try UnitedNationsProgress.along($0).get().quotient.get() }
      ),
      ("ESCAP status, index", "index", { try EscapStatus.along($0).get().index }),
      ("ESCAP status, expected", "expected", { try EscapStatus.along($0).get().expected }),
    ]
    return zip(quantities, bounds).map { quantity, bound in
      path(quantity.0, table, bound: bound, quantity.1, quantity.2)
    }
  }

  private static let lines: [OracleComparison] = [
    path("ESCAP anticipated, value", "mpmath/progress.csv", bound: 3e-13, "anticipated") {
      try EscapAnticipated.along($0).get().anticipated
    },
    OracleComparison(
      "progress",
      "ESCAP anticipated, value",
      "r/progress-lines.csv",
      bound: 3e-13
    ) { row in
      let path = try way(row, target: 1_000)
      return try relativeError(
        EscapAnticipated.along(path).get().anticipated,
        row.number("anticipated")
      )
    },
    projection("r/progress-lines.csv"),
    projection("statsmodels/projection.csv"),
    OracleComparison(
      "progress",
      "Eurostat, ratio and score",
      "published/open-sdg.csv",
      bound: 1e-12
    ) { row in
      let progress = try openSDG(row)
      let score = try relativeError(progress.score, row.number("score"))
      guard progress.category != .targetAchieved else { return score }
      return try max(score, relativeError(progress.ratio.get(), row.number("ratio")))
    },
  ]

  private static func projection(_ path: String) -> OracleComparison {
    OracleComparison("projection", "value and limits", path, bound: 2e-12) { row in
      guard let level = try ConfidenceLevel(rawValue: row.text("level")) else { return .infinity }
      let projection = try Projection.along(way(row, target: 1_000), level: level).get()
      let interval = try projection.interval.get()
      return try max(
        relativeError(projection.value, row.number("projected")),
        relativeError(interval.lower, row.number("lower")),
        relativeError(interval.upper, row.number("upper"))
      )
    }
  }

  private static func path(
    _ quantity: String,
    _ table: String,
    bound: Double,
    _ column: String,
    _ value: @escaping @Sendable (TargetPath) throws -> Double
  ) -> OracleComparison {
    OracleComparison("progress", quantity, table, bound: bound) { row in
      guard try !row.text(column).isEmpty else { return 0 }
      let path = try way(row, target: row.number("target"))
      // What is met has no quotient to compare where it is met at the base.
      return try relativeError(value(path), row.number(column))
    }
  }

  private static func way(_ row: OracleTable.Row, target: Double) throws -> TargetPath {
    let series = try zip(row.numbers("times"), row.numbers("values")).map {
      TimedValue(time: $0, value: $1)
    }
    return try TargetPath.to(target, by: row.number("deadline"), through: series).get()
  }

  /// The progress of a row of Open SDG's table.
  static func openSDG(_ row: OracleTable.Row) throws -> EurostatProgress {
    let path = try TargetPath.to(
      row.number("target"),
      by: row.number("span"),
      through: [
        TimedValue(time: 0, value: row.number("base")),
        TimedValue(time: row.number("elapsed"), value: row.number("latest")),
      ],
      direction: TargetPath.Direction(rawValue: row.text("direction"))
    ).get()
    return try EurostatProgress.along(path).get()
  }
}
