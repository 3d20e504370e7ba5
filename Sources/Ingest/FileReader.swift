import Archives
import DelimitedText
import Diagnostics
import Digests
import PersonalData
import Plan
import Tables
import VietnameseText

/// Reads files one by one; what a reader keeps changes no result, so that many are read at a time.
struct FileReader: Sendable {
  let plan: Plan
  /// Files that came after this day are not used; nil uses all.
  var asOf: CalendarDate?
  /// Bytes that the parser is given at a time; no result depends on it.
  var chunkSize: Int
  /// How many threads may read a large file at present: nothing depends on it.
  var jobs: @Sendable () -> Int = { 1 }
  let headers: [FormHeaders]
  let headerCells: HeaderCells
  let layout: RowLayout
  let longHeaders: LongHeaderWords
  /// What is declared of files of which nothing else is.
  var encoding: EncodingDeclaration?
  let evidence: EncodingEvidence
  private let persons: PersonalColumns
  private let masked = MaskedTexts()

  init(plan: Plan, asOf: CalendarDate? = nil, chunkSize: Int = defaultChunkSize) {
    self.plan = plan
    self.asOf = asOf
    self.chunkSize = chunkSize
    headers = plan.forms.enumerated().map { FormHeaders($1, at: $0, words: plan.words) }
    headerCells = HeaderCells(headers)
    layout = RowLayout(plan)
    longHeaders = LongHeaderWords(plan.words.long)
    evidence = EncodingEvidence(plan)
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
    return [read(found, consume contents)]
  }

  /// The same, with the contents given up once they are decoded: a file of a country is large.
  func read(_ found: FoundFile, _ contents: consuming FileContents) -> ReadFile {
    let file = found.sent
    var result = ReadFile(row: row(of: file, contents), modifiedSecond: file.modifiedSecond)
    if let misplaced = found.misplaced {
      result.setAside(misplaced)
    } else {
      switch consume contents {
      case .bytes(let bytes): read(consume bytes, of: found, into: &result)
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

  private func read(_ bytes: consuming [UInt8], of file: FoundFile, into result: inout ReadFile) {
    let context = FileContext(
      path: file.sent.path,
      sender: file.sent.sender,
      year: file.sent.year
    )
    let text: DecodedText
    do {
      text = try decode(
        consume bytes,
        evidence: evidence,
        declared: file.sent.encoding ?? encoding
      )
    } catch {
      result.setAside(context.undecodable(error))
      return
    }
    result.row.encoding = text.encoding.name
    let lost = LostLetters(in: text.bytes)
    let forms = headers.filter { plan.forms[$0.form].senders.contains(file.senderID) }
    let (dialect, parsed, search) = headed(text.bytes, forms, year: file.sent.year)
    let batch = parsed.batch
    result.row.delimiter = dialect.name
    result.row.records = batch.recordCount
    result.row.layoutRows = (0..<batch.recordCount).count { RowLayout.isBlank(batch, $0) }
    guard result.row.layoutRows < batch.recordCount else {
      result.setAside(context.emptyFile)
      return
    }
    guard !HeaderSearch.isTooWide(batch) else {
      result.setAside(context.tooManyColumns)
      return
    }
    guard case .found(let match) = search else {
      if readLong(text.bytes, of: file, context, into: &result) {
        result.addEncoding(of: text, lost, context)
        return
      }
      if let (record, column) = PersonalColumns.firstByHeader(in: batch) {
        result.setAside(
          context.personal(batch.text(record, column), line: batch.line(of: record), column: column)
        )
      } else if let column = persons.first(in: batch) {
        result.setAside(context.personal(column: column))
      } else if let lost {
        result.setAside(context.lostLetters(lost, .error))
      } else {
        result.setAside(context.unknownForm(search, plan, forms))
      }
      return
    }
    let tables = TableSearch(batch, forms, headerCells, year: file.sent.year).tables(with: match)
    let whole = result.row
    var files: [ReadFile] = []
    for table in tables {
      var next = ReadFile(row: whole, modifiedSecond: result.modifiedSecond)
      read(parsed, table, context, into: &next)
      files.append(next)
    }
    if let personal = files.first(where: { $0.row.reason == "personal-data" }) {
      result = personal
      result.row.records = batch.recordCount
      result.row.layoutRows = files.map(\.row.layoutRows).reduce(0, +)
    } else if let first = files.first {
      result = first
      result.further = Array(files.dropFirst())
    }
    result.addEncoding(of: text, lost, context)
  }

  private func read(
    _ parsed: ParseResult,
    _ table: FoundTable,
    _ context: FileContext,
    into result: inout ReadFile
  ) {
    let batch = parsed.batch
    var match = table.match
    let form = plan.forms[match.form]
    let beside = CodesBesideNames(match, form, in: batch).columns
    match.duplicates.removeAll { beside.values.contains($0) }
    match.codes = beside.values.sorted()
    result.row.form = form.name
    result.row.headerLine = batch.line(of: match.record)
    result.row.columns = recognised(match, form)
    // Columns of a small file are sooner looked at than shared out.
    let jobs = table.records.count > Self.smallFile ? self.jobs() : 1
    var coded = CodedRows(
      batch,
      table.records,
      below: match.record,
      width: match.width,
      jobs: jobs
    )
    var rows = RowSorter(batch, match, form, parsed.faults, context, layout)
    rows.sort(table.records, coded, repeated: table.repeated, jobs: jobs)
    for other in table.refused { rows.refuse(other.records, headedBy: other.match) }
    result.row.records =
      table.records.count + table.refused.map(\.records.count).reduce(0, +)
    result.row.layoutRows = rows.notes.count

    let cells = coded.takeColumns(of: rows.data)
    let column =
      PersonalColumns.first(in: batch, match)
      ?? persons.first(in: batch, cells, match, form, year: context.year, jobs: jobs)
    if let column {
      result.setAside(
        context.personal(match.text(column), line: batch.line(of: match.record), column: column)
      )
      return
    }
    if let shift = rows.commonShift {
      let line = batch.line(of: match.record)
      result.setAside(context.shiftedHeader(line: line, by: shift, rows: rows.shifted.count))
      return
    }
    result.notes = rows.notes
    result.totals = rows.totals
    result.findings =
      context.headerFindings(batch, match, form, rows: rows.data)
      + parsed.repairs.filter { table.records.contains($0.record) }.map { context.repaired($0) }
      + rows.findings
    if rows.data.isEmpty, rows.faults == 0 {
      // A list on which nothing stands says that there was nothing.
      guard form.kind == .register else {
        result.setAside(context.noRows)
        return
      }
      result.findings.append(context.emptyRegister)
    }
    var lines = RowNumbers()
    lines.reserveCapacity(rows.data.count)
    for record in rows.data { lines.append(batch.line(of: record)) }
    let fields = FieldColumns(
      cells,
      match,
      beside: beside,
      lines: lines,
      form,
      context,
      masked,
      jobs: jobs
    )
    result.findings += fields.findings
    result.table = ReadTable(form: match.form, lines: lines, columns: fields.columns)
  }

  private static let smallFile = 8_192

  private func recognised(_ match: HeaderMatch, _ form: Form) -> String {
    var parts: [(column: Int, text: String)] = []
    let names = form.columnNames
    let scales = match.scales + match.partScales
    for (index, column) in (match.columns + match.partColumns).enumerated() {
      guard let column else { continue }
      let scale = scales[index] == 1 ? "" : "*\(scales[index])"
      parts.append((column, "\(names[index])=\(column + 1)\(scale)"))
    }
    return parts.sorted { $0.column < $1.column }.map(\.text).joined(separator: " ")
  }
}
