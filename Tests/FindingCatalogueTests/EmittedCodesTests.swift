import DelimitedText
import FindingCatalogue
import Foundation
import Testing

/// Codes that the sources emit and codes that the catalogue explains are the same.
///
/// Whoever adds a code adds an entry to a file in Sources/FindingCatalogue/Entries.
@Suite struct EmittedCodesTests {
  /// Words of the sources that look like codes and are none: rules by which one row or file takes
  /// the place of another, notes on figures, names of encodings, a header, folders of a publication,
  /// the first days of spreadsheets.
  private static let otherWords: Set<String> = [
    "1899-12-30", "1900-01-00", "assumed-denominators", "chi-square", "don-vi", "e-mail",
    "later-file",
    "later-path", "later-received", "later-row", "later-time", "later-unit", "later-version",
    "outside-land", "permuted-years",
    "sender-order", "tra-lai", "utf-8",
  ]

  @Test func `every code that the sources emit has an entry`() throws {
    let words = try Self.words()
    try #require(words.written.count > 100)
    for (word, place) in words.written.sorted(by: { $0.key < $1.key })
    where !Self.otherWords.contains(word) && FindingCatalogue.entries(word).isEmpty {
      Issue.record(
        """
        \(place) has '\(word)', expected an entry in Sources/FindingCatalogue/Entries, \
        or the word in 'otherWords' of this test if it is no code of a finding
        """
      )
    }
  }

  @Test(arguments: ParseFault.Kind.allCases)
  func `every fault of the parser has an entry`(_ kind: ParseFault.Kind) {
    #expect(FindingCatalogue.entry(kind.rawValue) != nil)
  }

  @Test func `every entry is of a code that the sources emit`() throws {
    let words = try Self.words()
    for entry in FindingArea.allCases.flatMap(\.entries) {
      let isEmitted = words.written[entry.code] != nil || words.cases.contains(entry.code)
      #expect(isEmitted, "no source has '\(entry.code)'; remove its entry")
    }
  }

  @Test func `a word that is no entry is seen`() {
    var words = SourceWords()
    words.add("  finding(\n    \"strange-code\", // \"not-this\"\n", file: "A.swift")
    words.add("  case oddCase = \"odd-case\"\n", file: "B.swift")
    #expect(words.written == ["strange-code": "A.swift:2"])
    #expect(words.cases == ["odd-case"])
  }

  /// Sources that make no finding: methods know no table and no file, and their words in reports
  /// are those of methods.
  private static let silent = [
    "Commands/", "FindingCatalogue/", "Methods/", "Reports/PublishedRuleText.swift",
  ]

  private static func words() throws -> SourceWords {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources")
    var words = SourceWords()
    for path in try FileManager.default.subpathsOfDirectory(atPath: root.path).sorted()
    where path.hasSuffix(".swift") && !silent.contains(where: path.hasPrefix) {
      words.add(try String(contentsOf: root.appending(path: path), encoding: .utf8), file: path)
    }
    return words
  }
}

/// Words of sources that are written as codes are: small letters, and at least one hyphen.
private struct SourceWords {
  /// Where each first stands.
  var written: [String: String] = [:]
  /// Raw values of enumerations, most of which are words of the tables and no codes.
  var cases: Set<String> = []

  mutating func add(_ text: String, file: String) {
    let literal = /"([a-z0-9]+(?:-[a-z0-9]+)+)"/
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let code = line.firstRange(of: "//").map { line[..<$0.lowerBound] } ?? line
      let isCase = code.contains(/^\s*case \w+ = "/)
      for match in code.matches(of: literal) {
        let word = String(match.1)
        if isCase {
          cases.insert(word)
        } else if written[word] == nil {
          written[word] = "\(file):\(number + 1)"
        }
      }
    }
  }
}
