import Diagnostics
import Testing

@Suite struct FindingGroupTests {
  private func finding(
    _ code: String,
    _ severity: Severity,
    line: Int?,
    column: Int?,
    _ found: String
  ) -> Finding {
    Finding(
      code,
      severity,
      at: Location(file: "a.csv", line: line, column: column),
      found: found,
      expected: LocalisedText(vi: "một số", en: "a number")
    )
  }

  @Test func `findings of one code and column stand together, worst first`() {
    let groups = FindingGroup.groups(of: [
      finding("odd", .warning, line: 2, column: 1, "x"),
      finding("bad", .error, line: 9, column: 2, "x"),
      finding("bad", .error, line: 3, column: 2, "y"),
      finding("bad", .error, line: 4, column: 2, "x"),
      finding("bad", .error, line: 4, column: 3, "x"),
    ])
    #expect(groups.map(\.code) == ["bad", "bad", "odd"])
    #expect(groups.map(\.column) == [2, 3, 1])
    #expect(groups[0].count == 3)
    #expect(groups[0].items().map(\.lines) == [[3], [4, 9]])
  }

  /// Messages cut long texts off, so that those of different cells may be the same; a mark for the cell
  /// above is the same text in each row, and stands for another one.
  @Test(.timeLimit(.minutes(1)), arguments: ["text", String(repeating: "kế ", count: 60), nil])
  func `as many texts as rows take no square of their number`(_ begin: String?) {
    let findings = (1...40_000).map { (row: Int) in
      Finding(
        "bad",
        .error,
        at: Location(file: "a.csv", line: row, column: 2),
        found: begin.map { "\($0)\(row)" } ?? "nt",
        proposal: begin == nil ? "text \(row)" : "",
        expected: LocalisedText(vi: "số", en: "a number")
      )
    }
    #expect(FindingGroup.groups(of: findings).first?.items().count == 40_000)
  }

  @Test(.timeLimit(.minutes(1))) func `one text that should be many things takes no square either`()
  {
    let findings = (1...40_000).map { (row: Int) in
      Finding(
        "bad",
        .error,
        at: Location(file: "a.csv", line: row),
        found: "a.csv",
        expected: LocalisedText(vi: "ngày \(row)", en: "day \(row)")
      )
    }
    #expect(FindingGroup.groups(of: findings).first?.items().count == 40_000)
  }

  /// A name is masked while files are read and a number later, by one who puts the message together.
  @Test func `equal texts are one item, however the message was put together`() {
    let findings = (1...1_000).flatMap { row in
      let told = finding("bad", .error, line: row, column: 2, "*** \(row)")
      let other = Finding(
        "bad",
        .error,
        at: Location(file: "a.csv", line: row + 2_000, column: 2),
        found: told.found,
        message: told.message
      )
      return [told, other, finding("bad", .error, line: nil, column: 2, told.found)]
    }
    let items = FindingGroup.groups(of: findings).flatMap { $0.items() }
    #expect(items.count == 2_000)
    #expect(items.count { $0.count == 2 && $0.lines.count == 2 } == 1_000)
    #expect(items.count { $0.count == 1 && $0.lines.isEmpty } == 1_000)
  }

  @Test func `a text that begins with a mark of a letter is not repeated`() {
    let group = FindingGroup.groups(of: [finding("bad", .error, line: 1, column: 1, "\u{301}a")])
    #expect(group.first?.items().first?.text(in: .english) == "found '\u{301}a', expected a number")
  }

  @Test(arguments: [
    ([4], "4"), ([4, 5], "4, 5"), ([4, 5, 6, 9], "4–6, 9"), ([9, 4, 4], "4, 9"), ([], ""),
    (
      Array(stride(from: 1, through: 29, by: 2)),
      "1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23 và 3 dòng khác"
    ),
  ])
  func `lines are written as people write them`(_ lines: [Int], _ text: String) {
    #expect(FindingGroup.text(ofLines: lines, in: .vietnamese) == text)
  }
}
