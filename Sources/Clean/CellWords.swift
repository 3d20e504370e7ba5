import Diagnostics
import Plan
import VietnameseText

/// The plan's words for cells, folded.
struct CellWords {
  let yes: [NameKey]
  let no: [NameKey]
  let ditto: [NameKey]
  private let none: [NameKey]
  private let notReported: [NameKey]
  private let notApplicable: [NameKey]
  /// Whether one of the words for no value begins with a figure.
  private let hasFigures: Bool
  /// Whether a digit stands in one of the words that cells of any kind may have.
  let haveDigits: Bool

  init(_ words: PlanWords) {
    yes = Self.keys(words.yes)
    no = Self.keys(words.no)
    ditto = Self.keys(words.ditto)
    none = Self.keys(words.none)
    notReported = Self.keys(words.notReported)
    notApplicable = Self.keys(words.notApplicable)
    haveDigits = (none + notReported + notApplicable + ditto).contains {
      $0.folded.utf8.contains { (0x30...0x39).contains($0) }
    }
    hasFigures = (none + notReported + notApplicable).contains {
      $0.folded.utf8.first.map { (0x30...0x39).contains($0) } ?? false
    }
  }

  /// What a cell says when it has no value.
  func missing(_ text: String) -> MissingWord? {
    // Most cells are figures, which need no comparing where no word begins with one.
    if !hasFigures, let first = text.utf8.first, (0x30...0x39).contains(first) { return nil }
    return MissingWord.parse(
      text,
      none: none,
      notReported: notReported,
      notApplicable: notApplicable
    )
  }

  /// Whether the plan has a cell's text for no.
  func isNo(_ text: String) -> Bool {
    !no.isEmpty && VietnameseYesNo.parse(text, no: no) == false
  }

  private static func keys(_ words: [String]) -> [NameKey] {
    words.map { NameKey.accented($0) }.filter { !$0.isEmpty }
  }
}
