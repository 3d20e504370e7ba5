import Diagnostics
import Indicators
import Tables
import Testing

@testable import Plan
@testable import Reports

/// One target of an invented plan, the figures of its years and what is to be said in the end.
struct VerdictCase: Sendable, CustomTestStringConvertible {
  /// What the senders of a year reported.
  enum Report: Sendable {
    /// So many of 18 units say yes, the first ones; `missing` of them, the last ones, say nothing.
    case units(Int, missing: Int = 0)
    /// As above, but it is the first unit that says nothing and the next ones say yes.
    case withoutFirst(Int)
    /// A count, all of it in the first unit; with `missing`, the second says nothing.
    case count(Int64, missing: Bool = false)
    /// A part of a whole, in the first unit; the second has nothing.
    case share(Int64, of: Int64)
    /// No unit has a figure, for this reason.
    case none(MissingReason)
  }

  let situation: String
  let form: Target.Form
  let when: Target.When
  let reports: [Report]
  let words: VerdictWords
  var testDescription: String { "\(form.rawValue) \(when.rawValue): \(situation)" }

  /// The evaluated year: one a report, from the base year 2020 on.
  var year: Int { 2020 + reports.count - 1 }

  private var isOfUnits: Bool {
    reports.contains {
      switch $0 {
      case .units, .withoutFirst: true
      default: false
      }
    } || form == .keepBase
  }

  private var isShare: Bool { form == .reach || form == .keep || form == .keepBase }

  func plan() throws -> Plan {
    var plan = try Invented.plan(template: "{{targets}}", members: isOfUnits ? 18 : 2)
    plan.templates[.english] = "{{targets}}"
    let formula: Indicator.Formula =
      if isOfUnits {
        .units(condition: try Invented.expression("year.checked > 0"))
      } else if isShare {
        .ratio(
          numerator: try Invented.expression("year.checked"),
          denominator: try Invented.expression("year.sites"),
          per: 100
        )
      } else {
        .count(try Invented.expression("year.checked"))
      }
    var indicator = Invented.indicator(
      "measure",
      "Chỉ tiêu",
      clause: "1.1",
      formula,
      unit: isShare ? "%" : "vụ",
      decimals: isShare ? 1 : 0,
      elements: isShare && !isOfUnits ? ["year.checked", "year.sites"] : ["year.checked"]
    )
    indicator.direction = form == .none || form == .fewer ? .down : .up
    plan.indicators = [indicator]
    var target = Invented.target("V", "1.1", "measure", form)
    target.value = form == .reach || form == .keep ? 100 : nil
    target.when = when
    plan.targets = [target]
    return plan
  }

  private func facts(_ members: Int) -> [FactRow] {
    reports.enumerated().flatMap { offset, report in
      (0..<members).flatMap { unit -> [FactRow] in
        let (checked, sites, reason) = figures(report, unit, of: members)
        return [("year.checked", checked), ("year.sites", sites)].map { element, value in
          FactRow(
            element: element,
            unit: "p\(unit + 1)",
            year: 2020 + offset,
            category: FactRow.total,
            value: value.map { FixedDecimal($0) },
            text: "",
            missing: value == nil ? reason : nil,
            isPartial: false,
            sources: []
          )
        }
      }
    }
  }

  private func figures(
    _ report: Report,
    _ unit: Int,
    of members: Int
  ) -> (checked: Int64?, sites: Int64?, reason: MissingReason) {
    switch report {
    case .units(let yes, let missing):
      unit >= members - missing
        ? (nil, nil, .notReported) : (unit < yes ? 1 : 0, 1, .notReported)
    case .withoutFirst(let yes):
      unit == 0 ? (nil, nil, .notReported) : (unit <= yes ? 1 : 0, 1, .notReported)
    case .count(let count, let missing):
      unit == 0 ? (count, 1, .notReported) : (missing ? nil : 0, 1, .notReported)
    case .share(let part, let whole):
      unit == 0 ? (part, whole, .notReported) : (0, 0, .notReported)
    case .none(let reason):
      (nil, nil, reason)
    }
  }

  /// The target's row of the plan's unit in the evaluated year, as it may be published.
  func row() throws -> TargetRow? {
    let plan = try plan()
    let tables = indicators(plan, settings, join(plan))
    return tables.targets.first { $0.unit == plan.unit && $0.year == year }
  }

  /// The sentence that the report prints on the target.
  func sentence(_ language: Language) throws -> String? {
    try text(language, plan()).split(separator: "\n")
      .first { $0.hasPrefix("- **V** – ") }
      .map { String($0.dropFirst("- **V** – ".count)) }
  }

  /// The report of a plan on these figures.
  func text(_ language: Language, _ plan: Plan) throws -> String {
    let join = join(plan)
    let files = published(
      plan,
      ingest: IngestTables(
        settings: settings,
        files: [],
        notes: [],
        records: [],
        findings: []
      ),
      clean: CleanTables(records: [], setAside: [], superseded: [], accounts: [], findings: []),
      join: join,
      indicators: indicators(plan, settings, join),
      trends: TrendTables(trends: [], comparisons: []),
      language: language
    ).files
    let own = try #require(files.first { $0.name.hasSuffix(".md") && !$0.name.contains("/") })
    return String(decoding: own.bytes, as: UTF8.self)
  }

  private func join(_ plan: Plan) -> JoinTables {
    JoinTables(
      facts: facts(plan.members(in: year).count),
      reporting: [],
      conflicts: [],
      findings: []
    )
  }

  private var settings: RunSettings {
    guard let day = CalendarDate(year: year + 1, month: 1, day: 5) else {
      preconditionFailure("5 January is a day of every year")
    }
    return RunSettings(
      plan: "mau",
      year: year,
      asOf: day,
      datasetTitle: Invented.text("Số liệu mẫu"),
      isSynthetic: false,
      notice: Invented.text("")
    )
  }
}
