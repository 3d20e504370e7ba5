private import Synchronization

/// Texts that files can be expected to hold, by which an encoding is recognised.
///
/// Names of units, headers and words of a plan are such texts. They are folded when the first file
/// needs them, which files in proper Unicode never do.
public final class EncodingEvidence: Sendable {
  /// No texts: only the shape of syllables counts.
  public static let none = EncodingEvidence { [] }

  private let texts: @Sendable () -> [String]
  private let folded = Mutex<Folded?>(nil)

  struct Folded {
    /// Whole texts with a letter beyond ASCII, as accented keys.
    var phrases: Set<String> = []
    /// Their words with a letter beyond ASCII.
    var words: Set<String> = []

    fileprivate mutating func add(wordsOf key: String) {
      for word in key.split(separator: " ") where word.hasMarks { words.insert(String(word)) }
    }
  }

  /// Syllables that stand in Vietnamese of any kind, and in reports of offices most of all.
  private static let commonWords = """
    biểu bàn báo chính chú chưa chủ cuối các cáo còn có công cũng cơ cộng của dân dưới dấu dục
    giáo hiện hoạch hoặc huyện hóa hộ hội khá khách khó khóm không khăn kiến kém ký kế kết kỳ liệu
    loại là lập lệ mã một nghỉ nghị ngoài ngày người nhiều nhà như nhưng những này năm nội phí
    phòng phường phải phố quý quả quận rất sạn sẽ số sở thành tháng thì thương thể thị thủ thực
    triệu trên trước trường trưởng trạm trấn tài tên tại tế tỉnh tốt tổ tổng từ tỷ và văn về vị
    với xã yếu đang đoàn đã đình đóng đơn đường được đạt đầu đến để địa đồng động ấp ủy
    """

  /// Takes the texts from a closure that is called at most once.
  ///
  /// - Parameter texts: Gives the texts in proper Vietnamese.
  public init(_ texts: @escaping @Sendable () -> [String]) {
    self.texts = texts
  }

  func load() -> Folded {
    folded.withLock { folded in
      if let folded { return folded }
      var result = Folded()
      for text in texts() {
        let key = NameKey.accented(text).folded
        guard key.hasMarks else { continue }
        result.phrases.insert(key)
        result.add(wordsOf: key)
      }
      result.add(wordsOf: NameKey.accented(Self.commonWords).folded)
      folded = result
      return result
    }
  }
}

extension StringProtocol {
  /// Whether there is a letter beyond ASCII.
  var hasMarks: Bool { utf8.contains { $0 >= 0x80 } }
}
