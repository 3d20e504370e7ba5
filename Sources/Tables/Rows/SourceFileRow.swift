import DelimitedText
package import Diagnostics

/// A file that was found in the data folder, and what was recognised in it.
package struct SourceFileRow: TableRow, Equatable {
  package enum Status: String, CaseIterable, Sendable {
    case read
    case setAside = "set-aside"
    /// An archive, whose files have rows of their own.
    case unpacked
  }

  package enum ReceivedBasis: String, CaseIterable, Sendable {
    case receipt
    case fileTime = "file-time"
  }

  /// Number by which other tables name the file.
  package var file: Int
  /// Relative to the data folder.
  package var path: String
  package var sha256: String
  package var bytes: Int
  package var encoding: String
  package var delimiter: String
  package var headerLine: Int?
  package var form: String {
    didSet { forms = Self.names(in: form) }
  }
  /// Agency's id, or code of the sending unit.
  package var sender: String
  /// Year of the folder that it lies in.
  package var year: Int?
  package var received: CalendarDate?
  package var receivedBasis: ReceivedBasis
  /// Place by the file's own time among files that nothing else puts in order; nil elsewhere.
  package var timeRank: Int?
  /// Records that the parser found, header and titles included.
  package var records: Int
  /// Records that are no data: titles, header, column numbers, totals, signatures.
  package var layoutRows: Int
  package var status: Status
  /// Code of the finding that set it aside.
  package var reason: String
  /// `field=column` of the form's fields that the header names, by column; `field=column*scale`
  /// where the header gives its numbers a scale.
  package var columns: String {
    didSet { recognise() }
  }

  /// Names of the forms that the file fills in: several where each row holds one figure; told from
  /// `form` once.
  package private(set) var forms: [String] = []

  /// Columns of fields and of their parts by name, from 1 on; told from `columns` once.
  package private(set) var fieldColumns: [String: Int] = [:]

  /// Multipliers that the headers give the numbers below them, by field name; 1 is left out.
  package private(set) var fieldScales: [String: Int] = [:]

  package static let schema = TableSchema(
    "files",
    vi: "Tệp đã nhận",
    en: "Files received",
    primaryKey: ["file"],
    columns: [
      TableColumn("file", .integer, vi: "Số của tệp", en: "File number", isRequired: true),
      TableColumn("path", .text, vi: "Đường dẫn", en: "Path", isRequired: true),
      TableColumn("sha256", .text, vi: "Mã băm SHA-256", en: "SHA-256"),
      TableColumn("bytes", .integer, vi: "Số byte", en: "Bytes", isRequired: true),
      TableColumn("encoding", .text, vi: "Bảng mã", en: "Encoding"),
      TableColumn("delimiter", .text, vi: "Dấu phân cách", en: "Delimiter"),
      TableColumn("header_line", .integer, vi: "Dòng tiêu đề", en: "Header line"),
      TableColumn("form", .text, vi: "Biểu mẫu", en: "Form"),
      TableColumn("sender", .text, vi: "Nơi gửi", en: "Sender"),
      TableColumn("year", .integer, vi: "Năm", en: "Year"),
      TableColumn("received", .date, vi: "Ngày nhận", en: "Received"),
      TableColumn("received_basis", .text, vi: "Căn cứ ngày nhận", en: "Basis of the date"),
      TableColumn("time_rank", .integer, vi: "Thứ tự theo giờ lưu tệp", en: "Rank by file time"),
      TableColumn("records", .integer, vi: "Số bản ghi", en: "Records", isRequired: true),
      TableColumn(
        "layout_rows",
        .integer,
        vi: "Hàng trình bày",
        en: "Layout rows",
        isRequired: true
      ),
      TableColumn("status", .text, vi: "Tình trạng", en: "Status", isRequired: true),
      TableColumn("reason", .text, vi: "Lý do", en: "Reason"),
      TableColumn("columns", .text, vi: "Cột nhận ra", en: "Columns recognised"),
    ]
  )

  package init(file: Int, path: String, sha256: String, bytes: Int, year: Int?, sender: String) {
    self.file = file
    self.path = path
    self.sha256 = sha256
    self.bytes = bytes
    self.year = year
    self.sender = sender
    encoding = ""
    delimiter = ""
    form = ""
    receivedBasis = .fileTime
    records = 0
    layoutRows = 0
    status = .read
    reason = ""
    columns = ""
  }

  package init(_ row: inout RowReader) throws(TableError) {
    file = try row.integer()
    path = row.text()
    sha256 = row.text()
    bytes = try row.integer()
    encoding = row.text()
    delimiter = row.text()
    headerLine = try row.optionalInteger()
    form = row.text()
    sender = row.text()
    year = try row.optionalInteger()
    received = try row.optionalDate()
    receivedBasis = try row.code(ReceivedBasis.self)
    timeRank = try row.optionalInteger()
    records = try row.integer()
    layoutRows = try row.integer()
    status = try row.code(Status.self)
    reason = row.text()
    columns = row.text()
    forms = Self.names(in: form)
    recognise()
  }

  package var cells: [Cell] {
    [
      .integer(file), .text(path), .text(sha256), .integer(bytes), .text(encoding),
      .text(delimiter), .optional(headerLine), .text(form), .text(sender), .optional(year),
      .optional(received), .text(receivedBasis.rawValue), .optional(timeRank),
      .integer(records), .integer(layoutRows), .text(status.rawValue), .text(reason),
      .text(columns),
    ]
  }
}

extension SourceFileRow {
  private mutating func recognise() {
    fieldColumns = [:]
    fieldScales = [:]
    // By bytes: each file has as many as it has columns, and characters take long to find.
    for part in columns.utf8.split(separator: 0x20) {
      let pair = part.split(separator: 0x3D)
      guard pair.count == 2, let name = String(pair[0]) else { continue }
      let place = pair[1].split(separator: 0x2A)
      guard let column = place.first.flatMap({ Int(Substring($0)) }) else { continue }
      let scale = place.count > 1 ? Int(Substring(place[1])) ?? 1 : 1
      fieldColumns[name] = column
      if scale != 1 || !fieldScales.isEmpty { fieldScales[name] = scale == 1 ? nil : scale }
    }
  }

  /// Codes of the findings by which ingest keeps a single row out of the records.
  ///
  /// Such a finding carries the row's line and its raw text; clean accounts for the row by it.
  package static let rowFaults: Set<String> = Set(
    ParseFault.Kind.allCases.map(\.rawValue) + [
      extraCells, shiftedRow, rowBelowSignature, secondTable,
    ] + longFaults
  )

  /// Code for a row whose cells have moved by a column.
  package static let shiftedRow = "shifted-row"

  /// Code for a row below signatures that may be data and is not whole.
  package static let rowBelowSignature = "row-below-signature"

  /// Code for a row of a table that cannot be read with the one above it.
  package static let secondTable = "second-table"

  /// Codes for rows of one figure that belong to no form.
  package static let longFaults = [
    "unknown-element", "wrong-period", "category-combination", "deleted-value", "unit-not-plan",
  ]

  private static func names(in form: String) -> [String] {
    form.utf8.split(separator: 0x20).compactMap { String($0) }
  }

  /// Code for a row with text beyond the last column of the header.
  package static let extraCells = "extra-cells"
}
