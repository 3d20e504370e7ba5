import Diagnostics
import Plan
import Tables

@testable import Reports

/// Tables as the stages would give them for the invented plan; nil is a unit that did not report.
struct InventedTables {
  typealias Counts = (checked: Int64, sites: Int64, helped: Int64, need: Int64)

  /// By year and unit.
  var counts: [Int: [Counts?]]
  var statuses: [TargetStatus] = []
  var findings: [Finding] = []
  var conflicts: [ConflictRow] = []
  /// Facts of other forms beside those of the counts.
  var otherFacts: [FactRow] = []
  var conclusion = TrendRow.Conclusion.cannotShow
  /// Whether target C, fewer in need than in the base year, is judged too.
  var comparesWithBase = false
  /// Whether units are compared, which takes time.
  var comparesUnits = false
  var points = 4
  var minimumP = 0.0833
  var minimumPUntied = 0.0833
  var slope = 0.5
  var scores: [ScoreRow] = []
  var year = Invented.year
  var boundBasis = "unbounded"

  static let example = InventedTables(counts: [
    2020: [(3, 4, 0, 0), (5, 5, 10, 12), (2, 2, 0, 0), (1, 2, 3, 4), (2, 2, 20, 20)],
    2021: [(4, 4, 0, 0), (5, 5, 11, 12), (2, 2, 0, 0), (1, 2, 2, 4), (2, 2, 20, 20)],
    2022: [(4, 4, 0, 0), (5, 5, 11, 13), (2, 2, 0, 0), (2, 2, 2, 2), (2, 2, 20, 21)],
    2023: [(4, 4, 0, 0), (5, 6, 12, 14), (2, 2, 0, 0), nil, (2, 2, 20, 20)],
  ])

  private static var asOf: CalendarDate {
    guard let day = CalendarDate(year: 2024, month: 1, day: 5) else {
      preconditionFailure("5 January 2024 is a day")
    }
    return day
  }

  var settings: RunSettings {
    RunSettings(
      plan: "mau",
      year: year,
      asOf: Self.asOf,
      datasetTitle: Invented.text("Số liệu mẫu"),
      isSynthetic: true,
      notice: Invented.text("Số liệu tự tạo để thử.")
    )
  }

  func unit(_ index: Int) -> String { "p\(index + 1)" }

  var facts: [FactRow] {
    counts.keys.sorted().flatMap { year in
      ["year.checked", "year.helped", "year.need", "year.sites"].flatMap { element in
        (counts[year] ?? []).enumerated().map { index, row in
          let value: Int64? =
            switch element {
            case "year.checked": row?.checked
            case "year.helped": row?.helped
            case "year.need": row?.need
            default: row?.sites
            }
          return FactRow(
            element: element,
            unit: unit(index),
            year: year,
            category: FactRow.total,
            value: value.map { FixedDecimal($0) },
            text: "",
            missing: value == nil ? .notReported : nil,
            isPartial: false,
            sources: [SourceRow(file: 1, line: index + 2)]
          )
        }
      }
    }
  }

  private func row(
    _ indicator: String,
    _ unit: String,
    _ year: Int,
    _ numerator: Int64?,
    _ denominator: Int64?,
    expected: Int,
    reported: Int
  ) -> IndicatorRow {
    let isRatio = indicator != "need"
    let ratio: Double? =
      if let numerator, let denominator, denominator > 0 {
        Double(numerator) * 100 / Double(denominator)
      } else { nil }
    let value = isRatio ? ratio : numerator.map { Double($0) }
    return IndicatorRow(
      indicator: indicator,
      unit: unit,
      year: year,
      numerator: numerator.map { Double($0) },
      denominator: isRatio ? denominator.map { Double($0) } : nil,
      value: value,
      lower: value.map { max(0, $0 - 5) },
      upper: value.map { $0 + 5 },
      level: value == nil ? nil : 0.95,
      method: "wilson",
      worst: value.map { reported < expected ? $0 * 0.8 : $0 },
      best: value.map { reported < expected ? min(100, $0 * 1.1) : $0 },
      boundBasis: reported < expected ? boundBasis : "complete",
      expected: expected,
      reported: reported,
      missing: value == nil ? (numerator == nil ? .notReported : .noCase) : nil
    )
  }

  var indicatorRows: [IndicatorRow] {
    ["checked", "helped", "need"].flatMap { id in
      counts.keys.sorted().flatMap { year in
        let rows = counts[year] ?? []
        func pair(_ row: Counts) -> (Int64, Int64) {
          switch id {
          case "checked": (row.checked, row.sites)
          case "helped": (row.helped, row.need)
          default: (row.need, 0)
          }
        }
        let own = rows.enumerated().map { index, row in
          let pair = row.map(pair)
          return self.row(
            id,
            unit(index),
            year,
            pair?.0,
            pair?.1,
            expected: 1,
            reported: row == nil ? 0 : 1
          )
        }
        let reported = rows.compactMap { $0 }.map(pair)
        let total = self.row(
          id,
          "S",
          year,
          reported.map(\.0).reduce(0, +),
          reported.map(\.1).reduce(0, +),
          expected: rows.count,
          reported: reported.count
        )
        return own + [total]
      }
    }
  }

  var targetRows: [TargetRow] {
    let rows = indicatorRows.filter { $0.year == Invented.year && $0.indicator != "need" }
    let reached = rows.enumerated().map { index, row in
      let status: TargetStatus =
        if let value = row.value {
          value >= 100 ? .reached : .notReached
        } else { row.missing == .noCase ? .noCase : .notReported }
      let isOpen = row.reported < row.expected && row.value != nil
      return TargetRow(
        target: row.indicator == "checked" ? "A" : "B",
        unit: row.unit,
        year: row.year,
        indicator: row.indicator,
        form: "reach",
        reading: row.indicator == "checked" ? "x" : "",
        targetValue: 100,
        numerator: row.numerator,
        denominator: row.denominator,
        value: row.value,
        status: index < statuses.count ? statuses[index] : status,
        worst: isOpen ? .notReached : status,
        best: isOpen ? .reached : status
      )
    }
    return reached + (comparesWithBase ? fewerRows : [])
  }

  var trendRows: [TrendRow] {
    let rows = indicatorRows
    func value(_ row: IndicatorRow, _ year: Int) -> Double? {
      rows.first {
        $0.indicator == row.indicator && $0.unit == row.unit && $0.year == year
      }?.value
    }
    func difference(_ a: Double?, _ b: Double?) -> Double? {
      if let a, let b { a - b } else { nil }
    }
    return rows.filter { $0.year == Invented.year }.map { row in
      TrendRow(
        indicator: row.indicator,
        unit: row.unit,
        firstYear: 2020,
        lastYear: 2023,
        points: points,
        base: value(row, 2020),
        previous: value(row, 2022),
        latest: row.value,
        change: difference(row.value, value(row, 2022)),
        changeFromBase: difference(row.value, value(row, 2020)),
        s: 2,
        pValue: 0.75,
        minimumP: minimumP,
        minimumPUntied: minimumPUntied,
        slope: slope,
        slopeLower: -1,
        slopeUpper: 2,
        attainedLevel: 0.917,
        method: "mann-kendall-exact",
        conclusion: conclusion
      )
    }
  }

  func files(plan: Plan, language: Language = .vietnamese) -> [StageFile] {
    let members = (counts[Invented.year] ?? []).indices.map(unit)
    var file = SourceFileRow(
      file: 1,
      path: "2023/p2/bieu.csv",
      sha256: "00",
      bytes: 10,
      year: 2023,
      sender: "p2"
    )
    file.form = "year"
    return published(
      plan,
      ingest: IngestTables(
        settings: settings,
        files: [file],
        notes: [],
        records: [],
        findings: findings
      ),
      clean: CleanTables(
        records: [],
        setAside: [
          SetAsideRow(
            extent: .cell,
            file: 1,
            line: 7,
            column: 3,
            field: "helped",
            text: "ba",
            reason: "not-a-number"
          )
        ],
        superseded: [],
        accounts: [RowAccountRow(file: 1, path: "2023/p2/bieu.csv", records: 5, layoutRows: 1)],
        findings: []
      ),
      join: JoinTables(
        facts: facts + otherFacts,
        reporting: members.enumerated().map { index, unit in
          let isMissing = counts[Invented.year]?[index] == nil
          return ReportingRow(
            form: "year",
            sender: unit,
            year: 2023,
            status: isMissing ? .missing : .onTime,
            due: CalendarDate(year: 2023, month: 12, day: 15),
            received: isMissing ? nil : CalendarDate(year: 2023, month: 12, day: 1),
            files: isMissing ? 0 : 1,
            rows: isMissing ? 0 : 1,
            unitsExpected: 1,
            unitsReported: isMissing ? 0 : 1
          )
        },
        conflicts: conflicts,
        findings: []
      ),
      indicators: IndicatorTables(indicators: indicatorRows, targets: targetRows, scores: scores),
      trends: trendTables(plan),
      language: language
    ).files
  }

  func texts(plan: Plan, language: Language = .vietnamese) -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: files(plan: plan, language: language).map {
        ($0.name, String(decoding: $0.bytes, as: UTF8.self))
      }
    )
  }
}
