import Plan
import VietnameseText

/// Whether texts are what columns hold, looked at once for all files and threads: a row that may have
/// moved is held against its columns once for each way that it may have gone.
final class FoundFits: Sendable {
  enum Expected: Int, CaseIterable, Sendable { case figure, date, year, words }

  private let found = Expected.allCases.map { _ in KnownTexts<Bool?>() }

  /// Whether a text is what a column holds; nil where it says nothing.
  func fit(_ text: String, _ expected: Expected) -> Bool? {
    text.isEmpty ? nil : found[expected.rawValue].value(of: text) { Self.fit($0, expected) }
  }

  private static func fit(_ text: String, _ expected: Expected) -> Bool? {
    let scalars = text.unicodeScalars
    guard text.utf8.count <= 64, let first = scalars.first(where: { !$0.isBlank })
    else { return nil }
    let isDigit = (0x30...0x39).contains(first.value)
    switch expected {
    case .words:
      return isDigit ? false : first.properties.isAlphabetic ? true : nil
    case .year:
      let digits = NameKey(text).folded.split(separator: " ").last ?? ""
      guard isDigit || first.properties.isAlphabetic else { return nil }
      return digits.utf8.count == 4 && (digits.hasPrefix("20") || digits.hasPrefix("19"))
        && digits.allSatisfy(\.isNumber)
    case .date:
      guard isDigit else {
        return first.properties.isAlphabetic && !isWordForNothing(text) ? false : nil
      }
      if case .success = VietnameseDate.parse(text) { return true }
      return false
    case .figure:
      guard isDigit else {
        return first.properties.isAlphabetic && !isWordForNothing(text) ? false : nil
      }
      if text.utf8.contains(0x2F), case .success = VietnameseDate.parse(text) { return false }
      return !scalars.contains { $0 == "/" || $0 == ":" }
    }
  }

  /// Short words in a column of figures say why there is none.
  private static func isWordForNothing(_ text: String) -> Bool {
    let first = NameKey(text).folded.prefix { $0 != " " }
    return ["khong", "chua", "dang", "mien", "x", "n", "kps", "kad", "ko", "k"].contains(first)
  }
}
