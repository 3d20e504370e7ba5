import Parallel
import Tables

extension [FactRow] {
  /// The facts by element, unit, year and category, as they would be sorted by these; equal ones
  /// keep their order.
  ///
  /// Each name is compared with others once, however many facts have it: then whole numbers are
  /// sorted in place of rows.
  func sortedByPlace(jobs: Int = 1) -> [FactRow] {
    let ranks = parallelMap(3, jobs: jobs) { column in
      switch column {
      case 0: Ranks(count: count) { self.span[$0].unit }
      case 1: Ranks(count: count) { self.span[$0].element }
      default: Ranks(count: count) { self.span[$0].category }
      }
    }
    let keys = indices.map { place in
      Key(
        element: ranks[1][place],
        unit: ranks[0][place],
        year: self[place].year,
        category: ranks[2][place],
        place: place
      )
    }
    return keys.sorted().map { self[$0.place] }
  }
}

private struct Key: Comparable {
  var element: Int32
  var unit: Int32
  var year: Int
  var category: Int32
  var place: Int

  static func < (a: Key, b: Key) -> Bool {
    (a.element, a.unit, a.year, a.category, a.place)
      < (b.element, b.unit, b.year, b.category, b.place)
  }
}

/// For each row the rank of its name among all names.
private struct Ranks: Sendable {
  private var codes: [Int32] = []
  private var ranks: [Int32] = []

  init(count: Int, _ name: (Int) -> String) {
    var names: [String] = []
    var known: [String: Int32] = [:]
    // By code: the code of the name that last came after it. Tables repeat their names in the same
    // order, so that most names are the one expected.
    var following: [Int32] = []
    var last = -1
    codes.reserveCapacity(count)
    for row in 0..<count {
      let name = name(row)
      var code = last < 0 ? -1 : following[last]
      if code < 0 || names[Int(code)] != name {
        code = known[name] ?? Int32(clamping: names.count)
        if Int(code) == names.count {
          known[name] = code
          names.append(name)
          following.append(-1)
        }
      }
      if last >= 0 { following[last] = code }
      last = Int(code)
      codes.append(code)
    }
    ranks = Array(repeating: 0, count: names.count)
    let sorted = names.enumerated().sorted { $0.element < $1.element }
    for (rank, name) in sorted.enumerated() { ranks[name.offset] = Int32(clamping: rank) }
  }

  subscript(row: Int) -> Int32 { ranks[Int(codes[row])] }
}
