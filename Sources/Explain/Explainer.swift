import Boundaries
package import Diagnostics
package import Plan
import Tables

/// Tells where a number comes from, down to the lines of the files that were sent.
package struct Explainer: Sendable {
  let plan: Plan
  let tables: ExplainedTables
  let language: Language
  let facts: FactIndex
  let overlaps: KeyOverlaps
  let sources: SourceRows
  let findings: [Finding]
  private let rows: [RowKey: IndicatorRow]

  private struct RowKey: Hashable {
    var indicator: String
    var unit: String
    var year: Int
  }

  package init(_ plan: Plan, _ tables: ExplainedTables, language: Language) {
    self.plan = plan
    self.tables = tables
    self.language = language
    facts = FactIndex(tables.join.facts)
    overlaps = KeyOverlaps(tables.join.overlaps)
    sources = SourceRows(tables.ingest)
    findings = tables.ingest.findings + tables.clean.findings + tables.join.findings
    rows = Dictionary(
      tables.indicators.indicators.map {
        (RowKey(indicator: $0.indicator, unit: $0.unit, year: $0.year), $0)
      }
    ) { first, _ in first }
  }

  func row(_ indicator: String, _ unit: String, _ year: Int) -> IndicatorRow? {
    rows[RowKey(indicator: indicator, unit: unit, year: year)]
  }

  /// The tree of a number; nil where the run has no such number.
  ///
  /// - Parameters:
  ///   - question: The number asked about.
  ///   - sentence: The sentence that the report has on it; empty where there is none.
  /// - Returns: The number, its parts, their rows, and what was found wrong with them.
  package func explanation(_ question: ExplainQuestion, sentence: String) -> Explanation? {
    guard let indicator = plan.indicator(question.indicator),
      let row = row(question.indicator, question.unit, question.year)
    else { return nil }
    var children: [Explanation] = []
    if !sentence.isEmpty {
      children.append(Explanation("\(say(vi: "trong báo cáo", en: "in the report")): \(sentence)"))
    }
    children += indicator.clauses.map(clause)
    children += [formula(indicator)]
    children += parts(row, indicator, question)
    return Explanation(headline(row, indicator), children)
  }

  func say(vi: String, en: String) -> String { language == .vietnamese ? vi : en }
  func say(_ text: LocalisedText) -> String { text.text(in: language) }

  /// Name of a unit that is evaluated.
  private func unitName(_ code: String, in year: Int) -> String {
    if code == plan.unit { return plan.planUnit(in: year)?.name ?? code }
    let units = plan.members(in: year, boundaries: tables.ingest.settings.boundaries)
    return units.first { $0.code == code }?.name ?? code
  }

  /// Name of a unit that reported: at other boundaries its code may mean another unit.
  func reporterName(_ code: String, in year: Int) -> String {
    guard let unit = YearUnits(plan, year).unit(code) else { return code }
    guard unit.days.lowerBound.month > 1 || unit.days.lowerBound.day > 1 else {
      return unit.unit.name
    }
    let day = unit.days.lowerBound
    return "\(unit.unit.name) \(say(vi: "(từ \(day))", en: "(from \(day))"))"
  }

  private func headline(_ row: IndicatorRow, _ indicator: Indicator) -> String {
    let unit = unitName(row.unit, in: row.year)
    return "\(say(indicator.title)), \(unit), \(row.year): \(figure(row, indicator))"
  }

  private func figure(_ row: IndicatorRow, _ indicator: Indicator) -> String {
    var text = row.value.map { "\(number($0)) \(say(indicator.unit))" } ?? ""
    if let numerator = row.numerator, let denominator = row.denominator {
      text += " = \(number(numerator)) / \(number(denominator))"
    }
    if let missing = row.missing { text += " \(say(missing.label))" }
    if row.expected != row.reported {
      text += say(
        vi: "; có \(row.reported) trong \(row.expected) phần",
        en: "; \(row.reported) of \(row.expected) parts are there"
      )
      if let worst = row.worst, let best = row.best {
        text += say(
          vi: ", xấu nhất \(number(worst)), tốt nhất \(number(best))",
          en: ", worst \(number(worst)), best \(number(best))"
        )
      }
    }
    return text.trimmingPrefix { $0 == " " }.description
  }

  private func clause(_ id: String) -> Explanation {
    let title = plan.clauses.first { $0.id == id }.map { say($0.title) } ?? ""
    return Explanation("\(say(vi: "mục của kế hoạch", en: "clause of the plan")) \(id): \(title)")
  }

  private func formula(_ indicator: Indicator) -> Explanation {
    let text =
      switch indicator.formula {
      case .ratio(let numerator, let denominator, let per):
        "(\(numerator.text)) / (\(denominator.text)) × \(per)"
      case .units(let condition):
        "\(say(vi: "đơn vị mà", en: "units where")) \(condition.text)"
      case .count(let value): value.text
      }
    return Explanation("\(say(vi: "công thức", en: "formula")): \(text)")
  }

  /// Whole numbers without a decimal point, others to the digit.
  func number(_ value: Double) -> String {
    let text = Int(exactly: value).map { "\($0)" } ?? "\(value)"
    return language == .vietnamese ? text.replacing(".", with: ",") : text
  }
}
