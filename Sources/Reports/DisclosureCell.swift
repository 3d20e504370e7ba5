/// A count that disclosure control may hide: a sensitive data element of a unit and a year.
struct DisclosureCell: Hashable, Sendable {
  var element: String
  var unit: String
  var year: Int
  var category: String
}

/// A data element, or one category of it: cells of one column add up to its total.
struct DisclosureColumn: Hashable, Sendable, Comparable {
  var element: String
  var category: String

  static func < (a: Self, b: Self) -> Bool {
    (a.element, a.category) < (b.element, b.category)
  }
}

/// The range in which a reader can place the hidden counts of one column.
///
/// The reader is taken to know the column's total over the hidden counts (the published total less
/// the published counts) and, of each hidden count, whether it is 0, small, or not small: status
/// words and this very rule can tell that much. Only the small counts, 1 to `smallest` − 1, need
/// protection.
///
///     min = max(1, R − Σ upper limits of the others)
///     max = min(smallest − 1, R − Σ lower limits of the others)
struct FeasibleRange: Sendable {
  private var small = 0
  private var large = 0
  private var sum = 0.0
  private let disclosure: (smallest: Double, width: Double)

  init(smallest: Int, width: Int) {
    // No two small counts lie further apart than this; a wider demand could never be met.
    let attainable = max(0, smallest - 2)
    disclosure = (Double(smallest), Double(min(width, attainable)))
  }

  mutating func hide(_ value: Double) {
    sum += value
    if value >= disclosure.smallest {
      large += 1
    } else if value > 0 {
      small += 1
    }
  }

  /// Least and greatest value that a small hidden count can have; nil where none is hidden.
  var limits: ClosedRange<Double>? {
    guard small > 0 else { return nil }
    let top = disclosure.smallest - 1
    let othersAtLeast = Double(small - 1) + Double(large) * disclosure.smallest
    let greatest = max(1, min(top, sum - othersAtLeast))
    // A count that is not small has no upper limit.
    let least = large > 0 ? 1 : max(1, sum - Double(small - 1) * top)
    return min(least, greatest)...greatest
  }

  /// Whether the range is wide enough, or nothing in the column needs protection.
  var isWideEnough: Bool {
    guard let limits else { return true }
    return limits.upperBound - limits.lowerBound >= disclosure.width
  }
}
