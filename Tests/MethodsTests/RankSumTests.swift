import Testing

@testable import Methods

@Suite(.timeLimit(.minutes(1)))
struct RankSumTests {
  @Test func `events are left out four at a time as they are one by one, to the last bit`() {
    var random = RandomSource(seed: 17)
    for count in [1, 2, 5, 18, 40] {
      for _ in 0..<50 {
        let tails = (0..<count).map { _ in random.nextFraction() }
        var all: [Double] = []
        RankSum.numberBelow(tails, into: &all)
        for areLikely in [false, true] {
          let chosen = tails.filter { ($0 > 0.5) == areLikely }.prefix(4)
          var four = SIMD4(repeating: 0.5)
          for (lane, tail) in chosen.enumerated() { four[lane] = tail }
          var others: [SIMD4<Double>] = Array(repeating: .zero, count: count)
          RankSum.leaveOut(four, areLikely: areLikely, of: all, into: &others)
          for (lane, tail) in chosen.enumerated() {
            #expect(others.map { $0[lane] } == Self.without(tail, all))
          }
        }
      }
    }
  }

  private static func without(_ tail: Double, _ all: [Double]) -> [Double] {
    var result = Array(repeating: 0.0, count: all.count - 1)
    var before = 0.0
    for place in tail <= 0.5 ? Array(result.indices) : result.indices.reversed() {
      before =
        tail <= 0.5
        ? (all[place] - tail * before) / (1 - tail)
        : (all[place + 1] - (1 - tail) * before) / tail
      result[place] = before
    }
    return result
  }
}
