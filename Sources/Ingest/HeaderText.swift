import Foundation
import VietnameseText

/// A cell of a header: its text, and what of it names a column.
struct HeaderCell {
  var text: String
  /// The text, folded.
  var key: String
  /// The text without its number, footnote marks and year, folded.
  var plainKey: String
  /// Whether it is a bare number, as cells of data are.
  var isFigure: Bool

  init(_ text: String, year: Int?) {
    self.text = text.headOfCell
    key = NameKey(self.text).folded
    let plain = Self.withoutMarks(Self.withoutNumber(self.text[...]))
    let plainKey = plain.utf8.count == self.text.utf8.count ? key : NameKey(String(plain)).folded
    self.plainKey = Self.withoutYear(plainKey, year)
    isFigure =
      !key.isEmpty && key.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x20 }
      && !self.text.contains("(")
  }

  var isBlank: Bool { key.isEmpty }

  /// Leaves out `1.`, `2.1.`, `(3)`, `a)`, `IV.`, and bullets before a text.
  static func withoutNumber(_ text: Substring) -> Substring {
    let rest = text.drop { $0.isWhitespace || "-–—+•*".contains($0) }
    var end = rest.startIndex
    let isBracketed = rest.first == "("
    if isBracketed { end = rest.index(after: end) }
    let number = rest[end...].prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == ".") }
    guard (1...6).contains(number.utf8.count), isOrdinal(number) else { return rest }
    let after = rest[number.endIndex...]
    // `1.` ends with its point, which the prefix has taken.
    if number.last == "." { return after.drop { $0.isWhitespace } }
    guard let sign = after.first, ")./:-".contains(sign), !isBracketed || sign == ")" else {
      return rest
    }
    return after.dropFirst().drop { $0.isWhitespace || $0 == "." }
  }

  private static func isOrdinal(_ number: Substring) -> Bool {
    number.split(separator: ".").allSatisfy { part in
      part.allSatisfy(\.isNumber)
        ? part.count <= 2
        : part.count == 1 || part.lowercased().allSatisfy { "ivx".contains($0) }
    } && number.contains { $0 != "." }
  }

  /// Leaves out `*`, `¹`, `(1)`, `(3=1+2)` and `[a]` after a text.
  private static func withoutMarks(_ text: Substring) -> Substring {
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

  /// Leaves out the year reported, as in `Số buổi năm 2024`; another year is another figure.
  private static func withoutYear(_ key: String, _ year: Int?) -> String {
    guard let year, key.hasSuffix(" \(year)") else { return key }
    var words = key.split(separator: " ").dropLast()
    if words.last == "nam" { words.removeLast() }
    if words.last == "trong" { words.removeLast() }
    return words.isEmpty ? key : words.joined(separator: " ")
  }
}
