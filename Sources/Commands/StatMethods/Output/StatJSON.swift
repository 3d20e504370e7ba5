import Diagnostics
import Methods

/// Answers as JSON: keys in their documented order, numbers so that the same doubles come back.
///
/// A missing value is `null`; beside it stand `gap`, the code of the first reason, and `reason` in
/// words; where values are missing for several reasons, `gaps` has the code of each.
struct StatJSON {
  let method: StatMethod
  let language: Language

  func write(_ outcomes: [StatOutcome], to output: inout TextOutput) throws {
    guard outcomes.count != 1 || outcomes[0].group != nil else {
      try write(outcomes[0], indent: "", to: &output)
      return try output.add("\n")
    }
    try output.add("[")
    for (index, outcome) in outcomes.enumerated() {
      try output.add(index == 0 ? "\n  " : ",\n  ")
      try write(outcome, indent: "  ", to: &output)
    }
    try output.add(outcomes.isEmpty ? "]\n" : "\n]\n")
  }

  private func write(
    _ outcome: StatOutcome,
    indent: String,
    to output: inout TextOutput
  ) throws {
    var members = [("stat", Self.quoted(method.name))]
    if let group = outcome.group { members.append(("group", Self.quoted(group))) }
    members += outcome.counts.map { ($0.key.name, "\($0.value)") }
    members += self.members(method.keys.map { ($0, outcome.result.value($0)) }, outcome.result.gap)
    let lines = members.map { "\(indent)  \(Self.quoted($0)): \($1)" }
    try output.add("{\n\(lines.joined(separator: ",\n"))")
    if !method.rowKeys.isEmpty {
      try output.add(",\n\(indent)  \"rows\": [")
      let rows = outcome.result.rows
      for index in 0..<(rows?.count ?? 0) {
        let values = Array(zip(method.rowKeys, rows?.row(index) ?? []))
        let members = self.members(values, nil).map { "\(Self.quoted($0)): \($1)" }
        try output.add(index == 0 ? "\n" : ",\n")
        try output.add("\(indent)    {\(members.joined(separator: ", "))}")
      }
      try output.add(rows?.count ?? 0 > 0 ? "\n\(indent)  ]" : "]")
    }
    try output.add("\n\(indent)}")
  }

  /// Keys and values, and what is to be said of those that are missing.
  private func members(
    _ values: [(ResultKey, StatValue)],
    _ whole: StatisticGap?
  ) -> [(String, String)] {
    var members = values.map { ($0.name, Self.text($1)) }
    let gaps = values.compactMap { key, value in value.gap.map { (key.name, $0) } }
    guard let first = whole ?? gaps.first?.1 else { return members }
    members.append(("gap", Self.quoted(first.code)))
    members.append(("reason", Self.quoted(first.reason.text(in: language))))
    if Set(gaps.map(\.1)).count > 1 {
      let codes = gaps.map { "\(Self.quoted($0)): \(Self.quoted($1.code))" }
      members.append(("gaps", "{\(codes.joined(separator: ", "))}"))
    }
    return members
  }

  private static func text(_ value: StatValue) -> String {
    switch value {
    case .number(let number): text(number)
    case .integer(let number): "\(number)"
    case .text(let text): quoted(text)
    case .truth(let truth): "\(truth)"
    case .list(let numbers): "[\(numbers.map(text).joined(separator: ", "))]"
    case .texts(let texts): "[\(texts.map(quoted).joined(separator: ", "))]"
    case .missing: "null"
    }
  }

  private static func text(_ number: Double) -> String {
    number.isFinite ? FigureFormat.exact(number) : "null"
  }

  /// A string as RFC 8259 has it.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        let digits = String(scalar.value, radix: 16)
        result += "\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
