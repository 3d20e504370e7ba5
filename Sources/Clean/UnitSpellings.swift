import VietnameseText

/// Spellings of units, each for one or more codes.
struct UnitSpellings {
  private struct Spelling {
    var words: [Substring]
    var code: String
  }

  private var exact: [String: [String]] = [:]
  private var byPlain: [String: [Spelling]] = [:]
  private var plainByCode: [String: [String]] = [:]

  mutating func add(_ text: String, code: String) {
    let accented = NameKey.accented(text).folded
    let plain = NameKey(text).folded
    guard !plain.isEmpty, exact[accented]?.contains(code) != true else { return }
    exact[accented, default: []].append(code)
    byPlain[plain, default: []].append(
      Spelling(words: accented.split(separator: " "), code: code)
    )
    plainByCode[code, default: []].append(plain)
  }

  func plainKeys(_ code: String) -> [String] { plainByCode[code] ?? [] }

  /// Codes that a text may mean, sorted.
  ///
  /// - Parameters:
  ///   - accented: The text, folded with its accents.
  ///   - plain: The text, folded without them.
  /// - Returns: The codes; none where the text is nobody's name.
  func codes(_ accented: String, _ plain: String) -> [String] {
    if let codes = exact[accented] { return codes.count > 1 ? codes.sorted() : codes }
    guard let spellings = byPlain[plain] else { return [] }
    let (words, bareWords) = (accented.split(separator: " "), plain.split(separator: " "))
    let fitting = spellings.filter { spelling in
      zip(zip(words, bareWords), spelling.words).allSatisfy { $0.0 == $1 || $0.0 == $0.1 }
    }
    return Set(fitting.map(\.code)).sorted()
  }
}

/// The letters of a folded text, one bit each; texts within a distance differ in few.
func letterBits(_ text: String) -> UInt64 {
  text.utf8.reduce(0) { $0 | 1 << UInt64($1 & 63) }
}

/// Levenshtein's distance: letters to insert, delete or replace; the largest number beyond two.
func editDistance(_ a: String, _ b: String) -> Int {
  guard abs(a.utf8.count - b.utf8.count) <= 2 else { return .max }
  let (a, b) = (Array(a.utf8), Array(b.utf8))
  var row = Array(0...b.count)
  for (i, x) in a.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    var least = row[0]
    for (j, y) in b.enumerated() {
      let above = row[j + 1]
      row[j + 1] = min(above + 1, row[j] + 1, diagonal + (x == y ? 0 : 1))
      diagonal = above
      least = min(least, row[j + 1])
    }
    // No row ends lower than the least of the one before it.
    guard least <= 2 else { return .max }
  }
  return row[b.count] <= 2 ? row[b.count] : .max
}
