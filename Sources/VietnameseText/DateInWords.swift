internal import Diagnostics

/// A date with words in it: `ngày 5 tháng 6 năm 2024`, `5-thg6-24`, `5-Jun-24`, `June 5, 2024`.
///
/// Spreadsheets write the month's name with Vietnamese settings, or with English ones.
struct DateInWords {
  private(set) var day: Int
  private(set) var month: Int
  private(set) var year: Int
  private(set) var hasShortYear = false

  init?(_ plain: [Unicode.Scalar]) {
    guard plain.count <= 64 else { return nil }
    var words = Self.words(Self.withoutTime(plain))[...]
    Self.dropWeekday(&words)
    if let first = words.first, ["ngay", "mung", "mong"].contains(first) { words.removeFirst() }
    if let first = words.first, let month = Self.englishMonth(first), words.count == 3 {
      self.month = month
      words.removeFirst()
      guard let day = Self.takeNumber(&words) else { return nil }
      self.day = day
    } else {
      guard let day = Self.takeNumber(&words), let month = Self.takeMonth(&words) else {
        return nil
      }
      (self.day, self.month) = (day, month)
    }
    if words.first == "nam" { words.removeFirst() }
    guard words.count == 1, let last = words.first, let year = smallNumber(last.unicodeScalars)
    else { return nil }
    switch last.utf8.count {
    case 4: self.year = year
    case 2:
      self.year = fullYear(year)
      hasShortYear = true
    default: return nil
    }
  }

  /// Whether a text names a month with its year, a quarter, or a year.
  static func isPeriod(_ plain: [Unicode.Scalar]) -> Bool {
    guard plain.count <= 64 else { return false }
    var words = words(plain)[...]
    if words.first == "nam", words.count == 2 { words.removeFirst() }
    guard let year = words.popLast(), year.utf8.count == 4, smallNumber(year.unicodeScalars) != nil
    else { return false }
    if words.isEmpty { return true }
    let isQuarter = words.first == "quy"
    if isQuarter { words.removeFirst() }
    if words.last == "nam", words.count > 1 { words.removeLast() }
    guard let part = words.first else { return false }
    if words.count == 1, romanQuarters.contains(part) { return true }
    if words.count == 1, let number = smallNumber(part.unicodeScalars) {
      return number <= (isQuarter ? 4 : 12)
    }
    if words.count == 1, part.utf8.count == 2, part.first == "q" {
      return part.last.map { "1234".contains($0) } ?? false
    }
    guard !isQuarter, let month = takeMonth(&words) else { return false }
    return (1...12).contains(month) && words.isEmpty
  }

  private static let romanQuarters: Set<Substring> = ["i", "ii", "iii", "iv"]

  private static func words(_ plain: [Unicode.Scalar]) -> [Substring] {
    NameKey(string(plain)).folded.split(separator: " ")
  }

  private static func withoutTime(_ plain: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard let colon = plain.firstIndex(of: ":"),
      let blank = plain[..<colon].lastIndex(of: " "), isTime(plain[blank...])
    else { return plain }
    return Array(plain[..<blank])
  }

  /// `Thứ Tư, `, `Chủ Nhật, `, `Wednesday, `: the date says it again.
  private static func dropWeekday(_ words: inout ArraySlice<Substring>) {
    guard let first = words.first else { return }
    if first == "thu" || first == "chu", words.count > 4 {
      words.removeFirst(2)
    } else if englishDays.contains(String(first.prefix(3))), words.count == 4 {
      words.removeFirst()
    }
  }

  private static let englishDays: Set<String> = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

  private static func takeNumber(_ words: inout ArraySlice<Substring>) -> Int? {
    guard let word = words.first, word.utf8.count <= 2,
      let number = smallNumber(word.unicodeScalars)
    else { return nil }
    words.removeFirst()
    return number
  }

  /// `tháng 6`, `thg6`, `tháng sáu`, `Jun`.
  private static func takeMonth(_ words: inout ArraySlice<Substring>) -> Int? {
    guard let word = words.popFirst() else { return nil }
    if let month = englishMonth(word) { return month }
    if word == "thang" || word == "thg" {
      if let number = takeNumber(&words) { return number }
      return takeMonthName(&words)
    }
    for prefix in ["thang", "thg", "t"] where word.hasPrefix(prefix) {
      let digits = word.dropFirst(prefix.count)
      if digits.utf8.count <= 2, let number = smallNumber(digits.unicodeScalars) { return number }
    }
    return nil
  }

  private static let monthNames: [Substring: Int] = [
    "mot": 1, "hai": 2, "ba": 3, "tu": 4, "bon": 4, "nam": 5, "sau": 6, "bay": 7, "tam": 8,
    "chin": 9, "muoi": 10,
  ]

  private static func takeMonthName(_ words: inout ArraySlice<Substring>) -> Int? {
    guard let word = words.first, let month = monthNames[word] else { return nil }
    // `tháng … năm 2024` with the month left open is no May.
    if word == "nam", words.dropFirst().first != "nam" { return nil }
    words.removeFirst()
    if month == 10, words.count > 1, let next = words.first, next == "mot" || next == "hai" {
      words.removeFirst()
      return next == "mot" ? 11 : 12
    }
    return month
  }

  private static let englishMonths: [Substring] = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  private static func englishMonth(_ word: Substring) -> Int? {
    guard word.utf8.count >= 3 else { return nil }
    // `sept` is as usual as `sep`.
    return englishMonths.firstIndex { $0.hasPrefix(word) }.map { $0 + 1 }
  }
}
