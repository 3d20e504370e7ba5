import CommandLineOptions
import CommandRunner
import Diagnostics
import Explain
import Pipeline
import Plan

extension Command {
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
        FigureOptions.indicator.declaration, unit.declaration, year.declaration,
        FigureOptions.work.declaration,
        rows.declaration, OptionSyntax<Language>.language.declaration,
      ],
      required: ["indicator", "year"]
    )
  ) { arguments, console in
    let plan = try usablePlan(arguments.plan)
    let asked = try FigureOptions.indicator(of: plan, arguments)
    let year = try arguments.required(year)
    let question = ExplainQuestion(
      indicator: asked.id,
      unit: try arguments.value(unit) ?? plan.unit,
      year: year,
      rowsAtMost: try arguments.value(rows) ?? 10
    )
    let workspace = try arguments.value(FigureOptions.work) ?? "work/\(plan.id)/\(year)"
    let tree = try Pipeline.explain(
      plan,
      workspace: workspace,
      question,
      language: console.language
    )
    guard let tree else {
      throw UsageFault.noFigure(indicator: asked.id, unit: question.unit, year: year)
    }
    try console.print(tree.lines.map(DisplayWidth.harmless).joined(separator: "\n"))
    FigureOptions.warn(of: asked, console)
    return .done
  }
}
