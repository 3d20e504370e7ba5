import SeededNumbers
import Testing

@testable import Tables

@Suite struct OffsetsTests {
  @Test func offsetsTurnAsOftenAsTheyMust() {
    // One byte to a turn in place of four, so that there are turns.
    var numbers = SeededNumbers(seed: 43)
    for _ in 0..<100 {
      var offsets = Offsets(bits: 8)
      var plain: [Int] = []
      var offset = 0
      for _ in 0..<50 {
        offset += numbers.pick([0, 1, 100, 255, 256, 257, 700], or: 0)
        plain.append(offset)
        offsets.append(offset)
      }
      #expect(plain.indices.map { offsets[$0] } == plain)
      #expect(offsets.count == plain.count)
    }
  }

  @Test func offsetsAreAppendedAsOneByOne() {
    var numbers = SeededNumbers(seed: 44)
    for round in 0..<200 {
      var (own, others) = (Offsets(bits: 8), Offsets(bits: 8))
      var plain: [Int] = []
      var (last, first) = (0, 0)
      for _ in 0..<(round % 7) {
        first += numbers.pick([0, 1, 30, 90, 255, 700], or: 0)
        own.append(first)
        plain.append(first)
      }
      for _ in 0..<(round % 5) {
        last += numbers.pick([0, 1, 30, 90, 255, 700], or: 0)
        others.append(last)
        plain.append(first + last)
      }
      own.append(others, adding: first)
      #expect(plain.indices.map { own[$0] } == plain)
      #expect(own.count == plain.count)
      // What comes after them goes on from there.
      own.append(first + last + 300)
      #expect(own[plain.count] == first + last + 300)
    }
  }
}
