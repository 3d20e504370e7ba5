import Diagnostics
import Plan
import VietnameseText

/// The plan's words for cells, folded.
struct CellWords {
  let yes: [NameKey]
  let no: [NameKey]
  private let none: [NameKey]
  private let notReported: [NameKey]
  private let notApplicable: [NameKey]
  /// Whether one of the words for no value begins with a figure.
  private let hasFigures: Bool

  init(_ words: PlanWords) {
    yes = Self.keys(words.yes)
    no = Self.keys(words.no)
    none = Self.keys(words.none)
    notReported = Self.keys(words.notReported)
    notApplicable = Self.keys(words.notApplicable)
    hasFigures = (none + notReported + notApplicable).contains {
      $0.folded.utf8.first.map { (0x30...0x39).contains($0) } ?? false
    }
  }

  /// What a cell says when it has no value.
  func missing(_ text: String) -> MissingWord? {
    // Most cells are figures, which need no comparing where no word begins with one.
    if !hasFigures, let first = text.utf8.first, (0x30...0x39).contains(first) { return nil }
    return MissingWord.parse(
      text,
      none: none,
      notReported: notReported,
      notApplicable: notApplicable
    )
  }

  private static func keys(_ words: [String]) -> [NameKey] {
    words.map { NameKey.accented($0) }.filter { !$0.isEmpty }
  }
}

/// Words for the categories of a field.
///
/// Matched with their accents; without, where the cell has none and one category fits.
struct CategorySpellings {
  private var accented: [NameKey: String] = [:]
  private var plain: [NameKey: Set<String>] = [:]

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
  }

  func value(_ text: String) -> String? {
    // Longer cells are no words.
    guard text.utf8.count <= 256 else { return nil }
    let key = NameKey.accented(text)
    if let value = accented[key] { return value }
    guard key == NameKey(text), let values = plain[key], values.count == 1 else { return nil }
    return values.first
  }
}
