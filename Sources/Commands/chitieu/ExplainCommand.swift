import CommandLineOptions
import CommandRunner
import Diagnostics
import Explain
import Pipeline
import Plan

extension Command {
  private static let indicator = OptionSyntax.text(
    "indicator",
    placeholder: LocalisedText(vi: "MÃ", en: "ID"),
    help: LocalisedText(
      vi: "mã chỉ tiêu, như trong indicators.json5",
      en: "id of the indicator, as in indicators.json5"
    ),
    expected: LocalisedText(vi: "mã một chỉ tiêu", en: "the id of an indicator")
  )
  private static let unit = OptionSyntax.text(
    "unit",
    placeholder: LocalisedText(vi: "MÃ", en: "CODE"),
    help: LocalisedText(
      vi: "mã đơn vị (mặc định: đơn vị của kế hoạch)",
      en: "code of the unit (default: the plan's own)"
    ),
    expected: LocalisedText(vi: "mã một đơn vị", en: "the code of a unit")
  )
  private static let year = OptionSyntax<Int>.year(
    help: LocalisedText(vi: "năm của con số", en: "year of the number")
  )
  private static let work = OptionSyntax.path(
    "work",
    help: LocalisedText(
      vi: "thư mục bảng của lần chạy (mặc định: work/<kế hoạch>/<năm>)",
      en: "folder with the tables of a run (default: work/<plan>/<year>)"
    )
  )
  private static let rows = OptionSyntax<Int>(
    "rows",
    placeholder: LocalisedText(vi: "SỐ|all", en: "N|all"),
    help: LocalisedText(
      vi: "số hàng của sổ liệt kê cho mỗi số đếm (mặc định: 10)",
      en: "rows of a register that are listed for a count (default: 10)"
    ),
    expected: LocalisedText(vi: "một số từ 1, hoặc all", en: "a number from 1, or all")
  ) { text in
    if text == "all" { return .max }
    guard let count = Int(text), count > 0 else { return nil }
    return count
  }

  /// `chitieu explain`: where a number comes from.
  static let explain = Command(
    CommandSyntax(
      "chitieu explain",
      summary: LocalisedText(
        vi: "Cho biết một con số từ đâu ra, đến từng tệp và dòng.",
        en: "Tells where a number comes from, down to file and line."
      ),
      operands: [.plan],
      options: [
        indicator.declaration, unit.declaration, year.declaration, work.declaration,
        rows.declaration, OptionSyntax<Language>.language.declaration,
      ],
      required: ["indicator", "year"]
    )
  ) { arguments, console in
    let plan = try usablePlan(arguments.plan)
    let id = try arguments.required(indicator)
    guard let asked = plan.indicator(id) else {
      throw UsageFault.unknownIndicator(
        id,
        nearest: nearest(to: id, among: plan.indicators.map(\.id))
      )
    }
    let year = try arguments.required(year)
    let question = ExplainQuestion(
      indicator: id,
      unit: try arguments.value(unit) ?? plan.unit,
      year: year,
      rowsAtMost: try arguments.value(rows) ?? 10
    )
    let workspace = try arguments.value(work) ?? "work/\(plan.id)/\(year)"
    let tree = try Pipeline.explain(
      plan,
      workspace: workspace,
      question,
      language: console.language
    )
    guard let tree else {
      throw UsageFault.noFigure(indicator: id, unit: question.unit, year: year)
    }
    try console.print(tree.lines.joined(separator: "\n"))
    if asked.isSensitive {
      let note = LocalisedText(
        vi: "Chỉ dùng nội bộ: có thể có số không được công bố.",
        en: "For the office's own use: numbers here may not be for publication."
      )
      console.complain(note.text(in: console.language))
    }
    return .done
  }
}
