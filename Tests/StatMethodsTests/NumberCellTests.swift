import Testing
import VietnameseText

@testable import StatMethods

@Suite(.timeLimit(.minutes(5))) struct NumberCellTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    var cell: NumberCell
    var mark: DecimalMark?
    var thousands: UInt8?
    var decimal: DecimalMark?
    var testDescription: String { text }

    init(
      _ text: String,
      _ cell: NumberCell,
      mark: DecimalMark? = nil,
      thousands: Character? = nil,
      missing: String? = nil
    ) {
      self.text = text
      self.cell = cell
      self.mark = mark
      self.thousands = thousands?.asciiValue
    }

    init(_ text: String, _ value: Double, _ found: DecimalMark? = nil, isOpen: Bool = false) {
      self.init(text, .number(value, mark: found, isOpen: isOpen))
    }
  }

  @Test(arguments: [
    Case("", .missing), Case("  ", .missing), Case("\u{A0}", .missing),
    Case("NA", .missing), Case("na", .missing), Case("N/A", .missing), Case("NaN", .missing),
    Case("NULL", .missing), Case(".", .missing), Case("không rõ", .missing),
    Case("5", 5), Case("-5", -5), Case("+5", 5), Case(" 5 ", 5), Case("007", 7),
    Case("\u{2212}5", -5), Case("-0", 0), Case("5.", 5, .point), Case(".5", 0.5, .point),
    Case("12.5", 12.5, .point), Case("12,5", 12.5, .comma),
    Case("1.250", 1.25, .point, isOpen: true), Case("1,250", 1.25, .comma, isOpen: true),
    Case("0.250", 0.25, .point), Case("1234.500", 1234.5, .point),
    Case("1e3", 1000), Case("1.5E-3", 0.0015, .point), Case("1e308", 1e308),
    Case("0.1", 0.1, .point), Case("123456789012345678", 123_456_789_012_345_680),
    Case("0.30000000000000004", 0.30000000000000004, .point),
    Case("9007199254740993", 9_007_199_254_740_992),
    Case("2.2250738585072014e-308", 2.2250738585072014e-308, .point),
    Case("1e-400", 0), Case("0e999999999999", 0),
    Case("1e400", .outOfRange), Case("-1e400", .outOfRange),
    Case("1e99999999999999999999", .outOfRange),
    Case("inf", .notANumber), Case("-", .notANumber), Case("+", .notANumber),
    Case("e5", .notANumber), Case("1e", .notANumber), Case("1e+", .notANumber),
    Case("1.2.3", .notANumber), Case("1.250,5", .notANumber), Case("0x10", .notANumber),
    Case("12 %", .notANumber), Case("1 250", .notANumber), Case("--5", .notANumber),
    Case("5a", .notANumber), Case("１２", .notANumber),
    Case("12,5", .wrongMark, mark: .point), Case("12.5", .wrongMark, mark: .comma),
    Case("1.250,5", .number(1250.5, mark: .comma, isOpen: false), mark: .comma, thousands: "."),
    Case("1.250", .number(1250, mark: nil, isOpen: false), mark: .comma, thousands: "."),
    Case("-1.250.000", .number(-1_250_000, mark: nil, isOpen: false), mark: .comma, thousands: "."),
    Case("1 250", .number(1250, mark: nil, isOpen: false), thousands: " "),
    Case("1\u{A0}250", .number(1250, mark: nil, isOpen: false), thousands: " "),
    Case("1,250.5", .number(1250.5, mark: .point, isOpen: false), mark: .point, thousands: ","),
    Case("12.50", .wrongMark, mark: .comma, thousands: "."),
    Case("1.25.000", .notANumber, mark: .comma, thousands: "."),
    Case("12.5", .number(12.5, mark: .point, isOpen: false), mark: .point, thousands: ","),
  ])
  func reads(_ example: Case) {
    let style = NumberStyle(
      thousands: example.thousands,
      missingWords: [Array("không rõ".utf8)]
    )
    let bytes = Array(example.text.utf8)
    #expect(NumberCell.read(bytes.span, style, mark: example.mark) == example.cell)
  }

  @Test func `every double comes back from its shortest text`() {
    var state: UInt64 = 20_251_125
    for _ in 0..<20_000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let value = Double(bitPattern: state ^ (state >> 31))
      guard value.isFinite else { continue }
      let text = FigureFormat.exact(value)
      let bytes = Array(text.utf8)
      guard case .number(let read, _, _) = NumberCell.read(bytes.span, NumberStyle(), mark: .point)
      else {
        Issue.record("'\(text)' is no number")
        continue
      }
      #expect(read == value)
    }
  }
}
