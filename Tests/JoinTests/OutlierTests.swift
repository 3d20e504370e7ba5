import Diagnostics
import GardenPlan
import Plan
import Tables
import Testing

@testable import Join

/// One wrong figure of each kind in a series that is otherwise clean.
@Suite struct OutlierTests {
  /// Figures of one village from 2020 on, each year in a file of its own.
  struct Figures {
    var facts: [FactRow] = []
    var files: [SourceFileRow] = []

    init(_ series: [(element: String, values: [String?])], unit: String = "V1", scale: Int = 1) {
      add(series, unit: unit, scale: scale)
      facts.sort { ($0.element, $0.unit, $0.year) < ($1.element, $1.unit, $1.year) }
    }

    mutating func add(_ series: [(element: String, values: [String?])], unit: String, scale: Int) {
      let years = series.map(\.values.count).max() ?? 0
      let first = files.count
      for year in 0..<years {
        var file = SourceFileRow(
          file: first + year,
          path: "\(2020 + year)/\(unit)/village.csv",
          sha256: "",
          bytes: 0,
          year: 2020 + year,
          sender: unit
        )
        let factor = scale == 1 ? "" : "*\(scale)"
        file.columns = "lessons=3\(factor) gardens=4 watered=5 weeds=6"
        files.append(file)
      }
      for (element, values) in series {
        for (year, value) in values.enumerated() {
          facts.append(
            FactRow(
              element: element,
              unit: unit,
              year: 2020 + year,
              category: FactRow.total,
              value: value.flatMap { FixedDecimal($0) },
              text: "",
              missing: value == nil ? .notReported : nil,
              isPartial: false,
              sources: [SourceRow(file: first + year, line: 7)]
            )
          )
        }
      }
    }

    func findings(_ last: Int = 2025) throws -> [Finding] {
      let plan = try loadPlan(GardenPlan.folder).plan
      return outlierFindings(plan, years: 2020...last, facts: facts, files: files)
    }
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var element = "village.lessons"
    var values: [String?]
    var code: String?
    var proposal = ""
    var testDescription: String { "\(element) \(values.map { $0 ?? "–" })" }
  }

  static let cases: [Case] = [
    // Clean: the last year is like the others.
    Case(values: ["12", "11", "13", "12", "11", "14"]),
    Case(values: ["12", "11", "13", "12", "11", "20"]),
    Case(values: ["0", "0", "0", "0", "0", "4"]),
    Case(values: ["3", "1", "0", "2", "1", "6"]),
    Case(values: ["1000", "1100", "1200", "1300", "1400", "1900"]),
    Case(values: ["12", "11", "13", "12", "11", nil]),
    Case(values: [nil, nil, nil, "12", "11", "120"]),
    // Far off.
    Case(values: ["12", "11", "13", "12", "11", "60"], code: "unlike-own-years"),
    Case(values: ["12", "11", "13", "12", "11", "0"], code: "unlike-own-years"),
    Case(values: ["0", "0", "0", "0", "0", "9"], code: "unlike-own-years"),
    Case(values: [nil, nil, "12", "11", "13", "60"], code: "unlike-own-years"),
    // Counts beyond what the exact distribution is for: the range decides.
    Case(
      values: ["400000", "410000", "420000", "400000", "390000", "1900000"],
      code: "unlike-own-years"
    ),
    // Numbers that are no counts.
    Case(element: "trees.height", values: ["20.5", "31", "25", "19", "22.5", "60"]),
    Case(
      element: "trees.height",
      values: ["20.5", "31", "25", "19", "22.5", "110"],
      code: "unlike-own-years"
    ),
    Case(
      element: "trees.height",
      values: ["20.5", "31", "25", "19", "22.5", "0"],
      code: "unlike-own-years"
    ),
    // A factor of ten.
    Case(values: ["12", "11", "13", "12", "11", "120"], code: "factor-of-ten", proposal: "12"),
    Case(values: ["12", "11", "13", "12", "11", "123"], code: "factor-of-ten"),
    Case(values: ["120", "110", "135", "122", "118", "12"], code: "factor-of-ten"),
    // Digits in the wrong order.
    Case(values: ["12", "11", "13", "12", "11", "21"], code: "digits-swapped", proposal: "12"),
    Case(
      values: ["1250", "1240", "1260", "1255", "1245", "1520"],
      code: "digits-swapped",
      proposal: "1250"
    ),
    Case(values: ["12", "11", "13", "12", "11", "22"]),
  ]

  @Test(arguments: cases) func lastYear(_ row: Case) throws {
    let findings = try Figures([(row.element, row.values)]).findings()
      .filter { $0.year == 2025 }
    #expect(findings.map(\.code) == [row.code].compactMap(\.self))
    guard let finding = findings.first else { return }
    #expect(finding.severity == .warning)
    #expect(finding.sender == "V1")
    #expect(finding.proposal == row.proposal)
    #expect(finding.found == row.values.last)
    #expect(finding.location.file == "2025/V1/village.csv" && finding.location.line == 7)
    #expect(finding.location.column == (row.element == "village.lessons" ? 3 : nil))
  }

  @Test func theReasonIsASentenceWithTheFigures() throws {
    let finding = try #require(
      try Figures([("village.lessons", ["12", "11", "13", "12", "11", "60"])]).findings().first
    )
    #expect(
      finding.message.vietnamese
        == "'Số buổi' năm 2025 là 60, các năm khác là 2020: 12; 2021: 11; 2022: 13; 2023: 12; "
        + "2024: 11: nếu mức các năm như nhau thì số lệch đến vậy hiếm hơn 1 phần 1.000.000. "
        + "Đề nghị kiểm tra lại; nếu đúng, xin nêu lý do"
    )
    #expect(finding.message.english.contains("comes up less than once in 1,000,000"))
    #expect(finding.field == "lessons")
    #expect(!finding.isSensitive)
  }

  @Test func anEarlierYearIsOnlyNoted() throws {
    let findings = try Figures([("village.weeds", ["12", "11", "130", "12", "11", "14"])])
      .findings()
    #expect(findings.map { "\($0.code) \($0.year ?? 0)" } == ["factor-of-ten 2022"])
    #expect(findings.first?.severity == .note)
    #expect(findings.first?.isSensitive == true)
    // What is merely unusual is asked about in its own year.
    let unusual = Figures([("village.weeds", ["12", "11", "60", "12", "11", "14"])])
    #expect(try unusual.findings().isEmpty)
  }

  /// A header that says "nghìn": what is proposed is what the cell should read.
  @Test func proposalsAreInTheCellsOwnUnit() throws {
    let values = ["12000", "11000", "13000", "12000", "11000", "120000"]
    let finding = try #require(
      try Figures([("village.lessons", values)], scale: 1000).findings().first
    )
    #expect(finding.found == "120")
    #expect(finding.proposal == "12")
  }

  @Test func twoColumnsWithEachOthersFigures() throws {
    let findings = try Figures([
      ("village.gardens", ["100", "104", "98", "101", "103", "41"]),
      ("village.watered", ["40", "42", "39", "41", "40", "102"]),
    ]).findings().filter { $0.year == 2025 }
    #expect(findings.map(\.code) == ["columns-swapped"])
    #expect(findings.first?.found == "41")
    #expect(findings.first?.proposal == "102")
    // Small counts cross by themselves.
    let small = try Figures([
      ("village.gardens", ["2", "2", "2", "3", "3", "1"]),
      ("village.watered", ["0", "0", "1", "1", "1", "2"]),
    ]).findings()
    #expect(small.isEmpty)
    // One of the two alone is no exchange.
    let alone = try Figures([
      ("village.gardens", ["100", "104", "98", "101", "103", "41"]),
      ("village.watered", ["40", "42", "39", "41", "40", "43"]),
    ]).findings()
    #expect(!alone.contains { $0.code == "columns-swapped" })
  }

  @Test(arguments: [
    (["20", "20", "20", "20", "20", "20"], "14", ["jump-against-denominator"]),
    (["20", "20", "20", "20", "20", "40"], "14", []),
    (["20", "20", "20", "20", "20", "20"], "9", []),
    (["20", "20", "20", "20", "20", nil], "14", []),
  ]) func aPartThatMovedWhileTheWholeStayed(
    _ gardens: [String?],
    _ watered: String,
    _ codes: [String]
  ) throws {
    let findings = try Figures([
      ("village.gardens", gardens), ("village.watered", ["5", "6", "5", "6", "5", watered]),
    ]).findings()
    #expect(findings.filter { $0.field == "watered" }.map(\.code) == codes)
  }

  /// Twice the gardens, twice the watered: the count is compared with its exposure.
  @Test func moreOfEverythingIsNoOutlier() throws {
    let series: [(element: String, values: [String?])] = [
      ("village.gardens", ["100", "100", "100", "100", "100", "300"]),
      ("village.watered", ["40", "42", "39", "41", "40", "121"]),
    ]
    let fields = try Figures(series).findings().filter { $0.year == 2025 }.map(\.field)
    #expect(fields == ["gardens"])
  }

  @Test func lastYearsFormSentAgain() throws {
    var series: [(element: String, values: [String?])] = [
      ("village.lessons", ["12", "11", "13", "12", "15", "15"]),
      ("village.gardens", ["30", "32", "31", "29", "33", "33"]),
      ("village.watered", ["12", "15", "13", "14", "16", "16"]),
    ]
    let findings = try Figures(series).findings()
    let finding = try #require(findings.first)
    #expect(findings.count == 1)
    #expect(finding.code == "last-year-copied")
    #expect(finding.sender == "V1")
    #expect(finding.location == Location(file: "2025/V1/village.csv", line: 7))
    #expect(finding.message.vietnamese.hasPrefix("3 trên 3 số liệu của 'Biểu làng' năm 2025"))
    // One figure of four differs: that is no copy.
    #expect(
      try Figures(series + [("village.weeds", ["1", "2", "1", "2", "1", "3"])]).findings().isEmpty
    )
    // A figure that has never moved proves nothing, nor does a 0.
    series[2].values = ["16", "16", "16", "16", "16", "16"]
    #expect(try Figures(series).findings().isEmpty)
    series[2].values = ["12", "15", "13", "14", "0", "0"]
    #expect(try Figures(series).findings(2025).filter { $0.code == "last-year-copied" }.isEmpty)
  }

  /// Years of one rate: of a thousand figures at most two are asked about, and of a thousand parts
  /// at most five for their denominator.
  @Test(arguments: [0.5, 2, 8, 30, 150]) func cleanSeriesAreLeftAlone(mean: Double) throws {
    var lottery = Lottery(state: UInt64(mean * 10) + 166)
    var figures = Figures([])
    let units = 400
    for unit in 0..<units {
      let counts = ["village.lessons", "village.watered", "village.weeds"].map { element in
        (element, (0..<6).map { _ -> String? in String(lottery.poisson(mean)) })
      }
      let gardens = [String?](repeating: "1000", count: 6)
      figures.add([("village.gardens", gardens)] + counts, unit: "U\(10000 + unit)", scale: 1)
    }
    figures.facts.sort { ($0.element, $0.unit, $0.year) < ($1.element, $1.unit, $1.year) }
    // Three figures repeat themselves by chance, which is why six are the default.
    let alarms = try figures.findings()
      .filter { $0.year == 2025 && $0.code != "last-year-copied" }
    let jumps = alarms.count { $0.code == "jump-against-denominator" }
    #expect((alarms.count - jumps) * 1000 <= units * 3 * 2)
    #expect(jumps * 1000 <= units * 5)
    #expect(!alarms.contains { $0.code == "columns-swapped" })
  }

  struct Lottery {
    var state: UInt64

    mutating func uniform() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (Double(state >> 11) + 0.5) / Double(1 << 53)
    }

    /// Arrivals of one rate, counted until the time is up.
    mutating func poisson(_ mean: Double) -> Int {
      var (count, time) = (0, 0.0)
      while true {
        time -= logarithm(uniform())
        if time > mean { return count }
        count += 1
      }
    }

    /// The natural logarithm by its series about 1, for numbers from 0 to 1.
    private func logarithm(_ value: Double) -> Double {
      var (mantissa, exponent) = (value, 0.0)
      while mantissa < 0.5 {
        mantissa *= 2
        exponent -= 1
      }
      let ratio = (mantissa - 1) / (mantissa + 1)
      var (sum, power) = (0.0, ratio)
      for term in stride(from: 1.0, through: 31, by: 2) {
        sum += power / term
        power *= ratio * ratio
      }
      return 2 * sum + exponent * 0.693_147_180_559_945_3
    }
  }
}
