import DelimitedText
import Synchronization
import Tables

/// Cells of files' first records by their texts: one sender's headers, names and dates are another's,
/// and each text is folded, and held against the names of the forms, once for all files.
final class HeaderCells: Sendable {
  private let known = Mutex(FoundTexts<KnownCell>())
  private let forms: FormWords

  /// Longer texts are rare where headers are, and seldom stand there twice.
  private static let longestText = 256

  /// - Parameter forms: The forms that the cells are held against.
  init(_ forms: [FormHeaders]) {
    self.forms = FormWords(forms)
  }

  /// The cells of a record, without the year of its file.
  func row(_ batch: RecordBatch, _ record: Int, year: Int?) -> HeaderRow {
    let columns = 0..<batch.fieldCount(of: record)
    var found: [KnownCell?] = []
    found.reserveCapacity(columns.count)
    known.withLock { known in
      for column in columns {
        found.append(batch.withBytes(record, column) { known.value(of: $0) })
      }
    }
    var row = HeaderRow()
    row.reserveCapacity(columns.count)
    for column in columns {
      row.append(found[column] ?? look(batch.text(record, column)), without: year, forms)
    }
    return row
  }

  /// A cell that is not known yet.
  private func look(_ text: String) -> KnownCell {
    if let figure = HeaderCell(figure: text) {
      return KnownCell(figure, forms.forms(of: figure))
    }
    // A cell looks at no more of a text than its head, and no more is kept.
    let cell = HeaderCell(text)
    let new = KnownCell(cell, forms.forms(of: cell))
    guard text.utf8.count <= Self.longestText else { return new }
    known.withLock { $0.keep(new, of: text) }
    return new
  }
}

/// A cell with what does not depend on its file.
struct KnownCell: Sendable {
  let cell: HeaderCell
  let forms: CellForms
  /// The same for equal texts.
  let hash: UInt64

  init(_ cell: HeaderCell, _ forms: CellForms) {
    self.cell = cell
    self.forms = forms
    hash = ByteHash.of(cell.text.utf8.span)
  }
}
