import Testing
import VietnameseText

@Suite struct WordTests {
  @Test(
    arguments: [
      ("có", true), ("Có", true), ("CO", true), ("x", true), ("X", true), ("x.", true),
      ("đã", true),
      ("rồi", true), ("đạt", true), ("dat", true), ("Đạt.", true), ("yes", true), ("TRUE", true),
      ("1", true), ("✓", true), ("co\u{301}", true),
      ("không", false), ("Khong", false), ("chưa", false), ("không đạt", false),
      ("chưa đạt", false),
      ("C", true), ("c", true), ("K", false), ("k", false), ("ko", false), ("Đã có", true),
      ("√", true), ("☐", false), ("☑", true),
      // A cross may mean either; a doubt or a plan is no answer.
      ("✗", nil), ("có?", nil), ("sẽ có", nil), ("c/k", nil), ("1,0", nil), ("nt", nil),
      ("no", false), ("FALSE", false), ("0", false), ("không\u{A0}có", false),
      ("", nil), ("-", nil), ("đất", nil), ("cô", nil), ("-1", nil), ("2", nil), ("có thể", nil),
      ("chưa báo cáo", nil), ("1?", nil), ("đã ban hành", nil),
    ] as [(String, Bool?)]
  )
  func `yes and no`(_ text: String, _ answer: Bool?) {
    #expect(VietnameseYesNo.parse(text) == answer)
  }

  @Test func `further spellings of yes and no`() {
    #expect(VietnameseYesNo.parse("Đã ban hành", yes: [NameKey("đã ban hành")]) == true)
    #expect(VietnameseYesNo.parse("đang làm", no: [NameKey.accented("đang làm")]) == false)
    #expect(VietnameseYesNo.parse("x", no: [NameKey("x")]) == false)
  }

  @Test(
    arguments: [
      ("", MissingWord.blank), (" \u{A0}\u{200B}\t", .blank), ("-", .dash), ("–", .dash),
      ("—", .dash),
      ("- -", .dash), ("không", .noSuchCase), ("Không có", .noSuchCase), ("KHONG", .noSuchCase),
      ("không phát sinh", .noSuchCase), ("Không phát sinh.", .noSuchCase),
      ("chưa báo cáo", .notReported), ("chưa có số liệu", .notReported), ("…", .notReported),
      ("...", .notReported), ("n/a", .notApplicable), ("N/A", .notApplicable),
      ("không áp dụng", .notApplicable),
      ("0", nil), ("12", nil), ("-5", nil), ("không đạt", nil), ("không 5", nil), ("#N/A", nil),
      ("hồng", nil), ("không biết", nil), (".", nil),
    ] as [(String, MissingWord?)]
  )
  func `missing`(_ text: String, _ word: MissingWord?) {
    #expect(MissingWord.parse(text) == word)
  }

  @Test func `further spellings of missing`() {
    #expect(MissingWord.parse("Trống", none: [NameKey("trống")]) == .noSuchCase)
    #expect(MissingWord.parse("không", notReported: [NameKey("không")]) == .notReported)
    #expect(MissingWord.parse("miễn", notApplicable: [NameKey("miễn")]) == .notApplicable)
  }

  @Test(
    arguments: [
      ("nt", true), ("-nt-", true), ("N.T", true), ("như trên", true), ("Như trên.", true),
      ("nhu tren", true), ("\"", true), ("- \" -", true), ("″", true), ("〃", true), ("''", true),
      ("”", true),
      ("'", false), ("’", false), ("-", false), ("", false), ("12", false), ("ntm", false),
      ("như trên bảng 2", false),
    ] as [(String, Bool)]
  )
  func `ditto marks`(_ text: String, _ isDitto: Bool) {
    #expect(DittoMark.matches(text) == isDitto)
  }

  @Test func `further spellings of ditto`() {
    #expect(DittoMark.matches("(nhắc lại)", words: [NameKey("nhắc lại")]))
  }

  @Test(
    arguments: [
      ("#REF!", true), ("#N/A", true), ("#DIV/0!", true), ("####", true), ("#TÊN?", true),
      ("Err:502", true),
      ("#1", false), ("# ghi chú", false), ("Err: sai", false), ("#phòng cháy!#", false),
      ("", false),
    ] as [(String, Bool)]
  )
  func `spreadsheet errors among texts`(_ text: String, _ isError: Bool) {
    #expect(SpreadsheetError.matches(text) == isError)
  }
}
