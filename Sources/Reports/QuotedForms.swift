internal import Diagnostics
package import Plan

extension Plan {
  /// Forms of which reports show rows as they were sent; of others nothing but figures is published.
  package var quotedForms: Set<String> {
    var forms: Set<String> = []
    for text in templates.values {
      for part in Template(text).lines.flatMap(\.parts) {
        guard case .block(let name, let arguments) = part else { continue }
        switch BlockDirective(rawValue: name) {
        case .register: forms.formUnion(arguments)
        case .notes:
          forms.formUnion(
            arguments.compactMap { noteField($0, in: self).map { self.forms[$0.form].name } }
          )
        default: break
        }
      }
    }
    return forms
  }
}
