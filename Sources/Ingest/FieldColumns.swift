import Diagnostics
import Parallel
import PersonalData
import Plan
import Tables
import VietnameseText

/// The columns of a form's fields and of their parts, taken from those of a file.
///
/// What tells of persons is masked in them before anything is kept.
struct FieldColumns {
  let columns: [TextColumn]
  let findings: [Finding]

  /// - Parameters:
  ///   - cells: The columns of the file, rows of data alone.
  ///   - match: Which of them holds which field.
  ///   - beside: For fields whose unit a second column names too, that column.
  ///   - lines: The line of each row.
  ///   - form: The form.
  ///   - context: The file.
  ///   - known: What was masked in names of units.
  ///   - jobs: The most threads.
  init(
    _ cells: [TextColumn],
    _ match: HeaderMatch,
    beside: [Int: Int],
    lines: RowNumbers,
    _ form: Form,
    _ context: FileContext,
    _ known: MaskedTexts,
    jobs: Int
  ) {
    let places = match.columns + match.partColumns
    let taken = parallelMap(places.count, jobs: jobs) { index -> (TextColumn, [Finding]) in
      // A column that is not there, or lies before the first, gives an empty text.
      guard let place = places[index], cells.indices.contains(place) else {
        return (TextColumn(repeating: "", count: lines.count), [])
      }
      var (column, findings): (TextColumn, [Finding]) = (cells[place], [])
      if index < form.fields.count {
        let masked = PersonalCells(
          in: column,
          form.fields[index],
          at: place,
          lines: lines,
          context,
          known,
          jobs: jobs
        )
        findings = masked.findings
        column.replace(masked.texts)
      }
      if let second = beside[index], cells.indices.contains(second) {
        column = Self.joined(column, cells[second], known, jobs: jobs)
      }
      return (column, findings)
    }
    columns = taken.map(\.0)
    findings = taken.flatMap(\.1)
  }

  /// Names of units with the codes that stand beside them.
  private static func joined(
    _ names: TextColumn,
    _ codes: TextColumn,
    _ masked: MaskedTexts,
    jobs: Int
  ) -> TextColumn {
    var codes = codes
    codes.replace(masked.masked(codes.texts, jobs: jobs).mapValues(\.text))
    let (blankNames, blankCodes) = (blanks(names.texts), blanks(codes.texts))
    var pairs = PairCoder()
    var joined = TextArena()
    var cell: [UInt8] = []
    var result: [Int32] = []
    result.reserveCapacity(names.count)
    for (name, code) in zip(names.codes, codes.codes) {
      let pair = pairs.code(of: name, code)
      result.append(pair)
      guard pair == joined.count else { continue }
      // The two cells as one; one of them where the other is blank.
      let (hasName, hasCode) = (!blankNames[Int(name)], !blankCodes[Int(code)])
      cell.removeAll(keepingCapacity: true)
      if hasName || !hasCode { cell += names.texts.bytes[names.texts.range(Int(name))] }
      if hasName, hasCode { cell += separator }
      if hasCode { cell += codes.texts.bytes[codes.texts.range(Int(code))] }
      joined.append(cell.span)
    }
    return TextColumn(codes: result, texts: joined)
  }

  private static let separator = Array(" - ".utf8)

  /// By code whether a text says nothing.
  private static func blanks(_ texts: TextArena) -> [Bool] {
    (0..<texts.count).map { code in
      // A letter or figure of ASCII leaves something of any name.
      !texts.withBytes(code, holdsAlphanumeric) && NameKey(texts.text(code)).isEmpty
    }
  }

  private static func holdsAlphanumeric(_ bytes: Span<UInt8>) -> Bool {
    for index in bytes.indices {
      switch bytes[index] {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return true
      default: break
      }
    }
    return false
  }
}
