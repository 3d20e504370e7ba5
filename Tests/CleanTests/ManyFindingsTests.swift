import Diagnostics
import Ingest
import StageFixtures
import Tables
import Testing

@testable import Clean

/// Columns that are wrong in more rows than are read at a time.
@Suite(.timeLimit(.minutes(2))) struct ManyFindingsTests {
  @Test func `each cell is told with its own text and line, on any number of threads`() throws {
    let count = 20_000
    let rows = (1...count).map { row in
      let area = row % 2 == 0 ? "rộng" : "rộng \(row)"
      return "K\(row);Xã Tân Hòa;\(row % 3 + 32)/13/2021;\(area)"
    }
    let (input, output) = try clean(["2021/103/a.csv": text(groves, rows)])
    #expect(output.accounts.allSatisfy { $0.closes })
    let numbers = output.findings.filter { $0.code == "not-a-number" }
    #expect(numbers.count == count)
    // The first row stands on the second line.
    let lines = zip(2..., numbers).filter { $0 != $1.location.line }
    #expect(lines.isEmpty)
    let texts = zip(1..., numbers).filter { $1.found != ($0 % 2 == 0 ? "rộng" : "rộng \($0)") }
    #expect(texts.isEmpty)
    #expect(
      numbers.allSatisfy { $0.message.vietnamese == "thấy '\($0.found)', cần một số" }
    )
    let dates = output.findings.filter { $0.location.column == 3 }
    #expect(dates.count == count)
    #expect(
      dates.allSatisfy { $0.found == "\((($0.location.line ?? 0) - 1) % 3 + 32)/13/2021" }
    )
    #expect(output.setAside.filter { $0.extent == .cell }.count == numbers.count + dates.count)
    for finding in [numbers[7], dates[8]] {
      #expect(
        output.setAside.contains {
          $0.line == finding.location.line && $0.column == finding.location.column
            && $0.text == finding.found && $0.reason == finding.code && $0.field == finding.field
        }
      )
    }
    let plan = try fixturePlan()
    for jobs in [2, 3, 8] {
      let tables = Clean.clean(plan, input, jobs: jobs)
      #expect(tables.findings == output.findings)
      #expect(tables.setAside == output.setAside)
      #expect(tables.records == output.records)
    }
  }

  /// A mark stands for the nearest text among a thousand rows above it.
  @Test func `a column of marks takes no square of its length`() throws {
    let count = 30_000
    let rows = (1...count).map { row in
      let area = row == 5 || row == 20_000 ? "\(row)" : row % 7 == 0 ? "" : "nt"
      return "K\(row);Xã Tân Hòa;05/06/2021;\(area)"
    }
    let findings = try clean(["2021/103/a.csv": text(groves, rows)]).output.findings
    let marks = findings.filter { $0.code == "ditto-mark" }
    let proposals = marks.map { finding in
      let row = (finding.location.line ?? 0) - 1
      let above = row > 20_000 ? 20_000 : row > 5 ? 5 : nil
      return above.map { row - $0 <= 1000 ? "\($0)" : "" } ?? ""
    }
    #expect(marks.count > 25_000)
    let wrong = zip(marks, proposals).filter { $0.proposal != $1 }
    #expect(wrong.isEmpty)
  }
}
