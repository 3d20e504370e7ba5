import DelimitedText
import VietnameseText

/// The two columns of a receipts table, wherever they stand.
struct ReceiptTable {
  let batch: RecordBatch
  /// The record that names the columns; nil where the cells themselves tell them.
  let header: Int?
  let path: Int
  let day: Int

  /// Records in which a header is looked for.
  private static let deepest = 20

  /// Finds the columns; nil where there are none.
  init?(_ text: [UInt8], chunkSize: Int) {
    let (likely, headSkip) = detectDialect(in: text)
    let dialects = [likely] + [.comma, .semicolon, .tab, .pipe].filter { $0 != likely }
    let batches = dialects.map {
      parse(text, dialect: $0, headSkip: headSkip, chunkSize: chunkSize).batch
    }
    for batch in batches {
      for record in 0..<min(batch.recordCount, Self.deepest) {
        let keys = (0..<batch.fieldCount(of: record)).map {
          NameKey(batch.text(record, $0).headOfCell)
        }
        if let path = keys.firstIndex(where: Self.paths.contains),
          let day = keys.firstIndex(where: Self.days.contains)
        {
          (self.batch, header, self.path, self.day) = (batch, record, path, day)
          return
        }
      }
    }
    for batch in batches {
      for record in 0..<min(batch.recordCount, Self.deepest) {
        let cells = (0..<batch.fieldCount(of: record)).map { batch.text(record, $0).headOfCell }
        if let path = cells.firstIndex(where: Self.isPath),
          let day = cells.firstIndex(where: { (try? VietnameseDate.parse($0).get()) != nil })
        {
          (self.batch, header, self.path, self.day) = (batch, nil, path, day)
          return
        }
      }
    }
    return nil
  }

  private static func isPath(_ cell: String) -> Bool {
    cell.contains { $0 == "/" || $0 == "\\" } && cell.contains { $0.isLetter }
  }

  private static let paths = Set(
    ["path", "file", "file name", "đường dẫn", "tệp", "tên tệp", "tập tin", "tên file"]
      .map { NameKey($0) }
  )
  private static let days = Set(
    [
      "received", "date", "date received", "ngày nhận", "ngày", "ngày đến", "ngày tiếp nhận",
      "ngày gửi", "thời gian nhận",
    ].map { NameKey($0) }
  )
}
