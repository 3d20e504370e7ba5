import Diagnostics
import Testing
import VietnameseText

struct NumberCase: Sendable, CustomTestStringConvertible {
  var text: String
  var kind: VietnameseNumber.Kind
  var value: String
  var unit: String?
  var isAmbiguous = false
  var isScientific = false

  var testDescription: String { "\(kind) '\(text)'" }

  init(
    _ text: String,
    _ kind: VietnameseNumber.Kind,
    _ value: String,
    unit: String? = nil,
    ambiguous: Bool = false,
    scientific: Bool = false
  ) {
    (self.text, self.kind, self.value, self.unit) = (text, kind, value, unit)
    (isAmbiguous, isScientific) = (ambiguous, scientific)
  }
}

let numberCases = [
  NumberCase("0", .count, "0"),
  NumberCase("-0", .count, "0"),
  NumberCase("007", .count, "7"),
  NumberCase("+12", .count, "12"),
  // A full stop ends a sentence; a comma may be a fraction cut off.
  NumberCase("12.", .count, "12"),
  NumberCase("1.250.", .count, "1250"),
  NumberCase("12 buổi.", .count, "12", unit: "buổi."),
  NumberCase("12\u{2009}500", .count, "12500"),
  NumberCase("\u{2212}12", .count, "-12"),
  NumberCase(" 12 ", .count, "12"),
  NumberCase("１２", .count, "12"),
  NumberCase("'12", .count, "12"),
  NumberCase("1.200", .count, "1200"),
  NumberCase("2,540", .count, "2540"),
  NumberCase("1.250.000", .count, "1250000"),
  NumberCase("1,250,000", .count, "1250000"),
  NumberCase("1 200", .count, "1200"),
  NumberCase("1\u{A0}200\u{202F}000", .count, "1200000"),
  NumberCase("12,0", .count, "12"),
  NumberCase("12.00", .count, "12"),
  NumberCase("12 buổi", .count, "12", unit: "buổi"),
  NumberCase("12buổi/năm", .count, "12", unit: "buổi/năm"),
  NumberCase("1,2 triệu", .count, "1200000", unit: "triệu"),
  NumberCase("1,25E+06", .count, "1250000", scientific: true),
  NumberCase("1.25e6", .count, "1250000", scientific: true),
  NumberCase("85,5", .decimal, "85.5"),
  NumberCase("85.5", .decimal, "85.5"),
  NumberCase("85,50 %", .decimal, "85.5", unit: "%"),
  NumberCase("100%", .decimal, "100", unit: "%"),
  NumberCase(",5", .decimal, "0.5"),
  NumberCase("0,125", .decimal, "0.125"),
  NumberCase("0.125", .decimal, "0.125"),
  NumberCase("1.200", .decimal, "1200", ambiguous: true),
  NumberCase("12,500", .decimal, "12.5", ambiguous: true),
  NumberCase("1.250.000,5", .decimal, "1250000.5"),
  NumberCase("1,250,000.5", .decimal, "1250000.5"),
  NumberCase("1 250,5", .decimal, "1250.5"),
  NumberCase("1.250,000", .decimal, "1250"),
  NumberCase("1250,500", .decimal, "1250.5"),
  NumberCase("85.49999999999999", .decimal, "85.49999999999999"),
  NumberCase("5E-02", .decimal, "0.05", scientific: true),
  NumberCase("12 tỷ lệ", .decimal, "12", unit: "tỷ lệ"),
  NumberCase("1.250.000", .money, "1250000"),
  NumberCase("1.250.000đ", .money, "1250000", unit: "đ"),
  NumberCase("1.250.000 đồng", .money, "1250000", unit: "đồng"),
  NumberCase("1,5 triệu đồng", .money, "1500000", unit: "triệu đồng"),
  // Short forms of money; elsewhere they are only words.
  NumberCase("12tr", .money, "12000000", unit: "tr"),
  NumberCase("500k", .money, "500000", unit: "k"),
  NumberCase("12tr", .decimal, "12", unit: "tr"),
  // Millions have fractions, so that three digits after a comma may be one.
  NumberCase("1,250 triệu", .money, "1250000", unit: "triệu", ambiguous: true),
  NumberCase("2 tỷ", .money, "2000000000", unit: "tỷ"),
  NumberCase("3 nghìn tỷ đồng", .money, "3000000000000", unit: "nghìn tỷ đồng"),
  NumberCase("1,250", .money, "1250", ambiguous: true),
  NumberCase("12.500", .money, "12500"),
  NumberCase("9223372036854775807", .money, "9223372036854775807"),
]

@Suite struct VietnameseNumberTests {
  @Test(arguments: numberCases)
  func `numbers`(_ example: NumberCase) throws {
    let parsed = try VietnameseNumber.parse(example.text, as: example.kind).get()
    #expect(parsed.value.description == example.value)
    #expect(parsed.unit == example.unit)
    #expect(parsed.isAmbiguous == example.isAmbiguous)
    #expect(parsed.isScientific == example.isScientific)
  }

  @Test(arguments: [
    "-", "–", "x", "không", "abc", "12/15", "(1)", "(12)", "12 buổi 3 đợt",
    "1.2.3", "05.06.2024", "12 5", "1. 250", "1.250,5,5", "1,25.000,5", "1.25 000", "+",
    "--5", "12,", "12;", "12*", "12¹", "1'200", "٣", "١٢", "12..", "nt",
    "0x1p3", "1 tỷ 200 triệu", "nan", "inf", "1.250E+06,5", "1,250.000,5", "0.125.000",
  ])
  func `no numbers`(_ text: String) {
    for kind in VietnameseNumber.Kind.allCases {
      let result = VietnameseNumber.parse(text, as: kind)
      guard case .failure(.notANumber) = result else {
        Issue.record("'\(text)' as \(kind) is \(result)")
        continue
      }
    }
  }

  @Test(arguments: [
    ("", NumberFault.empty),
    (" \u{A0}\u{200B}", .empty),
    ("#REF!", .excelError("#REF!")),
    ("#N/A", .excelError("#N/A")),
    ("########", .excelError("########")),
    ("#DIV/0!", .excelError("#DIV/0!")),
    ("#VALUE!", .excelError("#VALUE!")),
    ("#TÊN?", .excelError("#TÊN?")),
    ("Err:502", .excelError("Err:502")),
    ("khoảng 12", .approximate("khoảng 12")),
    ("~12", .approximate("~12")),
    ("> 2.540", .approximate("> 2.540")),
    ("hơn 12 buổi", .approximate("hơn 12 buổi")),
    ("12 trở lên", .approximate("12 trở lên")),
    ("12+", .approximate("12+")),
    ("12-15", .severalNumbers("12-15")),
    ("12 – 15", .severalNumbers("12 - 15")),
    ("12 đến 15", .severalNumbers("12 đến 15")),
    ("10+2", .severalNumbers("10+2")),
    ("10; 2", .severalNumbers("10; 2")),
    ("9223372036854775808", .outOfRange("9223372036854775808")),
    ("1E400", .outOfRange("1E400")),
    ("1E-40", .outOfRange("1E-40")),
    ("9.900.000.000.000 triệu", .outOfRange("9.900.000.000.000 triệu")),
    ("9e99999999999999999999", .outOfRange("9e99999999999999999999")),
  ])
  func `faults`(_ text: String, _ fault: NumberFault) {
    #expect(VietnameseNumber.parse(text, as: .count) == .failure(fault))
  }

  /// One separator before three digits, and the decimal sign that the file writes elsewhere.
  @Test(
    arguments: [
      // Decimals follow the habit.
      ("1.200", .decimal, .comma, "1200", .byHabit), ("1.200", .decimal, .point, "1.2", .byHabit),
      ("1,200", .decimal, .comma, "1.2", .byHabit), ("1,200", .decimal, .point, "1200", .byHabit),
      // Counts and money have no such fraction, whatever the habit.
      ("2.540", .count, .comma, "2540", .certain), ("2.540", .count, .point, "2540", .certain),
      ("1,200", .count, .point, "1200", .certain), ("1,200", .count, .comma, "1200", .certain),
      ("1.250", .money, .point, "1250", .certain),
      ("1,250", .money, .point, "1250", .byHabit), ("1,250", .money, .comma, "1250", .againstHabit),
      // What has one reading needs no habit.
      ("12,5", .decimal, .point, "12.5", .certain),
      ("1.250.000", .decimal, .point, "1250000", .certain),
    ] as [(String, VietnameseNumber.Kind, DecimalMark, String, ParsedNumber.Certainty)]
  )
  func `habits`(
    _ text: String,
    _ kind: VietnameseNumber.Kind,
    _ mark: DecimalMark,
    _ value: String,
    _ certainty: ParsedNumber.Certainty
  ) throws {
    let parsed = try VietnameseNumber.parse(text, as: kind, mark: mark).get()
    #expect(parsed.value.description == value)
    #expect(parsed.certainty == certainty)
  }

  @Test(
    arguments: [
      ("1.250,5", .comma), ("1.250.000", .comma), ("12,5 %", .comma), ("0,125", .comma),
      ("1 250,5", .comma), ("1,250.5", .point), ("1,250,000", .point), ("12.5", .point),
      ("1.25E+06", .point), ("１２，５", .comma),
      ("1.200", nil), ("1,200", nil), ("1 200", nil), ("1200", nil), ("12.", nil), ("1.2.3", nil),
      ("05.06.2024", nil), ("0912.345.678", nil), ("không", nil), ("", nil),
    ] as [(String, DecimalMark?)]
  )
  func `evidence of the decimal sign`(_ text: String, _ mark: DecimalMark?) {
    #expect(DecimalMark.shown(by: text) == mark)
  }

  @Test(arguments: ["12,5", "85.5", "0,125", "85,5 %"])
  func `fractions are no counts`(_ text: String) {
    guard case .failure(.notWhole) = VietnameseNumber.parse(text, as: .count) else {
      Issue.record("'\(text)' passed for a count")
      return
    }
  }

  @Test(.timeLimit(.minutes(1)), arguments: [UInt32](0..<200))
  func `no text traps`(_ seed: UInt32) {
    let alphabet = Array("0123456789999.,  eE+-%#'đ\u{A0}")
    var state = seed
    for _ in 0..<200 {
      let text = String(
        (0..<24).map { _ in
          state = state &* 1_664_525 &+ 1_013_904_223
          return alphabet[Int(state >> 8) % alphabet.count]
        }
      )
      for kind in VietnameseNumber.Kind.allCases {
        if case .success(let parsed) = VietnameseNumber.parse(text, as: kind) {
          #expect(FixedDecimal(parsed.value.description) == parsed.value)
        }
      }
      _ = VietnameseDate.parse(text)
    }
  }
}
