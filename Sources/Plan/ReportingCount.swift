/// How many senders have to send forms, or have sent them: `reported(form, …)` in a rule.
///
/// Expressions name it as they name a data element, by its canonical text.
package struct ReportingCount: Hashable, Sendable {
  package enum Function: String, CaseIterable, Sendable {
    /// Senders that have to send one of the forms.
    case expected
    /// Those of them from whom something usable came of each of the forms that they owe.
    case reported
    /// Those of them from whom each came before it was due.
    case onTime = "on_time"
  }

  package var function: Function
  package var forms: [String]

  init(_ function: Function, forms: [String]) {
    self.function = function
    self.forms = forms
  }

  /// Reads the canonical text; nil for any other name.
  package init?(reference: String) {
    let parts = reference.split(separator: "(", maxSplits: 1)
    guard parts.count == 2, parts[1].last == ")",
      let function = Function(rawValue: String(parts[0]))
    else { return nil }
    self.function = function
    forms = parts[1].dropLast().split(separator: ",").map(String.init)
  }

  package var reference: String { "\(function.rawValue)(\(forms.joined(separator: ",")))" }
}
