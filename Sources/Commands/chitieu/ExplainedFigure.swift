import CommandLineOptions
import CommandRunner
import Diagnostics
import Explain
import Pipeline
import Plan
import Tables

/// The figure that arguments ask about, and the run that has it.
enum ExplainedFigure {
  static func find(
    _ plan: Plan,
    _ arguments: ParsedArguments,
    _ language: Language
  ) throws -> (run: ExplainedRun, figure: FigureKey.Figure) {
    guard arguments.operands.count > 1 else { return try named(plan, arguments, language) }
    let text = arguments.operands[1]
    guard let key = FigureKey(text) else { throw UsageFault.noKey(text) }
    guard try arguments.value(FigureOptions.indicator) == nil,
      try arguments.value(ExplainOptions.unit) == nil,
      try arguments.value(ExplainOptions.year) == nil,
      try arguments.value(OptionSyntax<CalendarDate>.boundaries) == nil
    else {
      throw UsageFault.optionsDisagree(
        LocalisedText(
          vi: "đã có khóa thì không dùng --indicator, --unit, --year, --boundaries",
          en: "a key stands for --indicator, --unit, --year and --boundaries; leave them out"
        )
      )
    }
    let run = try open(
      plan,
      arguments,
      evaluated: key.evaluated,
      year: key.year,
      boundaries: key.boundaries,
      orLater: false,
      language
    )
    guard run.settings.unit == key.evaluated else {
      let (found, asked) = (run.settings.unit ?? plan.unit, key.evaluated ?? plan.unit)
      throw UsageFault.optionsDisagree(
        LocalisedText(
          vi: "'\(run.workspace)' là của đơn vị \(found), cần đơn vị \(asked)",
          en: "'\(run.workspace)' is of the unit \(found), expected the unit \(asked)"
        )
      )
    }
    return (run, key.figure)
  }

  /// Whether arguments ask about one figure.
  static func isNamed(_ arguments: ParsedArguments) throws(UsageFault) -> Bool {
    let indicator = try arguments.value(FigureOptions.indicator)
    let unit = try arguments.value(ExplainOptions.unit)
    return arguments.operands.count > 1 || indicator != nil || unit != nil
  }

  /// The run that is asked about where no figure is: that of `--work`, or of the year.
  static func run(
    _ plan: Plan,
    _ arguments: ParsedArguments,
    _ language: Language
  ) throws -> ExplainedRun {
    let year = try arguments.value(ExplainOptions.year)
    let day = try arguments.value(OptionSyntax<CalendarDate>.boundaries)
    if year == nil, day == nil, let work = try arguments.value(FigureOptions.work) {
      return try run(plan, in: work, arguments, language)
    }
    return try open(
      plan,
      arguments,
      year: year ?? plan.years.last,
      boundaries: day,
      orLater: false,
      language
    )
  }

  /// By indicator, unit and year.
  private static func named(
    _ plan: Plan,
    _ arguments: ParsedArguments,
    _ language: Language
  ) throws -> (run: ExplainedRun, figure: FigureKey.Figure) {
    let indicator = try FigureOptions.indicator(of: plan, arguments)
    let year = try arguments.required(ExplainOptions.year)
    let run = try open(
      plan,
      arguments,
      year: year,
      boundaries: try arguments.value(OptionSyntax<CalendarDate>.boundaries),
      orLater: true,
      language
    )
    let typed = try arguments.value(ExplainOptions.unit)
    let unit = try typed.map { try self.unit($0, year, run) } ?? run.plan.unit
    return (run, .indicator(indicator.id, unit: unit, year: year))
  }

  /// The run in `--work`, which must be the one that is meant, or where runs stand by default.
  static func open(
    _ plan: Plan,
    _ arguments: ParsedArguments,
    evaluated: String? = nil,
    year: Int,
    boundaries: CalendarDate?,
    orLater: Bool,
    _ language: Language
  ) throws -> ExplainedRun {
    guard let work = try arguments.value(FigureOptions.work) else {
      let folder = try workspace(
        of: plan,
        unit: evaluated,
        year: year,
        boundaries: boundaries,
        orLater: orLater
      )
      return try self.run(plan, in: folder, arguments, language)
    }
    let run = try self.run(plan, in: work, arguments, language)
    let isOfYear = orLater || run.settings.year == year
    // Without --boundaries the workspace says which it has.
    let isOfDay = boundaries == run.settings.boundaries || boundaries == nil && orLater
    guard isOfYear, isOfDay else {
      throw UsageFault.optionsDisagree(other(run, year: year, boundaries: boundaries))
    }
    return run
  }

  private static func run(
    _ plan: Plan,
    in workspace: String,
    _ arguments: ParsedArguments,
    _ language: Language
  ) throws -> ExplainedRun {
    try ExplainedRun(
      plan,
      workspace: workspace,
      data: try arguments.value(ExplainOptions.data),
      language: language,
      jobs: try arguments.jobs()
    )
  }

  private static func other(
    _ run: ExplainedRun,
    year: Int,
    boundaries: CalendarDate?
  ) -> LocalisedText {
    func name(_ year: Int, _ day: CalendarDate?) -> String {
      day.map { "\(year) --boundaries \($0)" } ?? "\(year)"
    }
    let found = name(run.settings.year, run.settings.boundaries)
    return LocalisedText(
      vi:
        "'\(run.workspace)' là của lần chạy --year \(found), cần --year \(name(year, boundaries))",
      en: "'\(run.workspace)' is of the run --year \(found), expected --year "
        + name(year, boundaries)
    )
  }

  private static func unit(_ typed: String, _ year: Int, _ run: ExplainedRun) throws -> String {
    switch run.explainer.unit(typed, in: year) {
    case .unit(let code): return code
    case .several(let units):
      throw UsageFault.ambiguousUnit(typed, units: units.map { "\($0.name) (\($0.code))" })
    case .otherDays(let units): throw UsageFault.unitOfOtherDays(typed, units: units.map(days))
    case .none(let known):
      throw UsageFault.unknownUnit(typed, nearest: nearest(to: typed, among: known))
    }
  }

  private static func days(_ unit: OrgUnit) -> LocalisedText {
    let (from, to) = (unit.validFrom?.description ?? "…", unit.validTo?.description ?? "…")
    return LocalisedText(
      vi: "\(unit.name) (\(unit.code)) từ \(from) đến \(to)",
      en: "\(unit.name) (\(unit.code)) from \(from) to \(to)"
    )
  }

  /// Why a run has no such figure.
  static func fault(_ figure: FigureKey.Figure, _ run: ExplainedRun) -> UsageFault {
    guard case .indicator(let id, let unit, let year) = figure else {
      return .noFigureOfKey(FigureKey(figure, of: run.settings).text)
    }
    guard let indicator = run.plan.indicator(id) else {
      return .unknownIndicator(id, nearest: nearest(to: id, among: run.plan.indicators.map(\.id)))
    }
    return .noFigure(
      indicator: id,
      unit: unit,
      year: year,
      why: run.explainer.absence(indicator, unit, year)
    )
  }

  /// Whether a figure may be one that is not published.
  static func isSensitive(_ figure: FigureKey.Figure, _ plan: Plan) -> Bool {
    switch figure {
    case .indicator(let id, _, _), .series(let id, _, _):
      return plan.indicator(id)?.isSensitive ?? false
    case .target(let id, _, _):
      let target = plan.targets.first { $0.id == id }
      return target.flatMap { plan.indicator($0.indicator) }?.isSensitive ?? false
    case .fact(let id, _, _, _): return plan.element(id)?.isSensitive ?? false
    case .score: return false
    case .reporting(let name, _, _):
      return plan.form(name)?.fields.contains(where: \.isSensitive) ?? false
    }
  }
}
