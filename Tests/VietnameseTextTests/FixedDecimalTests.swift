import Diagnostics
import Testing

@Suite struct FixedDecimalTests {
  @Test(arguments: [
    ("0", "0"), ("-0", "0"), ("0.0", "0"), ("85.50", "85.5"), ("-85.5", "-85.5"), ("0.05", "0.05"),
    ("-0.05", "-0.05"), ("9223372036854775807", "9223372036854775807"),
    ("-9223372036854775808", "-9223372036854775808"),
    ("-9.223372036854775808", "-9.223372036854775808"),
    ("0.000000000000000001", "0.000000000000000001"), ("1.0000000000000000000000", "1"),
  ])
  func `description`(_ text: String, _ canonical: String) throws {
    let value = try #require(FixedDecimal(text))
    #expect(value.description == canonical)
    #expect(FixedDecimal(canonical) == value)
    #expect(value.double == Double(text))
  }

  @Test(arguments: [
    "", "-", ".", "1.", ".5", "1.2.3", "+1", "1e3", " 1", "nan", "1,5", "--1", "-.5",
    "9223372036854775808", "0.0000000000000000001",
    "99999999999999999999999999999999999999999999999999",
  ])
  func `no decimals`(_ text: String) {
    #expect(FixedDecimal(text) == nil)
  }

  @Test(
    arguments: [
      ("1.5", "2.5", "4"), ("0.1", "0.2", "0.3"), ("-1", "0.5", "-0.5"),
      ("1200", "0.001", "1200.001"),
      ("9223372036854775807", "1", nil), ("9223372036854775807", "0.1", nil),
      ("9223372036854775807", "-9223372036854775808", "-1"),
      ("9000000000000000000", "0.000000000000000001", nil),
    ] as [(String, String, String?)]
  )
  func `sums are exact or nil`(_ first: String, _ second: String, _ sum: String?) throws {
    let pair = try (#require(FixedDecimal(first)), #require(FixedDecimal(second)))
    #expect(FixedDecimal.adding(pair.0, pair.1)?.description == sum)
    #expect(FixedDecimal.adding(pair.1, pair.0)?.description == sum)
  }

  @Test func `order, hash and whole numbers`() throws {
    let texts = [
      "-9223372036854775808", "-1.5", "-1", "0", "0.000000000000000001", "1.49", "1.5", "2",
    ]
    let values = try texts.map { try #require(FixedDecimal($0)) }
    #expect(values.reversed().sorted() == values)
    #expect(FixedDecimal(significand: 150, scale: 2) == FixedDecimal("1.5"))
    #expect(FixedDecimal(significand: 1, scale: 19) == nil)
    #expect(FixedDecimal(significand: 1, scale: -1) == nil)
    #expect(FixedDecimal(significand: 1200, scale: 2)?.integer == 12)
    #expect(FixedDecimal("1.5")?.integer == nil)
    #expect(FixedDecimal("1.5")?.multiplied(by: 1_000_000)?.integer == 1_500_000)
    #expect(FixedDecimal(.max).multiplied(by: 2) == nil)
    #expect(FixedDecimal(.min).multiplied(by: -1) == nil)
  }
}
