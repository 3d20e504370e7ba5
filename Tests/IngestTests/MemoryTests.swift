import Diagnostics
import Ingest
import Plan
import StageFixtures
import Tables
import Testing

@Suite("Files read from memory")
struct MemoryTests {
  private func sent(
    _ text: String,
    _ path: String = commune,
    year: Int? = 2021,
    sender: String = "103"
  ) -> SentFile {
    SentFile(path: path, year: year, sender: sender, contents: .memory(Array(text.utf8)))
  }

  private func read(_ files: [SentFile], asOf: CalendarDate? = nil) throws -> IngestTables {
    try ingest(fixturePlan(), files: files, options: IngestOptions(year: 2021, asOf: asOf))
  }

  @Test("a file is read as the same file in a data folder is")
  func sameAsFolder() throws {
    let text = "\(header)\n\(row)\nXã Tân Hòa;2021;mười;;;;;;;\n"
    let folder = try ingest([commune: text, "2021/office/a.csv": "Năm;Số lớp\n2021;4\n"])
    let memory = try read([
      sent(text), sent("Năm;Số lớp\n2021;4\n", "2021/office/a.csv", sender: "office"),
    ])
    #expect(memory.records == folder.records)
    #expect(memory.findings == folder.findings)
    #expect(memory.files.map(\.sha256) == folder.files.map(\.sha256))
    #expect(memory.files.map(\.path) == folder.files.map(\.path))
    #expect(memory.files.allSatisfy { $0.received == nil })
  }

  @Test("files of one day and version are ranked by the second in which they were saved")
  func savedLater() throws {
    let seconds = ["2021/103/a.csv": 300, "2021/103/b.csv": 100, "2021/103/c.csv": 200]
    let files = seconds.sorted { $0.key < $1.key }.map { path, second in
      var file = sent(goodFile, path)
      file.modifiedSecond = second
      return file
    }
    #expect(try read(files).files.map(\.timeRank) == [2, 0, 1])
  }

  @Test("files of which none can be used leave findings, and nothing is thrown")
  func nothingUsable() throws {
    let none = try read([])
    #expect(none.files.isEmpty && none.findings.isEmpty)
    let tables = try read([
      sent("", "a.csv"), sent(goodFile, "b.csv", year: nil), sent(goodFile, "c.csv", year: 1999),
      sent(goodFile, "d.csv", sender: "999"), sent(goodFile, "e.csv", year: 2022),
    ])
    #expect(tables.files.map(\.status) == Array(repeating: .setAside, count: 5))
    #expect(
      tables.files.map(\.reason)
        == ["empty-file", "unknown-year", "unknown-year", "unknown-sender", "later-year"]
    )
    #expect(tables.records("commune_year").count == 0)
  }

  @Test("a file received after the day of the evaluation is not used")
  func receivedLater() throws {
    let day = try #require(CalendarDate(year: 2021, month: 12, day: 10))
    var file = sent(goodFile)
    file.received = CalendarDate(year: 2021, month: 12, day: 11)
    #expect(try read([file], asOf: day).files.map(\.reason) == ["after-as-of"])
    file.received = day
    #expect(try read([file], asOf: day).files.map(\.status) == [.read])
  }

  @Test("a year that is none of the plan's is refused")
  func yearOutsidePlan() throws {
    let plan = try fixturePlan()
    #expect(throws: IngestFailure.self) {
      try ingest(plan, files: [], options: IngestOptions(year: 1999))
    }
  }
}
