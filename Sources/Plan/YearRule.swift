/// How figures of parts of a year make the figure of the year.
package enum YearRule: String, CaseIterable, Sendable {
  /// Counts and amounts of what happened add up.
  case sum
  /// What is there at the end, told by the last part.
  case last
  /// The greatest of the parts, where the same things may be counted in each.
  case max
  /// Yes where it was so in any part.
  case any
  /// Yes where it was so in all parts.
  case all
}

extension Plan {
  /// How parts of a year combine for a data element; nil where the form does not say.
  ///
  /// Rows of a register are each counted in one part only.
  package func yearRule(_ element: DataElement) -> YearRule? {
    switch element.source {
    case .field(let name, let field):
      guard let form = form(name), form.fields.indices.contains(field) else { return nil }
      return form.fields[field].yearRule
    case .register(let aggregate):
      switch aggregate.operation {
      case .count, .distinct, .sum: return .sum
      case .any: return .any
      case .agreed: return .last
      }
    }
  }
}
