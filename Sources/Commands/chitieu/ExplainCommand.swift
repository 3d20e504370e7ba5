import CommandLineOptions
import CommandRunner
import Diagnostics
import Explain
import Pipeline
import Plan
import Tables

extension Command {
  /// `chitieu explain`: where a number comes from.
  static let explain = Command(
    CommandSyntax(
      "chitieu explain",
      summary: LocalisedText(
        vi: "Cho biết một con số từ đâu ra, đến từng tệp và dòng.",
        en: "Tells where a number comes from, down to file and line."
      ),
      operands: [.plan, ExplainOptions.key],
      options: [
        FigureOptions.indicator.declaration, ExplainOptions.unit.declaration,
        ExplainOptions.year.declaration, OptionSyntax<CalendarDate>.boundaries.declaration,
        FigureOptions.work.declaration, ExplainOptions.data.declaration,
        ExplainOptions.rows.declaration,
        ExplainOptions.page.declaration, ExplainOptions.parts.declaration,
        ExplainOptions.diff.declaration,
        ExplainOptions.format.declaration, OptionSyntax<Int>.jobs.declaration,
        OptionSyntax<Language>.language.declaration,
      ],
      notes: ExplainOptions.notes
    )
  ) { arguments, console in
    let plan = try usablePlan(arguments.plan)
    if let earlier = try arguments.value(ExplainOptions.diff) {
      try ExplainOptions.requireNoLists(arguments)
      return try printDifference(plan, from: earlier, arguments, console)
    }
    let (run, figure) = try ExplainedFigure.find(plan, arguments, console.language)
    let question = ExplainQuestion(figure, lists: try ExplainOptions.lists(arguments))
    guard let tree = run.explanation(question) else {
      throw ExplainedFigure.fault(figure, run)
    }
    let format = try arguments.value(ExplainOptions.format) ?? .text
    try console.print(format.text(of: tree))
    if ExplainedFigure.isSensitive(figure, plan) { FigureOptions.warn(console) }
    return .done
  }

  /// Why a figure, or every one that does, differs from an earlier run.
  private static func printDifference(
    _ plan: Plan,
    from earlier: String,
    _ arguments: ParsedArguments,
    _ console: Console
  ) throws -> ExitStatus {
    let format = try arguments.value(ExplainOptions.format) ?? .text
    guard try ExplainedFigure.isNamed(arguments) else {
      let run = try ExplainedFigure.run(plan, arguments, console.language)
      let difference = try run.difference(from: earlier)
      try console.print(format.text(of: difference.list))
      if difference.figures.contains(where: { ExplainedFigure.isSensitive($0, plan) }) {
        FigureOptions.warn(console)
      }
      return .done
    }
    let (run, figure) = try ExplainedFigure.find(plan, arguments, console.language)
    guard let tree = try run.difference(from: earlier).explanation(figure) else {
      throw ExplainedFigure.fault(figure, run)
    }
    try console.print(format.text(of: tree))
    if ExplainedFigure.isSensitive(figure, plan) { FigureOptions.warn(console) }
    return .done
  }
}
