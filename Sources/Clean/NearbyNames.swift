import Tables

/// Folded spellings of units, for the question what a wrong one may mean.
struct NearbyNames {
  private var spellings = TextArena()
  /// The unit of each spelling.
  private var codes: [String] = []
  /// Letters of each spelling; they rule out nearly all of a country's without a look at their texts.
  private var letters: [UInt64] = []

  /// Adds a spelling, folded without accents.
  mutating func add(_ spelling: String, code: String) {
    spellings.append(spelling)
    codes.append(code)
    letters.append(letterBits(spelling.utf8.span))
  }

  /// Codes of units that are spelled nearly as a folded text, the nearest first.
  func nearest(to key: String) -> [String] {
    let (sought, soughtLetters) = (key.utf8.span, letterBits(key.utf8.span))
    let unfinished = key + " "
    let (begun, begunLetters) = (unfinished.utf8.span, letterBits(unfinished.utf8.span))
    var found: [String: Int] = [:]
    for place in letters.indices {
      let own = letters[place]
      // Each step takes away one letter and brings in one at most.
      let mayBeNear = (own ^ soughtLetters).nonzeroBitCount <= 4
      guard mayBeNear || begunLetters & ~own == 0 else { continue }
      let distance = spellings.withBytes(place) { spelling in
        // A name left unfinished is as near as one letter.
        if begins(spelling, with: begun) { return 1 }
        return mayBeNear ? editDistance(spelling, sought) : .max
      }
      guard distance <= 2 else { continue }
      found[codes[place]] = min(distance, found[codes[place]] ?? distance)
    }
    return found.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map(\.key)
  }
}

private func begins(_ text: Span<UInt8>, with start: Span<UInt8>) -> Bool {
  guard text.count >= start.count else { return false }
  for index in start.indices where text[index] != start[index] { return false }
  return true
}

/// The letters of a folded text, one bit each; texts within a distance differ in few.
private func letterBits(_ text: Span<UInt8>) -> UInt64 {
  var bits: UInt64 = 0
  for index in text.indices { bits |= 1 << UInt64(text[index] & 63) }
  return bits
}

/// Levenshtein's distance: letters to insert, delete or replace; the largest number beyond two.
///
/// What two texts begin with alike costs nothing in any case, so that only the three ways to go on
/// from the first difference are tried, and those again from the second.
func editDistance(_ a: Span<UInt8>, _ b: Span<UInt8>) -> Int {
  editDistance(a, 0, b, 0, most: 2) ?? .max
}

private func editDistance(
  _ a: Span<UInt8>,
  _ first: Int,
  _ b: Span<UInt8>,
  _ second: Int,
  most: Int
) -> Int? {
  guard abs((a.count - first) - (b.count - second)) <= most else { return nil }
  var (i, j) = (first, second)
  while i < a.count, j < b.count, a[i] == b[j] { (i, j) = (i + 1, j + 1) }
  // The rest of the longer one is inserted, and no longer than `most`.
  if i == a.count || j == b.count { return max(a.count - i, b.count - j) }
  guard most > 0 else { return nil }
  var least: Int?
  for (left, right) in [(1, 1), (1, 0), (0, 1)] {
    guard let rest = editDistance(a, i + left, b, j + right, most: (least ?? most + 1) - 2) else {
      continue
    }
    least = rest + 1
  }
  return least
}
