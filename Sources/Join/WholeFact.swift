import Diagnostics
import Plan
import Tables

/// The figure of a year that one unit sent in parts.
///
/// - Parameters:
///   - parts: The unit's figures by part, in order of time.
///   - rule: How they combine; without one they have to be alike.
/// - Returns: The figure of the year.
func wholeFact(of parts: [FactRow], _ rule: YearRule?) -> FactRow {
  guard var fact = parts.last else { preconditionFailure("a figure has at least one part") }
  guard parts.count > 1 else { return fact }
  fact.sources = FactSources(joining: parts.map(\.sources))
  let stated = parts.filter { $0.missing == nil || $0.missing == .noCase }
  switch rule {
  case .last: return fact
  case .sum, .max, .any, .all:
    guard !stated.isEmpty else { return fact }
    let values = stated.map { $0.value ?? .zero }
    fact.value =
      switch rule {
      case .sum:
        values.reduce(FixedDecimal.zero) { sum, value in
          sum.flatMap { FixedDecimal.adding($0, value) }
        }
      case .all: values.min()
      default: values.max()
      }
    fact.missing = stated.allSatisfy { $0.missing == .noCase } ? .noCase : nil
    if fact.missing != nil { fact.value = nil }
    fact.isPartial = fact.isPartial || stated.count < parts.count
  case nil:
    let first = parts[0]
    guard
      parts.allSatisfy({
        ($0.value, $0.text, $0.missing) == (first.value, first.text, first.missing)
      })
    else {
      fact.value = nil
      fact.text = ""
      fact.missing = .conflict
      return fact
    }
  }
  return fact
}
