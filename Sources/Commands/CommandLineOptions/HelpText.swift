package import Diagnostics

extension CommandSyntax {
  /// One line: how the command is typed.
  package func usage(in language: Language) -> String {
    var words = [name]
    for operand in operands {
      let text = operand.placeholder.text(in: language)
      switch operand.count {
      case .one: words.append(text)
      case .optional: words.append("[\(text)]")
      case .any: words.append("[\(text)…]")
      }
    }
    for option in options {
      let text = option.title(in: language)
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
      entries.append((option.title(in: language), option.help.text(in: language)))
    }
    entries.append(
      ("--help", language == .vietnamese ? "in hướng dẫn này" : "print this help")
    )
    let text = """
      \(summary.text(in: language))

      \(usage(in: language))

      \(alignedEntries(entries))
      """
    return notes.map { "\(text)\n\n\($0.text(in: language))" } ?? text
  }
}

extension OptionDeclaration {
  /// As it is typed.
  fileprivate func title(in language: Language) -> String {
    isFlag ? "--\(name)" : "--\(name) \(placeholder.text(in: language))"
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
