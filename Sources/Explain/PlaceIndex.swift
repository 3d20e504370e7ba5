import Diagnostics

/// Positions of a list by a key that several of its elements may share.
///
/// A country's lists are long, and asked about for each of thousands of units.
struct PlaceIndex<Key: Comparable & Sendable>: Sendable {
  /// Positions of elements that have a key, in the order of keys, and of the list where they are equal.
  private let places: [Int]
  /// By place in `places`.
  private let keys: [Key]

  /// - Parameters:
  ///   - list: The list.
  ///   - key: The key of an element; nil where it has none.
  init<Element>(_ list: [Element], _ key: (Element) -> Key?) {
    let keyed = list.enumerated().compactMap { place, element in key(element).map { (place, $0) } }
      .sorted { ($0.1, $0.0) < ($1.1, $1.0) }
    places = keyed.map(\.0)
    keys = keyed.map(\.1)
  }

  /// The positions of a key's elements, in the order of the list.
  subscript(key: Key) -> ArraySlice<Int> {
    let start = first(from: 0) { $0 >= key }
    return places[start..<first(from: start) { $0 > key }]
  }

  /// The positions of the elements of some keys, each once, in the order of the list.
  func places(of keys: some Sequence<Key>) -> [Int] {
    var places = keys.flatMap { self[$0] }
    places.sort()
    var last = -1
    places.removeAll { place in
      defer { last = place }
      return place == last
    }
    return places
  }

  /// The first place whose key a condition holds for; it holds for all after it.
  private func first(from start: Int, _ holds: (Key) -> Bool) -> Int {
    var (low, high) = (start, keys.count)
    while low < high {
      let middle = (low + high) / 2
      if holds(keys[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

/// What was found at a file: what is of no line, and what is of single lines.
struct FileFindings: Sendable {
  /// All of it, in its order.
  let list: [Finding]
  /// By line; findings of none stand at 0.
  private let places: PlaceIndex<Int>

  init(_ list: [Finding]) {
    self.list = list
    places = PlaceIndex(list) { $0.location.line ?? 0 }
  }

  /// What is of no line, or of one of these.
  func touching(_ lines: Set<Int>) -> [Finding] {
    places.places(of: lines.union([0])).map { list[$0] }
  }
}
