import Foundation
import Testing
import VietnameseText

@Suite struct NameKeyTests {
  /// Time that grew with the square of the length would take hours.
  @Test(.timeLimit(.minutes(1))) func longTextsAreFoldedInTime() {
    let text = String(repeating: "Hoà ", count: 250_000)
    #expect(NameKey.accented(text).folded.utf8.count == 250_000 * 5 - 1)
    #expect(NameKey(text).folded.utf8.count == 250_000 * 4 - 1)
  }

  @Test(arguments: [
    ("Xã Mỹ Hội", "xa my hoi"),
    ("  XÃ\u{A0}MỸ   HỘI  ", "xa my hoi"),
    ("xa\u{303} my\u{303} ho\u{323}\u{302}i", "xa my hoi"),
    ("X. Mỹ Hội (NTM)", "x my hoi ntm"),
    ("TT.Mỹ Thọ", "tt my tho"),
    ("Mỹ\u{200B} T\u{AD}họ\u{FEFF}", "my tho"),
    ("\u{201C}Ủy ban\u{201D} ‘nhân’ dân", "uy ban nhan dan"),
    ("Đồng Đình", "dong dinh"),
    ("\u{D0}ồng \u{F0}ình", "dong dinh"),
    ("Ｘã １２", "xa 12"),
    ("tỷ lệ (%)", "ty le"),
    ("Số_lượng/năm-2021", "so luong nam 2021"),
    ("Phương", "phuong"),
    ("", ""),
    (" .,;-", ""),
    ("\u{301}a", "a"),
  ])
  func `plain`(_ text: String, _ folded: String) {
    #expect(NameKey(text).folded == folded)
  }

  @Test(arguments: [
    ("Mỹ Thọ", "mỹ thọ"),
    ("MỸ THO", "mỹ tho"),
    ("ma túy", "ma tuý"),
    ("MA TUÝ", "ma tuý"),
    ("Ủy ban", "uỷ ban"),
    ("UỶ BAN", "uỷ ban"),
    ("Hòa Bình", "hoà bình"),
    ("khỏe", "khoẻ"),
    ("hòan thành", "hoàn thành"),
    ("qúy I", "quý i"),
    ("qủa", "quả"),
    ("của chúa", "của chúa"),
    ("thuế thuở", "thuế thuở"),
    ("khóa, xóa", "khoá xoá"),
    ("\u{D0}ồng", "đồng"),
    ("Đồng", "đồng"),
    ("Ho\u{323}\u{302}i", "hội"),
    ("Mĩ", "mĩ"),
  ])
  func `accented`(_ text: String, _ folded: String) {
    #expect(NameKey.accented(text).folded.unicodeScalars.elementsEqual(folded.unicodeScalars))
  }

  /// Both ways of folding look at letters in their own manner.
  @Test func `without its marks the accented key is the plain one`() {
    for value in 0..<UInt32(0x2100) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      for text in ["\(scalar)", "a\(scalar)b \(scalar)e", "ò\(scalar)", "đo\(scalar)\u{301}a"] {
        let accented = NameKey.accented(text).folded
        #expect(NameKey(accented) == NameKey(text), "U+\(String(value, radix: 16))")
        #expect(NameKey.accented(accented).folded == accented, "U+\(String(value, radix: 16))")
      }
    }
  }

  @Test func `marks tell names apart where letters do not`() {
    #expect(NameKey("Mỹ Thọ") == NameKey("Mỹ Tho"))
    #expect(NameKey.accented("Mỹ Thọ") != NameKey.accented("Mỹ Tho"))
    #expect(NameKey("Bình Thạnh") == NameKey("Bình Thành"))
    #expect(NameKey.accented("Bình Thạnh") != NameKey.accented("Bình Thành"))
    #expect(NameKey("Mỹ Hội") != NameKey("Mỹ Hiệp"))
    #expect(NameKey("Mỹ Quý") != NameKey("Mỹ Quí"))
  }

  @Test func `keys sort by letters`() {
    #expect(["b", "á", "A b"].map { NameKey($0) }.sorted().map(\.folded) == ["a", "a b", "b"])
  }

  @Test func `every precomposed letter folds as its decomposition does`() {
    let letters = [0xC0...0x24F, 0x1E00...0x1EFF].joined().compactMap { Unicode.Scalar($0) }
    for letter in letters.map({ String($0) }) {
      let decomposed = letter.decomposedStringWithCanonicalMapping
      #expect(NameKey(letter) == NameKey(decomposed))
      #expect(NameKey.accented(letter) == NameKey.accented(decomposed))
    }
  }
}
