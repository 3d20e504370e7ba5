import Testing
import VietnameseText

@Suite struct LostLettersTests {
  @Test(arguments: [
    ("X\u{E3}, th? tr?n;N?m\nXa Ph??ng;1\n", 3, 1),
    ("a;b\nXa Gi?ng;M? Th? H?i\nPh??ng;Th?nh\n", 4, 2),
    ("Xã Gi\u{FFFD}ng;M\u{FFFD} Th\u{FFFD}\n", 3, 1),
    ("B LAO Đ NG\r\nTH NG BINH\r\nX NG\r\n", 3, 1),
    ("?i?m;???c;?\n?nh h??ng\n", 4, 1),
  ])
  func `letters are lost`(_ text: String, _ words: Int, _ line: Int) {
    let lost = LostLetters(in: Array(text.utf8))
    #expect(lost?.words == words)
    #expect(lost?.line == line)
  }

  @Test(arguments: [
    "", "Có không?;Vì sao?\nAi?;Ở đâu?\n", "a?b;1\nc?d;2\n", "Xã Phương Thịnh;ngng;NH;Ng. A\n",
    "NH Sen;NH Mai;NH Cúc;NH Đào\n", "????;??;?\n",
  ])
  func `nothing is lost`(_ text: String) {
    #expect(LostLetters(in: Array(text.utf8)) == nil)
  }
}
