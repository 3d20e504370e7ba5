internal import Diagnostics
internal import Plan
internal import Tables

/// Findings that are counted together; those without a year are not of the year reported.
private struct FindingKey: Hashable {
  var sender: String
  var severity: Severity
  var isOfYear: Bool
}

/// What every part of the reports is written from.
struct ReportContext: Sendable {
  let plan: Plan
  let language: Language
  let tables: DisclosedTables
  /// Typed records, for the texts of note fields.
  let records: [TypedRecords]
  let year: Int
  /// Member units that are evaluated.
  let members: [OrgUnit]
  /// Member units that report for the year; the same, except at the boundaries of another day.
  let reporters: [OrgUnit]
  /// Units that began within the year and reported for the rest of it; none in most years.
  let laterReporters: [YearUnits.Unit]
  let numbers: NumberText
  let corrections: CorrectionStates
  private let indicatorPlaces: SeriesIndex
  private let targetRows: [IndicatorKey: TargetRow]
  private let trendPlaces: SeriesIndex
  private let unitNames: [String: String]
  private let reporterNames: [String: String]
  private let reportingRows: [String: [ReportingRow]]
  /// The year's comparisons by unit; none where units have no sheets.
  private let comparisonsOfUnits: [String: [ComparisonRow]]
  private let findingCounts: [FindingKey: Int]
  private let filesByPath: [String: SourceFileRow]

  init(
    plan: Plan,
    language: Language,
    tables: DisclosedTables,
    records: [TypedRecords],
    previous: PreviousPublication? = nil,
    jobs: Int = 1
  ) {
    corrections = CorrectionStates(
      tables.findings.map(\.finding),
      files: tables.files,
      previous: previous,
      jobs: jobs
    )
    self.plan = plan
    self.language = language
    self.tables = tables
    self.records = records
    year = tables.settings.year
    reporters = plan.members(in: tables.settings.year)
    members = plan.members(
      in: tables.settings.year,
      boundaries: tables.settings.boundaries
    )
    let laterReporters = Self.laterReporters(plan, tables)
    self.laterReporters = laterReporters
    let numbers = NumberText(language: language)
    self.numbers = numbers
    indicatorPlaces = SeriesIndex(count: tables.indicators.count) { place in
      let row = tables.indicators.span[place]
      return (row.indicator, row.unit, row.year)
    }
    targetRows = Dictionary(
      tables.targets.map {
        (IndicatorKey(indicator: $0.target, unit: $0.unit, year: $0.year), $0)
      },
      uniquingKeysWith: { a, _ in a }
    )
    trendPlaces = SeriesIndex(count: tables.trends.count) { place in
      (tables.trends.span[place].indicator, tables.trends.span[place].unit, 0)
    }
    let year = year
    reportingRows = Dictionary(
      grouping: tables.reporting.filter { $0.year == year },
      by: \.sender
    )
    let compared = plan.hasUnitSheets ? plan.indicators : []
    comparisonsOfUnits = Dictionary(
      grouping: compared.flatMap { tables.comparisons.rows(of: $0.id, in: year) },
      by: \.unit
    )
    let files = Dictionary(tables.files.map { ($0.path, $0) }, uniquingKeysWith: { a, _ in a })
    findingCounts = Self.findingCounts(tables.findings, files, year)
    filesByPath = files
    var names: [String: String] = [:]
    for unit in plan.orgUnits.all where names[unit.code] == nil { names[unit.code] = unit.name }
    for unit in members { names[unit.code] = unit.name }
    if let own = plan.planUnit(in: year) { names[own.code] = own.name }
    for later in laterReporters {
      let day = numbers.date(later.days.lowerBound)
      let name =
        language == .vietnamese
        ? "\(later.unit.name) (từ \(day))" : "\(later.unit.name) (from \(day))"
      names[later.key] = plan.members(in: year).contains { $0.code == later.key } ? nil : name
    }
    unitNames = names
    for unit in reporters { names[unit.code] = unit.name }
    reporterNames = names
  }

  private static func findingCounts(
    _ findings: [FindingRow],
    _ files: [String: SourceFileRow],
    _ year: Int
  ) -> [FindingKey: Int] {
    var keys: [FindingKey: Int] = [:]
    var counts: [Int] = []
    var places = FoundForColumns<Int>()
    for place in findings.indices {
      let place = places.value(of: findings.span[place].finding) { finding in
        let ofYear = (finding.year ?? files[finding.location.file]?.year) == year
        let key = FindingKey(sender: finding.sender, severity: finding.severity, isOfYear: ofYear)
        if let place = keys[key] { return place }
        keys[key] = counts.count
        counts.append(0)
        return counts.count - 1
      }
      counts[place] += 1
    }
    return keys.mapValues { counts[$0] }
  }

  var isVietnamese: Bool { language == .vietnamese }

  func say(vi: String, en: String) -> String { isVietnamese ? vi : en }
  func say(_ text: LocalisedText) -> String { text.text(in: language) }

  /// Name of a unit that is evaluated.
  func unitName(_ code: String) -> String { unitNames[code] ?? code }

  /// Name of a unit that reported: at other boundaries its code may mean another unit.
  func reporterName(_ code: String) -> String { reporterNames[code] ?? code }

  /// Whether units are evaluated that are not those that reported.
  var isOfOthersReports: Bool { tables.settings.boundaries != nil || plan.rollUp != nil }

  /// A sender's name: an agency's short title or a unit's name.
  func senderName(_ id: String) -> String {
    guard let sender = plan.sender(id) else { return reporterName(id) }
    let short = say(sender.short)
    return short.isEmpty ? say(sender.title) : short
  }

  /// Codes of the units that have an indicator.
  var unitsOfIndicators: Set<String> { indicatorPlaces.units }

  func indicator(_ id: String, _ unit: String, _ year: Int) -> IndicatorRow? {
    indicatorPlaces.place(id, unit: unit, year: year).map { tables.indicators[$0] }
  }

  func target(_ id: String, _ unit: String) -> TargetRow? {
    targetRows[IndicatorKey(indicator: id, unit: unit, year: year)]
  }

  func trend(_ id: String, _ unit: String) -> TrendRow? {
    trendPlaces.place(id, unit: unit, year: 0).map { tables.trends[$0] }
  }

  /// What a sender owed for the year.
  func reporting(of sender: String) -> [ReportingRow] { reportingRows[sender] ?? [] }
  func comparisons(of unit: String) -> [ComparisonRow] { comparisonsOfUnits[unit] ?? [] }
  func findings(of sender: String, _ severity: Severity) -> Int {
    findings(of: sender, severity, isOfYear: true)
      + findings(of: sender, severity, isOfYear: false)
  }
  func findings(of sender: String, _ severity: Severity, isOfYear: Bool) -> Int {
    findingCounts[FindingKey(sender: sender, severity: severity, isOfYear: isOfYear)] ?? 0
  }
  func findings(_ severity: Severity, isOfYear: Bool) -> Int {
    findingCounts.filter { $0.key.severity == severity && $0.key.isOfYear == isOfYear }
      .values.reduce(0, +)
  }
  func file(_ path: String) -> SourceFileRow? { filesByPath[path] }

  /// Indicators of a clause and of the clauses below it, in the plan's order.
  func indicators(of clause: String) -> [Indicator] {
    plan.indicators.filter { $0.clauses.contains { Self.isClause($0, within: clause) } }
  }

  static func isClause(_ clause: String, within whole: String) -> Bool {
    clause == whole || clause.hasPrefix(whole + ".")
  }

  /// Names of the member units that have not reported what an indicator needs, or not all of it.
  func unitsNotWhole(_ indicator: String) -> (absent: [String], partial: [String]) {
    let open = members.compactMap { unit in
      self.indicator(indicator, unit.code, year).map { (unit.name, $0) }
    }
    let absent = open.filter { $0.1.missing == .notReported }
    let partial = open.filter { $0.1.missing != .notReported && $0.1.reported < $0.1.expected }
    return (absent.map(\.0), partial.map(\.0))
  }

  /// Keys of the units that report for the year.
  var reportingKeys: [String] { reporters.map(\.code) + laterReporters.map(\.key) }

  /// Senders of the plan, each unit of a level by its code, in the plan's order.
  var senderIds: [String] {
    plan.senders.flatMap { $0.eachLevel == nil ? [$0.id] : reportingKeys }
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
