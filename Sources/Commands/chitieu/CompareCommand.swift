import CommandLineOptions
import CommandRunner
import Diagnostics
import Pipeline
import Plan
import Tables

extension Command {
  private static let units = OptionSyntax<[String]>(
    "units",
    placeholder: LocalisedText(vi: "MÃ,MÃ", en: "CODE,CODE"),
    help: LocalisedText(
      vi: "chỉ liệt kê các đơn vị này (mặc định: tất cả)",
      en: "list these units only (default: all)"
    ),
    expected: LocalisedText(vi: "các mã cách nhau bằng dấu phẩy", en: "codes with commas between")
  ) { text in
    let codes = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    return codes.contains("") ? nil : codes
  }
  private static let first = yearOption(
    "from",
    vi: "năm đầu hiển thị (mặc định: năm gốc)",
    en: "first year shown (default: the base year)"
  )
  private static let last = yearOption(
    "to",
    vi: "năm cuối (mặc định: năm của lần chạy)",
    en: "last year (default: that of the run)"
  )
  private static let runYear = OptionSyntax<Int>.year(
    help: LocalisedText(
      vi: "năm của lần chạy (mặc định: năm cuối của kế hoạch)",
      en: "year of the run (default: the plan's last)"
    )
  )
  private static let format = OptionSyntax<CompareFormat>(
    "format",
    placeholder: LocalisedText(vi: "table|csv|json|md", en: "table|csv|json|md"),
    help: LocalisedText(
      vi: "dạng kết quả (mặc định: table)",
      en: "form of the result (default: table)"
    ),
    expected: LocalisedText(vi: "table, csv, json hoặc md", en: "table, csv, json or md")
  ) { CompareFormat(rawValue: $0) }

  private static func yearOption(_ name: String, vi: String, en: String) -> OptionSyntax<Int> {
    OptionSyntax(
      name,
      placeholder: LocalisedText(vi: "NĂM", en: "YEAR"),
      help: LocalisedText(vi: vi, en: en),
      expected: LocalisedText(vi: "một năm có bốn chữ số", en: "a year of four digits")
    ) { text in
      text.utf8.count == 4 ? Int(text) : nil
    }
  }

  /// `chitieu compare`: member units beside each other.
  static let compare = Command(
    CommandSyntax(
      "chitieu compare",
      summary: LocalisedText(
        vi: "So sánh các đơn vị của kế hoạch theo một chỉ tiêu.",
        en: "Compares the plan's units by one indicator."
      ),
      operands: [.plan],
      options: [
        FigureOptions.indicator.declaration, units.declaration, first.declaration, last.declaration,
        runYear.declaration, OptionSyntax<CalendarDate>.boundaries.declaration,
        FigureOptions.work.declaration,
        format.declaration, OptionSyntax<Int>.jobs.declaration,
        OptionSyntax<Language>.language.declaration,
      ],
      required: ["indicator"]
    )
  ) { arguments, console in
    let plan = try usablePlan(arguments.plan)
    let asked = try FigureOptions.indicator(of: plan, arguments)
    let year = try arguments.value(runYear) ?? plan.years.last
    let day = try arguments.value(OptionSyntax<CalendarDate>.boundaries)
    let chosen = try arguments.value(units)
    let known = plan.members(in: year, boundaries: day).map(\.code)
    for code in chosen ?? [] where !known.contains(code) {
      throw UsageFault.unknownUnit(code, nearest: nearest(to: code, among: known))
    }
    let suffix = day.map { "-boundaries-\($0)" } ?? ""
    let comparison = try Pipeline.compare(
      plan,
      workspace: try arguments.value(FigureOptions.work) ?? "work/\(plan.id)/\(year)\(suffix)",
      asked,
      from: try arguments.value(first),
      to: try arguments.value(last),
      units: chosen.map { Set($0) },
      language: console.language,
      jobs: try arguments.jobs()
    )
    let text = CompareText(plan, comparison, language: console.language)
    try console.print(try text.written(as: try arguments.value(format) ?? .table))
    FigureOptions.warn(of: asked, console)
    return .done
  }
}
