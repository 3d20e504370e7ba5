import Diagnostics
import Tables
import Testing

@testable import Reports

/// Findings of one matter, however they stand among the others.
@Suite struct CountedMattersTests {
  private let files: [SourceFileRow] = {
    var file = SourceFileRow(
      file: 1,
      path: "2021/a/b.csv",
      sha256: "",
      bytes: 1,
      year: 2021,
      sender: "a"
    )
    file.form = "trees"
    return [file]
  }()

  private func findings() -> [Finding] {
    var findings: [Finding] = []
    for line in 1...9_000 {
      for (path, code, severity) in [
        ("2021/a/b.csv", "bad", Severity.error), ("2021/a/unknown.csv", "odd", .warning),
        ("2021/a/b.csv", "note", .note),
      ] {
        let finding = Finding(
          code,
          severity,
          at: Location(file: path, line: line, column: line % 3),
          sender: "a",
          field: "f\(line % 3)",
          year: line % 2 == 0 ? 2021 : nil,
          found: "tám \(line * 31 % 700)",
          message: LocalisedText(vi: "sai", en: "wrong")
        )
        findings.append(finding)
      }
    }
    return findings
  }

  @Test(arguments: [1, 2, 3]) func `each matter is counted, in order`(jobs: Int) {
    let findings = findings()
    let counts = CountedMatters(findings, files, jobs: jobs).counts
    var expected: [CorrectionRow.Matter: Int] = [:]
    for finding in findings where finding.severity > .note {
      let isKnown = finding.location.file == "2021/a/b.csv"
      let matter = CorrectionRow.Matter(
        sender: "a",
        code: finding.code,
        form: isKnown ? "trees" : "",
        file: isKnown ? "" : "unknown.csv",
        field: finding.field,
        year: finding.year,
        found: finding.found
      )
      expected[matter, default: 0] += 1
    }
    #expect(counts.reduce(0) { $0 + $1.count } == 18_000)
    #expect(Dictionary(uniqueKeysWithValues: counts.map { ($0.matter, $0.count) }) == expected)
    let rows = counts.map { CorrectionRow(matter: $0.matter, state: .listed, count: $0.count) }
    #expect(rows == rows.sorted())
  }

  @Test func `no findings are no matters`() {
    #expect(CountedMatters([], files, jobs: 2).counts.isEmpty)
  }
}
