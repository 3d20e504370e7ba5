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
  static let deepest = 20

  /// Finds the columns; nil where there are none.
  init?(_ text: [UInt8], chunkSize: Int) {
    let (likely, headSkip) = detectDialect(in: text)
    let batches = likely.andOthers.map {
      parse(text, dialect: $0, headSkip: headSkip, chunkSize: chunkSize).batch
    }
    for batch in batches {
      if let found = batch.header(Self.paths, Self.days) {
        (self.batch, header, path, day) = (batch, found.record, found.first, found.second)
        return
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

  /// Headers of a column of paths.
  static let paths = [
    "path", "file", "file name", "đường dẫn", "tệp", "tên tệp", "tập tin", "tên file",
  ]
  static let days = [
    "received", "date", "date received", "ngày nhận", "ngày", "ngày đến", "ngày tiếp nhận",
    "ngày gửi", "thời gian nhận",
  ]
}

extension RecordBatch {
  /// The first record that has one of some headers in one column and one of others in another.
  func header(
    _ first: [String],
    _ second: [String]
  ) -> (record: Int, first: Int, second: Int)? {
    let (first, second) = (Set(first.map { NameKey($0) }), Set(second.map { NameKey($0) }))
    for record in 0..<min(recordCount, ReceiptTable.deepest) {
      let keys = (0..<fieldCount(of: record)).map { NameKey(text(record, $0).headOfCell) }
      if let one = keys.firstIndex(where: first.contains),
        let other = keys.firstIndex(where: second.contains)
      {
        return (record, one, other)
      }
    }
    return nil
  }
}
