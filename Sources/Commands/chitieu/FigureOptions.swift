import CommandLineOptions
import Diagnostics
import Plan

/// Options of the commands that ask the tables of a run about an indicator.
enum FigureOptions {
  static let indicator = OptionSyntax.text(
    "indicator",
    placeholder: LocalisedText(vi: "MÃ", en: "ID"),
    help: LocalisedText(
      vi: "mã chỉ tiêu, như trong indicators.json5",
      en: "id of the indicator, as in indicators.json5"
    ),
    expected: LocalisedText(vi: "mã một chỉ tiêu", en: "the id of an indicator")
  )

  static let work = OptionSyntax.path(
    "work",
    help: LocalisedText(
      vi: "thư mục bảng của lần chạy (mặc định: work/<kế hoạch>/<năm>)",
      en: "folder with the tables of a run (default: work/<plan>/<year>)"
    )
  )

  /// The indicator that the arguments name.
  static func indicator(
    of plan: Plan,
    _ arguments: ParsedArguments
  ) throws(UsageFault) -> Indicator {
    let id = try arguments.required(indicator)
    guard let indicator = plan.indicator(id) else {
      throw .unknownIndicator(id, nearest: nearest(to: id, among: plan.indicators.map(\.id)))
    }
    return indicator
  }

  /// Tells that what was printed may hold numbers that are not published, where it may.
  static func warn(of indicator: Indicator, _ console: Console) {
    if indicator.isSensitive { warn(console) }
  }

  static func warn(_ console: Console) {
    let note = LocalisedText(
      vi: "Chỉ dùng nội bộ: có thể có số không được công bố.",
      en: "For the office's own use: numbers here may not be for publication."
    )
    console.complain(note.text(in: console.language))
  }
}
