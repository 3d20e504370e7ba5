import VietnameseText

/// Addresses of homes: `ấp 3, xã A`, `số 12 đường Nguyễn Huệ`, `tổ 4, khóm 2`.
package enum PersonalAddress {
  /// Whether a whole cell is one: a hamlet, a street or a house number, and what it lies in.
  package static func matches(_ cell: String) -> Bool {
    guard (6...200).contains(cell.utf8.count), cell.utf8.contains(where: mayBeLetter) else {
      return false
    }
    let plain = NameKey(cell).folded
    guard plain.split(separator: " ").contains(where: firstWords.contains) else { return false }
    let words = NameKey.accented(cell).folded.split(separator: " ").map { String($0) }
    guard words.count <= 24 else { return false }
    let isPlain = words.joined(separator: " ") == plain
    var leaves = 0
    var wholes = 0
    for (index, word) in words.enumerated() {
      guard index + 1 < words.count else { break }
      let next = words[index + 1]
      let isNumbered = next.utf8.first.map { (0x30...0x39).contains($0) } == true
      if (word == (isPlain ? "so" : "số") && next == (isPlain ? "nha" : "nhà"))
        || (word == "khu" && next == (isPlain ? "pho" : "phố"))
      {
        leaves += 1
      } else if (isPlain ? plainLeaves : leafWords).contains(word),
        isNumbered || !needNumber.contains(word)
      {
        // `tổ chức` is no `tổ 4`; hamlets have names too.
        leaves += 1
      } else if word == (isPlain ? "so" : "số"), isNumbered, index == 0 {
        leaves += 1
      } else if (isPlain ? plainWholes : wholeWords).contains(word), index > 0 {
        wholes += 1
      }
    }
    return leaves >= 2 || (leaves == 1 && wholes >= 1)
  }

  /// Whether a byte is a letter or part of one; dates and amounts have none.
  private static func mayBeLetter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), 0x80...: true
    default: false
    }
  }

  private static let leafWords: Set<String> = [
    "ấp", "tổ", "khóm", "thôn", "hẻm", "ngõ", "ngách", "xóm", "đội", "kp", "đường",
  ]
  private static let wholeWords: Set<String> = [
    "xã", "phường", "huyện", "tỉnh", "quận", "đường", "phố", "tp", "tt", "thị",
  ]
  /// Words that mean more than part of an address.
  private static let needNumber: Set<String> = ["tổ", "đội", "đường", "to", "doi", "duong", "hem"]
  /// Words that all parts of a home's address begin with, without accents.
  private static let firstWords = Set(plainLeaves.union(["so", "khu"]).map { Substring($0) })
  private static let plainLeaves = Set(leafWords.map { NameKey($0).folded })
  private static let plainWholes = Set(wholeWords.map { NameKey($0).folded })
}
