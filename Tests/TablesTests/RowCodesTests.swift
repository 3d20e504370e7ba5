import SeededNumbers
import Tables
import Testing

/// Codes in one to four bytes, beside the same in an array.
@Suite struct RowCodesTests {
  /// Around the largest codes of one, two and three bytes, and of four.
  private static let edges: [Int32] = [
    0, 1, 254, 255, 256, 65_535, 65_536, 16_777_215, 16_777_216, Int32.max,
  ]

  private func codes(_ count: Int, _ numbers: inout SeededNumbers) -> [Int32] {
    // Mostly those of few bytes, so that later ones widen what stands there.
    let most = Int.random(in: 1...Self.edges.count, using: &numbers)
    return (0..<count).map { _ in numbers.pick(Array(Self.edges[..<most]), or: 0) }
  }

  @Test func theyAreWhatAnArrayHolds() {
    var numbers = SeededNumbers(seed: 29)
    for _ in 0..<200 {
      var plain = codes(Int.random(in: 0...40, using: &numbers), &numbers)
      var kept = RowCodes(plain)
      #expect(Array(kept) == plain)
      for code in codes(20, &numbers) {
        if numbers.chance(50) || plain.isEmpty {
          plain.append(code)
          kept.append(code)
        } else {
          let row = Int.random(in: plain.indices, using: &numbers)
          plain[row] = code
          kept[row] = code
        }
      }
      #expect(Array(kept) == plain)
      #expect(kept.count == plain.count)
      let ranges = (0..<4).map { _ in
        let start = Int.random(in: 0...plain.count, using: &numbers)
        return start..<Int.random(in: start...plain.count, using: &numbers)
      }
      let picked = kept.picking(ranges)
      #expect(Array(picked) == ranges.flatMap { plain[$0] })
      #expect(picked == RowCodes(ranges.flatMap { plain[$0] }))
    }
  }

  @Test func appendedCodesAreRaised() {
    var numbers = SeededNumbers(seed: 31)
    for _ in 0..<100 {
      let (one, other) = (codes(9, &numbers), codes(7, &numbers).map { $0 >> 1 })
      let first = numbers.pick([0, 1, 200, 70_000], or: Int32(0))
      var kept = RowCodes(one)
      kept.reserveCapacity(16)
      let limit = (other.max() ?? 0) + first + 1
      kept.append(RowCodes(other), adding: first, below: limit)
      #expect(Array(kept) == one + other.map { $0 + first })
    }
  }

  @Test func equalCodesAreEqualInAnyWidth() {
    var wide = RowCodes([1, 70_000])
    wide[1] = 2
    #expect(wide == [1, 2])
    #expect(wide != [1, 3])
    #expect(wide != [1])
    #expect(RowCodes(repeating: 300, count: 3) == [300, 300, 300])
    #expect(RowCodes().isEmpty)
  }
}
