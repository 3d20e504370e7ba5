import DelimitedText
import Diagnostics
import PersonalData
import Plan
import Tables
import VietnameseText

/// Texts of a column in which something of a person was masked before they are kept anywhere.
struct PersonalCells: Sendable {
  /// Masked texts by code.
  private(set) var texts: [Int: String] = [:]
  private(set) var findings: [Finding] = []

  /// Looks at each text of a field's column; notes have a finding for each row.
  init(
    in column: TextColumn,
    _ field: Field,
    at place: Int,
    lines: RowNumbers,
    _ context: FileContext,
    _ known: MaskedTexts,
    jobs: Int
  ) {
    // A key that was masked would be another row's key; numbers in keys set their file aside.
    guard field.role != .key, field.role != .reference else { return }
    // A figure alone is a figure, however many digits it has.
    let mayHold: @Sendable (Span<UInt8>) -> Bool =
      field.type == .string ? Self.mayHold : Self.holdsLetters
    var masked: [Int: PersonalText] = [:]
    if field.role == .unit {
      masked = known.masked(column.texts, jobs: jobs, where: mayHold)
    } else {
      for code in 0..<column.texts.count where column.texts.withBytes(code, mayHold) {
        let text = PersonalText(masking: column.texts.text(code))
        if text.isMasked { masked[code] = text }
      }
    }
    texts = masked.mapValues(\.text)
    guard field.role == .note, !masked.isEmpty else { return }
    for row in 0..<column.count {
      guard let text = masked[Int(column.codes[row])] else { continue }
      if text.numbers > 0 {
        findings.append(.maskedNumber(context, field, lines[row], place + 1, count: text.numbers))
      }
      if text.names > 0 {
        findings.append(.maskedName(context, field, lines[row], place + 1, count: text.names))
      }
    }
  }

  /// Whether there may be a letter; signs beyond ASCII are looked at in any case.
  private static func holdsLetters(_ bytes: Span<UInt8>) -> Bool {
    for index in bytes.indices {
      switch bytes[index] {
      case 0x41...0x5A, 0x61...0x7A, 0x80...: return true
      default: break
      }
    }
    return false
  }

  /// Digits of a text, none where it is too short for a number; spares most texts a closer look.
  static func digits(_ bytes: Span<UInt8>) -> Int {
    guard bytes.count >= PersonalNumber.fewestDigits else { return 0 }
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
    return digits
  }

  /// Whether there may be a number, an address of mail, or more than one word.
  private static func mayHold(_ bytes: Span<UInt8>) -> Bool {
    guard bytes.count >= 5 else { return false }
    for index in bytes.indices where bytes[index] == 0x20 || bytes[index] == 0x40 { return true }
    return bytes.count >= 7
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
