import Testing

@testable import Methods

@Suite(.timeLimit(.minutes(1)))
struct SumsByKeyTests {
  @Test func `sums are those of a dictionary, in the order of the keys' first coming`() {
    var random = RandomSource(seed: 6)
    var sums = SumsByKey<Int128, Int>()
    // The second round meets the storage of the first.
    for round in 0..<2 {
      sums.removeAll()
      var known: [Int128: Int] = [:]
      var order: [Int128] = []
      for _ in 0..<20_000 {
        // Few high and many low zeros, as products of binomials have.
        let key = Int128(random.next() % 3_000) << Int128(random.next() % 90)
        let value = Int(random.next() % 100)
        if known[key] == nil { order.append(key) }
        known[key, default: round] += value
        sums.update(key, first: round) { $0 += value }
      }
      #expect(sums.copied.map(\.key) == order)
      #expect(sums.copied.map(\.value) == order.map { known[$0] ?? -1 })
    }
  }
}
