package import Diagnostics
internal import VietnameseText

/// What a file's name says of its version: the number first, then a day that stands in it.
///
/// 2 is stated by `v2`, `lần 2`, `(2)` and by words of correction (`sửa`, `bổ sung`, `final`); a
/// copy that a browser or Explorer named `(1)` or `- Copy` comes after the file without it.
package struct FileVersion: Hashable, Comparable, Sendable {
  package private(set) var number = 0
  /// Day in the name, as in `bc 15-12-2024.csv` or `bc_20241215.csv`.
  package private(set) var day: CalendarDate?

  package static func < (a: Self, b: Self) -> Bool {
    if a.number != b.number { return a.number < b.number }
    guard let other = b.day else { return false }
    guard let own = a.day else { return true }
    return own < other
  }

  package init(path: String) {
    let name = path.split(separator: "/").last.map { String($0) } ?? path
    let stem = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
    let words = NameKey(stem).folded.split(separator: " ")
    day = Self.day(in: words)
    for (index, word) in words.enumerated() { read(word, before: words[(index + 1)...]) }
    // `a (1).csv` is what a browser calls the second file of one name.
    if stem.hasSuffix(")"), let open = stem.lastIndex(of: "("),
      let copy = Self.number(stem[stem.index(after: open)...].dropLast())
    {
      number = max(number, copy + 1)
    }
  }

  private mutating func read(_ word: Substring, before rest: ArraySlice<Substring>) {
    let next = rest.first
    switch word {
    case "v", "ver", "version", "lan", "ban", "phien":
      // `bản chính thức`, `phiên bản 3`: the number comes last.
      let stated = next == "ban" || next == "thu" ? rest.dropFirst().first : next
      if let stated = stated.flatMap(Self.number) { number = max(number, stated) }
    case "final", "revised", "corrected", "updated", "sua", "moi", "cuoi":
      number = max(number, 2)
    // Pairs, since each word alone stands in names of reports that are no correction.
    case "chinh" where next == "thuc" || next == "sua", "dieu" where next == "chinh",
      "bo" where next == "sung", "thay" where next == "the", "hoan" where next == "chinh",
      "cap" where next == "nhat", "dinh" where next == "chinh", "gui" where next == "lai":
      number = max(number, 2)
    case "copy": number = max(number, 1)
    default:
      for prefix in ["version", "ver", "lan", "v"] where word.hasPrefix(prefix) {
        if let stated = Self.number(word.dropFirst(prefix.count)) { number = max(number, stated) }
      }
    }
  }

  /// Value of one to three digits; longer ones are years and dates.
  private static func number(_ text: Substring) -> Int? {
    guard (1...3).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return Int(text)
  }

  /// A day written as three numbers side by side or as eight digits; the last one in the name.
  private static func day(in words: [Substring]) -> CalendarDate? {
    var found: CalendarDate?
    for index in words.indices {
      let word = words[index]
      if word.utf8.count == 8, let digits = Int(word) {
        found =
          CalendarDate(year: digits / 10_000, month: digits / 100 % 100, day: digits % 100)
          .flatMap(plausible)
          ?? CalendarDate(
            year: digits % 10_000,
            month: digits / 10_000 % 100,
            day: digits / 1_000_000
          ).flatMap(plausible) ?? found
      } else if index + 2 < words.count, let a = Int(word), let b = Int(words[index + 1]),
        let c = Int(words[index + 2])
      {
        found =
          CalendarDate(year: a, month: b, day: c).flatMap(plausible)
          ?? CalendarDate(year: c, month: b, day: a).flatMap(plausible) ?? found
      }
    }
    return found
  }

  private static func plausible(_ day: CalendarDate) -> CalendarDate? {
    (1990...2100).contains(day.year) ? day : nil
  }
}
