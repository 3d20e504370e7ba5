import CommandLineOptions
import CommandRunner
import Diagnostics
import Pipeline

extension Command {
  private static let out = OptionSyntax<String>.path(
    "out",
    help: LocalisedText(
      vi: "thư mục của gói gộp",
      en: "folder of the merged package"
    )
  )

  /// `chitieu merge`: facts of several units as one package for the next level.
  static let merge = Command(
    CommandSyntax(
      "chitieu merge",
      summary: LocalisedText(
        vi: "Gộp các gói dữ kiện của nhiều đơn vị thành một gói nộp lên cấp trên.",
        en: "Merges facts packages of several units into one for the next level."
      ),
      operands: [
        .plan,
        OperandDeclaration(
          LocalisedText(vi: "GÓI", en: "PACKAGE"),
          help: LocalisedText(
            vi: "thư mục gói dữ kiện, như <thư mục làm việc>/package sau khi chạy",
            en: "folder of a facts package, as a run leaves it in <workspace>/package"
          )
        ),
        OperandDeclaration(
          LocalisedText(vi: "GÓI", en: "PACKAGE"),
          count: .any,
          help: LocalisedText(
            vi: "các gói khác, theo thứ tự nào cũng được",
            en: "others, in any order"
          )
        ),
      ],
      options: [
        out.declaration, OptionSyntax<Int>.jobs.declaration,
        OptionSyntax<Language>.language.declaration,
      ],
      required: ["out"]
    )
  ) { arguments, console in
    let out = try arguments.required(out)
    let units = try mergePackages(
      try usablePlan(arguments.plan),
      Array(arguments.operands.dropFirst()),
      into: out,
      jobs: try arguments.jobs()
    )
    try console.print("\(out): \(units.joined(separator: ", "))")
    return .done
  }
}
