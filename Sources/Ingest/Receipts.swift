import DelimitedText
import Diagnostics
import Foundation
import Plan
import VietnameseText

/// Days on which files were received, as `receipts.csv` of the data folder has them.
struct Receipts {
  private(set) var dates: [String: CalendarDate] = [:]
  private(set) var findings: [Finding] = []

  private static let file = "receipts.csv"

  /// Reads the receipts; those of files of years after `year` are passed over, as the files are.
  init(of folder: String, files: Set<String>, years: PlanYears, until year: Int) {
    let path = "\(folder)/\(Self.file)"
    guard FileManager.default.fileExists(atPath: path) else { return }
    guard let data = FileManager.default.contents(atPath: path),
      let text = try? decode([UInt8](data))
    else {
      findings.append(.unreadableFile(Self.file, sender: "", year: nil))
      return
    }
    let (dialect, headSkip) = detectDialect(in: text.bytes)
    let batch = parse(text.bytes, dialect: dialect, headSkip: headSkip).batch
    for record in 0..<batch.recordCount {
      let name = batch.text(record, 0)
      let day = batch.text(record, 1)
      if record == 0, name == "path" { continue }
      let location = Location(file: Self.file, line: batch.line(of: record), column: 2)
      guard let date = CalendarDate(iso: day) else {
        findings.append(.malformedReceipt(at: location, found: day))
        continue
      }
      guard (years.base - 2...years.last + 2).contains(date.year) else {
        findings.append(.receiptOutOfRange(at: location, found: day, years: years))
        continue
      }
      if let filed = name.split(separator: "/").first.flatMap({ Int($0) }), filed > year {
        continue
      }
      if !files.contains(name) {
        findings.append(.receiptWithoutFile(at: location, found: name))
      }
      dates[name] = date
    }
  }
}
