import Diagnostics
import Foundation
import Plan
import Testing

/// What removing one unit's files of the year does.
@Suite(.timeLimit(.minutes(5))) struct MissingUnitTests {
  private struct Removal {
    var unit: OrgUnit
    var run: SampleRun

    init() throws {
      let copy = try SampleRun.copy()
      let plan = try SampleRun.plan()
      let folder = "data/\(SampleRun.year)"
      unit = try #require(
        plan.members(in: SampleRun.year).first { copy.exists("\(folder)/\($0.code)") }
      )
      try FileManager.default.removeItem(atPath: copy.path("\(folder)/\(unit.code)"))
      run = try SampleRun(data: copy.path("data"))
    }
  }

  private static let removal = Result { try Removal() }

  private func rows(_ table: String, _ scratch: Scratch) throws -> [[String: String]] {
    PublishedRows(try scratch.text("work/\(table).csv")).rows
      .filter { $0["year"] == "\(SampleRun.year)" }
  }

  @Test func theUnitIsNotReportedAndNamed() throws {
    let removal = try Self.removal.get()
    #expect(removal.run.result.status == 0, "\(removal.run.result.errors)")
    let reporting = try rows("join/reporting", removal.run.scratch)
      .filter { $0["sender"] == removal.unit.code }
    #expect(!reporting.isEmpty)
    #expect(reporting.allSatisfy { $0["status"] == "missing" })
    let report = try removal.run.scratch.text("reports/kh166/\(SampleRun.year)/bao-cao.md")
    let discipline = report.split(separator: "\n").filter { $0.contains(removal.unit.name) }
    #expect(
      discipline.contains { $0.lowercased().contains("chưa báo cáo") || $0.contains("chưa gửi") }
    )
  }

  @Test(arguments: ["join/facts", "indicators/indicators"])
  func noFigureOfTheUnitBecomesZero(_ table: String) throws {
    let removal = try Self.removal.get()
    func zeroes(_ scratch: Scratch) throws -> Set<String> {
      let rows = try rows(table, scratch).filter {
        $0["unit"] == removal.unit.code && $0["value"] == "0"
      }
      return Set(rows.map { "\($0["indicator"] ?? $0["element"] ?? "") \($0["category"] ?? "")" })
    }
    let before = try zeroes(try SampleRun.baseline.get().scratch)
    let after = try zeroes(removal.run.scratch)
    #expect(after.subtracting(before).isEmpty)
  }

  /// A figure that misses the unit says so: it has a worst and a best case, or no bound at all.
  @Test func figuresOverAllUnitsBecomeBounded() throws {
    let removal = try Self.removal.get()
    let plan = try SampleRun.plan()
    let whole = try rows("indicators/indicators", try SampleRun.baseline.get().scratch)
    var changed = 0
    for row in try rows("indicators/indicators", removal.run.scratch)
    where row["unit"] == plan.unit && row["bound_basis"] != "" {
      let before = whole.first { $0["indicator"] == row["indicator"] && $0["unit"] == plan.unit }
      guard let before, before["reported"] != row["reported"] else { continue }
      changed += 1
      let isBounded = row["worst"] != row["best"] || row["bound_basis"] == "unbounded"
      #expect(isBounded, "\(row["indicator"] ?? "") claims to be complete")
    }
    #expect(changed > 0)
  }

  /// What all units had reached is not claimed any more where one has not reported.
  @Test func targetsOfAllUnitsBecomeUndecided() throws {
    let removal = try Self.removal.get()
    let plan = try SampleRun.plan()
    func statuses(_ scratch: Scratch) throws -> [String: [String: String]] {
      let rows = try rows("indicators/targets", scratch).filter { $0["unit"] == plan.unit }
      return Dictionary(rows.map { ($0["target"] ?? "", $0) }) { first, _ in first }
    }
    let before = try statuses(try SampleRun.baseline.get().scratch)
    var changed = 0
    for (target, row) in try statuses(removal.run.scratch) where row["status"] == "undecided" {
      if before[target]?["status"] == "undecided" { continue }
      changed += 1
      #expect(before[target]?["status"] == "reached")
      #expect(row["worst"] != "reached")
      #expect(row["best"] == "reached")
    }
    #expect(changed > 0)
  }

  /// "100 %" is not claimed of any target whose figure lacks a unit.
  @Test func noTargetOfAHundredPerCentIsClaimedWithAGap() throws {
    let removal = try Self.removal.get()
    let plan = try SampleRun.plan()
    let figures = try rows("indicators/indicators", removal.run.scratch)
    var gaps = 0
    for row in try rows("indicators/targets", removal.run.scratch)
    where row["unit"] == plan.unit && row["target_value"] == "100" {
      let figure = figures.first { $0["indicator"] == row["indicator"] && $0["unit"] == plan.unit }
      guard let figure, figure["reported"] != figure["expected"] else { continue }
      gaps += 1
      let isClaimed = row["status"] == "reached" || row["status"] == "kept"
      #expect(!isClaimed, "\(row["target"] ?? "") is claimed")
    }
    #expect(gaps > 2)
  }
}
