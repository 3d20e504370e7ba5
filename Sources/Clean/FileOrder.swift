import Diagnostics
import Tables

/// Which of two files is the later one: by receipt, then by the version in its name, then by the
/// file's own time, then by path.
struct FileOrder {
  private let files: [Int: SourceFileRow]
  private var places: [Int: Int] = [:]

  init(_ files: [SourceFileRow]) {
    self.files = Dictionary(files.map { ($0.file, $0) }) { first, _ in first }
    // What a name states is read once a file, not once a comparison.
    let versions = files.map { FileVersion(path: $0.path) }
    let sorted = files.indices.sorted {
      Self.isEarlier(files[$0], versions[$0], files[$1], versions[$1])
    }
    for (place, index) in sorted.enumerated() { places[files[index].file] = place }
  }

  /// Place of a file from the earliest on.
  func place(_ file: Int) -> Int { places[file] ?? 0 }

  /// Why the later of two files is the later one.
  func rule(_ later: Int, over earlier: Int) -> String {
    guard later != earlier, let a = files[later], let b = files[earlier] else { return "later-row" }
    if a.received != b.received { return "later-received" }
    if FileVersion(path: a.path) != FileVersion(path: b.path) { return "later-version" }
    return a.timeRank == b.timeRank ? "later-path" : "later-time"
  }

  /// What a rule says, for a sentence.
  static func reason(_ rule: String) -> LocalisedText {
    switch rule {
    case "later-received": LocalisedText(vi: "nhận sau", en: "it was received later")
    case "later-version":
      LocalisedText(
        vi: "nhận cùng ngày, tên tệp ghi lần sau",
        en: "received on the same day, its name states the later version"
      )
    case "later-time":
      LocalisedText(
        vi: "nhận cùng ngày, tệp được lưu sau",
        en: "received on the same day, the file was saved later"
      )
    case "later-unit":
      LocalisedText(
        vi: "đơn vị mới liệt kê lại sau khi sáp nhập",
        en: "the unit that it became part of lists it later"
      )
    case "later-row": LocalisedText(vi: "đứng sau trong tệp", en: "it stands later in the file")
    default:
      LocalisedText(
        vi: "nhận cùng ngày, không rõ lần nào sau nên lấy theo thứ tự tên tệp",
        en: "received on the same day; nothing tells which is later, so that the order of names "
          + "decides"
      )
    }
  }

  private static func isEarlier(
    _ a: SourceFileRow,
    _ first: FileVersion,
    _ b: SourceFileRow,
    _ second: FileVersion
  ) -> Bool {
    if a.received != b.received {
      guard let own = a.received else { return true }
      guard let other = b.received else { return false }
      return own < other
    }
    if first != second { return first < second }
    let (one, other) = (a.timeRank ?? 0, b.timeRank ?? 0)
    if one != other { return one < other }
    return a.path.utf8.lexicographicallyPrecedes(b.path.utf8)
  }
}
