import Parallel
import Testing

@Suite(.timeLimit(.minutes(1)))
struct BothTests {
  @Test(arguments: [0, 1, 2, 8]) func `each result stands in its place`(jobs: Int) {
    for count in 0..<200 {
      let (number, text) = both(jobs: jobs) {
        count * count
      } _: {
        String(count)
      }
      #expect(number == count * count)
      #expect(text == String(count))
    }
  }

  @Test(arguments: [1, 2]) func `a result may be nothing`(jobs: Int) {
    let (one, other) = both(jobs: jobs) {
      Int?.none
    } _: {
      Int?.some(1)
    }
    #expect(one == nil)
    #expect(other == 1)
  }
}
