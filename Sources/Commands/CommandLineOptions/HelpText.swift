package import Diagnostics

extension CommandSyntax {
  /// One line: how the command is typed.
  package func usage(in language: Language) -> String {
    var words = [name]
    for operand in operands {
      let text = operand.placeholder.text(in: language)
      words.append(operand.count == .one ? text : "[\(text)…]")
    }
    for option in options {
      let text = "--\(option.name) \(option.placeholder.text(in: language))"
      words.append(required.contains(option.name) ? text : "[\(text)]")
    }
    let label = language == .vietnamese ? "cách dùng" : "usage"
    return "\(label): \(words.joined(separator: " "))"
  }

  /// The whole help of the command.
  package func help(in language: Language) -> String {
    var entries: [(String, String)] = []
    for operand in operands {
      entries.append((operand.placeholder.text(in: language), operand.help.text(in: language)))
    }
    for option in options {
      entries.append(
        (
          "--\(option.name) \(option.placeholder.text(in: language))",
          option.help.text(in: language)
        )
      )
    }
    entries.append(
      ("--help", language == .vietnamese ? "in hướng dẫn này" : "print this help")
    )
    return """
      \(summary.text(in: language))

      \(usage(in: language))

      \(alignedEntries(entries))
      """
  }
}

/// Entries in two columns.
package func alignedEntries(_ entries: [(String, String)]) -> String {
  let width = entries.map(\.0.count).max() ?? 0
  return entries.map { name, text in
    "  \(name)\(String(repeating: " ", count: width - name.count))  \(text)"
  }
  .joined(separator: "\n")
}
