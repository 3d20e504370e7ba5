import VietnameseText

/// Headers under which forms list persons one by one: names, identity numbers, birth dates,
/// telephone numbers, addresses, bank accounts, pictures.
///
/// `Số người` is a count, and `địa chỉ can thiệp` no home.
package enum PersonalHeader {
  /// Whether a column with this header would carry data of persons.
  ///
  /// A header counts that is one of the spellings, or that has some of the telling words in it, as
  /// in `Số CCCD/CMND (nếu có)`; long texts are no headers.
  package static func matches(_ header: String) -> Bool {
    guard header.utf8.count <= longest else { return false }
    let key = NameKey(header)
    if keys.contains(key) { return true }
    let accented = NameKey.accented(header)
    let isPlain = accented == key
    let text = Array(" \(isPlain ? key.folded : accented.folded) ".utf8)
    func has(_ words: Words) -> Bool {
      (isPlain ? words.plain : words.accented).contains { Self.contains(text, $0) }
    }
    func begins(_ words: Words) -> Bool {
      (isPlain ? words.plain : words.accented).contains { text.starts(with: $0) }
    }
    if begins(telling) { return true }
    // What counts persons or says what not to write names none.
    guard !begins(counts), !has(denials) else { return false }
    return has(telling) || (has(reaching) && !has(ofPlaces))
  }

  /// Every cell of a file may be asked, and `String.contains` builds a table for each word.
  private static func contains(_ text: [UInt8], _ word: [UInt8]) -> Bool {
    guard text.count >= word.count else { return false }
    return (0...(text.count - word.count)).contains { text[$0...].starts(with: word) }
  }

  /// Words with their accents and without, between blanks.
  private struct Words {
    let accented: [[UInt8]]
    let plain: [[UInt8]]

    init(_ words: [String]) {
      accented = words.map { Array(" \(NameKey.accented($0).folded) ".utf8) }
      plain = words.map { Array(" \(NameKey($0).folded) ".utf8) }
    }
  }

  private static let longest = 256

  /// Names, identity numbers and birth: never of anything but a person.
  private static let telling = Words([
    "họ tên", "họ và tên", "họ đệm", "bí danh", "tên đối tượng", "tên người", "tên chủ hộ",
    "tên chủ cơ sở", "tên học viên", "tên nạn nhân", "cccd", "cmnd", "cmtnd", "cmt", "căn cước",
    "chứng minh nhân dân", "chứng minh thư", "số định danh", "định danh cá nhân", "hộ chiếu",
    "ngày sinh", "năm sinh", "ngày tháng năm sinh", "tháng năm sinh", "full name", "date of birth",
    "passport", "national id",
  ])

  /// Ways to reach or pay somebody, which public places have too.
  private static let reaching = Words([
    "địa chỉ", "điện thoại", "sđt", "số đt", "tài khoản", "số tk", "stk", "thường trú", "tạm trú",
    "nơi cư trú", "quê quán", "hktt", "email", "zalo", "phone", "bank account", "home address",
  ])

  private static let ofPlaces = Words([
    "dây nóng", "can thiệp", "tư vấn", "cơ sở", "cơ quan", "đơn vị", "mạng xã hội", "website",
    "hỗ trợ", "hotline",
  ])

  private static let counts = Words([
    "số người", "số lượt", "số lượng", "số hộ", "số vụ", "số cơ sở", "số cuộc",
    "số nam", "số năm", "tổng số", "tỷ lệ", "tỉ lệ", "number of",
  ])

  private static let denials = Words(["không ghi", "không nêu", "không kèm"])

  private static let keys = Set(spellings.map { NameKey($0) })

  private static let spellings = [
    // Names
    "họ và tên", "họ tên", "họ, tên", "họ đệm", "họ và tên đệm", "tên đệm", "tên người",
    "họ và tên người bán dâm", "họ tên đối tượng", "họ và tên đối tượng", "tên đối tượng",
    "họ và tên người vi phạm", "họ tên người vi phạm", "tên người vi phạm", "họ tên chủ hộ",
    "họ và tên chủ hộ", "tên chủ hộ", "tên chủ cơ sở", "họ tên chủ cơ sở", "họ và tên chủ cơ sở",
    "chủ cơ sở", "họ và tên người lao động", "họ tên người lao động", "họ và tên học viên",
    "họ tên học viên", "họ và tên cán bộ", "họ tên cán bộ", "họ và tên nạn nhân",
    "họ tên nạn nhân", "họ và tên người báo cáo", "họ tên người báo cáo", "người báo cáo",
    "người liên hệ", "họ và tên người liên hệ", "bí danh", "tên thường gọi", "tên gọi khác",
    "họ tên cha", "họ tên mẹ", "họ và tên cha", "họ và tên mẹ", "người giám hộ",
    "full name", "name of person", "person name", "first name", "last name", "surname",
    "family name", "given name",
    // Identity numbers
    "cccd", "cmnd", "cmt", "cmtnd", "số cccd", "số cmnd", "số cmt", "cmnd/cccd", "cccd/cmnd",
    "số cmnd/cccd", "số cccd/cmnd", "căn cước", "số căn cước", "căn cước công dân",
    "số căn cước công dân", "chứng minh nhân dân", "số chứng minh nhân dân", "giấy cmnd",
    "số định danh", "số định danh cá nhân", "mã định danh cá nhân", "hộ chiếu", "số hộ chiếu",
    "mã số bhxh", "số sổ bhxh", "số thẻ bhyt", "mã số thuế cá nhân", "identity number",
    "identity card", "id number", "national id", "passport", "passport number",
    // Birth
    "ngày sinh", "ngày tháng năm sinh", "ngày, tháng, năm sinh", "năm sinh", "sinh ngày",
    "sinh năm", "ngày tháng năm sinh nam", "ngày tháng năm sinh nữ", "date of birth",
    "birth date", "birthday", "dob", "year of birth",
    // Ways to reach somebody
    "số điện thoại", "điện thoại", "sđt", "số đt", "đt", "điện thoại liên hệ",
    "số điện thoại liên hệ", "di động", "số di động", "email", "e-mail", "thư điện tử", "zalo",
    "facebook", "telephone", "phone", "phone number", "telephone number", "mobile",
    "địa chỉ", "địa chỉ thường trú", "nơi thường trú", "hộ khẩu thường trú", "hktt", "hộ khẩu",
    "thường trú", "tạm trú", "địa chỉ tạm trú", "nơi tạm trú", "nơi ở", "nơi ở hiện nay",
    "chỗ ở hiện nay", "chỗ ở", "quê quán", "nơi cư trú", "địa chỉ cư trú", "số nhà", "nguyên quán",
    "address", "home address", "place of residence",
    // Money of persons
    "số tài khoản", "stk", "tài khoản", "tài khoản ngân hàng", "số tài khoản ngân hàng", "số tk",
    "bank account",
    "account number",
    // Pictures
    "ảnh", "ảnh thẻ", "ảnh 3x4", "ảnh 4x6", "ảnh chân dung", "ảnh cá nhân", "ảnh đối tượng",
    "hình ảnh", "hình thẻ", "hình chân dung", "photo", "photograph", "picture", "portrait",
  ]
}
