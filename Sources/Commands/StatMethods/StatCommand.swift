import CommandLineOptions
import CommandRunner
import DelimitedText
import Diagnostics
import Foundation
import VietnameseText

extension StatMethod {
  /// The methods in the order in which they are listed.
  static let all: [StatMethod] = [
    .describe, .linear,
    .proportion, .proportionTest, .twoProportions, .rate, .rateTest, .rateRatio, .standardise,
    .mannKendall, .sen, .regionalKendall, .cochranArmitage, .poissonTrend, .logisticTrend,
    .joinpoint, .funnel, .ranks, .empiricalBayes, .heterogeneity, .falseDiscovery,
    .pace,
  ]

  private static let file = OperandDeclaration(
    LocalisedText(vi: "TỆP", en: "FILE"),
    count: .optional,
    help: LocalisedText(
      vi: "tệp CSV có hàng tiêu đề; không có, hoặc là '-', thì đọc đầu vào chuẩn",
      en: "CSV file with a header; without one, or with '-', standard input is read"
    )
  )

  /// The command `chitieu stat METHOD`.
  var command: Command {
    let shared: [OptionDeclaration] = [
      StatRun.groupColumn.option.declaration,
      OptionSyntax<StatFormat>.statFormat.declaration,
      OptionSyntax<DecimalMark>.decimal.declaration,
      OptionSyntax<UInt8>.thousands.declaration,
      OptionSyntax<String>.missingWords.declaration,
      OptionSyntax<Dialect>.delimiter.declaration,
      OptionSyntax<TextEncoding>.encoding.declaration,
      OptionSyntax<Language>.language.declaration,
    ]
    let required = columns.filter(\.isRequired).map(\.name)
    return Command(
      CommandSyntax(
        "chitieu stat \(name)",
        summary: summary,
        operands: [Self.file],
        options: columns.map(\.option.declaration) + options + shared,
        required: requiredOptions.union(required),
        notes: notes
      )
    ) { arguments, console in try run(arguments, console) }
  }

  private func run(_ arguments: ParsedArguments, _ console: Console) throws -> ExitStatus {
    let run = try StatRun(self, arguments)
    let format = try arguments.value(.statFormat) ?? StatFormat.text
    let path = arguments.operands.first
    // Nobody types a table; whoever forgets the file would wait for ever.
    if path == nil, isatty(STDIN_FILENO) == 1 {
      throw UsageFault.missingOperand(Self.file.placeholder)
    }
    // Whoever types one all the same is not to be written over.
    if path == "-", isatty(STDIN_FILENO) == 1 { console.progress.clear() }
    let source = try StatSource(
      path: path,
      delimiter: try arguments.value(.delimiter),
      encoding: try arguments.value(.encoding)
    )
    let (outcomes, badCells) = try run.outcomes(of: source)
    for line in badCells.lines(in: console.language) { console.complain(line) }
    var output = TextOutput { try console.write($0) }
    switch format {
    case .text:
      let text = StatText(method: self, language: console.language, source: source.name)
      try text.write(outcomes, to: &output)
    case .csv:
      let hasGroups = try arguments.value(StatRun.groupColumn.option) != nil
      try StatCSV(method: self, hasGroups: hasGroups).write(outcomes, to: &output)
    case .json: try StatJSON(method: self, language: console.language).write(outcomes, to: &output)
    }
    try output.flush()
    return badCells.count > 0 ? .checkFailed : .done
  }
}
