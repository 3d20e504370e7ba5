import DelimitedText
import Diagnostics
import Foundation
import Plan
import VietnameseText

/// Encodings that the keeper of the data folder has set by hand, as `encodings.csv` has them.
struct Encodings {
  /// By path of a file, path of a folder, or name of a sender's folder.
  private var declared: [String: TextEncoding] = [:]
  private(set) var findings: [Finding] = []

  static let file = "encodings.csv"

  /// Headers of the column of encodings.
  static let names = ["encoding", "bảng mã", "mã hóa", "kiểu mã"]

  /// Reads the declarations; those of years after `year` are passed over, as the files are.
  init(of folder: String, files: [FoundFile], until year: Int, evidence: EncodingEvidence) {
    let path = "\(folder)/\(Self.file)"
    guard FileManager.default.fileExists(atPath: path) else { return }
    guard let data = FileManager.default.contents(atPath: path),
      let text = try? decode([UInt8](data), evidence: evidence)
    else {
      findings.append(.unreadableFile(Self.file, sender: "", year: nil))
      return
    }
    let places = WrittenPaths(Self.places(of: files))
    let (dialect, headSkip) = detectDialect(in: text.bytes)
    let batch = parse(text.bytes, dialect: dialect, headSkip: headSkip).batch
    let header = batch.header(ReceiptTable.paths, Self.names)
    let (first, second) = (header?.first ?? 0, header?.second ?? 1)
    for record in ((header?.record ?? -1) + 1)..<max(0, batch.recordCount) {
      let name = batch.text(record, first).trimmedBlanks
      let encoding = batch.text(record, second).trimmedBlanks
      if name.isEmpty, encoding.isEmpty { continue }
      let line = batch.line(of: record)
      guard let known = TextEncoding(name: encoding) else {
        let location = Location(file: Self.file, line: line, column: second + 1)
        findings.append(.unknownEncoding(at: location, found: encoding))
        continue
      }
      let location = Location(file: Self.file, line: line, column: first + 1)
      guard let place = places.place(name) else {
        if !Self.isLater(name, than: year) {
          findings.append(.encodingWithoutFile(at: location, found: name))
        }
        continue
      }
      if let other = declared[place], other != known {
        findings.append(.repeatedEncoding(at: location, found: name))
        continue
      }
      declared[place] = known
    }
  }

  private static func isLater(_ name: String, than year: Int) -> Bool {
    let parts = WrittenPaths.parts(name)
    guard let first = parts.first, let filed = Int(first), filed > year else { return false }
    return first.utf8.count == 4 || parts.count > 1
  }

  /// What is declared for a file; the most specific place counts.
  ///
  /// A file's own line holds whatever the file shows. What is said of a folder or a sender holds
  /// where the content leaves it open, since somebody may send one file in Unicode among others.
  func declaration(for file: FoundFile) -> EncodingDeclaration? {
    let path = file.sent.path
    if let encoding = declared[path] { return EncodingDeclaration(encoding, isBinding: true) }
    let folders = Self.folders(of: path).reversed()
    let encoding =
      folders.lazy.compactMap { declared[$0] }.first
      ?? (file.sent.sender.isEmpty ? nil : declared[file.sent.sender])
    return encoding.map { EncodingDeclaration($0, isBinding: false) }
  }

  /// Everything that a line can speak of.
  private static func places(of files: [FoundFile]) -> Set<String> {
    var places: Set<String> = []
    for file in files {
      places.insert(file.sent.path)
      places.formUnion(folders(of: file.sent.path))
      if !file.sent.sender.isEmpty { places.insert(file.sent.sender) }
    }
    return places
  }

  /// The folders that a path goes through, from the outermost.
  private static func folders(of path: String) -> [String] {
    path.indices.filter { path[$0] == "/" }.map { String(path[..<$0]) }
  }
}

extension Finding {
  fileprivate static func unknownEncoding(at location: Location, found: String) -> Finding {
    let names = TextEncoding.names.joined(separator: ", ")
    return Finding(
      "unknown-encoding",
      .warning,
      at: location,
      found: found,
      expected: LocalisedText(
        vi: "tên một bảng mã (\(names)); dòng này không được dùng",
        en: "the name of an encoding (\(names)); the line is not used"
      )
    )
  }

  fileprivate static func encodingWithoutFile(at location: Location, found: String) -> Finding {
    Finding(
      "encoding-without-file",
      .warning,
      at: location,
      found: found,
      expected: LocalisedText(
        vi: "đường dẫn một tệp hay thư mục có trong thư mục số liệu, hoặc mã một nơi gửi",
        en: "the path of a file or folder of the data folder, or a sender's folder name"
      )
    )
  }

  fileprivate static func repeatedEncoding(at location: Location, found: String) -> Finding {
    Finding(
      "repeated-encoding",
      .warning,
      at: location,
      found: found,
      expected: LocalisedText(
        vi: "chỉ một bảng mã cho mỗi đường dẫn; lấy dòng đầu",
        en: "one encoding for each path; the first line is used"
      )
    )
  }
}
