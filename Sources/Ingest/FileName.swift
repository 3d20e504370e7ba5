/// What a file's name says of its kind.
struct FileName {
  /// In small letters; empty where the name has none.
  let kind: String

  init(_ path: String) {
    let name = path.split(separator: "/").last ?? ""
    guard let point = name.lastIndex(of: "."), point != name.startIndex else {
      kind = ""
      return
    }
    let end = name[name.index(after: point)...].lowercased()
    // `báo cáo 15.12.2024` ends in a year, and `bieu 1. tong hop` in words.
    let isKind = end.utf8.count <= 8 && !end.contains { !$0.isLetter && !$0.isNumber }
    kind = isKind && end.contains(where: \.isLetter) ? end : ""
  }

  /// Whether it may be a table; its content decides where the name says nothing.
  var isTable: Bool { ["", "csv", "tsv", "txt"].contains(kind) }

  var isArchive: Bool { ["gz", "zip"].contains(kind) }
}
