import Diagnostics
import Foundation
import Methods
import Testing

@testable import StatMethods

@Suite(.timeLimit(.minutes(5))) struct SelfTestTests {
  @Test func `every method has cases and meets them`() {
    let outcomes = SelfTest.outcomes()
    #expect(outcomes.map(\.method) == StatMethod.all.map(\.name))
    for outcome in outcomes {
      #expect(outcome.cases >= 2, "\(outcome.method)")
      #expect(outcome.isMet, "\(outcome.method): \(outcome.worst)")
    }
  }

  @Test func `references have the digits that they are to prove`() {
    for example in ReferenceCase.all {
      for (key, value) in example.expected {
        let isWord = value.contains { $0.isLetter && $0 != "e" }
        let isShort = value.count < 17
        // Short decimals are exact: whole numbers, halves and the like.
        if isShort, !isWord, !value.contains("/"), let number = Double(value) {
          #expect(value == FigureFormat.exact(number), "\(example.method) \(key)")
        }
      }
    }
  }

  @Test(arguments: ["p": "1/61", "s": "-9", "minimumP": "0.0166666666667", "tau": "x", "q": "1"])
  func `a wrong reference is caught`(_ key: String, _ value: String) throws {
    let wrong = ReferenceCase(
      "mann-kendall",
      "--time t --value y",
      table: "t,y 1,4 2,3 3,2 4,1 5,0",
      source: "nowhere",
      ["s": "-10", key: value]
    )
    let outcome = try #require(SelfTest.outcomes([wrong]).first)
    #expect(!outcome.isMet)
    #expect(outcome.worst.hasPrefix("\(key): "))
    let report = SelfTestReport(outcomes: [outcome], language: .english)
    #expect(!report.isMet)
    #expect(report.text.contains("FAILED"))
    #expect(report.csv.contains("failed"))
  }

  @Test func `a case of a method that does not exist is caught`() throws {
    let wrong = ReferenceCase("nothing", "", table: "t", source: "nowhere", ["s": "1"])
    let outcome = try #require(SelfTest.outcomes([wrong]).first)
    #expect(!outcome.isMet)
  }

  @Test func `digits are those that agree`() {
    #expect(SelfTest.agreement(.number(1.0 / 3), "1/3") == SelfTest.allDigits)
    #expect(abs(SelfTest.agreement(.number(1.001), "1") - 3) < 1e-9)
    #expect(SelfTest.agreement(.number(2), "0") == 0)
    #expect(SelfTest.agreement(.number(.nan), "1") == 0)
    #expect(SelfTest.agreement(.missing(.allEqual), "1") == 0)
  }

  @Test func `the report is valid JSON`() throws {
    let report = SelfTestReport(outcomes: SelfTest.outcomes(), language: .vietnamese)
    let object = try JSONSerialization.jsonObject(with: Data(report.json.utf8)) as? [String: Any]
    #expect(object?["ok"] as? Bool == true)
    #expect((object?["methods"] as? [Any])?.count == StatMethod.all.count)
  }
}
