import DelimitedText
import Diagnostics
import Foundation
import PersonalData
import Plan
import VietnameseText

/// Days on which files were received, as `receipts.csv` of the data folder has them.
struct Receipts {
  /// By path of a file of the data folder.
  private(set) var dates: [String: CalendarDate] = [:]
  private(set) var findings: [Finding] = []

  private static let file = "receipts.csv"

  private let years: PlanYears
  private let lastYear: Int
  private let paths: WrittenPaths
  private var lines: [String: Int] = [:]

  /// Reads the receipts; those of files of years after `year` are passed over, as the files are.
  ///
  /// - Parameters:
  ///   - folder: The data folder.
  ///   - files: Paths of its files.
  ///   - expected: Those of them that belong to a sender and a year, and should have a receipt.
  ///   - years: The plan's years.
  ///   - year: The year evaluated.
  ///   - evidence: What tells of an older encoding of the receipts themselves.
  ///   - chunkSize: Bytes that the parser takes at a time.
  init(
    of folder: String,
    files: Set<String>,
    expected: [String],
    years: PlanYears,
    until year: Int,
    evidence: EncodingEvidence = .none,
    chunkSize: Int = defaultChunkSize
  ) {
    self.years = years
    lastYear = year
    paths = WrittenPaths(files)
    let path = "\(folder)/\(Self.file)"
    guard FileManager.default.fileExists(atPath: path) else { return }
    guard let data = FileManager.default.contents(atPath: path),
      let text = try? decode([UInt8](data), evidence: evidence),
      let table = ReceiptTable(text.bytes, chunkSize: chunkSize)
    else {
      findings.append(.unreadableReceipts(Self.file))
      return
    }
    if table.header == nil { findings.append(.receiptsWithoutHeader(Self.file)) }
    for record in ((table.header ?? -1) + 1)..<max(0, table.batch.recordCount)
    where !RowLayout.isBlank(table.batch, record) {
      read(
        table.batch.text(record, table.path),
        table.batch.text(record, table.day),
        line: table.batch.line(of: record),
        column: table.day + 1
      )
    }
    let without = expected.filter { dates[$0] == nil }
    if !without.isEmpty { findings.append(.filesWithoutReceipt(Self.file, without)) }
  }

  private mutating func read(_ name: String, _ day: String, line: Int, column: Int) {
    let location = Location(file: Self.file, line: line, column: column)
    guard case .success(let parsed) = VietnameseDate.parse(day) else {
      findings.append(.malformedReceipt(at: location, found: day.headOfCell))
      return
    }
    let date = parsed.date
    guard (years.base - 2...years.last + 2).contains(date.year) else {
      findings.append(.receiptOutOfRange(at: location, found: day.headOfCell, years: years))
      return
    }
    guard let file = paths.place(name) else {
      let parts = WrittenPaths.parts(name)
      let filed = parts.compactMap { Int($0) }.first { years.all.contains($0) }
      if let filed, filed > lastYear { return }
      findings.append(.receiptWithoutFile(at: location, found: name.headOfCell))
      return
    }
    if let earlier = dates[file], earlier != date {
      findings.append(
        .duplicateReceipt(at: location, found: day.headOfCell, earlier, line: lines[file] ?? 0)
      )
    }
    // What lies in the folder is what came last.
    guard dates[file].map({ $0 < date }) ?? true else { return }
    dates[file] = date
    lines[file] = line
  }
}

extension Finding {
  static func unreadableReceipts(_ file: String) -> Finding {
    Finding(
      "unreadable-receipts",
      .error,
      at: Location(file: file),
      message: LocalisedText(
        vi: "không đọc được sổ tiếp nhận, cần hai cột 'path' và 'received'; ngày nhận của mọi tệp "
          + "được lấy theo thời gian của tệp",
        en: "found receipts that cannot be read, expected the columns 'path' and 'received'; the "
          + "files' own dates are taken for all of them"
      )
    )
  }

  static func receiptsWithoutHeader(_ file: String) -> Finding {
    Finding(
      "receipts-without-header",
      .note,
      at: Location(file: file, line: 1),
      message: LocalisedText(
        vi: "sổ tiếp nhận không có hàng tiêu đề, cần 'path' và 'received'; các cột được nhận ra "
          + "theo nội dung",
        en: "found receipts without a header, expected 'path' and 'received'; the columns are told "
          + "by what stands in them"
      )
    )
  }

  static func duplicateReceipt(
    at location: Location,
    found: String,
    _ other: CalendarDate,
    line: Int
  ) -> Finding {
    Finding(
      "duplicate-receipt",
      .warning,
      at: location,
      found: found,
      expected: LocalisedText(
        vi: "mỗi tệp một ngày nhận; dòng \(line) ghi \(other), ngày sau được dùng",
        en: "one day for each file; line \(line) has \(other), the later day is used"
      )
    )
  }

  /// Says it once for all of them; the table of files says it of each.
  static func filesWithoutReceipt(_ file: String, _ paths: [String]) -> Finding {
    let shown = paths.prefix(5).map { "'\(PersonalPath.masked($0) ?? $0)'" }.joined(separator: ", ")
    let rest = paths.count > 5 ? ", …" : ""
    return Finding(
      "files-without-receipt",
      .warning,
      at: Location(file: file),
      message: LocalisedText(
        vi: "\(paths.count) tệp không có trong sổ tiếp nhận, ngày nhận lấy theo thời gian của tệp: "
          + shown + rest,
        en: "found no receipt of \(paths.count) files, whose own dates are taken: " + shown + rest
      )
    )
  }
}
