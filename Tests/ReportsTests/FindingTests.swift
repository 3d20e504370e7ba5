import Diagnostics
import Testing

@Suite struct FindingTests {
  private static let first = Finding(
    "not-a-number",
    .error,
    at: Location(file: "a.csv", line: 3, column: 2),
    sender: "p1",
    field: "trees",
    year: 2021,
    found: "ba",
    expected: LocalisedText(vi: "một số", en: "a number"),
    isSensitive: true
  )

  private static func made(line: Int, _ found: String, message: LocalisedText) -> Finding {
    Finding(
      "not-a-number",
      .error,
      at: Location(file: "a.csv", line: line, column: 2),
      sender: "p1",
      field: "trees",
      year: 2021,
      found: found,
      message: message,
      isSensitive: true
    )
  }

  @Test func `what is said again of a column is what would have been said of the cell`() {
    let again = Self.first.again(line: 9, found: "bốn", proposal: "")
    let message = LocalisedText(
      vi: "thấy 'bốn', cần một số",
      en: "found 'bốn', expected a number"
    )
    #expect(again == Self.made(line: 9, "bốn", message: message))
    #expect(again.location == Location(file: "a.csv", line: 9, column: 2))
    #expect(again.message == message)
    #expect(Self.first.message.vietnamese == "thấy 'ba', cần một số")
    #expect(again != Self.first && Self.first < again)
    #expect(again != Self.made(line: 9, "bốn", message: Self.first.message))
  }

  @Test func `other words leave the place and take the text away`() {
    let words = LocalisedText(vi: "không nêu", en: "not told")
    let other = Self.first.saying(words)
    #expect(other == Self.made(line: 3, "", message: words))
    #expect(other.found.isEmpty && other.proposal.isEmpty)
  }

  @Test func `a sender or a path of its own changes nothing else`() {
    let sent = Self.first.sent(by: "p2")
    #expect(sent.sender == "p2" && sent.message == Self.first.message && sent.year == 2021)
    #expect(sent.location == Self.first.location && sent.isSensitive)
    let moved = Self.first.at(path: "b.csv")
    #expect(moved.location == Location(file: "b.csv", line: 3, column: 2))
    #expect(Self.first.again(line: nil, found: "ba", proposal: "").location.line == nil)
    #expect(Self.first.sender == "p1" && Self.first.location.line == 3)
  }

  /// What is read from a table has its message whole.
  @Test func `a message is told alike, whoever put it together`() {
    let message = Self.first.message
    #expect(Self.made(line: 3, "ba", message: message).quotesFound)
    #expect(!Self.made(line: 3, "hai", message: message).quotesFound)
    #expect(!Self.made(line: 3, "", message: message).quotesFound)
    let again = Self.made(line: 3, "hai", message: message).again(
      line: 4,
      found: "ba",
      proposal: ""
    )
    #expect(again.quotesFound && again.message == message)
    // Only one language repeats it.
    let mixed = LocalisedText(vi: message.vietnamese, en: "not a number")
    let own = Self.made(line: 3, "ba", message: mixed)
    #expect(!own.quotesFound && own.message == mixed)
    #expect(own.again(line: 4, found: "bốn", proposal: "").message == mixed)
  }

  @Test func `long cells are cut off in messages alone`() {
    let long = String(repeating: "ạ", count: 121)
    let message = Self.first.again(line: 1, found: long, proposal: "").message.vietnamese
    #expect(message == "thấy '\(long.prefix(117))…', cần một số")
    let longest = String(repeating: "ạ", count: 120)
    #expect(
      Self.first.again(line: 1, found: longest, proposal: "").message.vietnamese.contains(longest)
    )
  }

  @Test func `what is found for a column is found again for it alone`() {
    var known = FoundForColumns<Int>()
    var searches = 0
    func value(_ finding: Finding) -> Int {
      known.value(of: finding) {
        searches += 1
        return $0.location.column ?? 0
      }
    }
    // More columns than are remembered, in turns.
    let columns = (1...200).map { column in
      Finding(
        "bad",
        .error,
        at: Location(file: "a.csv", line: 1, column: column),
        message: LocalisedText(vi: "sai", en: "wrong")
      )
    }
    for line in 1...3 {
      for column in columns {
        #expect(value(column.again(line: line, found: "", proposal: "")) == column.location.column)
      }
    }
    let before = searches
    for line in 1...100 {
      #expect(value(columns[0].again(line: line, found: "", proposal: "")) == 1)
    }
    #expect(searches <= before + 1)
  }
}
