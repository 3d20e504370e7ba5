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
}
