import Diagnostics
import PersonalData
import Plan
import Tables
import VietnameseText

/// The columns of a form's fields and of their parts, taken from those of a file.
///
/// What tells of persons is masked in them before anything is kept.
struct FieldColumns {
  private(set) var columns: [TextColumn] = []
  private(set) var findings: [Finding] = []

  /// - Parameters:
  ///   - cells: The columns of the file, rows of data alone.
  ///   - match: Which of them holds which field.
  ///   - beside: For fields whose unit a second column names too, that column.
  ///   - lines: The line of each row.
  ///   - form: The form.
  ///   - context: The file.
  ///   - known: What was masked in names of units.
  init(
    _ cells: [TextColumn],
    _ match: HeaderMatch,
    beside: [Int: Int],
    lines: RowNumbers,
    _ form: Form,
    _ context: FileContext,
    _ known: MaskedTexts
  ) {
    // A column that is not there, or lies before the first, gives an empty text.
    let empty = TextColumn(repeating: "", count: lines.count)
    for (index, place) in (match.columns + match.partColumns).enumerated() {
      guard let place, cells.indices.contains(place) else {
        columns.append(empty)
        continue
      }
      var column = cells[place]
      if index < form.fields.count {
        let masked = PersonalCells(
          in: column,
          form.fields[index],
          at: place,
          lines: lines,
          context,
          known
        )
        findings += masked.findings
        column.replace(masked.texts)
      }
      if let second = beside[index], cells.indices.contains(second) {
        column = Self.joined(column, cells[second], known)
      }
      columns.append(column)
    }
  }

  /// Names of units with the codes that stand beside them.
  private static func joined(
    _ names: TextColumn,
    _ codes: TextColumn,
    _ masked: MaskedTexts
  ) -> TextColumn {
    struct Pair: Hashable {
      var name: Int32
      var code: Int32
    }
    let (first, second) = (Parts(names), Parts(codes, masked))
    var known: [Pair: Int32] = [:]
    var joined = TextArena()
    var result: [Int32] = []
    result.reserveCapacity(names.count)
    for row in 0..<names.count {
      let pair = Pair(name: names.codes[row], code: codes.codes[row])
      if let code = known[pair] {
        result.append(code)
        continue
      }
      known[pair] = Int32(clamping: joined.count)
      result.append(Int32(clamping: joined.count))
      joined.append(first.joined(Int(pair.name), with: second, Int(pair.code)))
    }
    return TextColumn(codes: result, texts: joined)
  }

  /// The texts of a column by code, with those that say nothing.
  private struct Parts {
    private let texts: [String]
    private let isBlank: [Bool]

    init(_ column: TextColumn, _ masked: MaskedTexts? = nil) {
      texts = (0..<column.texts.count).map { code in
        let text = column.texts.text(code)
        return masked?.masked(text).text ?? text
      }
      isBlank = texts.map { text in
        // A letter or figure of ASCII leaves something of any name.
        !text.utf8.contains { Self.isAlphanumeric($0) } && NameKey(text).isEmpty
      }
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
      default: false
      }
    }

    /// The two cells as one; one of them where the other is blank.
    func joined(_ own: Int, with other: Parts, _ second: Int) -> String {
      if other.isBlank[second] { return texts[own] }
      return isBlank[own] ? other.texts[second] : "\(texts[own]) - \(other.texts[second])"
    }
  }
}
