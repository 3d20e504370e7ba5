package import Diagnostics

/// What a command accepts: its operands and options, and what it is for.
package struct CommandSyntax: Sendable {
  /// As it is typed, with the program's name.
  package let name: String
  package let summary: LocalisedText
  package let operands: [OperandDeclaration]
  package let options: [OptionDeclaration]
  /// Options without which the command cannot work.
  package let required: Set<String>
  /// What the help says below the options.
  package let notes: LocalisedText?

  package init(
    _ name: String,
    summary: LocalisedText,
    operands: [OperandDeclaration] = [],
    options: [OptionDeclaration],
    required: Set<String> = [],
    notes: LocalisedText? = nil
  ) {
    self.name = name
    self.summary = summary
    self.operands = operands
    self.options = options
    self.required = required
    self.notes = notes
  }

  /// Reads arguments; nil means that help was asked for.
  package func parse(_ arguments: [String]) throws(UsageFault) -> ParsedArguments? {
    guard !Self.asksForHelp(arguments) else { return nil }
    var values: [String: String] = [:]
    var found: [String] = []
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      if argument == "--" {
        found += rest
        break
      }
      guard argument.hasPrefix("-"), argument != "-" else {
        found.append(argument)
        continue
      }
      let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let written = String(parts.first ?? "")
      let name = String(written.drop { $0 == "-" })
      guard written.hasPrefix("--"), let option = options.first(where: { $0.name == name }) else {
        throw .unknownOption(written, nearest: nearestOption(name))
      }
      guard values[name] == nil else { throw .repeatedOption(name) }
      if option.isFlag {
        guard parts.count == 1 else { throw .valueOfFlag(name) }
        values[name] = ""
      } else if parts.count == 2 {
        values[name] = String(parts[1])
      } else if let next = rest.first, !next.hasPrefix("--") {
        values[name] = next
        rest.removeFirst()
      } else {
        throw .missingValue(option: name)
      }
    }
    try check(found)
    for option in options where required.contains(option.name) && values[option.name] == nil {
      throw .missingOption(option.name)
    }
    return ParsedArguments(operands: found, values: values)
  }

  /// Operands that must stand come first, then those that may, then one that may any number of times.
  private func check(_ found: [String]) throws(UsageFault) {
    let single = operands.prefix { $0.count == .one }
    if found.count < single.count { throw .missingOperand(single[found.count].placeholder) }
    let limited = operands.prefix { $0.count != .any }
    if limited.count == operands.count, found.count > limited.count {
      throw .surplusOperand(found[limited.count])
    }
  }

  private func nearestOption(_ name: String) -> String? {
    nearest(to: name, among: options.map(\.name) + ["help"]).map { "--\($0)" }
  }

  private static func asksForHelp(_ arguments: [String]) -> Bool {
    arguments.prefix { $0 != "--" }.contains { $0 == "--help" || $0 == "-h" }
  }
}

/// Arguments as they were given, by option.
package struct ParsedArguments: Sendable, Equatable {
  package var operands: [String]
  private var values: [String: String]

  init(operands: [String], values: [String: String]) {
    self.operands = operands
    self.values = values
  }

  /// The value of an option; nil where it was not given.
  package func value<Value>(_ option: OptionSyntax<Value>) throws(UsageFault) -> Value? {
    guard let text = values[option.declaration.name] else { return nil }
    return try option.value(text)
  }

  /// The value of an option that the syntax requires.
  package func required<Value>(_ option: OptionSyntax<Value>) throws(UsageFault) -> Value {
    guard let value = try value(option) else { throw .missingOption(option.declaration.name) }
    return value
  }
}

/// The language that arguments ask for, also where they are wrong otherwise.
package func language(in arguments: [String]) -> Language {
  let name = "--\(OptionSyntax<Language>.language.declaration.name)"
  for (index, argument) in arguments.enumerated() {
    if argument == name, index + 1 < arguments.count {
      return Language(rawValue: arguments[index + 1]) ?? .vietnamese
    }
    if argument.hasPrefix("\(name)=") {
      return Language(rawValue: String(argument.dropFirst(name.count + 1))) ?? .vietnamese
    }
  }
  return .vietnamese
}
