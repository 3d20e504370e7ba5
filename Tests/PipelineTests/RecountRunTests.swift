import Foundation
import Testing

/// An establishment that moved from one commune to another, which merge later.
@Suite(.timeLimit(.minutes(3)))
struct RecountRunTests {
  private static let list = "data/2025/30085/bao-cao-nam-2025-danh sach co so.csv"

  @Test func `a merged unit counts a moved establishment once, and explain says so`() throws {
    let data = try SampleRun.copy()
    let lines = try data.text(Self.list).split(separator: "\n", omittingEmptySubsequences: false)
    let header = try #require(lines.firstIndex { $0.hasPrefix("Mã cơ sở,") })
    var moved = lines
    moved.insert("PTR-001,X. Ba Sao,nhà nghỉ,2025-02-03,-,1,0,1,", at: header + 1)
    try data.write(moved.joined(separator: "\n"), to: Self.list)
    let scratch = try Scratch()
    let run = try Tool.run(
      "chitieu",
      [
        "run", SampleRun.pipeline, "--year", "2025", "--data", data.path("data"), "--work",
        scratch.path("work"), "--reports", scratch.path("reports"), "--boundaries", "2025-07-01",
      ]
    )
    #expect(run.status == 0)
    let overlaps = PublishedRows(try scratch.text("work/join/overlaps.csv")).rows
    let own = overlaps.filter {
      $0["element"] == "establishments.open_plan" && $0["year"] == "2025"
    }
    #expect(own.map { "\($0["units"] ?? "") \($0["keys"] ?? "")" } == ["30085 30094 1"])

    let facts = PublishedRows(try scratch.text("work/join/facts.csv")).rows.filter {
      $0["element"] == "establishments.open_plan" && $0["year"] == "2025" && $0["category"] == "_T"
    }
    func count(_ units: [String]) -> Int {
      facts.filter { units.contains($0["unit"] ?? "") }
        .compactMap { $0["value"].flatMap(Int.init) }.reduce(0, +)
    }
    let indicators = PublishedRows(try scratch.text("work/indicators/indicators.csv")).rows
    func denominator(_ unit: String) -> Int? {
      indicators.first {
        $0["indicator"] == "establishments-inspected-plan" && $0["unit"] == unit
          && $0["year"] == "2025"
      }?["denominator"].flatMap { Double($0) }.flatMap { Int(exactly: $0) }
    }
    #expect(count(["30085", "30094"]) > 1)
    #expect(denominator("30085") == count(["30085", "30094"]) - 1)

    let explained = try Tool.run(
      "chitieu",
      [
        "explain", SampleRun.pipeline, "--indicator", "establishments-inspected-plan", "--unit",
        "30085", "--year", "2025", "--work", scratch.path("work"), "--lang", "en",
      ]
    )
    #expect(explained.status == 0)
    #expect(
      explained.output.contains(
        "counted again over the whole unit: 1 in two or more of its parts, counted once"
      )
    )
  }
}
