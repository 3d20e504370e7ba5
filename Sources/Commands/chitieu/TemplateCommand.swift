import CommandLineOptions
import CommandRunner
import Diagnostics
import Pipeline

extension Command {
  private static let form = OptionSyntax<String>.text(
    "form",
    placeholder: LocalisedText(vi: "BIỂU-MẪU", en: "FORM"),
    help: LocalisedText(
      vi: "chỉ biểu mẫu này (mặc định: tất cả)",
      en: "only this form (default: all)"
    ),
    expected: LocalisedText(vi: "mã của một biểu mẫu", en: "the name of a form")
  )
  private static let year = OptionSyntax<Int>.year(
    help: LocalisedText(
      vi: "năm ghi sẵn vào biểu mẫu (mặc định: năm cuối của kế hoạch)",
      en: "year to write into the forms (default: the plan's last)"
    )
  )
  private static let out = OptionSyntax<String>.path(
    "out",
    help: LocalisedText(
      vi: "thư mục để ghi biểu mẫu vào; không ghi đè tệp đã có",
      en: "folder to write the forms to; no file is overwritten"
    )
  )

  /// `chitieu template`: empty forms for the senders.
  static let template = Command(
    CommandSyntax(
      "chitieu template",
      summary: LocalisedText(
        vi: "Ghi biểu mẫu trống và hướng dẫn cho nơi gửi.",
        en: "Writes empty forms and a guide for the senders."
      ),
      operands: [.plan],
      options: [
        form.declaration, year.declaration, out.declaration,
        OptionSyntax<Language>.language.declaration,
      ],
      required: ["out"]
    )
  ) { arguments, console in
    let form = try arguments.value(form)
    let year = try arguments.value(year)
    let out = try arguments.required(out)
    let plan = try usablePlan(arguments.plan)
    let files = try templates(of: plan, form: form, year: year, in: console.language)
    for path in try write(files, into: out) { try console.print(path) }
    return .done
  }
}
