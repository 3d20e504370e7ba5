package import Diagnostics
import Foundation

/// Writes data to standard output and words about trouble to standard error.
package struct Console: Sendable {
  package let program: String
  package let language: Language
  /// How far the work is; whatever else is written takes its place.
  package let progress = ProgressLine()

  package init(program: String, language: Language) {
    self.program = program
    self.language = language
  }

  /// Writes lines of data.
  package func print(_ text: String) throws(ConsoleFailure) { try write("\(text)\n") }

  /// Writes data as it is, which need not end a line.
  package func write(_ text: String) throws(ConsoleFailure) {
    progress.clear()
    do {
      try FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
    } catch {
      throw ConsoleFailure()
    }
  }

  /// Writes lines about trouble as they are.
  package func complain(_ text: String) {
    progress.clear()
    // Where standard error is closed nobody is left to be told.
    try? FileHandle.standardError.write(contentsOf: Data("\(text)\n".utf8))
  }

  /// Writes an error with the program's name, as compilers do.
  package func error(_ message: LocalisedText) {
    let severity = Severity.error.label(in: language)
    complain("\(program): \(severity): \(message.text(in: language))")
  }

  /// Says what is wrong with the arguments and how the command is typed.
  package func usageFault(_ fault: UsageFault, usage: String) {
    error(fault.message)
    complain(usage)
  }
}

/// Standard output could not be written, as when a disk is full.
package struct ConsoleFailure: Error, Sendable {
  package let message = LocalisedText(
    vi: "không ghi được đầu ra chuẩn",
    en: "cannot write to standard output"
  )
}
