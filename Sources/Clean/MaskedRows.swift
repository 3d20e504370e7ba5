import Parallel
import PersonalData
import Tables

/// The rows and cells set aside, in the order of their places, with persons masked.
func setAside(_ forms: [FormRows], _ broken: [SetAsideRow], jobs: Int) -> [SetAsideRow] {
  var rows: [SetAsideRow] = []
  for form in forms { form.addSetAside(to: &rows) }
  rows += broken
  let shown = masked(consume rows, jobs: jobs) { row in
    let text = PersonalText(masking: row.text)
    guard text.isMasked else { return nil }
    var row = row
    row.text = text.text
    return row
  }
  return parallelSorted(shown, jobs: jobs) { a, b in
    if (a.file, a.line) != (b.file, b.line) { return (a.file, a.line) < (b.file, b.line) }
    return (a.column ?? 0, a.field) < (b.column ?? 0, b.field)
  }
}

/// A superseded row with persons masked; nil where there is nothing to mask.
func masked(_ row: SupersededRow) -> SupersededRow? {
  let key = PersonalText(masking: row.key)
  guard key.isMasked else { return nil }
  var row = row
  row.key = key.text
  return row
}

/// A revision with persons masked; nil where there is nothing to mask.
func masked(_ row: RevisionRow) -> RevisionRow? {
  let texts = [row.key, row.earlier, row.later].map(PersonalText.init(masking:))
  guard texts.contains(where: \.isMasked) else { return nil }
  var row = row
  (row.key, row.earlier, row.later) = (texts[0].text, texts[1].text, texts[2].text)
  return row
}

/// Rows with persons masked: where they stand, since few have something to mask.
///
/// - Parameters:
///   - rows: The rows.
///   - jobs: The most threads.
///   - mask: A row with persons masked; nil where there is nothing to mask.
/// - Returns: All rows.
func masked<Row: Sendable>(
  _ rows: consuming [Row],
  jobs: Int,
  _ mask: @Sendable (Row) -> Row?
) -> [Row] {
  let others = parallelRanges(rows.count, of: 1_024, jobs: jobs, expecting: 0) { [rows] in
    for place in $0 {
      if let other = mask(rows[place]) { $1.append((place, other)) }
    }
  }
  for (place, other) in others { rows[place] = other }
  return rows
}

/// Takes the rows of all forms out of them, one form after the other.
func take<Row>(_ forms: inout [FormRows], _ rows: WritableKeyPath<FormRows, [Row]>) -> [Row] {
  var all: [Row] = []
  for index in forms.indices {
    if all.isEmpty { swap(&all, &forms[index][keyPath: rows]) }
    all += forms[index][keyPath: rows]
    forms[index][keyPath: rows] = []
  }
  return all
}
