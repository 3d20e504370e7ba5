import Parallel
import Tables

/// Adds the facts of several lists by element, unit, year and category, as they would be sorted by
/// these; equal ones keep their order.
///
/// Each name is compared with others once, however many facts have it: then whole numbers are sorted
/// in place of rows, which are copied once.
///
/// - Parameters:
///   - lists: The facts.
///   - all: Where they are added.
///   - jobs: The most threads; the order does not depend on it.
func appendByPlace(_ lists: [[FactRow]], to all: inout [FactRow], jobs: Int = 1) {
  let ranks = parallelMap(3, jobs: jobs) { column in
    switch column {
    case 0: Ranks(lists) { $0.unit }
    case 1: Ranks(lists) { $0.element }
    default: Ranks(lists) { $0.category }
    }
  }
  var keys: [Key] = []
  keys.reserveCapacity(lists.reduce(0) { $0 + $1.count })
  for (list, facts) in lists.enumerated() {
    for place in facts.indices {
      let key = Key(
        element: ranks[1][keys.count],
        unit: ranks[0][keys.count],
        year: facts.span[place].year,
        category: ranks[2][keys.count],
        list: Int32(clamping: list),
        place: Int32(clamping: place)
      )
      keys.append(key)
    }
  }
  keys.sort()
  for key in keys { all.append(lists[Int(key.list)][Int(key.place)]) }
}

/// The facts of two lists in the order of their elements, of which they have none in common.
func mergedByElement(_ some: [FactRow], _ others: [FactRow]) -> [FactRow] {
  if some.isEmpty { return others }
  if others.isEmpty { return some }
  var all: [FactRow] = []
  all.reserveCapacity(some.count + others.count)
  var next = 0
  for fact in some {
    while next < others.count, others.span[next].element < fact.element {
      all.append(others[next])
      next += 1
    }
    all.append(fact)
  }
  all += others[next...]
  return all
}

private struct Key: Comparable {
  var element: Int32
  var unit: Int32
  var year: Int
  var category: Int32
  var list: Int32
  var place: Int32

  static func < (a: Key, b: Key) -> Bool {
    (a.element, a.unit, a.year, a.category, a.list, a.place)
      < (b.element, b.unit, b.year, b.category, b.list, b.place)
  }
}

/// For each row the rank of its name among all names.
private struct Ranks: Sendable {
  private var codes: [Int32] = []
  private var ranks: [Int32] = []

  init(_ lists: [[FactRow]], _ name: (borrowing FactRow) -> String) {
    var names: [String] = []
    var known: [String: Int32] = [:]
    // By code: the code of the name that last came after it. Tables repeat their names in the same
    // order, so that most names are the one expected.
    var following: [Int32] = []
    var last = -1
    codes.reserveCapacity(lists.reduce(0) { $0 + $1.count })
    func add(_ name: String) {
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
    for facts in lists {
      for place in facts.indices { add(name(facts.span[place])) }
    }
    ranks = Array(repeating: 0, count: names.count)
    let sorted = names.enumerated().sorted { $0.element < $1.element }
    for (rank, name) in sorted.enumerated() { ranks[name.offset] = Int32(clamping: rank) }
  }

  subscript(row: Int) -> Int32 { ranks[Int(codes[row])] }
}
