import Foundation
import Testing

/// Districts that are evaluated at the same time, and those of which nothing has changed.
@Suite(.timeLimit(.minutes(3))) struct RollUpSideBySideTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try FileManager.default.copyItem(
      atPath: Tool.root.appending(path: "data/samples/school-gardens").path,
      toPath: scratch.path("data")
    )
    // A third district hands in, whose folder comes last.
    try FileManager.default.copyItem(
      atPath: scratch.path("data/mau-binh"),
      toPath: scratch.path("data/x-cuong")
    )
    for year in try years("x-cuong") {
      for commune in ["1", "2"] where scratch.exists("data/x-cuong/\(year)/ZB\(commune)") {
        try FileManager.default.moveItem(
          atPath: scratch.path("data/x-cuong/\(year)/ZB\(commune)"),
          toPath: scratch.path("data/x-cuong/\(year)/ZC\(commune)")
        )
      }
    }
    try setUnit("x-cuong", "ZB", to: "ZC")
  }

  private func years(_ district: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: scratch.path("data/\(district)"))
      .filter { Int($0) != nil }
  }

  private func setUnit(_ district: String, _ old: String, to new: String) throws {
    try change("\"\(old)\"", to: "\"\(new)\"", in: "data/\(district)/dataset.json5")
  }

  private func run(into place: String = "", jobs: Int, _ more: [String] = []) throws -> ToolResult {
    try Tool.run(
      "chitieu",
      [
        "run", "pipelines/school-gardens", "--data", scratch.path("data"), "--work",
        scratch.path("\(place)work"), "--reports", scratch.path("\(place)reports"), "--jobs",
        "\(jobs)", "--lang", "en",
      ] + more
    )
  }

  /// All results by their path.
  private func results(_ place: String = "") throws -> [String: Data] {
    var all: [String: Data] = [:]
    for folder in ["work", "reports"] {
      for (name, bytes) in try scratch.files("\(place)\(folder)") where !name.hasPrefix(".") {
        all["\(folder)/\(name)"] = bytes
      }
    }
    return all
  }

  /// Changes a file, and waits: a run does not trust what changed just before it began.
  private func change(_ old: String, to new: String, in name: String) throws {
    let text = try scratch.text(name)
    try #require(text.contains(old))
    try scratch.write(text.replacing(old, with: new), to: name)
    Thread.sleep(forTimeInterval: 0.2)
  }

  private func number(_ name: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: scratch.path(name))
    return try #require(attributes[.systemFileNumber] as? Int)
  }

  @Test func `they give the bytes, and say what they say, one after the other`() throws {
    let one = try run(jobs: 1)
    #expect(one.status == 0 && one.output.contains("3 of 3 (ZA, ZB, ZC)"))
    let expected = try results()
    #expect(expected.count > 100)
    for jobs in [2, 3, 8] {
      let place = "\(jobs)/"
      let other = try run(into: place, jobs: jobs)
      #expect(other.status == 0 && other.errors.isEmpty)
      #expect(other.output.replacing("/\(place)", with: "/") == one.output)
      #expect(try results(place) == expected)
    }
  }

  @Test func `only a district of which something has changed is evaluated again`() throws {
    let first = try run(jobs: 2)
    #expect(first.status == 0)
    let (a, b, c) = (
      "reports/school-gardens/2024/bao-cao.md", "reports/school-gardens/ZB/2024/bao-cao.md",
      "reports/school-gardens/ZC/2024/bao-cao.md"
    )
    let numbers = try [a, b, c].map(number)
    try change(",5,", to: ",4,", in: "data/mau-binh/2024/ZB1/bieu-m01.csv")
    let second = try run(jobs: 2)
    #expect(second.status == 0 && !second.output.contains("Nothing has changed"))
    #expect(try number(a) == numbers[0] && number(c) == numbers[2])
    #expect(try number(b) != numbers[1])
    // All is as if it had been made at once, but for what the last publication said of corrections.
    #expect(try run(into: "fresh/", jobs: 1).status == 0)
    let (now, fresh) = (try results(), try results("fresh/"))
    #expect(now.keys.sorted() == fresh.keys.sorted())
    for name in now.keys where !name.hasPrefix("reports/school-gardens/ZB/") {
      #expect(now[name] == fresh[name], "\(name)")
    }
    // With --again all are evaluated.
    #expect(try run(jobs: 2, ["--again"]).status == 0)
    #expect(try number(a) != numbers[0])
  }

  @Test func `a district's package that somebody changed is not believed`() throws {
    #expect(try run(jobs: 1).status == 0)
    let expected = try results()
    let facts = try scratch.text("work/ZB/package/facts.csv")
    try scratch.write(facts + "x", to: "work/ZB/package/facts.csv")
    #expect(try run(jobs: 1).status == 0)
    #expect(try results() == expected)
  }

  @Test(arguments: ["a-first", "z-last"])
  func `a package that does not fit is refused before anything is evaluated`(_ name: String) throws
  {
    #expect(try run(into: "earlier-", jobs: 2, ["--year", "2023"]).status == 0)
    try FileManager.default.removeItem(atPath: scratch.path("data/mau-binh"))
    try FileManager.default.copyItem(
      atPath: scratch.path("earlier-work/ZB/package"),
      toPath: scratch.path("data/\(name)")
    )
    let result = try run(jobs: 2, ["--year", "2024"])
    #expect(result.status == 65 && result.errors.contains("found the year 2023, expected 2024"))
    #expect(!scratch.exists("reports") && !scratch.exists("work"))
  }

  @Test func `what is remembered of another workspace is not believed`() throws {
    #expect(try run(jobs: 2).status == 0)
    let expected = try results()
    let form = "data/mau-an/2024/ZA1/bieu-m01.csv"
    let text = try scratch.text(form)
    try change(",4,", to: ",5,", in: form)
    #expect(try run(into: "other-", jobs: 2).status == 0)
    let memories = try ["other-work", "work"].map { folder in
      let names = try FileManager.default.contentsOfDirectory(atPath: scratch.path(folder))
      return "\(folder)/\(try #require(names.first { $0.hasPrefix(".ZA.") }))"
    }
    try scratch.write(text, to: form)
    try scratch.write(scratch.text(memories[0]), to: memories[1])
    Thread.sleep(forTimeInterval: 0.2)
    #expect(try run(jobs: 2).status == 0)
    let now = try results()
    for name in expected.keys where !name.contains("tra-lai") && !name.contains("corrections") {
      guard !name.hasSuffix("datapackage.json") else { continue }
      #expect(now[name] == expected[name], "\(name)")
    }
  }

  @Test(arguments: [1, 2]) func `units whose results would meet are refused`(_ jobs: Int) throws {
    try scratch.write("", to: "work/ZB/empty")
    try FileManager.default.removeItem(atPath: scratch.path("work/ZB/empty"))
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path("work/ZA"),
      withDestinationPath: "ZB"
    )
    let result = try run(jobs: jobs)
    #expect(result.status == 73 && result.errors.contains("work/ZA"), "\(result.errors)")
    #expect(!scratch.exists("reports"))
  }

  @Test(arguments: [1, 2, 4])
  func `what stands before one that fails is published, and nothing after it`(_ jobs: Int) throws {
    try setUnit("mau-binh", "ZB", to: "ZX")
    let result = try run(jobs: jobs)
    #expect(result.status == 65 && result.errors.contains("'ZX'"))
    #expect(scratch.exists("reports/school-gardens/2024/bao-cao.md"))
    for unit in ["ZX", "ZC", "Z"] {
      #expect(!scratch.exists("reports/school-gardens/\(unit)") && !scratch.exists("work/\(unit)"))
    }
    // Nothing half-written stays behind.
    let left = try FileManager.default.subpathsOfDirectory(atPath: scratch.path("."))
    #expect(left.allSatisfy { !$0.contains(".partial-") })
  }
}
