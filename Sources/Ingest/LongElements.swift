import Diagnostics
import Plan
import VietnameseText

/// The data elements that a sender reports one by one, by all that they are called.
struct LongElements {
  struct Place: Hashable {
    var form: Int
    var field: Int
  }

  private var exact: [String: Set<Place>] = [:]
  private var named: [NameKey: Set<Place>] = [:]

  init(_ plan: Plan, sender: String) {
    for (index, form) in plan.forms.enumerated() where form.senders.contains(sender) {
      // A key of its own would have to stand in each row.
      let given = Set([form.unitField, form.yearField].compactMap { $0 })
      guard form.kind == .summary, given.isSuperset(of: form.primaryKey),
        form.unitField != nil || form.covers == .plan
      else { continue }
      for (position, field) in form.fields.enumerated() where !given.contains(position) {
        let place = Place(form: index, field: position)
        for code in field.codes + ["\(form.name).\(field.name)"] {
          exact[code, default: []].insert(place)
        }
        // Spellings with a scale say what a column's numbers are, not what a figure is.
        let spellings = field.headers.filter { $0.scale == 1 }.map(\.text)
        for text in [field.title.vietnamese, field.title.english] + spellings where !text.isEmpty {
          named[NameKey(text), default: []].insert(place)
        }
      }
    }
  }

  /// The elements that a text may mean: one where it is known, several where it is doubtful.
  func places(_ text: String) -> [Place] {
    let text = text.trimmedBlanks
    let found = exact[text] ?? named[NameKey(text.headOfCell)] ?? []
    return found.sorted { ($0.form, $0.field) < ($1.form, $1.field) }
  }
}
