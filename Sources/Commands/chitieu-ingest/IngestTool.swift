import CommandRunner

@main
struct IngestTool {
  static func main() { Command.ingest.main() }
}
