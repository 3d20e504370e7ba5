import Testing

@testable import Methods

@Suite(.timeLimit(.minutes(2)))
struct ConditionalTableTests {
  @Test func `work that is too large is told early, and no other work is taken for it`() throws {
    var random = RandomSource(seed: 20_261_130)
    var (borne, refused) = (0, 0)
    for _ in 0..<60 {
      let units = (0..<Int.random(in: 4...9, using: &random)).map { _ in
        let trials = Int.random(in: 3...16, using: &random)
        return (count: Int.random(in: 0...(trials / 2), using: &random), trials: trials)
      }
      let table = ConditionalTable.proportions(units)
      let steps = Self.steps(table)
      // Numbers as small as these never exceed 128 bits.
      #expect((table.exactProbability(mostSteps: 3_000) == nil) == (steps > 3_000))
      if steps > 3_000 { refused += 1 } else { borne += 1 }
    }
    #expect(borne > 5 && refused > 5)
  }

  /// How many steps all the work takes, counted while it is done.
  private static func steps(_ table: ConditionalTable) -> Int {
    var steps = 0
    var layers: [Int: Set<Int128>] = [0: [1]]
    for (place, row) in table.rows.enumerated() {
      var next: [Int: Set<Int128>] = [:]
      for (sum, weights) in layers {
        let left = table.total - sum
        for count in (place == table.rows.count - 1 ? left : 0)...left
        where count <= Int(row.size) {
          steps += weights.count
          let factor = binomial(Int128(row.size), count)
          for weight in weights { next[sum + count, default: []].insert(weight * factor) }
        }
      }
      layers = next
    }
    return steps
  }

  private static func binomial(_ size: Int128, _ count: Int) -> Int128 {
    (0..<Int128(count)).reduce(1) { $0 * (size - $1) / ($1 + 1) }
  }
}
