import CommandLineOptions
import Diagnostics

extension OperandDeclaration {
  /// The plan folder, first operand of every command.
  static let plan = OperandDeclaration(
    LocalisedText(vi: "KẾ-HOẠCH", en: "PIPELINE"),
    help: LocalisedText(
      vi: "thư mục kế hoạch, có plan.json5",
      en: "plan folder, with plan.json5"
    )
  )
}

extension ParsedArguments {
  /// The plan folder; parsing has made sure that it is there.
  var plan: String { operands.first ?? "" }
}
