import CommandLineOptions
import CommandRunner
package import Diagnostics

extension StatMethod {
  /// Below the options: the keys of the answer, and an example.
  var notes: LocalisedText {
    LocalisedText(vi: notes(in: .vietnamese), en: notes(in: .english))
  }

  private func notes(in language: Language) -> String {
    let isVietnamese = language == .vietnamese
    var parts: [String] = []
    let once = [ResultKey.used, .missing, .bad].filter {
      $0.name != "n" || !keys.contains { $0.name == "n" }
    }
    let all = once + keys + [ResultKey.gap]
    parts.append(
      "\(isVietnamese ? "Kết quả" : "The answer"):\n"
        + alignedEntries(all.map { ($0.name, $0.meaning.text(in: language)) })
    )
    if !rowKeys.isEmpty {
      let title = isVietnamese ? "Mỗi hàng của kết quả (rows)" : "Each row of the answer (rows)"
      parts.append(
        "\(title):\n" + alignedEntries(rowKeys.map { ($0.name, $0.meaning.text(in: language)) })
      )
    }
    let label = isVietnamese ? "Ví dụ" : "Example"
    parts.append("\(label):\n  chitieu stat \(name) \(example)")
    return parts.joined(separator: "\n\n")
  }
}

/// `chitieu stat`: any method of the library on any CSV.
package enum StatCommand {
  package static let summary = LocalisedText(
    vi: "Áp dụng một phương pháp thống kê cho một tệp CSV bất kỳ.",
    en: "Applies a statistical method to any CSV file."
  )

  /// Runs the method that the arguments name, or lists all.
  package static func run(_ arguments: [String]) -> ExitStatus {
    let language = language(in: arguments)
    let console = Console(program: "chitieu stat", language: language)
    let isOfLanguage = { (index: Int) in
      arguments[index].hasPrefix("--lang=") || arguments[index] == "--lang"
        || (index > 0 && arguments[index - 1] == "--lang")
    }
    guard let place = arguments.indices.first(where: { !isOfLanguage($0) }) else {
      return list(console)
    }
    let name = arguments[place]
    if ["--help", "-h", "help"].contains(name) { return list(console) }
    guard let method = StatMethod.all.first(where: { $0.name == name }) else {
      let names = StatMethod.all.map(\.name)
      let fault: UsageFault =
        name.hasPrefix("-")
        ? .unknownOption(name, nearest: nearest(to: name, among: ["--help"]))
        : .unknownMethod(name, nearest: nearest(to: name, among: names))
      console.usageFault(fault, usage: text(in: language))
      return .usage
    }
    var rest = arguments
    rest.remove(at: place)
    return method.command.run(rest)
  }

  private static func list(_ console: Console) -> ExitStatus {
    do {
      try console.print(text(in: console.language))
      return .done
    } catch {
      console.error(error.message)
      return .inputOutput
    }
  }

  private static func text(in language: Language) -> String {
    let isVietnamese = language == .vietnamese
    let entries = StatMethod.all.map { ($0.name, $0.summary.text(in: language)) }
    return """
      \(summary.text(in: language))

      \(isVietnamese ? "cách dùng" : "usage"): chitieu stat \
      \(isVietnamese ? "PHƯƠNG-PHÁP [TỆP]" : "METHOD [FILE]") … [--lang vi|en]

      \(alignedEntries(entries))

      \(isVietnamese ? "Xem thêm: chitieu stat PHƯƠNG-PHÁP --help" : "More: chitieu stat METHOD --help")
      """
  }
}
