internal import Diagnostics
internal import Plan
internal import Tables

/// What every part of the reports is written from.
struct ReportContext: Sendable {
  let plan: Plan
  let language: Language
  let tables: DisclosedTables
  /// Typed records, for the texts of note fields.
  let records: [TypedRecords]
  let year: Int
  let members: [OrgUnit]
  let numbers: NumberText
  private let indicatorRows: [IndicatorKey: IndicatorRow]
  private let targetRows: [IndicatorKey: TargetRow]
  private let trendRows: [IndicatorKey: TrendRow]
  private let unitNames: [String: String]
  private let reportingRows: [String: [ReportingRow]]
  private let comparisonRows: [String: [ComparisonRow]]
  private let findingCounts: [String: [Severity: Int]]
  private let filesByPath: [String: SourceFileRow]

  init(plan: Plan, language: Language, tables: DisclosedTables, records: [TypedRecords]) {
    self.plan = plan
    self.language = language
    self.tables = tables
    self.records = records
    year = tables.settings.year
    members = plan.members(in: tables.settings.year)
    numbers = NumberText(language: language)
    indicatorRows = Dictionary(
      tables.indicators.map {
        (IndicatorKey(indicator: $0.indicator, unit: $0.unit, year: $0.year), $0)
      },
      uniquingKeysWith: { a, _ in a }
    )
    targetRows = Dictionary(
      tables.targets.map {
        (IndicatorKey(indicator: $0.target, unit: $0.unit, year: $0.year), $0)
      },
      uniquingKeysWith: { a, _ in a }
    )
    trendRows = Dictionary(
      tables.trends.map { (IndicatorKey(indicator: $0.indicator, unit: $0.unit, year: 0), $0) },
      uniquingKeysWith: { a, _ in a }
    )
    let year = year
    reportingRows = Dictionary(
      grouping: tables.reporting.filter { $0.year == year },
      by: \.sender
    )
    comparisonRows = Dictionary(
      grouping: tables.comparisons.filter { $0.year == year },
      by: \.unit
    )
    var counts: [String: [Severity: Int]] = [:]
    for row in tables.findings {
      counts[row.finding.sender, default: [:]][row.finding.severity, default: 0] += 1
    }
    findingCounts = counts
    filesByPath = Dictionary(tables.files.map { ($0.path, $0) }, uniquingKeysWith: { a, _ in a })
    var names: [String: String] = [:]
    for unit in plan.orgUnits.all where names[unit.code] == nil { names[unit.code] = unit.name }
    for unit in members { names[unit.code] = unit.name }
    if let own = plan.planUnit(in: year) { names[own.code] = own.name }
    unitNames = names
  }

  var isVietnamese: Bool { language == .vietnamese }

  func say(vi: String, en: String) -> String { isVietnamese ? vi : en }
  func say(_ text: LocalisedText) -> String { text.text(in: language) }

  func unitName(_ code: String) -> String { unitNames[code] ?? code }

  /// A sender's name: an agency's short title or a unit's name.
  func senderName(_ id: String) -> String {
    guard let sender = plan.sender(id) else { return unitName(id) }
    let short = say(sender.short)
    return short.isEmpty ? say(sender.title) : short
  }

  func indicator(_ id: String, _ unit: String, _ year: Int) -> IndicatorRow? {
    indicatorRows[IndicatorKey(indicator: id, unit: unit, year: year)]
  }

  func target(_ id: String, _ unit: String) -> TargetRow? {
    targetRows[IndicatorKey(indicator: id, unit: unit, year: year)]
  }

  func trend(_ id: String, _ unit: String) -> TrendRow? {
    trendRows[IndicatorKey(indicator: id, unit: unit, year: 0)]
  }

  /// What a sender owed for the year.
  func reporting(of sender: String) -> [ReportingRow] { reportingRows[sender] ?? [] }
  func comparisons(of unit: String) -> [ComparisonRow] { comparisonRows[unit] ?? [] }
  func findings(of sender: String, _ severity: Severity) -> Int {
    findingCounts[sender]?[severity] ?? 0
  }
  func file(_ path: String) -> SourceFileRow? { filesByPath[path] }

  /// Indicators of a clause and of the clauses below it, in the plan's order.
  func indicators(of clause: String) -> [Indicator] {
    plan.indicators.filter { $0.clauses.contains { Self.isClause($0, within: clause) } }
  }

  static func isClause(_ clause: String, within whole: String) -> Bool {
    clause == whole || clause.hasPrefix(whole + ".")
  }

  /// Names of the member units that have not reported what an indicator needs.
  func unitsWithoutReport(_ indicator: String) -> [String] {
    members.filter {
      self.indicator(indicator, $0.code, year)?.missing == .notReported
    }.map(\.name)
  }

  /// Senders of the plan, each unit of a level by its code, in the plan's order.
  var senderIds: [String] {
    plan.senders.flatMap { $0.eachLevel == nil ? [$0.id] : members.map(\.code) }
  }

  /// Head of every published text: what the figures are made of.
  var notice: String {
    let notice = say(tables.settings.notice)
    guard tables.settings.isSynthetic else { return notice.isEmpty ? "" : "> \(notice)" }
    let fallback = say(
      vi: "Số liệu tổng hợp nhân tạo, không phải số liệu thật.",
      en: "Synthetic data, not real figures."
    )
    return "> **\(say(vi: "Lưu ý", en: "Notice")):** " + (notice.isEmpty ? fallback : notice)
  }
}
