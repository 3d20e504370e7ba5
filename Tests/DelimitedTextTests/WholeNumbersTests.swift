import DelimitedText
import Testing

/// Digits beside those that the standard library writes.
@Suite struct WholeNumbersTests {
  private static func digits(_ numbers: [Int]) -> [String] {
    numbers.map { number in
      var bytes: [UInt8] = [UInt8(ascii: "x")]
      bytes.append(decimal: number)
      return String(decoding: bytes.dropFirst(), as: UTF8.self)
    }
  }

  /// Where the number of digits changes, and where eight of them are full.
  @Test func numbersAroundPowersOfTenAreWritten() {
    var numbers = [0, .max, .min, .max - 1, .min + 1]
    var power = 1
    for _ in 0..<19 {
      for near in -2...2 { numbers += [power + near, -power - near] }
      for digit in 1...9 {
        numbers.append(power.multipliedReportingOverflow(by: digit).partialValue)
      }
      power = power.multipliedReportingOverflow(by: 10).partialValue
    }
    #expect(Self.digits(numbers) == numbers.map(\.description))
  }

  /// Each pair and each four of digits is divided rightly, wherever it stands among the eight.
  @Test func allFoursOfDigitsAreWritten() {
    let numbers = (0..<10_000).flatMap { [$0, $0 * 10_000 + 1, 100_000_000 + $0, $0 * 10_001] }
    #expect(Self.digits(numbers) == numbers.map(\.description))
  }

  /// Several numbers in one room stand one after the other, whatever is written beyond the digits of each.
  @Test func numbersFollowOneAnother() {
    let numbers = [7, 12, -345, 123_456_789, 0, -1, 99_999_999, 100_000_000, .min, 5]
    var bytes: [UInt8] = []
    bytes.append(addingCapacity: numbers.count * (OutputSpan<UInt8>.roomForNumber + 1)) { room in
      for number in numbers {
        room.append(decimal: number)
        room.append(UInt8(ascii: " "))
      }
    }
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text == numbers.map { "\($0) " }.joined())
  }

  @Test func `a room that is too small is refused`() async {
    await #expect(processExitsWith: .failure) {
      var bytes: [UInt8] = []
      bytes.append(addingCapacity: 7) { $0.append(decimal: 1_234_567) }
    }
  }
}
