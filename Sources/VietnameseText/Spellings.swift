/// Spellings of one meaning, matched with their accents, or without where the cell has none.
///
/// So `dat` is read as `đạt`, but `đất` is not.
struct Spellings: Sendable {
  private let accented: Set<NameKey>
  private let plain: Set<NameKey>

  init(_ spellings: [String]) {
    accented = Set(spellings.map(NameKey.accented))
    plain = Set(spellings.map { NameKey($0) })
  }

  func contains(_ text: String) -> Bool {
    let key = NameKey.accented(text)
    return accented.contains(key) || (key == NameKey(text) && plain.contains(key))
  }
}

extension [NameKey] {
  /// Whether spellings given from outside, accented or not, match a cell.
  func match(_ text: String) -> Bool {
    !isEmpty && (contains(NameKey.accented(text)) || contains(NameKey(text)))
  }
}
