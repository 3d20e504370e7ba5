import DelimitedText
import PersonalData
import Plan
import Tables
import VietnameseText

/// Tells rows of data from titles, column numbers, totals and signatures.
///
/// Each text is held against it: a value would have its lists counted up and down each time.
final class RowLayout: Sendable {
  private let total: WordList
  private let signature: WordList
  let groups: GroupLabels
  /// Texts of headers: senders' files have one after the other.
  private let headers = FoundBefore<[String], String>()
  private let known = KnownTexts<CellTraits>()
  /// Cells of headers, folded.
  let keys = KnownTexts<String>()
  /// What cells can be in columns.
  let fits = FoundFits()

  init(_ plan: Plan) {
    total = WordList(plan.words.total)
    signature = WordList(plan.words.signature)
    groups = GroupLabels(plan)
  }

  /// The cells of a header as they are kept.
  func header(_ cells: [String]) -> String {
    let text = headers.value(of: cells, cells: cells.count) {
      PersonalText(masking: cells.flatMap(Self.words).joined(separator: " ")).text
    }
    return text ?? ""
  }

  /// What stands between the blanks of a text.
  private static func words(_ text: String) -> [Substring] {
    // Letters of Latin and Vietnamese in form C are characters by themselves, which take less long to
    // find.
    let scalars = text.unicodeScalars
    guard scalars.allSatisfy({ $0.value < 0x300 || (0x1E00...0x1EFF).contains($0.value) }) else {
      return text.split { $0.isWhitespace }
    }
    return scalars.split(whereSeparator: \.isBlank).map { Substring($0) }
  }

  /// Whether a word that rows are told by has a digit in it.
  var hasDigits: Bool { total.hasDigits || signature.hasDigits }

  /// What can be told of a text without its table.
  func traits(of text: String) -> CellTraits {
    known.value(of: text) { text in
      if Self.isBlank(text) { return .blank }
      var traits: CellTraits = []
      if Self.hasLetter(text) { traits.insert(.letter) }
      if Self.isOrdinal(text) { traits.insert(.ordinal) }
      if GroupLabels.isRank(text) { traits.insert(.rank) }
      if isTelling(text) { traits.insert(.telling) }
      return traits
    }
  }

  private static func hasLetter(_ text: String) -> Bool {
    var isPlain = true
    for byte in text.utf8 {
      if (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) { return true }
      if byte >= 0x80 { isPlain = false }
    }
    return !isPlain && text.contains(where: \.isLetter)
  }

  /// Whether a row may be a total or a signature because it begins with a text.
  private func isTelling(_ text: String) -> Bool {
    signature.begins(text, syllables: 1) || total.begins(text, syllables: 2)
      || total.rest(of: text) != nil
  }

  /// Whether every cell of a record is blank.
  static func isBlank(_ batch: RecordBatch, _ record: Int) -> Bool {
    (0..<batch.fieldCount(of: record)).allSatisfy { isBlank(batch, record, $0) }
  }

  static func isBlank(_ batch: RecordBatch, _ record: Int, _ column: Int) -> Bool {
    let isPlain = batch.withBytes(record, column) { bytes -> Bool? in
      guard !bytes.isEmpty else { return true }
      // A visible sign of ASCII at the beginning settles it for most cells.
      return (0x21...0x7E).contains(bytes[0]) ? false : nil
    }
    return isPlain ?? isBlank(batch.text(record, column))
  }

  static func isBlank(_ text: String) -> Bool {
    if let first = text.utf8.first, (0x21...0x7E).contains(first) { return false }
    return text.unicodeScalars.allSatisfy(\.isBlank)
  }

  /// Whether a cell has more in it than a figure.
  static func holdsLetters(_ batch: RecordBatch, _ record: Int, _ column: Int) -> Bool {
    batch.text(record, column).unicodeScalars.contains { $0.properties.isAlphabetic }
  }

  /// What a record below the header is, if it is no data.
  ///
  /// - Parameters:
  ///   - cells: Cells of the record.
  ///   - head: What stood above: titles and the rows of the header.
  ///   - followsHeader: Whether no row of data came since the header.
  /// - Returns: The kind of layout row; nil for data.
  func kind(of cells: [String], head: TableHead, followsHeader: Bool) -> NoteRow.Kind? {
    let filled = cells.filter { !Self.isBlank($0) }
    guard let first = filled.first else { return .blank }
    if isSignature(filled, first) { return .signature }
    if head.isHeader(filled) { return .header }
    if followsHeader, Self.isNumbering(filled, columns: head.columns) { return .numbering }
    if followsHeader, Self.isUnits(filled) { return .numbering }
    if isTotal(filled, first) { return .total }
    if isRemark(cells, filled) { return .remark }
    return head.isTitle(filled) ? .title : nil
  }

  /// Whether a row of totals says that it is the total of all rows, and not perhaps of a group.
  func isWholeTotal(_ cells: [String]) -> Bool {
    let filled = cells.filter { !Self.isBlank($0) }
    return filled.first { !Self.isOrdinal($0) }.map { total.begins($0, syllables: 2) } ?? false
      && !filled.contains { total.isWord($0, syllables: 1...1) }
  }

  private func isTotal(_ filled: [String], _ first: String) -> Bool {
    // An ordinal may stand before the word.
    let text = filled.first { !Self.isOrdinal($0) } ?? first
    if total.begins(text, syllables: 2) { return true }
    // `Cộng I`, `Cộng (I + II)`, `Tổng nhóm 2` name their group.
    guard let rest = total.rest(of: text) else { return false }
    return rest.split(separator: " ").allSatisfy {
      Self.groupWords.contains($0) || Self.isOrdinal(String($0)) || $0.utf8.count == 1
    }
  }

  private static let groupWords: Set<Substring> = ["muc", "nhom", "phan", "trang", "nay", "va"]

  /// A row of data with a number in it is never taken for a signature.
  private func isSignature(_ filled: [String], _ first: String) -> Bool {
    guard !filled.contains(where: { Self.number($0) != nil }) else { return false }
    return signature.begins(first, syllables: 1)
      || (filled.count == 1 && Self.isPlaceAndDate(first))
  }

  /// `Huế, ngày 10 tháng 12 năm 2024`, the day left open or not, as it stands over signatures.
  private static func isPlaceAndDate(_ text: String) -> Bool {
    let words = NameKey(text.headOfCell).folded.split(separator: " ")
    guard let day = words.firstIndex(of: "ngay"),
      let month = words[day...].firstIndex(of: "thang")
    else { return false }
    return words[month...].contains("nam")
  }

  /// `Ghi chú: …` in a cell that was merged over the whole row, as below a table.
  private func isRemark(_ cells: [String], _ filled: [String]) -> Bool {
    guard filled.count == 1, cells.count > 1, let first = cells.first, !Self.isBlank(first)
    else { return false }
    return Self.remarks.isWord(String(first.headOfCell.prefix { $0 != ":" }), syllables: 1...3)
  }

  /// `- Số liệu …` over the whole row, as a remark goes on.
  static func isListed(_ cells: [String]) -> Bool {
    guard let mark = cells.first?.first(where: { !$0.isWhitespace }), cells.count > 1 else {
      return false
    }
    return "-–+*•".contains(mark) && cells.dropFirst().allSatisfy { isBlank($0) }
  }

  private static let remarks = WordList([
    "ghi chú", "chú ý", "lưu ý", "nguồn", "nguồn số liệu",
  ])

  private static let romans: Set<String> = [
    "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii",
  ]

  static func isOrdinal(_ text: String) -> Bool {
    guard text.utf8.count <= 16, !holdsWord(text) else { return false }
    if number(text) != nil { return true }
    let key = NameKey(text).folded
    return romans.contains(key) || (key.utf8.count == 1 && text.contains { $0.isUppercase })
  }

  /// Whether a text has a letter of ASCII and more letters and figures than any Roman number here.
  private static func holdsWord(_ text: String) -> Bool {
    var (letters, figures) = (0, 0)
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39: figures += 1
      case 0x41...0x5A, 0x61...0x7A: letters += 1
      default: break
      }
    }
    return letters > 0 && letters + figures > 4
  }

  /// `(1) (2) (3)` or `A B 1 2 3=1+2`, one for each column of the header.
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
      // A column computed from others says how.
      let own = cell.prefix { $0 != "=" }
      guard let value = number(String(own)), value == next else { return false }
      if !cell.contains("("), own.count == cell.count { isBracketed = false }
      next += 1
    }
    guard next > 2 else { return false }
    // Bare numbers could be data, so that they must number all columns.
    return isBracketed || (filled.count >= 3 && filled.count >= columns)
  }

  /// `(người) (đồng)`: units of the columns above, and nothing else.
  private static func isUnits(_ filled: [String]) -> Bool {
    filled.allSatisfy {
      $0.hasPrefix("(") && $0.hasSuffix(")") && $0.utf8.count <= 32
        && !$0.contains(where: \.isNumber)
    }
  }

  /// Value of `12`, `(12)`, `[12]`; nil for anything else.
  static func number(_ text: String) -> Int? {
    guard text.utf8.count <= 32 else { return nil }
    var (value, digits) = (0, 0)
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39:
        digits += 1
        if digits <= 12 { value = value * 10 + Int(byte - 0x30) }
      case 0x09...0x0D, 0x20, 0x28, 0x29, 0x5B, 0x5D: continue
      case 0x80...: return number(beyondASCII: text)
      default: return nil
      }
    }
    return (1...12).contains(digits) ? value : nil
  }

  private static func number(beyondASCII text: String) -> Int? {
    guard !text.utf8.contains(where: { (0x61...0x7A).contains($0 | 0x20) }) else { return nil }
    let digits = text.filter { !$0.isWhitespace && !"()[]".contains($0) }
    guard (1...12).contains(digits.utf8.count),
      digits.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return Int(digits)
  }
}
