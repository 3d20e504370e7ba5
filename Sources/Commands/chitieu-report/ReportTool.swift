import CommandRunner

@main
struct ReportTool {
  static func main() { Command.report.main() }
}
