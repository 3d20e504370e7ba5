import Foundation
import SampleData
import Testing

/// The year 2025 on old and new units, beside the same story on the old ones alone.
@Suite(.serialized, .timeLimit(.minutes(10)))
struct MixedYearTests {
  /// Runs of the same story: told by old units, by both, and by both at boundaries of a day.
  struct Runs: Sendable {
    var plain: Scratch
    var mixed: Scratch
    var old: Scratch
    var new: Scratch
    /// The plain story at the new boundaries.
    var plainNew: Scratch
  }

  static let runs = Result { try makeRuns() }

  private static func makeRuns() throws -> Runs {
    let (plain, mixed) = (try data(isMixed: false), try data(isMixed: true))
    func run(_ data: Scratch, _ boundaries: String? = nil) throws -> Scratch {
      let scratch = try Scratch()
      let result = try Tool.run(
        "chitieu",
        [
          "run", SampleRun.pipeline, "--year", "2025", "--data", data.path("data"), "--work",
          scratch.path("work"), "--reports", scratch.path("reports"),
        ] + (boundaries.map { ["--boundaries", $0] } ?? [])
      )
      try #require(result.status == 0, "\(result.errors)")
      return scratch
    }
    return Runs(
      plain: try run(plain),
      mixed: try run(mixed),
      old: try run(mixed, "2024-12-31"),
      new: try run(mixed, "2025-07-01"),
      plainNew: try run(plain, "2025-07-01")
    )
  }

  /// Data of two years, the last of them without the incidents of the samples.
  private static func data(isMixed: Bool) throws -> Scratch {
    let scratch = try Scratch()
    func made(_ isMixed: Bool) throws -> SampleDataset {
      try SampleDataset(
        scenario: Tool.root.appending(path: "data/samples/kh166/scenario.json5").path,
        pipeline: Tool.root.appending(path: SampleRun.pipeline).path,
        isMixed: isMixed,
        withoutIncidentsOf: 2025
      )
    }
    let plain = try made(false)
    for file in plain.files where file.path.hasPrefix("2024/") {
      try scratch.write(Data(file.bytes), to: "data/\(file.path)")
    }
    for file in try (isMixed ? made(true) : plain).files
    where file.path.hasPrefix("2025/") || !file.path.contains("/") {
      try scratch.write(Data(file.bytes), to: "data/\(file.path)")
    }
    return scratch
  }

  struct Key: Hashable, Comparable, CustomStringConvertible {
    var indicator: String
    var unit: String
    var description: String { "\(indicator) \(unit)" }
    static func < (a: Key, b: Key) -> Bool { (a.indicator, a.unit) < (b.indicator, b.unit) }
  }

  static func indicators(_ scratch: Scratch) throws -> [Key: [String: String]] {
    let rows = PublishedRows(try scratch.text("work/indicators/indicators.csv")).rows
    return Dictionary(
      rows.filter { $0["year"] == "2025" }
        .map { (Key(indicator: $0["indicator"] ?? "", unit: $0["unit"] ?? ""), $0) }
    ) { first, _ in first }
  }

  /// Conditions over units whose answers the merged unit alone gives, so that they stay open.
  static let openConditions: Set<String> = [
    "communes-communicating", "communes-free", "communes-free-drugs", "communes-inspecting",
    "communes-recognised", "communes-several-channels",
  ]

  @Test(arguments: ["mixed", "old", "new"])
  func `the plan's figures are those of the plain story`(_ run: String) throws {
    let runs = try Self.runs.get()
    let plain = try Self.indicators(runs.plain)
    let mixed = try Self.indicators(["mixed": runs.mixed, "old": runs.old][run] ?? runs.new)
    var compared = 0
    for (key, row) in plain where key.unit == "873" {
      let other = try #require(mixed[key], "\(key)")
      if Self.openConditions.contains(key.indicator) {
        // What is not known lies between the bounds, and nobody is counted that is not known.
        #expect(Self.isWithin(row["value"], other), "\(key)")
        #expect(other["reported"] == other["denominator"], "\(key)")
        continue
      }
      compared += 1
      // A merged unit's figure has no gap where one of its old units had one.
      let isWhole = row["reported"] == row["expected"]
      for column in ["numerator", "denominator", "value", "missing"]
        + (isWhole ? ["reported", "expected"] : [])
      {
        #expect(row[column] == other[column], "\(run) \(key) \(column)")
      }
    }
    #expect(compared > 60)
  }

  private static func isWithin(_ text: String?, _ row: [String: String]) -> Bool {
    guard let value = text.flatMap({ Double($0) }) else { return true }
    let ends = [row["worst"], row["best"]].compactMap { $0.flatMap { Double($0) } }
    guard let low = ends.min(), let high = ends.max(), ends.count == 2 else { return true }
    return low - 1e-9 <= value && value <= high + 1e-9
  }

  @Test func `the new units' figures are the sums of the plain story`() throws {
    let runs = try Self.runs.get()
    let (plain, mixed) = (try Self.indicators(runs.plainNew), try Self.indicators(runs.new))
    let divided = ["30025", "30088"]
    var (units, compared) = (Set<String>(), 0)
    for (key, row) in plain where key.unit != "873" {
      let other = try #require(mixed[key], "\(key)")
      units.insert(key.unit)
      if divided.contains(key.unit) || Self.openConditions.contains(key.indicator) { continue }
      compared += 1
      for column in ["numerator", "denominator", "value"] {
        #expect(row[column] == other[column], "\(key) \(column)")
      }
    }
    #expect(units.count == 9 && compared > 400)
  }

  @Test func `what the old units had lies between the bounds at their boundaries`() throws {
    let runs = try Self.runs.get()
    let (plain, old) = (try Self.indicators(runs.plain), try Self.indicators(runs.old))
    let mixed = try Self.indicators(runs.mixed)
    var (exact, bounded) = (0, 0)
    for (key, row) in plain where key.unit != "873" {
      let other = try #require(old[key], "\(key)")
      #expect(other == mixed[key], "\(key)")
      if Self.openConditions.contains(key.indicator), other["missing"] == "" { continue }
      if row["value"] == other["value"] {
        exact += 1
      } else {
        bounded += 1
        #expect(other["reported"] != other["expected"], "\(key)")
        #expect(Self.isWithin(row["value"], other), "\(key)")
      }
    }
    #expect(exact > 500 && bounded > 300)
  }

  @Test func `rows of each file are accounted for and nothing of 2025 is set aside`() throws {
    let accounts = PublishedRows(try Self.runs.get().mixed.text("work/clean/row_account.csv")).rows
    let own = accounts.filter { ($0["path"] ?? "").hasPrefix("2025/") }
    #expect(own.count > 60 && own.allSatisfy { $0["closes"] == "true" && $0["set_aside"] == "0" })
  }

  @Test func `nobody is waited for twice`() throws {
    let rows = PublishedRows(try Self.runs.get().mixed.text("work/join/reporting.csv")).rows
      .filter { $0["year"] == "2025" }
    let communes = rows.filter { $0["form"] == "commune_year" }
    // 15 old units, as those of the one that told the whole year are not waited for, and 9 new ones.
    #expect(communes.count == 24 && communes.allSatisfy { $0["status"] == "on-time" })
    let senders = Set(communes.compactMap { $0["sender"] })
    #expect(senders.isSuperset(of: ["30085", "30085@2025-07-01", "29884", "30112@2025-07-01"]))
    #expect(senders.isDisjoint(with: ["30112", "30115", "30127"]))
    for row in rows where row["units_expected"] != "1" {
      #expect(row["units_expected"] == "18" && row["units_reported"] == "18", "\(row)")
    }
  }

  @Test func `a run says what it did and publishes the new units too`() throws {
    let mixed = try Self.runs.get().mixed
    let report = try mixed.text("reports/kh166/2025/bao-cao.md")
    #expect(report.contains("**Năm 2025 có báo cáo của cả đơn vị cũ và đơn vị mới.**"))
    #expect(report.contains("Xã Mỹ Hiệp (từ 01/07/2025)") && report.contains("49 % diện tích"))
    let folder = "reports/kh166/2025-boundaries-2025-07-01"
    let asked = try Self.runs.get().new
    let names = try FileManager.default.subpathsOfDirectory(atPath: mixed.path(folder)).sorted()
    #expect(names.contains("tables/indicators.csv"))
    for name in names where name.contains(".") {
      #expect(try mixed.text("\(folder)/\(name)") == asked.text("\(folder)/\(name)"), "\(name)")
    }
  }

  @Test func `lists of old and new units count what both hold once`() throws {
    let facts = PublishedRows(try Self.runs.get().mixed.text("work/join/facts.csv")).rows
    let open = facts.filter {
      $0["element"] == "establishments.open" && $0["year"] == "2025" && $0["category"] == "_T"
    }
    #expect(open.compactMap { $0["value"].flatMap { Int($0) } }.reduce(0, +) == 318)
    // Old places are known from old lists: at the new unit stands what opened after the change.
    let later = open.filter { $0["unit"] == "30076@2025-07-01" }.first
    #expect(later?["value"].flatMap { Int($0) } ?? 99 < 10)
  }

  @Test func `explain names both units of a code`() throws {
    let mixed = try Self.runs.get().mixed
    let result = try Tool.run(
      "chitieu",
      [
        "explain", SampleRun.pipeline, "--indicator", "sessions", "--unit", "30085", "--year",
        "2025", "--work", mixed.path("work"), "--lang", "en",
      ]
    )
    try #require(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("Xã Ba Sao (30085): all of it"))
    #expect(
      result.output.contains(
        "Xã Ba Sao (from 2025-07-01) (30085@2025-07-01): nobody knows which part"
      )
    )
  }
}
