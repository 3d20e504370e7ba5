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
}
