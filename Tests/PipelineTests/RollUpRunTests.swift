import Foundation
import Testing

/// Districts and their province, run as a user runs them.
@Suite(.timeLimit(.minutes(3))) struct RollUpRunTests {
  private static let plan = "pipelines/school-gardens"

  /// A folder of districts to change, and where its results stand.
  private struct Office {
    let scratch: Scratch

    init() throws {
      scratch = try Scratch()
      try FileManager.default.copyItem(
        atPath: Tool.root.appending(path: "data/samples/school-gardens").path,
        toPath: scratch.path("data")
      )
    }

    func run(_ data: String = "data", into place: String = "", jobs: Int = 1) throws -> ToolResult {
      try Tool.run(
        "chitieu",
        [
          "run", RollUpRunTests.plan, "--data", scratch.path(data), "--work",
          scratch.path("\(place)work"), "--reports", scratch.path("\(place)reports"), "--jobs",
          "\(jobs)", "--lang", "en",
        ]
      )
    }

    func merge(_ packages: [String], into out: String) throws -> ToolResult {
      try Tool.run(
        "chitieu",
        ["merge", RollUpRunTests.plan] + packages.map(scratch.path)
          + ["--out", scratch.path(out), "--lang", "en"]
      )
    }

    func move(_ old: String, to new: String) throws {
      try FileManager.default.createDirectory(
        atPath: (scratch.path(new) as NSString).deletingLastPathComponent,
        withIntermediateDirectories: true
      )
      try FileManager.default.moveItem(atPath: scratch.path(old), toPath: scratch.path(new))
    }

    func copy(_ old: String, to new: String) throws {
      try FileManager.default.copyItem(atPath: scratch.path(old), toPath: scratch.path(new))
    }
  }

  @Test func `a folder of districts gives each its report and the province's on top`() throws {
    let office = try Office()
    let result = try office.run()
    #expect(result.status == 0 && result.errors.isEmpty)
    #expect(result.output.contains("Units that handed up facts:  2 of 3 (ZA, ZB)"))
    for report in ["2024", "ZB/2024", "Z/2024"] {
      #expect(office.scratch.exists("reports/school-gardens/\(report)/bao-cao.md"))
    }
    let folder = "reports/school-gardens/Z/2024"
    #expect(
      try office.scratch.files(folder).keys.sorted() == [
        "bao-cao.md", "don-vi/ZA.md", "don-vi/ZB.md", "don-vi/ZC.md", "tables/clauses.csv",
        "tables/comparison_tests.csv", "tables/comparisons.csv", "tables/datapackage.json",
        "tables/handed_up.csv", "tables/indicators.csv", "tables/targets.csv", "tables/trends.csv",
        "tables/units.csv",
      ]
    )
    let report = try office.scratch.text("\(folder)/bao-cao.md")
    // By hand: 3 + 4 + 1 + 5 gardens in 4 + 5 + 3 + 6 schools; 12 + 7 of 12 + 9 teachers.
    #expect(report.contains("72.2% (13/18)") && report.contains("90.5% (19/21)"))
    #expect(report.contains("2 of 3 units handed up facts; 4 of the 7 units below them"))
    #expect(report.contains("not reported: Huyện Mẫu Cường"))
    // Of three communes two were clean in the base year, and one of them still is.
    let sheet = try office.scratch.text("\(folder)/don-vi/ZA.md")
    #expect(sheet.contains("| Communes that were clean in 2023 stay clean | 1/2 |"))
    let rows = PublishedRows(try office.scratch.text("work/Z/indicators/indicators.csv")).rows
    let garden = rows.first {
      $0["indicator"] == "schools-with-garden" && $0["unit"] == "Z" && $0["year"] == "2024"
    }
    #expect(garden?["expected"] == "7" && garden?["reported"] == "4")
  }

  @Test func `bytes depend neither on names of folders nor on jobs nor on who evaluates`() throws {
    let office = try Office()
    #expect(try office.run().status == 0)
    let expected = try office.scratch.files("reports/school-gardens/Z")
    let package = try office.scratch.files("work/Z/package")
    // Other names and another order; one district sends its package instead of its data.
    try office.move("data/mau-an", to: "other/zz")
    try office.copy("work/ZB/package", to: "other/aa")
    try office.copy("data/dataset.json5", to: "other/dataset.json5")
    let again = "again/"
    #expect(try office.run("other", into: again, jobs: 3).status == 0)
    #expect(try office.scratch.files("again/reports/school-gardens/Z") == expected)
    #expect(try office.scratch.files("\(again)work/Z/package") == package)
    #expect(!office.scratch.exists("again/reports/school-gardens/ZB"))
  }

  @Test func `packages merge in any order, and what is merged is evaluated`() throws {
    let office = try Office()
    #expect(try office.run().status == 0)
    let (a, b) = ("work/ZA/package", "work/ZB/package")
    #expect(try office.merge([a, b], into: "ab").status == 0)
    #expect(try office.merge([b, a], into: "ba").status == 0)
    #expect(try office.merge([b], into: "b").status == 0)
    #expect(try office.merge(["b", a], into: "nested").status == 0)
    let merged = try office.scratch.files("ab")
    #expect(merged.count == 7)
    for other in ["ba", "nested", "work/Z/package"] {
      #expect(try office.scratch.files(other) == merged)
    }
    // The folder says nothing of the province here: its name and notice are those of the districts.
    #expect(try office.run("ab", into: "of-package/").status == 0)
    let own = try office.scratch.files("reports/school-gardens/Z/2024/tables")
    let again = try office.scratch.files("of-package/reports/school-gardens/Z/2024/tables")
    for name in own.keys where name != "datapackage.json" { #expect(own[name] == again[name]) }
    #expect(
      try office.scratch.text("of-package/reports/school-gardens/Z/2024/bao-cao.md")
        .contains("SYNTHETIC DATA of a district")
    )
  }

  @Test func `what cannot be put together is refused and nothing is written`() throws {
    let office = try Office()
    #expect(try office.run().status == 0)
    let (a, b) = ("work/ZA/package", "work/ZB/package")
    let twice = try office.merge([a, b, a], into: "twice")
    #expect(twice.status == 65 && twice.errors.contains("unit ZA comes twice"))
    #expect(try office.merge([a, b], into: "ab").status == 0)
    let nested = try office.merge(["ab", b], into: "twice")
    #expect(nested.status == 65 && nested.errors.contains("unit ZB comes twice"))
    #expect(try office.merge(["nowhere"], into: "twice").status == 66)
    #expect(try office.merge([], into: "twice").status == 64)
    let facts = try office.scratch.text("\(b)/facts.csv")
    try office.scratch.write(facts.replacing(",9,", with: ",8,"), to: "\(b)/facts.csv")
    let changed = try office.merge([a, b], into: "twice")
    #expect(changed.status == 65)
    #expect(changed.errors.contains("\(b)/facts.csv' was changed after it was written"))
    #expect(!office.scratch.exists("twice"))
  }

  @Test func `a folder of districts is refused where one of its parts is none`() throws {
    let office = try Office()
    func expect(_ status: Int32, _ words: String) throws {
      let result = try office.run()
      #expect(result.status == status && result.errors.contains(words))
      #expect(!office.scratch.exists("reports"))
    }
    try office.copy("data/mau-an", to: "data/mau-an-copy")
    try expect(65, "unit ZA comes twice: in")
    try FileManager.default.removeItem(atPath: office.scratch.path("data/mau-an-copy"))
    try office.scratch.write("", to: "data/ZC.zip")
    try expect(65, "ZC.zip' is neither the data of a unit")
    try FileManager.default.removeItem(atPath: office.scratch.path("data/ZC.zip"))
    let dataset = try office.scratch.text("data/mau-an/dataset.json5")
    for unit in ["ZX", "Z", "ZA1"] {
      let other = dataset.replacing("\"ZA\"", with: "\"\(unit)\"")
      try office.scratch.write(other, to: "data/mau-an/dataset.json5")
      try expect(65, "cannot evaluate the plan for the unit '\(unit)' in 2024")
    }
    try office.scratch.write(dataset, to: "data/mau-an/dataset.json5")
    let whole = try office.scratch.text("data/dataset.json5")
    try office.scratch.write(
      whole.replacing("\"Z\"", with: "\"ZB\""),
      to: "data/dataset.json5"
    )
    let result = try office.run()
    #expect(result.status == 65 && result.errors.contains("unit 'ZB' in 2024"))
  }

  @Test func `a district is evaluated alone by the same plan folder, and by its stages`() throws {
    let office = try Office()
    #expect(try office.run("data/mau-binh").status == 0)
    #expect(office.scratch.exists("reports/school-gardens/ZB/2024/xa/ZB1.md"))
    let expected = try office.scratch.files("work")
    for stage in ["ingest", "clean", "join", "indicators", "trends"] {
      let result = try Tool.run(
        "chitieu-\(stage)",
        [
          "--pipeline", Self.plan, "--in",
          office.scratch.path(stage == "ingest" ? "data/mau-binh" : "stages"), "--out",
          office.scratch.path("stages"),
        ]
      )
      #expect(result.status == 0)
    }
    let stages = try office.scratch.files("stages")
    #expect(!stages.isEmpty)
    for (name, bytes) in stages { #expect(expected[name] == bytes) }
    let explained = try Tool.run(
      "chitieu",
      [
        "explain", Self.plan, "--work", office.scratch.path("work"), "--indicator",
        "schools-with-garden", "--unit", "ZB1", "--year", "2024",
      ]
    )
    #expect(explained.status == 0 && explained.output.contains("bieu-m01.csv"))
  }
}
