import Diagnostics
import Tables
import Testing

@testable import Plan
@testable import Reports

/// Every form of target in every situation of the data: its status and the sentence printed.
@Suite struct VerdictTableTests {
  static let cases = (VerdictSituation.ofReports + VerdictSituation.ofProgress)
    .flatMap(\.verdictCases)

  @Test func `every form and time is there in every situation`() {
    #expect(Self.cases.count == 21 * Target.Form.allCases.count * Target.When.allCases.count)
  }

  @Test(.timeLimit(.minutes(1)), arguments: cases)
  func `has its status and its sentence`(_ example: VerdictCase) throws {
    let row = try #require(try example.row())
    #expect(row.status == example.words.status)
    #expect(row.worst == example.words.worst ?? example.words.status)
    #expect(row.best == example.words.best ?? example.words.status)
    #expect(row.since == example.words.since)
    let vietnamese = try #require(try example.sentence(.vietnamese))
    #expect(vietnamese == example.words.vi + ".")
    let english = try #require(try example.sentence(.english))
    #expect(english == example.words.en + ".")
  }
}
