import Archives
import DelimitedText
import Diagnostics
import Digests
import PersonalData
import Plan
import Tables
import VietnameseText

/// A file as it was read: what is known of it, and its records where it has a form.
struct ReadFile: Sendable {
  var row: SourceFileRow
  var notes: [NoteRow] = []
  var findings: [Finding] = []
  var table: ReadTable?
  /// Rows of a file with one figure a row, in place of a table.
  var long: [LongRow] = []
  /// When it was last changed, in seconds since 1970.
  var modifiedSecond: Int?

  /// Keeps nothing of the file but the reason.
  mutating func setAside(_ finding: Finding) {
    row.status = .setAside
    row.reason = finding.code
    notes = []
    findings = [finding]
    table = nil
    long = []
  }
}

/// Records of a form: rows of a batch and the columns of the form's fields.
struct ReadTable: Sendable {
  var form: Int
  var batch: RecordBatch
  var rows: [Int]
  var columns: [Int?]
  /// For fields whose unit a second column names too, that column.
  var beside: [Int: Int] = [:]
  /// Texts that take the place of cells, by field and row.
  var masked: [Int: [Int: String]] = [:]
}

/// Reads files one by one; a reader has no state, so that many files are read at a time.
struct FileReader: Sendable {
  let plan: Plan
  /// Files that came after this day are not used; nil uses all.
  var asOf: CalendarDate?
  /// Bytes that the parser is given at a time; no result depends on it.
  var chunkSize: Int
  private let headers: [FormHeaders]
  let layout: RowLayout
  private let longHeaders: LongHeaderWords
  private let persons: PersonalColumns

  init(plan: Plan, asOf: CalendarDate? = nil, chunkSize: Int = defaultChunkSize) {
    self.plan = plan
    self.asOf = asOf
    self.chunkSize = chunkSize
    headers = plan.forms.enumerated().map { FormHeaders($1, at: $0) }
    layout = RowLayout(plan.words)
    longHeaders = LongHeaderWords(plan.words.long)
    persons = PersonalColumns(plan)
  }

  /// Reads a file, and the files in it where it is an archive.
  ///
  /// - Returns: What was read, not yet numbered.
  func read(_ found: FoundFile) -> [ReadFile] {
    let contents = FileContents(of: found.sent)
    if found.misplaced == nil, let bytes = contents.bytes, let kind = ArchiveKind(opening: bytes) {
      return unpack(bytes, kind, of: found)
    }
    return [read(found, contents)]
  }

  func read(_ found: FoundFile, _ contents: FileContents) -> ReadFile {
    let file = found.sent
    var result = ReadFile(row: row(of: file, contents), modifiedSecond: file.modifiedSecond)
    if let misplaced = found.misplaced {
      result.setAside(misplaced)
    } else {
      switch contents {
      case .bytes(let bytes): read(bytes, of: found, into: &result)
      case .tooLarge: result.setAside(.fileTooLarge(file))
      case .unreadable:
        result.setAside(.unreadableFile(file.path, sender: file.sender, year: file.year))
      }
    }
    // A file's own time is that of its last copy and says nothing of the day on which it came.
    if result.row.status == .read, let asOf, let received = file.received, received > asOf {
      result.setAside(.afterAsOf(file, received: received, asOf: asOf))
    }
    return result
  }

  func row(of file: SentFile, _ contents: FileContents) -> SourceFileRow {
    let bytes = contents.bytes
    var row = SourceFileRow(
      file: 0,
      path: file.path,
      sha256: bytes.map { sha256(of: $0) } ?? "",
      bytes: bytes?.count ?? 0,
      year: file.year,
      sender: file.sender
    )
    row.received = file.received ?? file.modified
    row.receivedBasis = file.received == nil ? .fileTime : .receipt
    return row
  }

  private func read(_ bytes: [UInt8], of file: FoundFile, into result: inout ReadFile) {
    let context = FileContext(
      path: file.sent.path,
      sender: file.sent.sender,
      year: file.sent.year
    )
    let text: DecodedText
    do {
      text = try decode(bytes)
    } catch {
      result.setAside(context.undecodable(error))
      return
    }
    result.row.encoding = text.encoding.rawValue
    let forms = headers.filter { plan.forms[$0.form].senders.contains(file.senderID) }
    let (dialect, parsed, search) = headed(text.bytes, forms)
    let batch = parsed.batch
    result.row.delimiter = dialect == .tab ? "tab" : String(UnicodeScalar(dialect.delimiter))
    result.row.records = batch.recordCount
    result.row.layoutRows = (0..<batch.recordCount).count { RowLayout.isBlank(batch, $0) }
    guard result.row.layoutRows < batch.recordCount else {
      result.setAside(context.emptyFile)
      return
    }
    guard case .found(let match) = search else {
      if readLong(text.bytes, of: file, context, into: &result) { return }
      if let (record, column) = PersonalColumns.first(in: batch) {
        result.setAside(context.personal(batch, record: record, column: column))
      } else if let column = persons.first(in: batch, year: context.year) {
        result.setAside(context.personal(column: column))
      } else {
        result.setAside(context.unknownForm(search, plan, forms))
      }
      return
    }
    read(parsed, match, context, into: &result)
  }

  /// Parses a file with the delimiter that it seems to have, or else with one that shows a header.
  ///
  /// Decimal commas and headers with a comma in them can make a comma the likelier delimiter of a
  /// short file; that its header is one of a form says more.
  private func headed(
    _ bytes: [UInt8],
    _ forms: [FormHeaders]
  ) -> (dialect: Dialect, parsed: ParseResult, search: HeaderSearch) {
    let (likely, headSkip) = detectDialect(in: bytes)
    let parsed = records(of: bytes, likely, headSkip)
    let search = HeaderSearch(in: parsed.batch, forms: forms)
    if case .found = search { return (likely, parsed, search) }
    for dialect in [Dialect.semicolon, .tab, .comma, .pipe] where dialect != likely {
      let parsed = records(of: bytes, dialect, headSkip)
      let search = HeaderSearch(in: parsed.batch, forms: forms)
      if case .found = search { return (dialect, parsed, search) }
    }
    return (likely, parsed, search)
  }

  /// Reads a file with one figure a row; false where it has no header of such a file.
  private func readLong(
    _ bytes: [UInt8],
    of file: FoundFile,
    _ context: FileContext,
    into result: inout ReadFile
  ) -> Bool {
    let (likely, headSkip) = detectDialect(in: bytes)
    for dialect in [likely] + [.comma, .semicolon, .tab, .pipe].filter({ $0 != likely }) {
      let parsed = records(of: bytes, dialect, headSkip)
      guard let header = longHeaders.header(in: parsed.batch) else { continue }
      result.row.delimiter = dialect == .tab ? "tab" : String(UnicodeScalar(dialect.delimiter))
      result.row.records = parsed.batch.recordCount
      let elements = LongElements(plan, sender: file.senderID)
      var rows = LongRows(plan, parsed, header, elements, layout, context)
      rows.read(into: &result)
      return true
    }
    return false
  }

  private func records(of bytes: [UInt8], _ dialect: Dialect, _ headSkip: Int) -> ParseResult {
    parse(
      bytes,
      dialect: dialect,
      headSkip: headSkip,
      suspectsQuotes: true,
      chunkSize: chunkSize
    )
    .repaired(dialect)
  }

  private func read(
    _ parsed: ParseResult,
    _ match: HeaderMatch,
    _ context: FileContext,
    into result: inout ReadFile
  ) {
    let batch = parsed.batch
    let form = plan.forms[match.form]
    var match = match
    let beside = CodesBesideNames(match, form, in: batch).columns
    match.duplicates.removeAll { beside.values.contains($0) }
    result.row.form = form.name
    result.row.headerLine = batch.line(of: match.record)
    result.row.columns = recognised(match, form)
    var rows = RowSorter(batch, match, form, parsed.faults, context, layout)
    rows.sort(file: result.row.file)
    result.row.layoutRows = rows.notes.count

    let column =
      PersonalColumns.first(in: batch, match)
      ?? persons.first(in: batch, rows: rows.data, match, form, year: context.year)
    if let column {
      result.setAside(context.personal(batch, record: match.record, column: column))
      return
    }
    result.notes = rows.notes
    result.findings =
      context.headerFindings(batch, match, form, rows: rows.data)
      + parsed.repairs.map { context.repaired($0) } + rows.findings
    if rows.data.isEmpty, rows.faults == 0 {
      // A list on which nothing stands says that there was nothing.
      guard form.kind == .register else {
        result.setAside(context.noRows)
        return
      }
      result.findings.append(context.emptyRegister)
    }
    let masked = PersonalCells(
      in: batch,
      rows: rows.data,
      columns: match.columns,
      form,
      context
    )
    result.findings += masked.findings
    result.table = ReadTable(
      form: match.form,
      batch: batch,
      rows: rows.data,
      columns: match.columns,
      beside: beside,
      masked: masked.texts
    )
  }

  private func recognised(_ match: HeaderMatch, _ form: Form) -> String {
    var parts: [(column: Int, text: String)] = []
    for (index, column) in match.columns.enumerated() {
      guard let column else { continue }
      let scale = match.scales[index] == 1 ? "" : "*\(match.scales[index])"
      parts.append((column, "\(form.fields[index].name)=\(column + 1)\(scale)"))
    }
    return parts.sorted { $0.column < $1.column }.map(\.text).joined(separator: " ")
  }
}
