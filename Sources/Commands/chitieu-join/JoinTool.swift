import CommandRunner
import Diagnostics
import Tables

@main
struct JoinTool {
  static func main() {
    Command.stage(
      .join,
      summary: LocalisedText(
        vi: "Ghép bản ghi thành số liệu theo đơn vị và năm; xét việc báo cáo.",
        en: "Joins records into facts by unit and year; judges the reporting."
      )
    )
    .main()
  }
}
