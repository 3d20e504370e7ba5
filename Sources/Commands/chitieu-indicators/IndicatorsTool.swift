import CommandRunner
import Diagnostics
import Tables

@main
struct IndicatorsTool {
  static func main() {
    Command.stage(
      .indicators,
      summary: LocalisedText(
        vi: "Tính chỉ tiêu và tình trạng của mục tiêu.",
        en: "Computes indicators and the status of targets."
      )
    )
    .main()
  }
}
