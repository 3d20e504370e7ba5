import CommandLineOptions
import CommandRunner
import Diagnostics
import Foundation
import StatMethods

@main
struct ChiTieu {
  static func main() {
    exit(run(Array(CommandLine.arguments.dropFirst())).rawValue)
  }

  /// A command by its name, what it is for, and how it runs.
  private struct Entry: Sendable {
    let name: String
    let summary: LocalisedText
    let run: @Sendable ([String]) -> ExitStatus

    init(_ name: String, _ command: Command) {
      self.init(name, command.syntax.summary) { command.run($0) }
    }

    init(
      _ name: String,
      _ summary: LocalisedText,
      _ run: @escaping @Sendable ([String]) -> ExitStatus
    ) {
      self.name = name
      self.summary = summary
      self.run = run
    }
  }

  private static let commands = [
    Entry("run", .run), Entry("check", .check), Entry("compare", .compare),
    Entry("explain", .explain), Entry("merge", .merge),
    Entry("findings", .findings), Entry("template", .template),
    Entry("stat", StatCommand.summary) { StatCommand.run($0) },
    Entry("selftest", .selfTest),
  ]

  private static func run(_ arguments: [String]) -> ExitStatus {
    let console = Console(program: "chitieu", language: language(in: arguments))
    guard let name = arguments.first(where: { $0 != "--lang" && !isLanguage($0) }) else {
      console.usageFault(.noCommand, usage: help(in: console.language))
      return .usage
    }
    if let command = commands.first(where: { $0.name == name }) {
      var rest = arguments
      if let index = rest.firstIndex(of: name) { rest.remove(at: index) }
      return command.run(rest)
    }
    if ["--help", "-h", "help"].contains(name) {
      do {
        try console.print(help(in: console.language))
        return .done
      } catch {
        console.error(error.message)
        return .inputOutput
      }
    }
    let fault: UsageFault =
      name.hasPrefix("-")
      ? .unknownOption(name, nearest: nearest(to: name, among: ["--help"]))
      : .unknownCommand(name, nearest: nearest(to: name, among: commands.map(\.name)))
    console.usageFault(fault, usage: help(in: console.language))
    return .usage
  }

  private static func isLanguage(_ argument: String) -> Bool {
    Language(rawValue: argument) != nil || argument.hasPrefix("--lang=")
  }

  private static func help(in language: Language) -> String {
    let isVietnamese = language == .vietnamese
    let entries = commands.map { ($0.name, $0.summary.text(in: language)) }
    return """
      \(isVietnamese ? "cách dùng" : "usage"): chitieu \
      \(isVietnamese ? "LỆNH" : "COMMAND") … [--lang vi|en]

      \(alignedEntries(entries))

      \(isVietnamese ? "Xem thêm: chitieu LỆNH --help" : "More: chitieu COMMAND --help")
      """
  }
}
