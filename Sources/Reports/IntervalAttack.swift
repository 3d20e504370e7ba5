/// A reader who sets all sums of a table against each other.
///
/// Each sum bounds its whole by its parts and each part by the whole less the others; the bounds
/// are passed on until none moves. For sums that share cells this finds ranges that are true,
/// though not always the narrowest.
struct IntervalAttack: Sendable {
  private(set) var lower: [Double] = []
  private(set) var upper: [Double] = []
  private var sums: [(whole: Int, parts: [Int])] = []

  /// - Parameter range: What the reader knows of the cell beforehand.
  /// - Returns: Number of the cell.
  mutating func add(_ range: (lower: Double, upper: Double)) -> Int {
    lower.append(range.lower)
    upper.append(range.upper)
    return lower.count - 1
  }

  mutating func addSum(_ whole: Int, of parts: [Int]) {
    guard !parts.isEmpty else { return }
    sums.append((whole, parts))
  }

  func width(of cell: Int) -> Double { upper[cell] - lower[cell] }

  mutating func run() {
    // Bounds of whole counts move by one at least; small tables are done in a few rounds.
    for _ in 0..<100 {
      let before = (lower, upper)
      for sum in sums { narrow(sum.whole, sum.parts) }
      if before == (lower, upper) { return }
    }
  }

  private mutating func narrow(_ whole: Int, _ parts: [Int]) {
    let low = parts.map { lower[$0] }.reduce(0, +)
    clamp(whole, low, parts.map { upper[$0] }.reduce(0, +))
    // Infinity less infinity is no number: count the parts without an upper limit instead.
    let open = parts.count { upper[$0] == .infinity }
    let high = parts.map { upper[$0] == .infinity ? 0 : upper[$0] }.reduce(0, +)
    for part in parts {
      let isOpen = upper[part] == .infinity
      let others = open - (isOpen ? 1 : 0) > 0 ? .infinity : high - (isOpen ? 0 : upper[part])
      clamp(part, lower[whole] - others, upper[whole] - (low - lower[part]))
    }
  }

  private mutating func clamp(_ cell: Int, _ low: Double, _ high: Double) {
    lower[cell] = max(lower[cell], low)
    upper[cell] = max(lower[cell], min(upper[cell], high))
  }
}
