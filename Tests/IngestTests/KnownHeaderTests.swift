import DelimitedText
import Plan
import StageFixtures
import Testing

@testable import Ingest

/// Headers that were read before, beside those that are read for the first time.
@Suite struct KnownHeaderTests {
  private static let files = [
    "Mã xã;Năm;Số cây;Số cây chết;Kinh phí\n103;2021;12;1;500000\n",
    "BÁO CÁO\n;\nMã xã;Năm;Số cây;Số cây chết;Kinh phí\n103;2021;12;1;500000\n",
    "Mã xã;Năm;Số cây 2021;Số cây chết;Kinh phí\n103;2021;12;1;500000\n",
    "Mã xã;Năm;Số cây;;Kinh phí\n;;Tổng số;Chết;\n103;2021;12;1;500000\n",
    "\n\nMã xã;Năm;Số cây;;Kinh phí\n;;Tổng số;Chết;\n103;2021;12;1;500000\n",
  ]

  @Test(arguments: [2021, 2022]) func `they say the same`(_ year: Int) throws {
    let plan = try fixturePlan()
    let form = try #require(plan.forms.firstIndex { $0.name == "commune_year" })
    let known = FormHeaders(plan.forms[form], at: form, words: plan.words)
    for text in Self.files + Self.files {
      let batch = parse(Array(text.utf8), dialect: .semicolon).batch
      let new = FormHeaders(plan.forms[form], at: form, words: plan.words)
      let found = [known, new].map { headers -> HeaderMatch? in
        guard case .found(let match) = HeaderSearch(in: batch, forms: [headers], year: year) else {
          return nil
        }
        return match
      }
      #expect(found[0] == found[1])
      #expect(found[0] != nil)
    }
  }

  @Test(arguments: [
    ("Xã Tân", "Xã Tân"), ("1. Xã", "Xã"), ("a.ã b", "ã b"), ("1\u{301}) a", "1\u{301}) a"),
    ("1) ấp", "ấp"), ("Đ) Xã", "Đ) Xã"), ("IV - Xã", "IV - Xã"), ("II-Xã", "Xã"), ("- Xã", "Xã"),
  ])
  func `numbers before texts are left out`(_ text: String, _ rest: String) {
    #expect(HeaderCell.withoutNumber(text[...]) == rest)
  }
}
