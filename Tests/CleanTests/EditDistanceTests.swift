import SeededNumbers
import Testing

@testable import Clean

/// Distances beyond two do not matter, so that they are given up early.
@Suite struct EditDistanceTests {
  /// Levenshtein's recurrence as it is written down.
  private func distance(_ a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>) -> Int {
    guard let x = a.last else { return b.count }
    guard let y = b.last else { return a.count }
    let (shortA, shortB) = (a.dropLast(), b.dropLast())
    guard x != y else { return distance(shortA, shortB) }
    return 1 + min(distance(shortA, b), distance(a, shortB), distance(shortA, shortB))
  }

  @Test func agreesWithTheRecurrence() {
    var numbers = SeededNumbers(seed: 3)
    var near = 0
    for _ in 0..<3_000 {
      let words = (0..<2).map { _ in
        String(
          (0..<Int.random(in: 0...6, using: &numbers)).map { _ in
            numbers.pick(["a", "b", "c"], or: "a")
          }
          .joined()
        )
      }
      let expected = distance(Array(words[0].utf8)[...], Array(words[1].utf8)[...])
      let found = editDistance(words[0].utf8.span, words[1].utf8.span)
      if expected <= 2 {
        near += 1
        #expect(found == expected, "\(words)")
      } else {
        #expect(found > 2, "\(words)")
      }
    }
    #expect(near > 100)
  }
}
