import Testing
import VietnameseText

@Suite struct PartOfYearTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    var part: String?
    var testDescription: String { text }
  }

  static let cases: [Case] = [
    Case(text: "6 tháng đầu năm 2025", part: "1-6"),
    Case(text: "BÁO CÁO SÁU THÁNG CUỐI NĂM 2025", part: "7-12"),
    Case(text: "Bieu 01 - 6T dau nam.csv", part: "1-6"),
    Case(text: "nửa cuối năm", part: "7-12"),
    Case(text: "9 tháng đầu năm", part: "1-9"),
    Case(text: "Quý III/2025", part: "7-9"),
    Case(text: "Cả năm 2025", part: "1-12"),
    Case(text: "12 tháng năm 2025", part: "1-12"),
    Case(text: "từ tháng 7 đến tháng 12", part: "7-12"),
    Case(text: "Từ ngày 01/7/2025 đến ngày 31/12/2025", part: "7-12"),
    Case(text: "từ 01/7/2025", part: "7-12"),
    Case(text: "số liệu trước sáp nhập", part: "before"),
    Case(text: "sau khi sắp xếp", part: "after"),
    Case(text: "năm 2025", part: nil),
    Case(text: "tính đến 15/12/2025", part: nil),
    Case(text: "6 tháng", part: nil),
    Case(text: "6 tháng đầu năm và 6 tháng cuối năm", part: nil),
    Case(text: "13 tháng đầu năm", part: nil),
    Case(text: "", part: nil),
  ]

  @Test(arguments: PartOfYearTests.cases) func textStatesAPart(_ test: Case) {
    #expect(PartOfYear(statedIn: test.text)?.description == test.part)
  }

  @Test func remarkIsAboutThePartAlone() {
    #expect(PartOfYear(onlyIn: "Số liệu 6 tháng đầu năm 2025") == .months(1...6))
    #expect(PartOfYear(onlyIn: "Đề nghị mở lớp tập huấn ngay từ quý I.") == nil)
  }

  @Test func descriptionsReadBack() {
    for first in 1...12 {
      for last in first...12 {
        let part = PartOfYear.months(first...last)
        #expect(PartOfYear(part.description) == part)
      }
    }
    #expect(PartOfYear("before") == .beforeChange && PartOfYear("after") == .afterChange)
    #expect(PartOfYear("7-6") == nil && PartOfYear("0-3") == nil && PartOfYear("Quý I") == nil)
  }
}
