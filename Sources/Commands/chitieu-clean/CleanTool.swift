import CommandRunner
import Diagnostics
import Tables

@main
struct CleanTool {
  static func main() {
    Command.stage(
      .clean,
      summary: LocalisedText(
        vi: "Đọc các ô thành số, ngày, mã và loại; đối chiếu số hàng.",
        en: "Reads cells as numbers, dates, codes and categories; accounts for each row."
      )
    )
    .main()
  }
}
