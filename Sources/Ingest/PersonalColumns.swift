import DelimitedText
import PersonalData
import Plan
import VietnameseText

/// Finds the columns that would carry data of persons into the pipeline.
enum PersonalColumns {
  /// A column of a table that the form does not ask for and that lists persons by its header.
  static func first(in batch: RecordBatch, _ match: HeaderMatch) -> Int? {
    // Under a group's cell the lowest one tells, or all of them together.
    (match.unknown + match.ambiguous).sorted().first {
      PersonalHeader.matches(match.lowest[$0]) || PersonalHeader.matches(match.text($0))
    }
  }

  /// The same where no form was recognised: any row of headers may be the one.
  static func first(in batch: RecordBatch) -> (record: Int, column: Int)? {
    for record in 0..<min(batch.recordCount, HeaderSearch.deepest) {
      let columns = 0..<batch.fieldCount(of: record)
      guard columns.count(where: { !RowLayout.isBlank(batch, record, $0) }) > 1 else { continue }
      if let column = columns.first(where: { PersonalHeader.matches(batch.text(record, $0)) }) {
        return (record, column)
      }
    }
    return nil
  }

  /// The first column with a cell that is an identity or telephone number.
  ///
  /// Notes are left to clean, which masks what they mention.
  static func first(in batch: RecordBatch, rows: [Int], _ match: HeaderMatch, _ form: Form) -> Int?
  {
    var watched: [(column: Int, shapes: [PersonalNumber])] = []
    for (field, column) in zip(form.fields, match.columns) {
      guard let column, field.type == .string, field.role != .note else { continue }
      // Keys of things may well have nine digits, or ten with a nought in front.
      let isKey = field.role == .key || field.role == .reference
      watched.append(
        (column, isKey ? [.citizenCard] : [.citizenCard, .identityCard, .telephone])
      )
    }
    for column in match.unknown {
      // Nothing says that these are no amounts, which never begin with a nought.
      watched.append((column, [.citizenCard, .telephone]))
    }
    let columns = watched.sorted { $0.column < $1.column }
    for record in rows {
      for (column, shapes) in columns where mayHold(batch, record, column) {
        if let number = PersonalNumber(cell: batch.text(record, column)), shapes.contains(number) {
          return column
        }
      }
    }
    return nil
  }

  /// Whether a cell has the digits of the shortest such number; spares most cells a closer look.
  private static func mayHold(_ batch: RecordBatch, _ record: Int, _ column: Int) -> Bool {
    batch.withBytes(record, column) { bytes in
      guard bytes.count >= 9 else { return false }
      var digits = 0
      for index in bytes.indices where (0x30...0x39).contains(bytes[index]) { digits += 1 }
      return digits >= 9
    }
  }
}
