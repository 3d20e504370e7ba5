import CommandLineOptions
import CommandRunner
import Diagnostics
import FindingCatalogue

extension Command {
  /// `chitieu findings`: what the codes of findings mean.
  static let findings = Command(
    CommandSyntax(
      "chitieu findings",
      summary: LocalisedText(
        vi: "Giải thích các mã mà lệnh check và danh sách trả lại nêu.",
        en: "Explains the codes that check and the correction lists name."
      ),
      operands: [
        OperandDeclaration(
          LocalisedText(vi: "MÃ", en: "CODE"),
          count: .any,
          help: LocalisedText(
            vi: "mã cần giải thích; không có mã nào thì in cả trang",
            en: "code to explain; without any, the whole page is printed"
          )
        )
      ],
      options: [OptionSyntax<Language>.language.declaration]
    )
  ) { arguments, console in
    let page = FindingsPage(language: console.language)
    guard !arguments.operands.isEmpty else {
      try console.print(String(page.markdown.dropLast()))
      return .done
    }
    var texts: [String] = []
    for code in arguments.operands {
      let entries = FindingCatalogue.entries(code)
      guard !entries.isEmpty else {
        let codes = FindingArea.allCases.flatMap(\.entries).map(\.code)
        throw UsageFault.unknownFindingCode(code, nearest: nearest(to: code, among: codes))
      }
      texts += entries.map(page.text)
    }
    try console.print(texts.joined(separator: "\n\n"))
    return .done
  }
}
