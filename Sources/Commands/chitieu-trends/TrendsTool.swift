import CommandRunner
import Diagnostics
import Tables

@main
struct TrendsTool {
  static func main() {
    Command.stage(
      .trends,
      summary: LocalisedText(
        vi: "Tính xu hướng qua các năm và so sánh giữa các đơn vị.",
        en: "Computes trends over the years and comparisons between units."
      )
    )
    .main()
  }
}
