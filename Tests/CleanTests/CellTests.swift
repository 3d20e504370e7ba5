import Diagnostics
import Tables
import Testing

@Suite struct CellTests {
  /// A cell of the commune's report and what becomes of it.
  struct Case: Sendable, CustomTestStringConvertible {
    var field: String
    var column: Int
    var text: String
    var value: String?
    var missing: MissingReason?
    var code: String?

    init(
      _ field: String,
      _ column: Int,
      _ text: String,
      value: String? = nil,
      missing: MissingReason? = nil,
      code: String? = nil
    ) {
      self.field = field
      self.column = column
      self.text = text
      self.value = value
      self.missing = missing
      self.code = code
    }

    var testDescription: String { "\(field) '\(text)'" }
  }

  static let cases: [Case] = [
    Case("trees", 2, "1.250", value: "1250"),
    Case("trees", 2, "không phát sinh", missing: .noCase),
    Case("trees", 2, "không", missing: .noCase),
    Case("trees", 2, "Đang tổng hợp", missing: .notReported, code: "missing-value"),
    Case("trees", 2, "miễn", missing: .notApplicable),
    Case("trees", 2, "", missing: .notReported, code: "missing-value"),
    Case("trees", 2, "-", missing: .notReported, code: "missing-value"),
    Case("trees", 2, "nhiều", missing: .illegible, code: "not-a-number"),
    Case("trees", 2, "1,5", missing: .illegible, code: "not-whole"),
    Case("trees", 2, "#REF!", missing: .illegible, code: "excel-error"),
    Case("trees", 2, "-5", missing: .illegible, code: "below-minimum"),
    Case("trees", 2, "15%", missing: .illegible, code: "unexpected-percent"),
    Case("trees", 2, "99999999999999999999", missing: .illegible, code: "out-of-range"),
    // Not one exact number.
    Case("trees", 2, "khoảng 12", missing: .illegible, code: "approximate-number"),
    Case("trees", 2, "12-15", missing: .illegible, code: "several-numbers"),
    Case("trees", 2, "10+2", missing: .illegible, code: "several-numbers"),
    Case("trees", 2, "(12)", missing: .illegible, code: "not-a-number"),
    // A mark says yes, and is no number; a mark for the cell above says nothing.
    Case("trees", 2, "x", missing: .illegible, code: "not-a-number"),
    Case("trees", 2, "nt", missing: .illegible, code: "ditto-mark"),
    Case("trees", 2, "12 cây.", value: "12"),
    // Another word for things counted is doubted; hours are no trees.
    Case("trees", 2, "12 gốc", value: "12", code: "unexpected-unit"),
    Case("trees", 2, "12 giờ", missing: .illegible, code: "unexpected-unit"),
    // A letter is a slip of the finger for another digit, unless it begins the column's own unit.
    Case("trees", 2, "12a", missing: .illegible, code: "not-a-number"),
    Case("trees", 2, "12 a", missing: .illegible, code: "not-a-number"),
    Case("trees", 2, "12s", missing: .illegible, code: "not-a-number"),
    Case("trees", 2, "12m", missing: .illegible, code: "unexpected-unit"),
    Case("trees", 2, "12c", value: "12"),
    Case("cost", 4, "12a", missing: .illegible, code: "not-a-number"),
    Case("cost", 4, "12đ", value: "12"),
    Case("cost", 4, "12 triệu", value: "12000000"),
    Case("cost", 4, "12tr", value: "12000000"),
    Case("cost", 4, "500k", value: "500000"),
    Case("cost", 4, "12 USD", missing: .illegible, code: "unexpected-unit"),
    Case("trees", 2, "1,2E+03", value: "1200", code: "scientific-number"),
    Case("dead", 3, "", missing: .noCase),
    Case("dead", 3, "-", missing: .noCase),
    Case("dead", 3, "-1", missing: .illegible, code: "below-minimum"),
    Case("cost", 4, "1.250.000 đồng", value: "1250000"),
    Case("cost", 4, "1,5 triệu", value: "1500000"),
    Case("cost", 4, "15 %", missing: .illegible, code: "unexpected-percent"),
    Case("rate", 5, "85,5 %", value: "85.5"),
    Case("rate", 5, "1.250", missing: .illegible, code: "above-maximum"),
    Case("rate", 5, "50,125", value: "50.125", code: "ambiguous-number"),
    Case("approved", 6, "Không", value: "false"),
    Case("approved", 6, "được", value: "true"),
    Case("approved", 6, "hỏng", value: "false"),
    Case("approved", 6, "", missing: .notReported),
    Case("approved", 6, "✓", value: "true"),
    Case("approved", 6, "K", value: "false"),
    Case("approved", 6, "0", value: "false"),
    Case("approved", 6, "không phát sinh", missing: .noCase),
    Case("approved", 6, "chưa báo cáo", missing: .notReported),
    Case("approved", 6, "″", missing: .illegible, code: "ditto-mark"),
    Case("approved", 6, "#N/A", missing: .illegible, code: "excel-error"),
    Case("approved", 6, "có thể", missing: .illegible, code: "not-yes-or-no"),
    Case("class", 7, "GIỎI", value: "good"),
    Case("class", 7, "kem", value: "poor"),
    // Numbering and remarks beside a category, and two categories in one cell.
    Case("class", 7, "1. Tốt", value: "good"),
    Case("class", 7, "- Tốt;", value: "good"),
    Case("class", 7, "Tốt (tự xếp)", value: "good", code: "category-with-remark"),
    Case("class", 7, "Tốt, giỏi", value: "good"),
    Case("class", 7, "Tốt, kém", missing: .illegible, code: "several-categories"),
    Case("class", 7, "tốt và kém", missing: .illegible, code: "several-categories"),
    Case("class", 7, "không tốt", missing: .illegible, code: "unknown-category"),
    Case("class", 7, "#REF!", missing: .illegible, code: "excel-error"),
    Case("class", 7, "Tột", missing: .illegible, code: "unknown-category"),
    Case("issued", 8, "2021-06-05", value: "2021-06-05"),
    Case("issued", 8, "5/6/21", value: "2021-06-05", code: "short-year"),
    Case("issued", 8, "31/02/2021", missing: .illegible, code: "impossible-date"),
    Case("issued", 8, "tháng 6/2021", missing: .illegible, code: "incomplete-date"),
    Case("issued", 8, "31/12/9999", missing: .illegible, code: "date-out-of-range"),
    Case("issued", 8, "31/12/1899", missing: .illegible, code: "date-out-of-range"),
    Case("issued", 8, "01/01/2023", missing: .illegible, code: "date-out-of-range"),
    Case("issued", 8, "01/01/1900", value: "1900-01-01"),
    Case("issued", 8, "31/12/2022", value: "2022-12-31"),
    Case("issued", 8, "5-Jun-21", value: "2021-06-05", code: "short-year"),
    Case("issued", 8, "Quý IV/2021", missing: .illegible, code: "incomplete-date"),
    Case("issued", 8, "0", missing: .illegible, code: "empty-date"),
    Case("issued", 8, "không", missing: .noCase),
    Case("issued", 8, "hôm qua", missing: .illegible, code: "not-a-date"),
    Case("remarks", 9, "Thiếu nước", value: "Thiếu nước"),
    Case("remarks", 9, "Không có", missing: .noCase),
    // In a note a mark for the cell above is what its writer says.
    Case("remarks", 9, "nt", value: "nt"),
    Case("remarks", 9, "#VALUE!", missing: .illegible, code: "excel-error"),
    Case("remarks", 9, "#1 thiếu nước", value: "#1 thiếu nước"),
    // Ingest has masked it, and said so.
    Case("remarks", 9, "gọi 0912345678", value: "gọi ***"),
  ]

  @Test(arguments: cases)
  func cell(_ example: Case) throws {
    let changed = row([3: "0"].merging([example.column: example.text]) { $1 })
    let files = [report: text(header, [changed])]
    let tables = try clean(files).output
    let records = try tables.records("commune_year")
    let column = records.column(example.field)
    #expect(column.reasonsByRow == [example.missing])
    let text = column.number(0)?.description ?? column.text(0) ?? column.date(0)?.description
    #expect(text ?? column.flag(0)?.description == example.value)
    #expect(tables.codes == [example.code].compactMap { $0 })
    let isFault = example.missing == .illegible
    #expect(tables.setAside.map(\.reason) == (isFault ? tables.codes : []))
    #expect(tables.setAside.allSatisfy { $0.extent == .cell && $0.column == example.column + 1 })
    #expect(tables.findings.allSatisfy { $0.location.line == 2 && $0.sender == "103" })
    #expect(tables.findings.allSatisfy { $0.isSensitive == (example.field == "trees") })
    #expect(tables.accounts.allSatisfy { $0.closes && $0.used == 1 })
  }

  static let scaled: [(cell: String, value: String?, code: String?)] = [
    ("1,5", "1500000", nil), ("250", "250000000", nil), ("1,5 triệu", "1500000", nil),
    ("15 nghìn", nil, "two-scales"),
  ]

  @Test(arguments: scaled)
  func scale(_ cell: String, value: String?, code: String?) throws {
    let header = header.replacing("Kinh phí", with: "Kinh phí (triệu đồng)")
    let tables = try clean([report: text(header, [row([4: cell])])]).output
    #expect(try tables.records("commune_year").column("cost").number(0)?.description == value)
    #expect(tables.codes == [code].compactMap { $0 })
  }

  @Test(
    arguments: [
      ("15,5 %", "15.5", "percent-sign"), ("150 %", nil, "unexpected-percent"),
      ("15,5", "15.5", nil),
    ] as [(String, String?, String?)]
  )
  func percentWhereTheFormHasPoints(_ cell: String, value: String?, code: String?) throws {
    let tables = try clean(["2021/103/a.csv": text(groves, ["K1;Xã Tân Hòa;;\(cell)"])]).output
    #expect(try tables.records("groves").column("area").number(0)?.description == value)
    #expect(tables.codes == [code].compactMap { $0 })
  }

  @Test func datesOfEventsLieInTheYear() throws {
    let list = text(visits, ["V1;K1;05/06/2021", "V2;K1;31/12/2020", "V3;K1;31/12/9999"])
    let days = try clean(["2021/foresters/a.csv": list], requiring: "day").output
    #expect(days.codes == ["date-out-of-range", "unknown-reference", "date-of-another-year"])
    #expect(try days.records("visits").count == 3)
    #expect(try days.records("visits").column("day").reasonsByRow == [nil, nil, .illegible])
  }

  @Test(arguments: ["-2021", "+2021", "−2021"])
  func aSignedYearIsNoYear(_ year: String) throws {
    let tables = try clean([report: text(header, [row([1: year])])]).output
    #expect(tables.codes == ["not-a-year", "wrong-year"])
  }

  @Test func aMissingColumnIsNotReported() throws {
    let tables = try clean(["2021/office/a.csv": "Năm;Số lớp\n2021;5\n"]).output
    let records = try tables.records("agency_year")
    #expect(records.column("guides").reasonsByRow == [.notReported])
    #expect(records.column("classes").number(0) == FixedDecimal(5))
    #expect(records.units == ["10"])
    #expect(records.years == [2021])
  }
}

extension TypedColumn {
  /// Why each row has no value.
  fileprivate var reasonsByRow: [MissingReason?] { (0..<count).map { missing($0) } }
}
