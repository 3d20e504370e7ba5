import CommandLineOptions
package import CommandRunner
import DelimitedText
import Diagnostics
import Foundation

extension Command {
  /// `chitieu selftest`: whether the methods compute on this machine what others have found.
  package static let selfTest = Command(
    CommandSyntax(
      "chitieu selftest",
      summary: LocalisedText(
        vi: "Tính lại các ca mẫu ngay trên máy này và in số chữ số đúng của từng phương pháp.",
        en: "Computes reference cases on this machine and prints the digits of each method."
      ),
      options: [
        OptionSyntax<StatFormat>.statFormat.declaration,
        OptionSyntax<Language>.language.declaration,
      ]
    )
  ) { arguments, console in
    let format = try arguments.value(.statFormat) ?? StatFormat.text
    let report = SelfTestReport(outcomes: SelfTest.outcomes(), language: console.language)
    switch format {
    case .text: try console.write(report.text)
    case .csv: try console.write(report.csv)
    case .json: try console.write(report.json)
    }
    return report.isMet ? .done : .checkFailed
  }
}

/// How the methods fared, for people and for programs.
struct SelfTestReport {
  let outcomes: [SelfTest.Outcome]
  let language: Language

  var isMet: Bool { outcomes.allSatisfy(\.isMet) }

  var text: String {
    var table = TextTable(language: language)
    let rounded = { (digits: Double) in (digits * 10).rounded(.down) / 10 }
    table.add(say(vi: "phương pháp", en: "method"), outcomes.map { .text($0.method) })
    table.add(say(vi: "ca", en: "cases"), outcomes.map { .integer($0.cases) })
    table.add(say(vi: "giá trị", en: "values"), outcomes.map { .integer($0.values) })
    table.add(say(vi: "chữ số", en: "digits"), outcomes.map { .number(rounded($0.digits)) })
    table.add(say(vi: "cần", en: "required"), outcomes.map { .number($0.required) })
    table.add(
      say(vi: "kết quả", en: "result"),
      outcomes.map {
        .text($0.isMet ? say(vi: "đạt", en: "ok") : say(vi: "KHÔNG ĐẠT", en: "FAILED"))
      }
    )
    table.add(
      say(vi: "nguồn", en: "sources"),
      outcomes.map { .text($0.sources.joined(separator: "; ")) }
    )
    var text = table.text + "\n\n"
    for outcome in outcomes where !outcome.isMet {
      text += "  \(outcome.method): \(outcome.worst)\n"
    }
    let failed = outcomes.count { !$0.isMet }
    text +=
      failed == 0
      ? say(
        vi: "Mọi phương pháp đạt số chữ số cần có; một số thực có tối đa 16 chữ số.\n",
        en: "Every method has the digits required; a double holds at most 16.\n"
      )
      : say(
        vi: "\(failed) phương pháp không đạt: đừng dùng kết quả của chúng trên máy này.\n",
        en: "\(failed) methods fall short: do not use their results on this machine.\n"
      )
    return text
  }

  var csv: String {
    var writer = DelimitedWriter()
    writer.write(["method", "cases", "values", "digits", "required", "status", "sources"])
    for outcome in outcomes {
      writer.write([
        outcome.method, "\(outcome.cases)", "\(outcome.values)",
        FigureFormat.exact(outcome.digits), FigureFormat.exact(outcome.required),
        outcome.isMet ? "ok" : "failed", outcome.sources.joined(separator: "; "),
      ])
    }
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  var json: String {
    let methods = outcomes.map { outcome in
      let sources = outcome.sources.map(StatJSON.quoted).joined(separator: ", ")
      return "    {\"method\": \(StatJSON.quoted(outcome.method)), \"cases\": \(outcome.cases), "
        + "\"values\": \(outcome.values), \"digits\": \(FigureFormat.exact(outcome.digits)), "
        + "\"required\": \(FigureFormat.exact(outcome.required)), "
        + "\"ok\": \(outcome.isMet), \"sources\": [\(sources)]}"
    }
    return "{\n  \"ok\": \(isMet),\n  \"methods\": [\n\(methods.joined(separator: ",\n"))\n  ]\n}\n"
  }

  private func say(vi: String, en: String) -> String { language == .vietnamese ? vi : en }
}
