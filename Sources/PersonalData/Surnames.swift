import VietnameseText

/// Surnames of the Vietnamese, and of the Khmer, Hoa and Chăm of the South.
///
/// The common ones begin with the fourteen that nine of ten persons have, with their southern
/// spellings (Lê Trung Hoa, study of Vietnamese surnames and given names, NXB Khoa học Xã hội, 2005);
/// those and the others are among the hundred most frequent ones of 241,012 names counted in Ho Chi
/// Minh City (https://hoten.org/100-ho-pho-bien-nhat/), or frequent among the Khmer of the South.
enum Surnames {
  static func contains(_ word: String, isPlain: Bool) -> Bool {
    isPlain ? plain.contains(word) : accented.contains(word)
  }

  /// Whether a name can be told by a first word with this accented key; all others are in vain.
  static func mayBegin(_ key: NameKey) -> Bool { first.contains(key) }

  /// All of them, with accents and without.
  private static let first = Set(
    (commonSpellings + otherSpellings).flatMap { [NameKey.accented($0), NameKey($0)] }
  )

  /// Without accents.
  static let common = Set(commonSpellings.map { NameKey($0).folded })

  private static let accented = Set(
    (commonSpellings + otherSpellings).map { NameKey.accented($0).folded }
  )
  private static let plain = Set((commonSpellings + otherSpellings).map { NameKey($0).folded })

  private static let commonSpellings = [
    "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ",
    "Hồ", "Ngô", "Dương", "Lý", "Trương", "Đinh", "Đoàn", "Trịnh", "Lâm", "Mai", "Đào", "Lương",
  ]

  private static let otherSpellings = [
    "Âu", "Bạch", "Cao", "Châu", "Chu", "Cù", "Danh", "Diệp", "Doãn", "Đàm", "Đàng", "Đồng",
    "Giang", "Hà", "Hàn", "Hứa", "Khổng", "Khương", "Kiều", "Kim", "La", "Lại", "Lữ", "Lưu", "Mạc",
    "Mạch", "Nghiêm", "Nông", "Ông", "Phí", "Phù", "Phùng", "Quách", "Sơn", "Tạ", "Tăng", "Thạch",
    "Thái", "Thân", "Thiều", "Thượng", "Tiêu", "Tô", "Tôn", "Tống", "Trà", "Triệu", "Từ", "Ung",
    "Văn", "Viên", "Vương",
  ]
}
