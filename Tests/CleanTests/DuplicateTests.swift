import Diagnostics
import StageFixtures
import Tables
import Testing

@testable import Clean

@Suite struct DuplicateTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String { rule }
    var rule: String
    var paths: [String]
    var days: [Int]
  }

  // The first of the two files is used.
  static let cases: [Case] = [
    Case(rule: "later-received", paths: ["2021/103/a.csv", "2021/103/b v2.csv"], days: [20, 10]),
    Case(rule: "later-version", paths: ["2021/103/a v2.csv", "2021/103/b.csv"], days: [10, 10]),
    Case(rule: "later-path", paths: ["2021/103/b.csv", "2021/103/a.csv"], days: [10, 10]),
  ]

  @Test(arguments: cases)
  func laterFileWins(_ example: Case) throws {
    let (used, earlier) = (example.paths[0], example.paths[1])
    let (input, tables) = try clean([
      used: text(header, [row([2: "7"])]),
      // What is wrong in a row that is replaced need not be corrected.
      earlier: text(header, [row([2: "sáu"])]),
      "receipts.csv": receipts([used: example.days[0], earlier: example.days[1]]),
    ])
    let records = try tables.records("commune_year")
    #expect(records.column("trees").number(0) == FixedDecimal(7))
    #expect(records.files.map { input.files[$0 - 1].path } == [used])
    #expect(tables.superseded.map(\.rule) == [example.rule])
    #expect(tables.superseded.map(\.key) == ["103/2021"])
    #expect(tables.codes == ["superseded-file"])
    #expect(tables.setAside.isEmpty)
    #expect(tables.accounts.allSatisfy { $0.closes })
  }

  @Test(arguments: [("8", ["duplicate-key"]), ("12", [])])
  func lastRowOfAFileWins(_ trees: String, codes: [String]) throws {
    let tables = try clean([report: text(header, [row(), row([2: trees])])]).output
    #expect(tables.codes == codes)
    #expect(try tables.records("commune_year").lines == [3])
    #expect(tables.superseded.map(\.rule) == ["later-row"])
    #expect(tables.superseded.map(\.byLine) == [3])
  }

  /// Of keys that hardly recur each text is kept as it comes; one that comes twice is still found.
  @Test func keysThatHardlyRecurAreStillCompared() throws {
    let rows = (0..<9_000).map { place in
      // Twice before the eight thousandth row, twice across it, twice after it.
      let key = [8_000: 10, 8_500: 20, 8_900: 8_800][place] ?? place
      return "k\(key);Xã Tân Hòa;05/06/2020;\(place)"
    }
    let tables = try clean(["2021/103/a.csv": text(groves, rows)]).output
    #expect(tables.superseded.map(\.key).sorted() == ["K10", "K20", "K8800"])
    #expect(tables.superseded.map(\.byLine).sorted() == [8_002, 8_502, 8_902])
    #expect(try tables.records("groves").count == 8_997)
  }

  /// Expects that several threads give what one has given.
  private func expectSameOnThreads(_ tables: CleanTables, _ input: IngestTables) throws {
    let parallel = Clean.clean(try fixturePlan(), input, jobs: 3)
    #expect(parallel.superseded == tables.superseded)
    #expect(parallel.revisions == tables.revisions)
    #expect(parallel.findings == tables.findings)
  }

  /// More keys than are compared at a time; what is found does not depend on the threads.
  @Test func manyKeysThatStandTwiceAreAllReplaced() throws {
    let keys = 5_000
    let rows = (0..<2 * keys).map { "k\($0 % keys);Xã Tân Hòa;05/06/2020;\($0)" }
    let (input, tables) = try clean(["2021/103/a.csv": text(groves, rows)])
    #expect(tables.superseded.map(\.line) == Array(2..<keys + 2))
    #expect(tables.superseded.map(\.byLine) == Array(keys + 2..<2 * keys + 2))
    #expect(tables.revisions.map(\.earlierLine) == Array(2..<keys + 2))
    #expect(tables.revisions.map(\.later) == (keys..<2 * keys).map(String.init))
    #expect(tables.codes == Array(repeating: "duplicate-key", count: keys))
    #expect(tables.accounts.allSatisfy { $0.closes })
    try expectSameOnThreads(tables, input)
  }

  /// Rows of a key that replace one another, and another sender's beside them, in several batches.
  @Test func manyKeysOfTwoSendersAreUsedOnce() throws {
    let keys = 3_000
    let rows = (0..<3 * keys).map { "k\($0 % keys);Xã Tân Hòa;05/06/2020;\($0)" }
    let others = (0..<keys).map { key in
      "K\(key);Xã Tân Hòa;05/06/2020;\(key % 2 == 0 ? 2 * keys + key : 1)"
    }
    let (input, tables) = try clean([
      "2021/103/a.csv": text(groves, rows), "2021/foresters/b.csv": text(groves, others),
    ])
    let rules = Dictionary(grouping: tables.superseded, by: \.rule).mapValues(\.count)
    #expect(rules == ["later-row": 2 * keys, "same-content": keys / 2, "sender-order": keys / 2])
    let codes = Dictionary(grouping: tables.codes) { $0 }.mapValues(\.count)
    // What is wrong in a row that is replaced need not be corrected.
    #expect(codes["conflicting-key"] == keys / 2 && codes["key-of-two-senders"] == keys / 2)
    #expect(try tables.records("groves").count == keys)
    #expect(tables.accounts.allSatisfy { $0.closes })
    try expectSameOnThreads(tables, input)
  }

  @Test func aLaterListReplacesTheWhole() throws {
    let tables = try clean([
      "2021/103/a.csv": text(groves, ["k1;Xã Tân Hòa;05/06/2020;1", "k2;Xã Tân Hòa;;2"]),
      "2021/103/b.csv": text(groves, ["K1;Xã Tân Hòa;05/06/2020;1", "K3;103;;2"]),
      "2021/102/a.csv": text(groves, ["K9;Xã Lâm Sơn;05/06/2020;1"]),
      "receipts.csv": receipts(["2021/103/a.csv": 10, "2021/103/b.csv": 11]),
    ]).output
    let records = try tables.records("groves")
    #expect(records.column("code").text(1) == "K1")
    #expect(records.units == ["102", "103", "103"])
    #expect(records.years == [2021, 2021, 2021])
    #expect(tables.superseded.map(\.rule) == ["later-received", "later-received"])
    // K1 stands in line 2 of the later list; K2 is gone from it.
    #expect(tables.superseded.map(\.byLine) == [2, 1])
    #expect(tables.findings.map(\.code) == ["superseded-file"])
    #expect(tables.findings.map(\.severity) == [.warning])
    #expect(tables.accounts.allSatisfy { $0.closes })
  }

  struct Shared: Sendable, CustomTestStringConvertible {
    var testDescription: String { code }
    var area: String
    var code: String
    var rule: String
  }

  @Test(arguments: [
    Shared(area: "1", code: "key-of-two-senders", rule: "same-content"),
    Shared(area: "2", code: "conflicting-key", rule: "sender-order"),
  ])
  func twoSendersListOneThing(_ example: Shared) throws {
    let tables = try clean([
      "2021/103/a.csv": text(groves, ["K1;Xã Tân Hòa;;\(example.area)"]),
      "2021/foresters/b.csv": text(groves, ["K1;Xã Tân Hòa;;1"]),
    ]).output
    // The plan names the foresters before the communes.
    #expect(try tables.records("groves").senders == ["foresters"])
    #expect(tables.codes == [example.code])
    #expect(tables.findings.map(\.sender) == ["103"])
    #expect(tables.superseded.map(\.rule) == [example.rule])
    #expect(tables.accounts.allSatisfy { $0.closes })
  }
}
