import Diagnostics
import Tables
import VietnameseText

/// Which of two files is the later one: by receipt, then by the version in its name, then by path.
struct FileOrder {
  private let files: [Int: SourceFileRow]
  private var places: [Int: Int] = [:]

  init(_ files: [SourceFileRow]) {
    self.files = Dictionary(files.map { ($0.file, $0) }) { first, _ in first }
    let sorted = files.sorted { Self.isEarlier($0, $1) }
    for (place, file) in sorted.enumerated() { places[file.file] = place }
  }

  /// Place of a file from the earliest on.
  func place(_ file: Int) -> Int { places[file] ?? 0 }

  /// Why the later of two files is the later one.
  func rule(_ later: Int, over earlier: Int) -> String {
    guard later != earlier, let a = files[later], let b = files[earlier] else { return "later-row" }
    if a.received != b.received { return "later-received" }
    return version(a.path) == version(b.path) ? "later-path" : "later-version"
  }

  private static func isEarlier(_ a: SourceFileRow, _ b: SourceFileRow) -> Bool {
    if a.received != b.received {
      guard let first = a.received else { return true }
      guard let second = b.received else { return false }
      return first < second
    }
    let (first, second) = (version(a.path), version(b.path))
    if first != second { return first < second }
    return a.path.utf8.lexicographicallyPrecedes(b.path.utf8)
  }
}

/// The version that a file's name states: 2 for `v2`, `lần 2` and `(2)`; 1 more for a copy `(1)`
/// and for `sửa`; 0 where it states none.
func version(_ path: String) -> Int {
  let name = path.split(separator: "/").last.map { String($0) } ?? path
  let stem = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
  let words = NameKey(stem).folded.split(separator: " ")
  var version = 0
  for (index, word) in words.enumerated() {
    let next = index + 1 < words.count ? number(words[index + 1]) : nil
    switch word {
    case "v", "ver", "version", "lan", "ban":
      if let next { version = max(version, next) }
    case "sua", "chinh", "dieu", "revised", "corrected", "final":
      version = max(version, 2)
    default:
      for prefix in ["ver", "lan", "v"] where word.hasPrefix(prefix) {
        if let stated = number(word.dropFirst(prefix.count)) { version = max(version, stated) }
      }
    }
  }
  // `a (1).csv` is what a browser calls the second file of one name.
  if stem.hasSuffix(")"), let open = stem.lastIndex(of: "("),
    let copy = number(stem[stem.index(after: open)...].dropLast())
  {
    version = max(version, copy + 1)
  }
  return version
}

/// Value of one to three digits; longer ones are years and dates.
private func number(_ text: Substring) -> Int? {
  guard (1...3).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) })
  else { return nil }
  return Int(text)
}
