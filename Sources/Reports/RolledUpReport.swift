package import Diagnostics
package import Plan
package import Tables

/// Writes what is published for a unit above those that have the plan.
///
/// - Parameters:
///   - plan: The plan as it is evaluated for the unit.
///   - settings: Settings of the evaluation.
///   - parts: Every unit below that has the plan, with or without facts.
///   - indicators: Indicators and targets of the unit and its members.
///   - trends: Their trends.
///   - language: Language of the texts.
/// - Returns: Files by path below the folder of the report, in order of their paths, and the targets
///   as they show them.
package func rolledUpReport(
  _ plan: Plan,
  _ settings: RunSettings,
  _ parts: [PublishedPart],
  indicators: IndicatorTables,
  trends: TrendTables,
  language: Language
) -> (files: [StageFile], targets: [TargetRow]) {
  let tables = DisclosedTables(plan, settings, parts, indicators: indicators, trends: trends)
  let context = ReportContext(plan: plan, language: language, tables: tables, records: [])
  let sheets = (plan.hasUnitSheets ? context.members : []).map {
    StageFile(
      name: "\(PublishedFile.rolledUpSheets)/\($0.code).md",
      text: context.unitSheet($0)
    )
  }
  let report = StageFile(name: PublishedFile.report, text: context.rolledUpText())
  let files = [report] + sheets + context.tableFiles()
  return (files.sorted { $0.name < $1.name }, tables.targets)
}

extension ReportContext {
  /// The report of a unit above: the plan's own template is that of the units that have the plan.
  fileprivate func rolledUpText() -> String {
    let heading = say(vi: "Tổng hợp", en: "Rolled up")
    return Markdown.blocks([
      "# \(heading): \(unitName(plan.unit)) – \(say(vi: "năm", en: "year")) \(year)",
      notice,
      "*\(say(plan.title))* (\(plan.document.number))",
      remark,
      section(vi: "Đơn vị nộp dữ kiện", en: "Units that handed up facts"), handedUpBlock(),
      section(vi: "Mục tiêu", en: "Targets"), targetsBlock(),
      section(vi: "Mục tiêu theo từng đơn vị", en: "Targets by unit"), targetUnitsBlock(),
      section(vi: "Chỉ tiêu", en: "Indicators"), indicatorsBlock(plan.clauses.map(\.id)),
      section(vi: "Xu hướng", en: "Trends"), trendsBlock(),
      section(vi: "Cách hiểu đã chọn", en: "Readings chosen"), readingsBlock(),
      section(vi: "Cách đọc số liệu", en: "How to read the figures"), methodsBlock(),
    ])
  }

  private func section(vi: String, en: String) -> String { "## " + say(vi: vi, en: en) }

  private var remark: String {
    say(
      vi: "Mỗi kết quả tính từ tử số và mẫu số của mọi đơn vị báo cáo bên dưới, chốt đến "
        + "\(numbers.date(tables.settings.asOf)); không tính trung bình các tỷ lệ. Kết quả chỉ được "
        + "nêu khi mọi đơn vị hợp thành đều công bố phần của mình. Việc phải làm là việc của từng "
        + "đơn vị; mức đặt ra bằng số đếm là của một đơn vị, không áp dụng cho nhiều đơn vị.",
      en: "Each figure is made of the numerators and denominators of all who report below, as of "
        + "\(numbers.date(tables.settings.asOf)); percentages are never averaged. A figure is told "
        + "only where all units that it is made of publish theirs. What has to be done, each unit "
        + "has to do; a count that is set as a goal is set for one unit, and not for several."
    )
  }
}
