package import CommandLineOptions
package import Diagnostics
import Foundation
import Pipeline

/// Why a command that runs no stage has no result.
package protocol CommandFailure: Error {
  var message: LocalisedText { get }
  var status: ExitStatus { get }
}

/// A command: what it accepts and what it does.
package struct Command: Sendable {
  package let syntax: CommandSyntax
  private let body: @Sendable (ParsedArguments, Console) throws -> ExitStatus

  package init(
    _ syntax: CommandSyntax,
    body: @escaping @Sendable (ParsedArguments, Console) throws -> ExitStatus
  ) {
    self.syntax = syntax
    self.body = body
  }

  /// Runs the command and says on standard error why it failed, if it did.
  package func run(_ arguments: [String]) -> ExitStatus {
    // A file that grows beyond a limit is a failure to write, which is told, and no end of the program.
    _ = signal(SIGXFSZ, SIG_IGN)
    FreedMemory.keep()
    let console = Console(program: syntax.name, language: language(in: arguments))
    defer { console.progress.clear() }
    let (start, language) = (ContinuousClock.now, console.language)
    console.progress.show(isForLongWork: true) {
      let seconds = (ContinuousClock.now - start).components.seconds
      return language == .vietnamese
        ? "đang làm việc, đã \(seconds) giây" : "working, \(seconds) s so far"
    }
    do {
      guard let parsed = try syntax.parse(arguments) else {
        try console.print(syntax.help(in: console.language))
        return .done
      }
      // Read here so that a wrong language is refused by every command.
      _ = try parsed.value(OptionSyntax<Language>.language)
      return try body(parsed, console)
    } catch let fault as UsageFault {
      console.usageFault(fault, usage: syntax.usage(in: console.language))
      return .usage
    } catch let failure as PipelineFailure {
      for finding in failure.findings {
        console.complain(finding.description(in: console.language))
      }
      console.error(failure.message)
      return failure.status
    } catch let failure as any CommandFailure {
      console.error(failure.message)
      return failure.status
    } catch let failure as ConsoleFailure {
      console.error(failure.message)
      return .inputOutput
    } catch {
      console.error(LocalisedText(vietnamese: "\(error)"))
      return .internal
    }
  }

  /// Runs the command as a whole program.
  package func main() -> Never {
    exit(run(Array(CommandLine.arguments.dropFirst())).rawValue)
  }
}
