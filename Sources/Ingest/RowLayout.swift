import DelimitedText
import Plan
import Tables
import VietnameseText

/// Tells rows of data from titles, column numbers, totals and signatures.
struct RowLayout: Sendable {
  private let total: WordList
  private let signature: WordList

  init(_ words: PlanWords) {
    total = WordList(words.total)
    signature = WordList(words.signature)
  }

  /// Whether every cell of a record is blank.
  static func isBlank(_ batch: RecordBatch, _ record: Int) -> Bool {
    (0..<batch.fieldCount(of: record)).allSatisfy { isBlank(batch, record, $0) }
  }

  static func isBlank(_ batch: RecordBatch, _ record: Int, _ column: Int) -> Bool {
    batch.isEmpty(record, column)
      || batch.text(record, column).unicodeScalars.allSatisfy { $0.properties.isWhitespace }
  }

  /// Whether a cell has more in it than a figure.
  static func holdsLetters(_ batch: RecordBatch, _ record: Int, _ column: Int) -> Bool {
    batch.text(record, column).unicodeScalars.contains { $0.properties.isAlphabetic }
  }

  /// What a record below the header is, if it is no data.
  ///
  /// - Parameters:
  ///   - cells: Cells of the record.
  ///   - header: Folded cells of the header.
  ///   - isFirst: Whether no row of data came before.
  /// - Returns: The kind of layout row; nil for data.
  func kind(of cells: [String], header: [NameKey], isFirst: Bool) -> NoteRow.Kind? {
    let filled = cells.filter { !Self.isBlank($0) }
    guard let first = filled.first else { return .blank }
    if isSignature(filled, first) { return .signature }
    if Self.isHeader(filled, header) { return .header }
    if isFirst, Self.isNumbering(filled, columns: header.count { !$0.isEmpty }) {
      return .numbering
    }
    // An ordinal may stand before the word.
    let text = filled.first { !Self.isOrdinal($0) } ?? first
    if total.begins(text, syllables: 2) { return .total }
    return nil
  }

  /// Whether a record repeats the header; the first cell tells for most.
  private static func isHeader(_ filled: [String], _ header: [NameKey]) -> Bool {
    var rest = header.filter { !$0.isEmpty }[...]
    for cell in filled {
      let key = NameKey(cell.headOfCell)
      if key.isEmpty { continue }
      guard rest.popFirst() == key else { return false }
    }
    return rest.isEmpty
  }

  private static func isBlank(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { $0.properties.isWhitespace }
  }

  /// A row of data with a number in it is never taken for a signature.
  private func isSignature(_ filled: [String], _ first: String) -> Bool {
    guard !filled.contains(where: { Self.number($0) != nil }) else { return false }
    return signature.begins(first, syllables: 1)
      || (filled.count == 1 && Self.isPlaceAndDate(first))
  }

  /// `Mỹ Thọ, ngày 10 tháng 12 năm 2024`, the day left open or not, as it stands over signatures.
  private static func isPlaceAndDate(_ text: String) -> Bool {
    let words = NameKey(text.headOfCell).folded.split(separator: " ")
    guard let day = words.firstIndex(of: "ngay"),
      let month = words[day...].firstIndex(of: "thang")
    else { return false }
    return words[month...].contains("nam")
  }

  private static let romans: Set<String> = [
    "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii",
  ]

  private static func isOrdinal(_ text: String) -> Bool {
    number(text) != nil || (text.utf8.count <= 16 && romans.contains(NameKey(text).folded))
  }

  /// `(1) (2) (3)` or `A B 1 2 3`, one for each column of the header.
  private static func isNumbering(_ filled: [String], columns: Int) -> Bool {
    let letters = ["a", "b", "c", "d"]
    var next = 1
    var letter = 0
    var isBracketed = true
    for cell in filled {
      let key = NameKey(cell.headOfCell).folded
      if next == 1, letter < letters.count, key == letters[letter] {
        letter += 1
        continue
      }
      guard let value = number(cell), value == next else { return false }
      if !cell.contains("(") { isBracketed = false }
      next += 1
    }
    guard next > 2 else { return false }
    // Bare numbers could be data, so that they must number all columns.
    return isBracketed || (filled.count >= 3 && filled.count >= columns)
  }

  /// Value of `12`, `(12)`, `[12]`; nil for anything else.
  private static func number(_ text: String) -> Int? {
    guard text.utf8.count <= 32 else { return nil }
    let digits = text.filter { !$0.isWhitespace && !"()[]".contains($0) }
    guard (1...12).contains(digits.utf8.count),
      digits.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return Int(digits)
  }
}
