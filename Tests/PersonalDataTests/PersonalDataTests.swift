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
  ])
  func cell(_ text: String, kind: PersonalNumber?) {
    #expect(PersonalNumber(cell: text) == kind)
  }

  @Test(arguments: [
    ("gọi 0912 345 678 hoặc 0277 3822 111.", "gọi *** hoặc ***.", 2),
    ("CCCD 012345678901, CMND:123456789", "CCCD ***, CMND:***", 2),
    ("chi 125.000.000 đồng ngày 05/12/2021", "chi 125.000.000 đồng ngày 05/12/2021", 0),
    ("không có", "không có", 0),
  ])
  func text(_ text: String, masked: String, count: Int) {
    let result = PersonalNumber.masked(text)
    #expect(result.text == masked)
    #expect(result.count == count)
  }
}
