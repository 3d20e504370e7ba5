import Diagnostics
import Plan
import Tables
import Testing

/// Every export gives its records and findings, however it is cut up for the parser.
///
/// One after the other: there are so many that other suites would wait for them.
@Suite(.serialized, .timeLimit(.minutes(5))) struct ExportTests {
  /// Whole means one piece; no export is near that long.
  static let chunkSizes = [1, 7, 1 << 24]

  static let plan: Result<LoadedPlan, any Error> = Result {
    try loadPlan("\(ExportCase.corpus)/plan")
  }

  @Test func planIsWhole() throws {
    let loaded = try Self.plan.get()
    #expect(loaded.findings.map { $0.description(in: .english) } == [])
  }

  @Test func corpusIsLarge() {
    #expect(ExportCase.all.count >= 150)
    #expect(Set(ExportCase.all.map(\.id)).count == ExportCase.all.count)
  }

  @Test(arguments: ExportCase.all, chunkSizes)
  func export(_ example: ExportCase, chunkSize: Int) throws {
    let run = try ExportRun(example, plan: try Self.plan.get().plan, chunkSize: chunkSize)
    compare(run.files, try example.expected("files.csv", ExportRun.fileColumns), "file")
    compare(run.findings, try example.expected("findings.csv", ExportRun.findingColumns), "finding")
    compare(run.records, try example.expected("records.csv", ExportRun.recordColumns), "cell")
    for account in run.cleaned.accounts {
      #expect(account.closes, "the rows of \(account.path) are not all accounted for")
    }
  }

  /// Names each line that is missing or too many.
  private func compare(_ actual: [String], _ expected: [String], _ kind: String) {
    var rest = expected
    for line in actual {
      if let index = rest.firstIndex(of: line) {
        rest.remove(at: index)
      } else {
        Issue.record("unexpected \(kind): \(line)")
      }
    }
    for line in rest { Issue.record("missing \(kind): \(line)") }
  }

  @Test(arguments: ExportCase.all.filter { $0.area == "persons" })
  func nothingOfPersonsIsWritten(_ example: ExportCase) throws {
    let values = try example.expected("persons.csv", ["value"])
    try #require(!values.isEmpty)
    let run = try ExportRun(example, plan: try Self.plan.get().plan, chunkSize: 1 << 24)
    for output in run.outputs {
      for value in values where output.text.contains(value) {
        Issue.record("\(output.name) repeats '\(value)'")
      }
    }
  }
}
