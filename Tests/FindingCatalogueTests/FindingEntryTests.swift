import Diagnostics
import FindingCatalogue
import Foundation
import Testing

@Suite struct FindingEntryTests {
  static let entries = FindingArea.allCases.flatMap(\.entries)

  @Test func `each code has one entry for data and one for plans at most`() {
    for isOfData in [true, false] {
      let codes = FindingArea.allCases.filter { $0.isOfData == isOfData }.flatMap(\.entries)
        .map(\.code)
      let repeated = Dictionary(grouping: codes) { $0 }.filter { $1.count > 1 }.keys.sorted()
      #expect(repeated == [])
    }
    #expect(FindingCatalogue.entry("not-utf8") == nil, "a code of plans is none of data")
    #expect(FindingCatalogue.entries("unknown-unit").count == 2)
  }

  @Test(arguments: Language.allCases)
  func `each entry says all four things in whole sentences`(_ language: Language) {
    for entry in Self.entries {
      let text = entry.explanation(in: language)
      #expect(!entry.severities.isEmpty)
      #expect(entry.severities == Array(Set(entry.severities)).sorted(by: >), "\(entry.code)")
      #expect(entry.code.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)+/) != nil, "\(entry.code)")
      #expect(!text.title.isEmpty && !text.title.hasSuffix("."), "\(entry.code)")
      // A heading on a terminal of 80 columns has room for a count behind it.
      #expect(text.title.count <= 50, "\(entry.code)")
      for sentence in [text.meaning, text.importance, text.remedy] {
        #expect(sentence.hasSuffix(".") || sentence.hasSuffix("?"), "\(entry.code): \(sentence)")
      }
    }
  }

  @Test func `the languages are not mixed up`() {
    // đ, ơ, ư and the tones stand in nearly every Vietnamese sentence and in no English one.
    let vietnamese = CharacterSet(
      charactersIn: "ăâđêôơưáàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ"
    )
    for entry in Self.entries {
      #expect(entry.vietnamese.meaning.rangeOfCharacter(from: vietnamese) != nil, "\(entry.code)")
      // Words in quotes may be those of a file.
      let english = entry.english.meaning.replacing(/“[^”]*”/, with: "")
      #expect(english.rangeOfCharacter(from: vietnamese) == nil, "\(entry.code)")
    }
  }

  @Test(arguments: Language.allCases)
  func `the page in the documentation is current`(_ language: Language) throws {
    let name = language == .vietnamese ? "Findings.vi.md" : "Findings.md"
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Documentation/\(name)")
    let page = try String(contentsOf: file, encoding: .utf8)
    #expect(
      page == FindingsPage(language: language).markdown,
      "Documentation/\(name) is not current: run 'make findings-page'"
    )
  }
}
