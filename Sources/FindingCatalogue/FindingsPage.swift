package import Diagnostics

/// The page that documents all codes, as Markdown.
package struct FindingsPage {
  let language: Language

  package init(language: Language) {
    self.language = language
  }

  /// The whole page.
  package var markdown: String {
    (head + FindingArea.allCases.flatMap(section)).joined(separator: "\n\n") + "\n"
  }

  /// The part of the page that explains one entry.
  package func text(_ entry: FindingEntry) -> String {
    let text = entry.explanation(in: language)
    let severities = entry.severities.map { $0.label(in: language) }
      .joined(separator: say(vi: " hoặc ", en: " or "))
    return """
      ### \(entry.code)

      **\(text.title)** (\(severities))

      * \(say(vi: "Nghĩa là gì", en: "What it means")): \(text.meaning)
      * \(say(vi: "Vì sao quan trọng", en: "Why it matters")): \(text.importance)
      * \(say(vi: "Cách sửa", en: "How to mend it")): \(text.remedy)
      """
  }

  private func section(_ area: FindingArea) -> [String] {
    ["## \(area.title.text(in: language))"] + area.entries.map(text)
  }

  private var head: [String] {
    [
      say(vi: "# Mã của các điểm cần xem lại", en: "# Codes of findings"),
      say(
        vi: "*Trang này do lệnh `make findings-page` tạo ra từ `Sources/FindingCatalogue/Entries`; "
          + "không sửa bằng tay. English: [Findings.md](Findings.md).*",
        en:
          "*`make findings-page` writes this page from `Sources/FindingCatalogue/Entries`; do not "
          + "edit it. Tiếng Việt: [Findings.vi.md](Findings.vi.md).*"
      ),
      say(
        vi: "Mỗi điểm mà chương trình thấy trong số liệu hay trong kế hoạch có một mã cố định. "
          + "**Lỗi** làm mất số liệu, hoặc kế hoạch không chạy được; **cảnh báo** là chỗ có thể "
          + "hiểu sai; **ghi chú** không cần sửa. Mã không có ở đây là mã quy tắc riêng của kế "
          + "hoạch (`rules.json5`); câu của quy tắc nói cần sửa gì. "
          + "`chitieu findings MÃ` in phần nói về một mã.",
        en:
          "Everything that the program finds in data or in a plan has a stable code. An **error** "
          + "loses data, or keeps a plan from running; a **warning** may have been misread; a "
          + "**note** needs no correction. A code that does not stand here is a rule of the plan "
          + "(`rules.json5`), whose own sentence says what to correct. "
          + "`chitieu findings CODE` prints the part about one code."
      ),
    ]
  }

  private func say(vi: String, en: String) -> String { language == .vietnamese ? vi : en }
}
