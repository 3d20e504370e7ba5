/// Spellings of one meaning, matched with their accents, or without where the cell has none.
///
/// So `dat` is read as `đạt`, but `đất` is not.
struct Spellings: Sendable {
  private let accented: Set<NameKey>
  private let plain: Set<NameKey>
  /// The first letters without accents, all of them of ASCII.
  private let initials: Set<UInt8>

  init(_ spellings: [String]) {
    accented = Set(spellings.map(NameKey.accented))
    plain = Set(spellings.map { NameKey($0) })
    initials = Set(plain.compactMap(\.folded.utf8.first))
  }

  /// Whether a cell that begins with a byte may be one of the spellings; only letters of ASCII tell,
  /// since a mark after one makes it no other letter.
  func mayBegin(with byte: UInt8) -> Bool {
    !(0x61...0x7A).contains(byte | 0x20) || initials.contains(byte | 0x20)
  }

  func contains(_ text: String) -> Bool { FoldedCell(text).map(contains) ?? false }

  func contains(_ cell: FoldedCell) -> Bool {
    accented.contains(cell.accented) || (cell.isPlain && plain.contains(cell.plain))
  }
}

/// A cell folded once for all words that it is compared with.
struct FoldedCell {
  let accented: NameKey
  let plain: NameKey
  /// Whether the cell has no accents.
  var isPlain: Bool { accented == plain }

  /// Longer cells are no words.
  private static let longest = 256

  init?(_ text: String) {
    guard text.utf8.count <= Self.longest else { return nil }
    accented = NameKey.accented(text)
    plain = NameKey(text)
  }
}

extension [NameKey] {
  /// Whether spellings given from outside, accented or not, match a cell.
  func match(_ cell: FoldedCell) -> Bool {
    !isEmpty && (contains(cell.accented) || contains(cell.plain))
  }
}
