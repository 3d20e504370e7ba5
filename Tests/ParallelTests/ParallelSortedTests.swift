import Parallel
import Testing

@Suite(.timeLimit(.minutes(1)))
struct ParallelSortedTests {
  private struct Card: Equatable {
    var rank: Int
    var place: Int
  }

  /// Counts in which no order can be seen, with so many values.
  private func cards(_ count: Int, values: Int) -> [Card] {
    (0..<count).map { Card(rank: ($0 * 7_919 + $0 / 13) % values, place: $0) }
  }

  @Test(arguments: [0, 1, 2, 3, 8, 256])
  func `what is equal stays in the order that it had`(jobs: Int) {
    for count in [0, 1, 2, 4_095, 8_192, 20_001, 50_000] {
      for values in [1, 7, 100_000] {
        let cards = cards(count, values: values)
        let sorted = parallelSorted(cards, jobs: jobs) { $0.rank < $1.rank }
        let expected = cards.sorted { ($0.rank, $0.place) < ($1.rank, $1.place) }
        #expect(sorted == expected, "\(count) of \(values)")
      }
    }
  }

  @Test(arguments: [1, 2, 3]) func `what is in order and what is not come out alike`(jobs: Int) {
    let numbers = Array(0..<30_000)
    #expect(parallelSorted(numbers, jobs: jobs) == numbers)
    #expect(parallelSorted(numbers.reversed(), jobs: jobs) == numbers)
    // The end alone is out of order.
    #expect(parallelSorted(Array(numbers.dropFirst()) + [0], jobs: jobs) == numbers)
  }
}
