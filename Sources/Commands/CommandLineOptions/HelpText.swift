package import Diagnostics

extension CommandSyntax {
  /// One line: how the command is typed.
  package func usage(in language: Language) -> String {
    usageWords(in: language).joined(separator: " ")
  }

  /// The same, broken before a word where a line would leave a terminal.
  private func usageLines(in language: Language, width: Int = 80) -> String {
    var lines = [""]
    for word in usageWords(in: language) {
      let last = lines.count - 1
      if lines[last].isEmpty {
        lines[last] = word
      } else if lines[last].count + 1 + word.count <= width {
        lines[last] += " \(word)"
      } else {
        lines.append("    \(word)")
      }
    }
    return lines.joined(separator: "\n")
  }

  /// What must not be broken in itself.
  private func usageWords(in language: Language) -> [String] {
    var words = [language == .vietnamese ? "cách dùng:" : "usage:", name]
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
    return words
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

      \(usageLines(in: language))

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
