import Diagnostics
import Foundation
import Methods
import Testing

@testable import StatMethods

@Suite(.timeLimit(.minutes(5))) struct OutputTests {
  @Test func `numbers come back from JSON as they were`() {
    let values = [
      0.1, 1.0 / 3, 1e-300, .leastNonzeroMagnitude, 1e308, -0.0, 123_456_789.123_456_78, 1e22, 1e15,
    ]
    for value in values {
      let text = FigureFormat.exact(value)
      #expect(Double(text) == value)
      #expect(text.wholeMatch(of: /-?[0-9]+(\.[0-9]+)?(e[-+]?[0-9]+)?/) != nil, "\(text)")
    }
  }

  @Test(arguments: [
    "", "a\"b", "a\\b", "a\nb\tc\rd", "\u{1}\u{7F}", "Thị trấn Mỹ Thọ", "\u{2028}", "😀",
  ])
  func `texts come back from JSON as they were`(_ text: String) throws {
    let list = try JSONSerialization.jsonObject(with: Data("[\(StatJSON.quoted(text))]".utf8))
    #expect(list as? [String] == [text])
  }

  @Test func `a long fraction leaves numbers aligned beside their names`() throws {
    let table = "t,x,n\n1,30,40\n2,33,40\n3,35,41\n4,38,42\n5,40,42"
    let options = "--time t --numerator x --denominator n"
    let text = try ask("cochran-armitage", options, table).table()
    #expect(text.contains("\n  statistic  7.91529     chi-squared, one degree of freedom\n"))
    #expect(text.contains("\n  fraction   275715088812955313463555043139/"))
  }

  @Test func `several reasons are told key by key`() throws {
    let method = try #require(StatMethod.all.first { $0.name == "sen" })
    let result = StatResult([
      "slope": .number(1), "lower": .missing(.allEqual), "upper": .missing(.notFinite),
      "level": .number(95), "attainedLevel": .number(.nan), "method": .text("exact"),
    ])
    let outcome = StatOutcome(group: nil, used: 3, missing: 0, bad: 0, result: result)
    var text = ""
    var output = TextOutput { text += $0 }
    try StatJSON(method: method, language: .english).write([outcome], to: &output)
    try output.flush()
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    )
    #expect(object["gap"] as? String == "all-equal")
    #expect(
      object["gaps"] as? [String: String]
        == ["lower": "all-equal", "upper": "not-finite", "attainedLevel": "not-finite"]
    )
    #expect(object["attainedLevel"] is NSNull)
  }

  @Test(arguments: [
    StatisticGap.zeroDenominator, .numeratorAboveDenominator, .negative, .countTooLarge(limit: 5),
    .notFinite, .outOfRange, .missingEarlier, .missingLater, .zeroBase, .negativeBase,
    .tooFewPoints(needed: 3, had: 1), .tooManyPoints(limit: 5, had: 9), .duplicateTime, .allEqual,
    .levelNotAttainable(best: 0.9), .noConvergence,
  ])
  func `every reason has words in both languages`(_ gap: StatisticGap) {
    for language in Language.allCases {
      let text = gap.reason.text(in: language)
      #expect(!text.isEmpty && !text.hasSuffix("."))
    }
    #expect(gap.reason.vietnamese != gap.reason.english)
  }

  @Test func `numbers of a column stand under each other`() {
    let format = ColumnFormat([0.001, 0.039, 0.216])
    #expect(format.text(0.001, .english) == "0.001")
    #expect(format.text(0.216, .vietnamese) == "0,216")
    let wide = ColumnFormat([123.456789, 1e-9, 0])
    #expect(wide.text(123.456789, .english) == "123.457")
    #expect(wide.text(1e-9, .english) == "1.000e-09")
    #expect(wide.text(0, .english) == "0.000")
    #expect(ColumnFormat([5, 12]).text(5, .english) == "5")
    #expect(ColumnFormat([1e300]).text(1e300, .english) == "1.000e+300")
    #expect(ColumnFormat([-0.0004, 100]).text(-0.0004, .english) == "-4.000e-04")
  }

  @Test func `a table reads well`() throws {
    let table = "xã,x,n\nMỹ Thọ,17,18\nBa Sao,18,18\nGáo Giồng,0,0\n"
    let text = try ask("proportion", "--unit xã --numerator x --denominator n", table).table()
    #expect(
      text == """
        The proportion of each row with its interval.
        table.csv: 3 rows used

          line  unit         value     lower    upper  gap
             2  Mỹ Thọ     0.94444  0.742427  0.99012
             3  Ba Sao     1.00000  0.824121  1.00000
             4  Gáo Giồng        –         –        –  zero-denominator

          zero-denominator: the denominator is 0

        """
    )
  }

  @Test func `an answer of one value each reads well`() throws {
    let table = "t,y\n2021,90\n2022,95\n2023,100\n2024,100\n2025,100\n"
    let text = try ask("sen", "--time t --value y --level 99.8", table).table()
    #expect(
      text == """
        Sen's slope on real times, with its exact interval and attained level.
        table.csv: 5 rows used

          slope           2.5   slope per unit of time
          lower          –      lower limit
          upper          –      upper limit
          level          99.8   confidence level, %
          attainedLevel  –      the level that the interval really has, from 0 to 1
          method         exact  how it was found

          lower, upper, attainedLevel: too few points for that level, the highest
            possible is 98.3333 % [level-not-attainable]

        """
    )
  }

  @Test func `labels cannot move the cursor`() throws {
    let table = "u,x,n\n\"a\u{1B}[2Jb\",1,2\n"
    let text = try ask("proportion", "--unit u --numerator x --denominator n", table).table()
    #expect(!text.contains("\u{1B}"))
  }
}
