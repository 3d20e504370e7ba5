import DelimitedText
import Plan
import Tables

// Files whose delimiter the header tells.
extension FileReader {
  /// Parses a file with the delimiter that it seems to have, or else with one that shows a header.
  ///
  /// Decimal commas and headers with a comma in them can make a comma the likelier delimiter of a
  /// short file; that its header is one of a form says more.
  func headed(
    _ bytes: [UInt8],
    _ forms: [FormHeaders],
    year: Int?
  ) -> (dialect: Dialect, parsed: ParseResult, search: HeaderSearch) {
    let (likely, headSkip) = detectDialect(in: bytes)
    let parsed = records(of: bytes, likely, headSkip)
    let search = HeaderSearch(in: parsed.batch, forms: forms, cells: headerCells, year: year)
    if case .found = search { return (likely, parsed, search) }
    for dialect in likely.andOthers.dropFirst() {
      let parsed = records(of: bytes, dialect, headSkip)
      let search = HeaderSearch(in: parsed.batch, forms: forms, cells: headerCells, year: year)
      if case .found = search { return (dialect, parsed, search) }
    }
    return (likely, parsed, search)
  }

  /// Reads a file with one figure a row; false where it has no header of such a file.
  func readLong(
    _ bytes: [UInt8],
    of file: FoundFile,
    _ context: FileContext,
    into result: inout ReadFile
  ) -> Bool {
    let (likely, headSkip) = detectDialect(in: bytes)
    for dialect in likely.andOthers {
      let parsed = records(of: bytes, dialect, headSkip)
      guard let header = longHeaders.header(in: parsed.batch) else { continue }
      result.row.delimiter = dialect.name
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
      chunkSize: chunkSize,
      jobs: jobs()
    )
    .repaired(dialect)
  }
}
