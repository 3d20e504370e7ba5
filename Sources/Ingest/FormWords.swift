/// The words of all forms' names, each looked up once for all forms.
struct FormWords: Sendable {
  /// Forms by the first words of what names their columns.
  private var beginnings: [String: FormSet] = [:]
  /// Forms by all words of what names their columns.
  private var words: [String: FormSet] = [:]
  /// Forms by their words for a total.
  private var totals: [String: FormSet] = [:]

  init(_ forms: [FormHeaders]) {
    for form in forms {
      for word in form.beginnings { beginnings[word, default: FormSet()].insert(form.form) }
      for word in form.words { words[word, default: FormSet()].insert(form.form) }
      for word in form.totals { totals[word, default: FormSet()].insert(form.form) }
    }
  }

  /// What the forms make of a cell.
  func forms(of cell: HeaderCell) -> CellForms {
    var result = CellForms()
    guard !cell.isBlank else { return result }
    let isWhole = cell.plainKey == cell.key
    result.beginning = beginnings[cell.beginning] ?? FormSet()
    result.naming = forms(naming: cell.key)
    if !isWhole {
      result.beginning.formUnion(beginnings[cell.plainBeginning] ?? FormSet())
      result.naming.formUnion(forms(naming: cell.plainKey))
    }
    if let total = totals[cell.plainKey] { result.naming.formUnion(total) }
    return result
  }

  /// The forms that know all words of a folded text.
  private func forms(naming key: String) -> FormSet {
    var rest = key[...]
    var forms: FormSet?
    while !rest.isEmpty {
      let word = rest.firstWord
      guard let own = words[String(word)] else { return FormSet() }
      forms = forms?.intersection(own) ?? own
      rest = rest[word.endIndex...].dropFirst()
    }
    return forms ?? FormSet()
  }
}

/// The forms that a cell may be about.
struct CellForms: Sendable {
  /// Those of which a column's name begins as the cell does; no other cell names a column alone.
  var beginning = FormSet()
  /// Those of which the cell may be part of a column's name, or the word for a total.
  var naming = FormSet()
}

/// Some of the forms of a plan by their positions; those from the 64th on are in it together.
struct FormSet: Sendable {
  private var bits: UInt64 = 0

  private static func bit(_ form: Int) -> UInt64 { 1 << UInt64(min(form, 63)) }

  mutating func insert(_ form: Int) { bits |= Self.bit(form) }
  mutating func formUnion(_ other: FormSet) { bits |= other.bits }

  func intersection(_ other: FormSet) -> FormSet {
    var result = self
    result.bits &= other.bits
    return result
  }

  /// Whether a form is in it; true also of some that are not, where a plan has more than 64.
  func mayContain(_ form: Int) -> Bool { bits & Self.bit(form) != 0 }
}
