/// A part of a year that a text states: `6 tháng đầu năm 2025`, `Quý III`, `sau sáp nhập`.
public enum PartOfYear: Hashable, Sendable {
  /// Months, 1 to 12; all twelve where a text says that it is about the whole year.
  case months(ClosedRange<Int>)
  /// Up to the day before units changed.
  case beforeChange
  /// From the day on which units changed.
  case afterChange

  /// Finds the part of a year that a text states.
  ///
  /// A year alone states none: reports of a part carry it too. Nil where the text states none, or
  /// several that differ.
  ///
  /// - Parameter text: A title, a cell, a file's name.
  public init?(statedIn text: String) {
    guard text.utf8.count <= 1024 else { return nil }
    let words = NameKey(text).folded.split(separator: " ")
    var found: Set<PartOfYear> = []
    var index = 0
    while index < words.count {
      if let (part, length) = Self.part(words[index...]) {
        found.insert(part)
        index += length
      } else {
        index += 1
      }
    }
    guard let part = found.first, found.count == 1 else { return nil }
    self = part
  }

  /// Reads a text that says a part of a year and nothing else: `Số liệu 6 tháng đầu năm 2025`.
  ///
  /// Nil where there are other words, as in a proposal for `quý I`.
  ///
  /// - Parameter text: A remark, or the label of a group of rows.
  public init?(onlyIn text: String) {
    guard text.utf8.count <= 128 else { return nil }
    let words = NameKey(text).folded.split(separator: " ")
    let rest = words.drop { ["so", "lieu", "bao", "cao", "ky", "cua", "trong"].contains($0) }
    guard let (part, length) = Self.part(rest),
      rest.dropFirst(length).allSatisfy({ $0 == "nam" || $0 == "cac" || Int($0) != nil })
    else { return nil }
    self = part
  }

  /// The part that words begin with, and how many of them say it.
  private static func part(_ words: ArraySlice<Substring>) -> (PartOfYear, Int)? {
    let next = Array(words.prefix(12))
    return months(next) ?? quarter(next) ?? change(next) ?? range(next)
  }

  /// `6 tháng đầu năm`, `sáu tháng cuối`, `6T cuối năm`, `nửa đầu năm`, `cả năm`.
  private static func months(_ words: [Substring]) -> (PartOfYear, Int)? {
    func at(_ index: Int) -> Substring { index < words.count ? words[index] : "" }
    if at(0) == "ca", at(1) == "nam" { return (.months(1...12), 2) }
    if at(0) == "nua", let part = side(at(1), of: 6) { return (part, 2) }
    var length = 1
    var count = number(at(0))
    if count == nil, at(0).hasSuffix("t") {
      count = number(at(0).dropLast())
    } else {
      guard at(1) == "thang" else { return nil }
      length = 2
    }
    guard let count, (1...12).contains(count) else { return nil }
    if count == 12 { return (.months(1...12), length) }
    return side(at(length), of: count).map { ($0, length + 1) }
  }

  private static func side(_ word: Substring, of months: Int) -> PartOfYear? {
    switch word {
    case "dau": .months(1...months)
    case "cuoi": .months((13 - months)...12)
    default: nil
    }
  }

  /// `quý III`, `quý 3`; letters and figures alone may be anything.
  private static func quarter(_ words: [Substring]) -> (PartOfYear, Int)? {
    guard words.count > 1, words[0] == "quy" else { return nil }
    let quarters: [Substring: Int] = [
      "i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4,
    ]
    return quarters[words[1]].map { (.months(($0 * 3 - 2)...($0 * 3)), 2) }
  }

  /// `trước sáp nhập`, `sau khi sắp xếp`.
  private static func change(_ words: [Substring]) -> (PartOfYear, Int)? {
    guard let first = words.first, first == "truoc" || first == "sau" else { return nil }
    var length = 1
    while length < words.count, ["khi", "thoi", "diem", "ngay"].contains(words[length]) {
      length += 1
    }
    guard length + 1 < words.count else { return nil }
    let pair = "\(words[length]) \(words[length + 1])"
    guard ["sap nhap", "sap xep", "hop nhat", "chia tach", "nhap xa"].contains(pair) else {
      return nil
    }
    return (first == "truoc" ? .beforeChange : .afterChange, length + 2)
  }

  /// `từ tháng 7 đến tháng 12`, `từ ngày 01/7/2025 đến 31/12/2025`, `đến hết ngày 30/6`.
  private static func range(_ words: [Substring]) -> (PartOfYear, Int)? {
    var rest = words[...]
    var first = 1
    if rest.first == "tu" {
      rest.removeFirst()
      guard let month = month(&rest, isEnd: false) else { return nil }
      first = month
    }
    var last: Int?
    if rest.first == "den" {
      let before = rest
      rest.removeFirst()
      last = month(&rest, isEnd: true)
      if last == nil { rest = before }
    }
    // "Đến 15/12" says when a list was closed, "từ tháng 7" alone is enough.
    guard rest.count < words.count, first > 1 || (last != nil && words[0] == "tu"),
      first <= last ?? 12
    else { return nil }
    return (.months(first...(last ?? 12)), words.count - rest.count)
  }

  /// `tháng 7`, or a date that is the first, or the last, day of a month.
  private static func month(_ words: inout ArraySlice<Substring>, isEnd: Bool) -> Int? {
    var rest = words.drop { ["het", "ngay", "cuoi"].contains($0) }
    if rest.first == "thang" {
      rest.removeFirst()
      guard let month = rest.first.flatMap(number), (1...12).contains(month) else { return nil }
      words = rest.dropFirst()
      return month
    }
    guard let day = rest.first.flatMap(number), isEnd ? (28...31).contains(day) : day == 1 else {
      return nil
    }
    rest.removeFirst()
    if rest.first == "thang" { rest.removeFirst() }
    guard let month = rest.first.flatMap(number), (1...12).contains(month) else { return nil }
    rest.removeFirst()
    if rest.first == "nam" { rest.removeFirst() }
    if let year = rest.first, year.utf8.count == 4, number(year) != nil { rest.removeFirst() }
    words = rest
    return month
  }

  private static func number(_ word: Substring) -> Int? {
    if word == "sau" { return 6 }
    if word == "chin" { return 9 }
    guard (1...4).contains(word.utf8.count), word.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return Int(word)
  }
}

// As tables between the stages have it, with none of the words around it.
extension PartOfYear: CustomStringConvertible {
  /// `1-6`, `before` or `after`.
  public var description: String {
    switch self {
    case .months(let months): "\(months.lowerBound)-\(months.upperBound)"
    case .beforeChange: "before"
    case .afterChange: "after"
    }
  }

  /// Reads a description; nil for any other text.
  public init?(_ description: String) {
    switch description {
    case "before": self = .beforeChange
    case "after": self = .afterChange
    default:
      // `10-12` is the longest; tables have headers in the same column.
      guard description.utf8.count <= 5 else { return nil }
      let parts = description.split(separator: "-").map { Int($0) }
      guard parts.count == 2, let first = parts[0], let last = parts[1], first <= last,
        (1...12).contains(first), (1...12).contains(last)
      else { return nil }
      self = .months(first...last)
    }
  }
}
