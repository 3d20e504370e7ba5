import PersonalData
import Testing

@Suite struct PersonalDataTests {
  @Test(arguments: [
    ("Họ và tên", true), ("HO TEN", true), ("Số CMND/CCCD", true), ("Ngày sinh", true),
    ("ĐỊA CHỈ", true), ("Số điện thoại:", true), ("Số người", false), ("Số hộ", false),
    ("Họ", false), ("Tên xã", false), ("Ngày tháng", false),
    ("Số điện thoại đường dây nóng", false),
    ("Địa chỉ can thiệp", false), ("", false),
    ("Họ, tên đối tượng vi phạm", true), ("Số CCCD/CMND (nếu có)", true),
    ("HO VA TEN NGUOI BI XU PHAT", true), ("Ngày, tháng, năm sinh (ghi đủ)", true),
    ("Địa chỉ nơi ở hiện nay", true), ("SĐT người nhà", true), ("Số tài khoản nhận tiền", true),
    ("Họ tên (không bắt buộc)", true),
    ("Số người có CCCD", false), ("Số nam sinh được tuyên truyền", false),
    ("Tổng số hộ chiếu", false), ("Ghi chú (không ghi họ tên, số điện thoại)", false),
    ("Số năm sinh hoạt câu lạc bộ", false), ("Số tài khoản mạng xã hội bị khóa", false),
  ])
  func header(_ text: String, isPersonal: Bool) {
    #expect(PersonalHeader.matches(text) == isPersonal)
  }

  @Test(arguments: [
    ("012345678901", PersonalNumber.citizenCard), (" 123456789 ", .identityCard),
    ("0912 345 678", .telephone), ("+84 912.345.678", .telephone), ("0277-3822-111", .telephone),
    ("125.000.000", nil), ("1234567890", nil), ("112345678901", nil), ("05-12-2021", nil),
    ("0123", nil), ("0912345678 x", nil), ("", nil), ("0012345678", nil),
    ("(0277) 3822 111", .telephone), ("(+84) 912 345 678", .telephone),
    ("0084912345678", .telephone),
    ("84912345678", .telephone), ("'0912345678", .telephone), ("０９１２３４５６７８", .telephone),
    ("0 912 345 678", .telephone), ("012.345.678.901", .citizenCard),
    ("9704361234567890", .account),
    ("05.12.2021", nil), ("05 12 2021 10", nil), ("02 2020 12 05", nil),
    ("0 1 2 0 4 0 1 0 2 3", nil),
  ])
  func cell(_ text: String, kind: PersonalNumber?) {
    #expect(PersonalNumber(cell: text) == kind)
  }

  @Test(arguments: [
    ("gọi 0912 345 678 hoặc 0277 3822 111.", "gọi *** hoặc ***.", 2),
    ("CCCD 012345678901, CMND:123456789", "CCCD ***, CMND:***", 2),
    ("chi 125.000.000 đồng ngày 05/12/2021", "chi 125.000.000 đồng ngày 05/12/2021", 0),
    ("không có", "không có", 0),
    ("chi 120000000 đồng", "chi 120000000 đồng", 0),
    ("kinh phí 120000000", "kinh phí 120000000", 0),
    ("phạt 120.000.000 đồng", "phạt 120.000.000 đồng", 0), ("số 123456789", "số ***", 1),
    ("từ 05-12-2021 - 10-12-2021", "từ 05-12-2021 - 10-12-2021", 0),
    ("ngày 05.12.2021 10 giờ", "ngày 05.12.2021 10 giờ", 0),
    ("2021-12-05 08.30", "2021-12-05 08.30", 0), ("05.0000012.2021", "05.0000012.2021", 0),
    ("0912345678 2 lần", "*** 2 lần", 1), ("SĐT: (0277) 3.822.111", "SĐT: ***", 1),
    ("CMND 331 234 567", "CMND ***", 1), ("STK 1903 4567 8901", "STK ***", 1),
    ("hộ chiếu 7654321", "hộ chiếu ***", 1), ("gọi ０９１２ ３４５ ６７８ nhé", "gọi *** nhé", 1),
    ("+84 (0)912 345 678", "***", 1), ("0912345678/0987654321", "***/***", 2),
  ])
  func text(_ text: String, masked: String, count: Int) {
    let result = PersonalNumber.masked(text)
    #expect(result.text == masked)
    #expect(result.count == count)
  }
}
