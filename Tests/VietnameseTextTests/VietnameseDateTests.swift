import Diagnostics
import Testing
import VietnameseText

@Suite struct VietnameseDateTests {
  @Test(arguments: [
    ("05/06/2024", "2024-06-05", ParsedDate.Form.dayMonthYear),
    ("5/6/2024", "2024-06-05", .dayMonthYear),
    ("05-06-2024", "2024-06-05", .dayMonthYear),
    ("05.06.2024", "2024-06-05", .dayMonthYear),
    (" 05 / 06 / 2024 ", "2024-06-05", .dayMonthYear),
    ("'05/06/2024", "2024-06-05", .dayMonthYear),
    ("５/６/２０２４", "2024-06-05", .dayMonthYear),
    ("05/06/2024 14:30:00", "2024-06-05", .dayMonthYear),
    ("05/06/2024 14h30", "2024-06-05", .dayMonthYear),
    ("05/06/2024 2:30 CH", "2024-06-05", .dayMonthYear),
    ("29/02/2024", "2024-02-29", .dayMonthYear),
    ("5/6/24", "2024-06-05", .dayMonthShortYear),
    ("31-12-99", "1999-12-31", .dayMonthShortYear),
    ("2024-06-05", "2024-06-05", .iso),
    ("2024/6/5", "2024-06-05", .iso),
    ("2024-06-05T14:30:00Z", "2024-06-05", .iso),
    ("2024-06-05T14:30:00+07:00", "2024-06-05", .iso),
    ("ngày 5 tháng 6 năm 2024", "2024-06-05", .words),
    ("Ngày 05 tháng 06 năm 2024.", "2024-06-05", .words),
    ("5 tháng 6, năm 2024", "2024-06-05", .words),
    ("05/06/2024 00:00", "2024-06-05", .dayMonthYear),
    // The month by its name, as spreadsheets with Vietnamese or English settings write it.
    ("5-Jun-2024", "2024-06-05", .words),
    ("05 June 2024", "2024-06-05", .words),
    ("June 5, 2024", "2024-06-05", .words),
    ("5-thg6-2024", "2024-06-05", .words),
    ("05 Thg 6 2024", "2024-06-05", .words),
    ("Thứ Tư, 05 Tháng Sáu, 2024", "2024-06-05", .words),
    ("ngày 5 tháng năm năm 2024", "2024-05-05", .words),
    ("5 tháng mười hai 2024", "2024-12-05", .words),
    ("5-Jun-2024 14:30", "2024-06-05", .words),
    ("5-Jun-24", "2024-06-05", .wordsShortYear),
    ("5-thg6-24", "2024-06-05", .wordsShortYear),
    ("45448", "2024-06-05", .serial),
    ("45448.604", "2024-06-05", .serial),
    ("45448,5", "2024-06-05", .serial),
    ("20000", "1954-10-03", .serial),
  ])
  func `dates`(_ text: String, _ date: String, _ form: ParsedDate.Form) throws {
    let parsed = try VietnameseDate.parse(text).get()
    #expect(parsed.date.description == date)
    #expect(parsed.form == form)
  }

  @Test(arguments: [
    ("", DateFault.empty),
    ("\u{A0}", .empty),
    ("31/02/2024", .impossible("31/02/2024")),
    ("29/02/2023", .impossible("29/02/2023")),
    ("12/31/2024", .impossible("12/31/2024")),
    ("00/01/2024", .impossible("00/01/2024")),
    ("ngày 31 tháng 4 năm 2024", .impossible("ngày 31 tháng 4 năm 2024")),
    ("2024-13-01", .impossible("2024-13-01")),
    ("6/2024", .incomplete("6/2024")),
    ("tháng 6 năm 2024", .incomplete("tháng 6 năm 2024")),
    ("Quý IV/2021", .incomplete("Quý IV/2021")),
    ("năm 2021", .incomplete("năm 2021")),
    ("tháng 6/2024", .incomplete("tháng 6/2024")),
    ("Q4/2021", .incomplete("Q4/2021")),
    ("Jun-2024", .incomplete("Jun-2024")),
    // A template whose month was left open says no May.
    ("ngày 5 tháng năm 2024", .notADate("ngày 5 tháng năm 2024")),
    ("tháng 13/2024", .notADate("tháng 13/2024")),
    ("quý 5/2024", .notADate("quý 5/2024")),
    // What Excel and LibreOffice show for an empty cell with a date format.
    ("0", .spreadsheetZero("0")),
    ("00/01/1900", .spreadsheetZero("00/01/1900")),
    ("30/12/1899", .spreadsheetZero("30/12/1899")),
    ("2021", .incomplete("2021")),
    ("#VALUE!", .excelError("#VALUE!")),
    ("-", .notADate("-")),
    ("không", .notADate("không")),
    ("5/6", .notADate("5/6")),
    ("05/06-2024", .notADate("05/06-2024")),
    ("05/06/2024 và 07/06/2024", .notADate("05/06/2024 và 07/06/2024")),
    ("5/6/202", .notADate("5/6/202")),
    ("19999", .notADate("19999")),
    ("80001", .notADate("80001")),
    ("450000000000000000000", .notADate("450000000000000000000")),
    ("05062024", .notADate("05062024")),
  ])
  func `faults`(_ text: String, _ fault: DateFault) {
    #expect(VietnameseDate.parse(text) == .failure(fault))
  }

  @Test(arguments: [
    ("12/31/2024", "2024-12-31"), ("5/6/2024", "2024-05-06"), ("05-06-24", "2024-05-06"),
    // A year that stands first leaves no doubt.
    ("2024-06-05", "2024-06-05"), ("ngày 5 tháng 6 năm 2024", "2024-06-05"),
  ])
  func `month first where the caller has seen the column`(_ text: String, _ date: String) throws {
    #expect(try VietnameseDate.parse(text, order: .monthFirst).get().date.description == date)
  }

  @Test(
    arguments: [
      ("25/12/2024", .dayFirst), ("12/25/2024", .monthFirst), ("05/06/2024", .either),
      ("5/6/24 14:30", .either),
      // The same both ways, impossible both ways, or no such date.
      ("05/05/2024", nil), ("31/02/2024", nil), ("13/13/2024", nil), ("2024-06-05", nil),
      ("45448", nil), ("5-Jun-2024", nil), ("", nil),
    ] as [(String, VietnameseDate.OrderEvidence?)]
  )
  func `evidence of the order`(_ text: String, _ evidence: VietnameseDate.OrderEvidence?) {
    #expect(VietnameseDate.orderEvidence(in: text) == evidence)
  }
}
