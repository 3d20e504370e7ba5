import CommandLineOptions
import CommandRunner
import Foundation

/// The methods against values that others have found, on this machine.
struct SelfTest: Sendable {
  /// How one method fared.
  struct Outcome: Sendable {
    let method: String
    let cases: Int
    let values: Int
    /// Digits that agree in the worst of all values.
    let digits: Double
    let required: Double
    /// The value that agrees least, where one falls short.
    let worst: String
    let sources: [String]

    var isMet: Bool { digits >= required }
  }

  /// Digits of a double that is the very one expected.
  static let allDigits = 16.0

  /// Digits that closed forms must have, and those of quantiles and fits.
  static let requiredDigits = 12.0
  static let requiredDigitsOfSearches = 10.0

  /// Methods whose answers are quantiles, searches or fits.
  private static let searches: Set<String> = [
    "linear", "poisson-trend", "logistic-trend", "funnel", "joinpoint",
  ]

  /// Compares every method that has cases, in the order of the list of methods.
  static func outcomes(_ cases: [ReferenceCase] = ReferenceCase.all) -> [Outcome] {
    let known = StatMethod.all.map(\.name)
    let names = known + Set(cases.map(\.method)).subtracting(known).sorted()
    return names.compactMap { name in
      let own = cases.filter { $0.method == name }
      return own.isEmpty ? nil : outcome(of: name, own)
    }
  }

  private static func outcome(of method: String, _ cases: [ReferenceCase]) -> Outcome {
    var digits = allDigits
    var worst = ""
    var values = 0
    for example in cases {
      let answer = answer(to: example)
      for (key, expected) in example.expected {
        values += 1
        let found = answer.map { value(of: key, in: $0) } ?? nil
        let agreed = agreement(found, expected)
        guard agreed < digits else { continue }
        digits = agreed
        worst = "\(key): \(found.map(text) ?? "–") ≠ \(expected)"
      }
    }
    var sources: [String] = []
    for example in cases where !sources.contains(example.source) { sources.append(example.source) }
    return Outcome(
      method: method,
      cases: cases.count,
      values: values,
      digits: digits,
      required: searches.contains(method) ? requiredDigitsOfSearches : requiredDigits,
      worst: worst,
      sources: sources
    )
  }

  /// The answer of the program to a case, on the path that files take; nil where it has none.
  static func answer(to example: ReferenceCase) -> (method: StatMethod, result: StatResult)? {
    guard let method = StatMethod.all.first(where: { $0.name == example.method }),
      let arguments = try? method.command.syntax.parse(example.options),
      let run = try? StatRun(method, arguments),
      let source = try? StatSource(name: example.method, Array(example.table.utf8)),
      let answer = try? run.outcomes(of: source), answer.outcomes.count == 1
    else { return nil }
    return (method, answer.outcomes[0].result)
  }

  private static func value(
    of key: String,
    in answer: (method: StatMethod, result: StatResult)
  ) -> StatValue? {
    let parts = key.split(whereSeparator: { "[]".contains($0) })
    let name = String(parts[0])
    guard parts.count == 2, let index = Int(parts[1]) else { return answer.result.values[name] }
    if case .list(let numbers) = answer.result.values[name] {
      return numbers.indices.contains(index) ? .number(numbers[index]) : nil
    }
    guard let rows = answer.result.rows, index < rows.count,
      let column = answer.method.rowKeys.firstIndex(where: { $0.name == name })
    else { return nil }
    return rows.row(index)[column]
  }

  /// Decimal digits that agree; 0 where there is no such value.
  static func agreement(_ found: StatValue?, _ expected: String) -> Double {
    switch found {
    case .number(let number):
      guard let value = decimal(of: expected) else { return 0 }
      return self.agreement(of: number, with: value)
    case .integer(let number):
      return "\(number)" == expected ? allDigits : 0
    case .text(let text): return text == expected ? allDigits : 0
    default: return 0
    }
  }

  private static func agreement(of found: Double, with expected: Double) -> Double {
    guard found.isFinite else { return 0 }
    if found == expected { return allDigits }
    guard expected != 0 else { return 0 }
    let error = abs((found - expected) / expected)
    return min(allDigits, max(0, -log10(error)))
  }

  /// A decimal, or a fraction of two whole numbers.
  private static func decimal(of text: String) -> Double? {
    let parts = text.split(separator: "/")
    guard parts.count == 2 else { return Double(text) }
    guard let numerator = Double(parts[0]), let denominator = Double(parts[1]) else { return nil }
    return numerator / denominator
  }

  private static func text(_ value: StatValue) -> String {
    switch value {
    case .number(let number): FigureFormat.exact(number)
    case .integer(let number): "\(number)"
    case .text(let text): text
    default: "–"
    }
  }
}
