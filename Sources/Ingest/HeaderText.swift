import Foundation
import VietnameseText

/// A cell of a header: its text, and what of it names a column.
struct HeaderCell: Equatable {
  var text: String
  /// The text, folded.
  var key: String
  /// The text without its number, footnote marks and year, folded.
  var plainKey: String
  /// Whether it is a bare number, as cells of data are.
  var isFigure: Bool

  /// Most cells of data: nothing of a bare figure is left out.
  init?(figure text: String) {
    guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    self.text = text.headOfCell
    (key, plainKey, isFigure) = (self.text, self.text, !text.isEmpty)
  }

  /// A cell with the year that it may name, which `without` leaves out of the plain key.
  init(_ text: String) {
    self.text = text.headOfCell
    key = NameKey(self.text).folded
    let plain = Self.withoutMarks(Self.withoutNumber(self.text[...]))
    plainKey = plain.utf8.count == self.text.utf8.count ? key : NameKey(String(plain)).folded
    isFigure =
      !key.isEmpty && key.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x20 }
      && !self.text.utf8.contains(0x28)
  }

  var isBlank: Bool { key.isEmpty }

  /// The first word of the key, with which a column's name may begin.
  var beginning: String { String(key[...].firstWord) }

  /// The same of the plain key.
  var plainBeginning: String { String(plainKey[...].firstWord) }

  /// Leaves out `1.`, `2.1.`, `(3)`, `a)`, `IV.`, and bullets before a text.
  static func withoutNumber(_ text: Substring) -> Substring {
    if beginsWithWord(text) { return text }
    let rest = text.drop { $0.isWhitespace || "-–—+•*".contains($0) }
    var end = rest.startIndex
    let isBracketed = rest.first == "("
    if isBracketed { end = rest.index(after: end) }
    let number = rest[end...].prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == ".") }
    guard (1...longestNumber).contains(number.utf8.count), isOrdinal(number.utf8) else {
      return rest
    }
    let after = rest[number.endIndex...]
    // `1.` ends with its point, which the prefix has taken.
    if number.last == "." { return after.drop { $0.isWhitespace } }
    guard let sign = after.first, ")./:-".contains(sign), !isBracketed || sign == ")" else {
      return rest
    }
    return after.dropFirst().drop { $0.isWhitespace || $0 == "." }
  }

  /// Whether a text surely begins with a word and not with a number, told by its bytes: characters
  /// take long to find.
  private static func beginsWithWord(_ text: Substring) -> Bool {
    var previous: UInt8 = 0
    var length = 0
    for byte in text.utf8 {
      guard isLetterOrDigit(byte) || byte == 0x2E else {
        // `)/:-` end a number; letters beyond ASCII are in none, and neither is what a mark makes of
        // the letter before it.
        let mayEndNumber = byte == 0x29 || byte == 0x2F || byte == 0x3A || byte == 0x2D
        return !mayEndNumber && previous != 0x2E && previous != 0
      }
      previous = byte
      length += 1
      if length > longestNumber { return true }
    }
    return previous != 0x2E && previous != 0
  }

  private static let longestNumber = 6

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }

  private static func isOrdinal(_ number: Substring.UTF8View) -> Bool {
    number.split(separator: 0x2E).allSatisfy { part in
      part.allSatisfy { (0x30...0x39).contains($0) }
        ? part.count <= 2
        : part.count == 1 || part.allSatisfy { romanDigits.contains($0) }
    } && number.contains { $0 != 0x2E }
  }

  private static let romanDigits = Array("ivxIVX".utf8)

  /// Leaves out `*`, `¹`, `(1)`, `(3=1+2)` and `[a]` after a text.
  private static func withoutMarks(_ text: Substring) -> Substring {
    if let last = text.utf8.last, isLetterOrDigit(last) { return text }
    var text = text
    while let last = text.last {
      if last.isWhitespace || last == "*" || (last.isNumber && !last.isASCII) {
        text.removeLast()
      } else if last == ")" || last == "]",
        let open = text.lastIndex(of: last == ")" ? "(" : "["),
        isFormula(text[text.index(after: open)...].dropLast())
      {
        text = text[..<open]
      } else {
        break
      }
    }
    return text
  }

  private static func isFormula(_ text: Substring) -> Bool {
    (text.utf8.count == 1 && text.allSatisfy(\.isASCII))
      || (!text.isEmpty && text.utf8.count <= 24
        && text.allSatisfy { $0.isNumber || " =+-*/x:.,()".contains($0) })
  }

  /// Whether the plain key ends with the digits of a number, told by bytes: few cells do.
  private func ends(with number: Int) -> Bool {
    var rest = number
    for byte in plainKey.utf8.reversed() {
      if byte == 0x20, rest == number { continue }
      guard rest > 0, Int(byte) == 0x30 + rest % 10 else { return rest == 0 }
      rest /= 10
    }
    return rest == 0
  }

  /// The same cell without the year reported, as in `Số buổi năm 2024`; another year is another
  /// figure.
  func without(_ year: Int?) -> HeaderCell {
    guard let year, ends(with: year), plainKey[...].lastWord == String(year) else { return self }
    var words = plainKey.split(separator: " ").dropLast()
    if words.last == "nam" { words.removeLast() }
    if words.last == "trong" { words.removeLast() }
    guard !words.isEmpty else { return self }
    var cell = self
    cell.plainKey = words.joined(separator: " ")
    return cell
  }
}

extension Substring {
  /// What stands before the first blank of a folded text.
  var firstWord: Substring { utf8.firstIndex(of: 0x20).map { self[..<$0] } ?? self }

  /// The last word of a folded text, which may end with blanks.
  var lastWord: Substring {
    guard let last = utf8.lastIndex(where: { $0 != 0x20 }) else { return "" }
    let text = self[...last]
    return text.utf8.lastIndex(of: 0x20).map { text[text.utf8.index(after: $0)...] } ?? text
  }
}
