import Diagnostics
import Plan
import VietnameseText

/// Words for the categories of a field.
///
/// Matched with their accents; without, where the cell has none and one category fits.
struct CategorySpellings {
  enum Reading: Equatable {
    case value(String)
    /// A category with a remark in brackets after it.
    case withRemark(String)
    /// Several categories in one cell, sorted.
    case several([String])
    /// None; the category of which a word stands in the cell is offered as a question.
    case unknown(nearest: String?)
  }

  private var accented: [NameKey: String] = [:]
  private var plain: [NameKey: Set<String>] = [:]
  /// Spellings with the blanks around them, by which they are found as whole words.
  private let paddedSpellings: [(text: String, value: String)]

  init(_ categories: [Category]) {
    for category in categories {
      let label = category.label
      let spellings = [category.value, label.vietnamese, label.english] + category.spellings
      for spelling in spellings where !NameKey(spelling).isEmpty {
        accented[NameKey.accented(spelling)] =
          accented[NameKey.accented(spelling)] ?? category.value
        plain[NameKey(spelling), default: []].insert(category.value)
      }
    }
    paddedSpellings = accented.map { (" \($0.folded) ", $1) }
  }

  /// The category that a whole cell names.
  func value(_ text: some StringProtocol) -> String? {
    // Longer cells are no words.
    guard text.utf8.count <= 256 else { return nil }
    let text = String(text)
    let key = NameKey.accented(text)
    if let value = accented[key] { return value }
    guard key == NameKey(text), let values = plain[key], values.count == 1 else { return nil }
    return values.first
  }

  /// Reads a cell that is more than the name of a category.
  func reading(_ text: String) -> Reading {
    guard text.utf8.count <= 256 else { return .unknown(nearest: nil) }
    let text = text.trimmedBlanks
    if let value = value(Self.withoutOrdinal(text)) { return .value(value) }
    if text.hasSuffix(")"), let open = text.lastIndex(of: "("), let value = value(text[..<open]) {
      return .withRemark(value)
    }
    if let values = several(in: text) {
      return values.count == 1 ? .value(values[0]) : .several(values)
    }
    return .unknown(nearest: nearest(to: text))
  }

  /// Categories where each part of a cell is one: `bán; mua`.
  private func several(in text: String) -> [String]? {
    for separators in [";\n\r|+&/", ";\n\r|+&/,"] {
      let parts = text.split { separators.contains($0) || $0.isNewline }
        .filter { !NameKey(String($0)).isEmpty }
      guard parts.count > 1 else { continue }
      let values = parts.compactMap { value($0) }
      if values.count == parts.count { return Set(values).sorted() }
    }
    let halves = text.split(separator: " và ")
    let values = halves.compactMap { value($0) }
    return halves.count > 1 && values.count == halves.count ? Set(values).sorted() : nil
  }

  /// Leaves out what numbers an entry of a list: `1. `, `a) `.
  private static func withoutOrdinal(_ text: String) -> Substring {
    let ordinal = text.prefix { $0.isLetter || $0.isNumber }
    let rest = text[ordinal.endIndex...]
    guard ordinal.utf8.count <= 2, let sign = rest.first, sign == "." || sign == ")" else {
      return text[...]
    }
    return rest.dropFirst()
  }

  /// The one category a spelling of which stands in a cell, word for word.
  private func nearest(to text: String) -> String? {
    let cell = " \(NameKey.accented(text).folded) "
    let found = Set(paddedSpellings.filter { cell.holds($0.text) }.map(\.value))
    return found.count == 1 ? found.first : nil
  }
}
