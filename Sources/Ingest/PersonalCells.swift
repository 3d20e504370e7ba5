import DelimitedText
import Diagnostics
import PersonalData
import Plan
import VietnameseText

/// Cells of a table in which something of a person was masked before they are kept anywhere.
struct PersonalCells: Sendable {
  /// Masked texts by field and record.
  private(set) var texts: [Int: [Int: String]] = [:]
  private(set) var findings: [Finding] = []

  init() {}

  init(
    in batch: RecordBatch,
    rows: [Int],
    columns: [Int?],
    _ form: Form,
    _ context: FileContext
  ) {
    for (index, field) in form.fields.enumerated() {
      // A key that was masked would be another row's key; numbers in keys set their file aside.
      guard let column = columns[index], field.role != .key, field.role != .reference else {
        continue
      }
      let isText = field.type == .string
      // A figure alone is a figure, however many digits it has.
      for record in rows
      where isText
        ? Self.mayHold(batch, record, column) : RowLayout.holdsLetters(batch, record, column)
      {
        let masked = PersonalText(masking: batch.text(record, column))
        guard masked.isMasked else { continue }
        texts[index, default: [:]][record] = masked.text
        guard field.role == .note else { continue }
        let line = batch.line(of: record)
        if masked.numbers > 0 {
          findings.append(.maskedNumber(context, field, line, column + 1, count: masked.numbers))
        }
        if masked.names > 0 {
          findings.append(.maskedName(context, field, line, column + 1, count: masked.names))
        }
      }
    }
  }

  /// Whether a cell has the digits of the shortest number; spares most cells a closer look.
  static func mayHoldNumber(_ batch: RecordBatch, _ record: Int, _ column: Int) -> Bool {
    batch.withBytes(record, column) { bytes in
      guard bytes.count >= 7 else { return false }
      var digits = 0
      for index in bytes.indices {
        switch bytes[index] {
        case 0x30...0x39: digits += 1
        // Full-width digits are U+FF10 to U+FF19: EF BC 90 to EF BC 99.
        case 0x90...0x99 where index >= 2 && bytes[index - 1] == 0xBC && bytes[index - 2] == 0xEF:
          digits += 1
        default: break
        }
      }
      return digits >= 7
    }
  }

  /// Whether there may be a number, an address of mail, or more than one word.
  private static func mayHold(_ batch: RecordBatch, _ record: Int, _ column: Int) -> Bool {
    batch.withBytes(record, column) { bytes in
      guard bytes.count >= 5 else { return false }
      for index in bytes.indices where bytes[index] == 0x20 || bytes[index] == 0x40 { return true }
      return bytes.count >= 7
    }
  }
}

extension Finding {
  fileprivate static func maskedNumber(
    _ context: FileContext,
    _ field: Field,
    _ line: Int,
    _ column: Int,
    count: Int
  ) -> Finding {
    masked(
      "masked-number",
      context,
      field,
      line,
      column,
      vi: "không có số định danh, số điện thoại, số tài khoản hay thư điện tử của cá nhân; "
        + "đã che \(count) chỗ",
      en: "no identity, telephone or account number and no e-mail of a person; \(count) masked"
    )
  }

  fileprivate static func maskedName(
    _ context: FileContext,
    _ field: Field,
    _ line: Int,
    _ column: Int,
    count: Int
  ) -> Finding {
    masked(
      "masked-name",
      context,
      field,
      line,
      column,
      vi: "không có họ tên cá nhân; đã che \(count) chỗ",
      en: "no name of a person; \(count) masked"
    )
  }

  private static func masked(
    _ code: String,
    _ context: FileContext,
    _ field: Field,
    _ line: Int,
    _ column: Int,
    vi: String,
    en: String
  ) -> Finding {
    Finding(
      code,
      .warning,
      at: Location(file: context.path, line: line, column: column),
      sender: context.sender,
      field: field.name,
      year: context.year,
      found: "***",
      expected: LocalisedText(vi: vi, en: en),
      isSensitive: field.isSensitive
    )
  }
}
