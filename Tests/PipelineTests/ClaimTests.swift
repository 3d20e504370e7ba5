import Diagnostics
import Plan
import Tables
import Testing

@testable import Pipeline
@testable import Reports

/// The sentences of the reports never claim more than their intervals.
@Suite(.serialized, .timeLimit(.minutes(5)))
struct ClaimTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var boundaries: String?
    var language: Language
    var testDescription: String { "\(boundaries ?? "own units") \(language.rawValue)" }
  }

  /// The whole sample, evaluated once at each set of boundaries.
  private static let own = Result { try run(nil) }
  private static let after = Result { try run("2025-07-01") }

  private static func run(_ day: String?) throws -> RunTables {
    let scratch = try Scratch()
    let result = try Tool.run(
      "chitieu",
      [
        "run", SampleRun.pipeline, "--year", "\(SampleRun.year)", "--work", scratch.path("work"),
        "--reports", scratch.path("reports"),
      ] + (day.map { ["--boundaries", $0] } ?? [])
    )
    try #require(result.status == 0, "\(result.errors)")
    return try ExplainedRun(
      try SampleRun.plan(),
      workspace: scratch.path("work"),
      language: .vietnamese
    )
    .tables
  }

  private func context(_ example: Case, year: Int) throws -> ReportContext {
    let plan = try SampleRun.plan()
    let tables = try (example.boundaries == nil ? Self.own : Self.after).get()
    var disclosed = DisclosedTables(
      plan,
      ingest: tables.ingest,
      clean: tables.clean,
      join: tables.join,
      indicators: tables.indicators,
      trends: tables.trends
    )
    disclosed.settings.year = year
    return ReportContext(plan: plan, language: example.language, tables: disclosed, records: [])
  }

  @Test(arguments: [
    Case(boundaries: nil, language: .vietnamese), Case(boundaries: nil, language: .english),
    Case(boundaries: "2025-07-01", language: .vietnamese),
    Case(boundaries: "2025-07-01", language: .english),
  ])
  func `each sentence on units and years is allowed by its row`(_ example: Case) throws {
    var grounds = 0
    for year in 2020...2025 {
      let context = try context(example, year: year)
      let chapter = context.comparisonChapter
      let check = ClaimCheck(text: chapter.text, language: example.language)
      // Also what the command says of each indicator, which is more than the chapter does.
      let all = chapter.claims + context.plan.indicators.flatMap { chapter.text.claims($0, year) }
      for claim in all {
        #expect(check.faults(claim).isEmpty, "\(check.faults(claim))")
        grounds += claim.grounds.count
      }
      // Nothing else in the chapter, and nothing in a unit's sheet, says such a thing.
      let allowed = Set(chapter.claims.map { "- " + $0.sentence })
      for line in context.comparisonBlock().split(separator: "\n").map(String.init)
      where !allowed.contains(line) && !line.hasPrefix("*") && !line.hasPrefix("|") {
        let words = ClaimCheck.words(example.language).filter(line.contains)
        #expect(words.isEmpty, "\(line)")
      }
      for unit in context.members { try checkSheet(context, unit) }
    }
    #expect(grounds > 50)
  }

  /// A sheet says "higher", "lower" and "significant" as often as its rows do.
  private func checkSheet(_ context: ReportContext, _ unit: OrgUnit) throws {
    let sheet = context.unitSheet(unit)
    func count(_ words: String) -> Int { sheet.split(separator: words).count - 1 }
    let rows = context.tables.comparisons.filter {
      $0.unit == unit.code && $0.year == context.year && $0.leftOut != .notAProportion
    }
    let higher = context.say(vi: "cao hơn các đơn vị còn lại", en: "higher than the others")
    let lower = context.say(vi: "thấp hơn các đơn vị còn lại", en: "lower than the others")
    #expect(count(higher) == rows.count { $0.standing == .higher })
    #expect(count(lower) == rows.count { $0.standing == .lower })
    for row in rows where row.standing == .higher || row.standing == .lower {
      let claim = ComparisonClaim("", [.standing(row)])
      let check = ClaimCheck(text: context.comparisonText, language: context.language)
      // Of a table's cell only the words are elsewhere.
      #expect(check.faults(claim).allSatisfy { $0.hasPrefix("the wrong way") })
    }
    let trends = context.tables.trends.filter { $0.unit == unit.code }
    for row in trends where row.conclusion == .increasing || row.conclusion == .decreasing {
      #expect((row.pValue ?? 1) <= 0.05 && ((row.s ?? 0) > 0) == (row.conclusion == .increasing))
    }
    let significant = context.say(vi: "có ý nghĩa thống kê", en: "significant ")
    #expect(
      count(significant)
        <= trends.count { $0.conclusion == .increasing || $0.conclusion == .decreasing }
    )
  }

  @Test func `a sentence that claims too much is found`() throws {
    let context = try context(Case(boundaries: nil, language: .vietnamese), year: 2025)
    let text = context.comparisonText
    let check = ClaimCheck(text: text, language: .vietnamese)
    let claims = context.plan.indicators.flatMap { text.claims($0, 2025) }
    var found = 0
    for claim in claims {
      for ground in claim.grounds {
        let doctored: ComparisonClaim.Ground
        switch ground {
        case .trend(var row):
          row.trendQ = 0.06
          doctored = .trend(row)
        case .difference(var row):
          row.heterogeneityQ = 0.06
          doctored = .difference(row)
        case .change(var row):
          row.changeLower = -1
          row.changeUpper = 1
          doctored = .change(row)
        case .standing(var row):
          row.lower = 0
          row.upper = 100
          doctored = .standing(row)
        case .movement(var row):
          row.changeQ = 0.06
          doctored = .movement(row)
        }
        #expect(!check.faults(ComparisonClaim(claim.sentence, [doctored])).isEmpty)
        found += 1
      }
      #expect(claim.grounds.isEmpty || !check.faults(ComparisonClaim(claim.sentence)).isEmpty)
    }
    #expect(found > 20)
    let rare = claims.first { $0.sentence.contains("khoảng 180 lần") }
    let tooRare = rare.map {
      ComparisonClaim($0.sentence.replacing("khoảng 180", with: "khoảng 190"), $0.grounds)
    }
    #expect(tooRare.map { !check.faults($0).isEmpty } == true)
  }
}
