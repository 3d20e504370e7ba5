import DelimitedText
import VietnameseText

/// What stands above the rows of a table, and is printed again on each page.
struct TableHead {
  private let headers: Set<[String]>
  private var titles: Set<String> = []
  /// First signs of the rows of headers, folded.
  private let initials: Set<UInt8>
  let columns: Int
  /// Cells that were folded before.
  private let known: KnownTexts<String>

  init(
    _ batch: RecordBatch,
    _ match: HeaderMatch,
    from first: Int,
    _ known: KnownTexts<String> = KnownTexts()
  ) {
    self.known = known
    var headers: Set<[String]> = []
    for record in match.records {
      let keys = Self.keys(Self.cells(batch, record), known)
      if !keys.isEmpty { headers.insert(keys) }
    }
    self.headers = headers
    initials = Self.initials(headers)
    columns = match.texts.count { !$0.isEmpty }
    for record in first..<match.records.lowerBound {
      let keys = Self.keys(Self.cells(batch, record), known)
      if !keys.isEmpty { titles.insert(keys.joined(separator: " ")) }
    }
  }

  /// The head of a table with one row of headers.
  init(_ batch: RecordBatch, header record: Int) {
    known = KnownTexts()
    let keys = Self.keys(Self.cells(batch, record), known)
    headers = [keys]
    initials = Self.initials(headers)
    columns = keys.count
  }

  private static func initials(_ headers: Set<[String]>) -> Set<UInt8> {
    Set(headers.compactMap { $0.first?.utf8.first })
  }

  /// Whether a row of headers may begin with a text.
  func mayBegin(with text: String) -> Bool {
    // Most texts begin with a letter or figure of ASCII, which is folded by itself.
    switch text.utf8.first {
    case let first? where (0x30...0x39).contains(first):
      if !initials.contains(first) { return false }
    case let first? where first < 0x80 && (0x61...0x7A).contains(first | 0x20):
      if !initials.contains(first | 0x20) { return false }
    default: break
    }
    let key = NameKey(text.headOfCell).folded
    return key.isEmpty || headers.contains { $0.first == key }
  }

  var hasDigits: Bool {
    headers.contains { $0.first?.utf8.contains { (0x30...0x39).contains($0) } ?? false }
  }

  func isHeader(_ filled: [String]) -> Bool {
    // Most rows begin otherwise than any header.
    let first = filled.lazy.map { key($0) }.first { !$0.isEmpty }
    if let first, !headers.contains(where: { $0.first == first }) { return false }
    return headers.contains(Self.keys(filled, known))
  }

  private func key(_ text: String) -> String {
    known.value(of: text) { NameKey($0.headOfCell).folded }
  }

  /// A title that is repeated, also with "(tiếp theo)", or a page's number.
  func isTitle(_ filled: [String]) -> Bool {
    guard filled.count <= 3 else { return false }
    var words = Self.keys(filled, known).joined(separator: " ")
    if titles.contains(words) { return true }
    for tail in [" tiep theo", " tiep"] where words.hasSuffix(tail) {
      words.removeLast(tail.count)
      return titles.contains(words)
    }
    let page = words.split(separator: " ")
    return filled.count == 1 && page.count > 1 && page.first == "trang"
      && page.dropFirst().allSatisfy { $0.allSatisfy(\.isNumber) }
  }

  private static func cells(_ batch: RecordBatch, _ record: Int) -> [String] {
    (0..<batch.fieldCount(of: record)).map { batch.text(record, $0) }
  }

  private static func keys(_ cells: [String], _ known: KnownTexts<String>) -> [String] {
    cells.map { known.value(of: $0) { NameKey($0.headOfCell).folded } }.filter { !$0.isEmpty }
  }
}
