internal import DelimitedText
internal import Tables

/// What the publication that stands in a report's place says: which files it was made from, and how
/// its findings stood.
package struct PreviousPublication: Sendable, Equatable {
  let inputs: Set<InputFile>
  let corrections: [CorrectionRow]

  struct InputFile: Hashable, Sendable {
    var path: String
    var sha256: String
  }

  /// Reads the two published tables; nil where one of them is not as this program writes it.
  ///
  /// - Parameters:
  ///   - files: Bytes of `tables/files.csv`.
  ///   - corrections: Bytes of `tables/corrections.csv`.
  package init?(files: [UInt8], corrections: [UInt8]) {
    guard let files = Self.batch(files), let table = Self.batch(corrections),
      Self.row(0, of: table) == CorrectionRow.schema.columns.map(\.name)
    else { return nil }
    let names = Self.row(0, of: files)
    guard let path = names.firstIndex(of: "path"), let hash = names.firstIndex(of: "sha256") else {
      return nil
    }
    inputs = Set(
      (1..<max(1, files.recordCount)).map {
        InputFile(path: Self.text(files, $0, path), sha256: Self.text(files, $0, hash))
      }
    )
    var rows: [CorrectionRow] = []
    for record in 1..<max(1, table.recordCount) {
      var reader = RowReader(table, record: record, file: "corrections.csv")
      guard var row = try? CorrectionRow(&reader), row.count > 0 else { return nil }
      row.matter = row.matter.again(found: Self.unguarded(row.matter.found))
      if let last = rows.last { row.matter = row.matter.sharing(last.matter) }
      rows.append(row)
    }
    self.corrections = rows
  }

  /// Whether the publication compares itself with one before.
  var isComparison: Bool { corrections.contains { $0.state != .listed } }

  private static func batch(_ bytes: [UInt8]) -> RecordBatch? {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    guard bytes.starts(with: mark) else { return nil }
    let result = parse(
      bytes,
      dialect: Dialect(delimiter: TableFormat.spreadsheet.delimiter),
      headSkip: mark.count
    )
    guard result.faults.isEmpty, result.batch.recordCount > 0 else { return nil }
    return result.batch
  }

  private static func row(_ record: Int, of batch: RecordBatch) -> [String] {
    (0..<batch.fieldCount(of: record)).map { batch.text(record, $0) }
  }

  private static func text(_ batch: RecordBatch, _ record: Int, _ field: Int) -> String {
    unguarded(batch.text(record, field))
  }

  /// Takes out the apostrophe that keeps a spreadsheet from running a text as a formula.
  private static func unguarded(_ text: String) -> String {
    guard text.hasPrefix("'"), let second = text.dropFirst().first, "=+-@\t\r".contains(second)
    else { return text }
    return String(text.dropFirst())
  }
}
