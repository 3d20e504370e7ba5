import PersonalData
import Testing

@Suite struct PersonalNameTests {
  @Test(arguments: [
    ("Nguyễn Văn A", PersonalName.Likeness.certain), ("NGUYỄN THỊ BÍCH NGỌC", .certain),
    ("Nguyen Van An", .certain), ("NGUYEN VAN AN", .certain), ("nguyễn văn ánh", .certain),
    ("Trần Minh Tuấn", .certain), ("1. Ông Lê Văn Tám (1990)", .certain), ("Bà Cao Lan", .certain),
    ("NGUYỄN TH‘ QUẮM", .certain), ("Hồ Thị Ánh, 1985", .certain), ("Thạch Sơn", .possible),
    ("Le Minh Tam", .possible),
    ("LÊ MINH TÂM", .possible), ("Kim Ngân", .possible),
    // Names of units and agencies, categories, and what plans say
    ("Xã Tân Hòa", .none), ("Thị trấn Mỹ Thọ", .none), ("Phương Thịnh", .none),
    ("Bình Hàng Trung", .none), ("Công an huyện", .none), ("Bán dâm", .none),
    ("Lý do khác", .none), ("Lý Do Khác", .none), ("HỒ SƠ VỤ VIỆC", .none),
    ("Văn bản chỉ đạo", .none), ("Karaoke Hoàng Gia", .none), ("Nguyễn", .none), ("", .none),
    ("Phạm vi hoạt động", .none), ("PHẠM VI HOẠT ĐỘNG", .none), ("Không có", .none),
    ("mua dâm", .none), ("văn hóa phẩm", .none), ("MAI DAM", .none),
  ])
  func likeness(_ text: String, expected: PersonalName.Likeness) {
    #expect(PersonalName.likeness(text) == expected)
  }

  struct Note: Sendable, CustomTestStringConvertible {
    var testDescription: String { text }
    var text: String
    var masked: String

    init(_ text: String, _ masked: String) {
      self.text = text
      self.masked = masked
    }
  }

  static let notes = [
    Note("Hỗ trợ ông Ba Tèo vay vốn", "Hỗ trợ ông *** vay vốn"),
    Note("hộ bà NGUYỄN THỊ B đã thoát nghèo", "hộ bà *** đã thoát nghèo"),
    Note("đối tượng Tuấn, tên là Hùng.", "đối tượng Tuấn, tên là ***."),
    Note("đối tượng Lê Hùng bỏ trốn", "đối tượng *** bỏ trốn"),
    Note("Họ tên: Phạm Thị Dung; SĐT 0912.345.678", "Họ tên: ***; SĐT ***"),
    Note("gặp Nguyễn Văn Nam tại xã", "gặp *** tại xã"),
    Note("gap Nguyen Van Nam tai xa", "gap *** tai xa"),
    Note("em N.T.H. được tư vấn", "em ***. được tư vấn"),
    Note("liên hệ an.nguyen@example.vn ngay", "liên hệ *** ngay"),
    // Not of persons
    Note("chị em phụ nữ và trẻ em Việt Nam", "chị em phụ nữ và trẻ em Việt Nam"),
    Note("tuyến đường Võ Văn Kiệt", "tuyến đường Võ Văn Kiệt"),
    Note("Trường THPT Nguyễn Thị Minh Khai", "Trường THPT Nguyễn Thị Minh Khai"),
    Note(
      "Kinh phí còn thấp. Đề nghị UBND huyện hỗ trợ",
      "Kinh phí còn thấp. Đề nghị UBND huyện hỗ trợ"
    ),
    Note("Ủy ban Mặt trận Tổ quốc xã Tân Hòa", "Ủy ban Mặt trận Tổ quốc xã Tân Hòa"),
  ]

  @Test(arguments: notes)
  func masks(_ note: Note) {
    #expect(PersonalText(masking: note.text).text == note.masked)
  }

  @Test(arguments: [
    ("ấp 3, xã Gáo Giồng", true), ("số 12 đường Nguyễn Huệ", true), ("tổ 4, khóm 2", true),
    ("12/3 đường Lý Tự Trọng, phường 1", false), ("Ap 3, xa Gao Giong", true),
    ("Số nhà 5, ấp Bình Hòa", true), ("Xã Tân Hòa", false), ("Tổ chức lễ phát động", false),
    ("Đường dây nóng", false), ("Hội nghị xã", false), ("số 166/KH-UBND", false),
  ])
  func address(_ text: String, expected: Bool) {
    #expect(PersonalAddress.matches(text) == expected)
  }
}
