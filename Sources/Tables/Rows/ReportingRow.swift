package import Diagnostics

/// Whether a sender sent a form for a year, when, and how completely.
package struct ReportingRow: TableRow, Equatable {
  package enum Status: String, CaseIterable, Sendable {
    case onTime = "on-time"
    case late
    /// Nothing came.
    case missing
    /// Files came, none of them could be used.
    case setAside = "set-aside"
  }

  package var form: String
  /// Agency's id or unit's code.
  package var sender: String
  package var year: Int
  package var status: Status
  package var due: CalendarDate?
  /// Of the first usable file.
  package var received: CalendarDate?
  package var files: Int
  package var rows: Int
  package var unitsExpected: Int
  package var unitsReported: Int

  package static let schema = TableSchema(
    "reporting",
    vi: "Chấp hành báo cáo",
    en: "Reporting",
    primaryKey: ["form", "sender", "year"],
    columns: [
      TableColumn("form", .text, vi: "Biểu mẫu", en: "Form", isRequired: true),
      TableColumn("sender", .text, vi: "Nơi gửi", en: "Sender", isRequired: true),
      TableColumn("year", .integer, vi: "Năm", en: "Year", isRequired: true),
      TableColumn("status", .text, vi: "Tình trạng", en: "Status", isRequired: true),
      TableColumn("due", .date, vi: "Hạn", en: "Due"),
      TableColumn("received", .date, vi: "Ngày nhận", en: "Received"),
      TableColumn("files", .integer, vi: "Số tệp", en: "Files", isRequired: true),
      TableColumn("rows", .integer, vi: "Số hàng dùng", en: "Rows used", isRequired: true),
      TableColumn(
        "units_expected",
        .integer,
        vi: "Số đơn vị phải có",
        en: "Units expected",
        isRequired: true
      ),
      TableColumn(
        "units_reported",
        .integer,
        vi: "Số đơn vị đã có",
        en: "Units reported",
        isRequired: true
      ),
    ]
  )

  package init(
    form: String,
    sender: String,
    year: Int,
    status: Status,
    due: CalendarDate? = nil,
    received: CalendarDate? = nil,
    files: Int,
    rows: Int,
    unitsExpected: Int,
    unitsReported: Int
  ) {
    self.form = form
    self.sender = sender
    self.year = year
    self.status = status
    self.due = due
    self.received = received
    self.files = files
    self.rows = rows
    self.unitsExpected = unitsExpected
    self.unitsReported = unitsReported
  }

  package init(_ row: inout RowReader) throws(TableError) {
    form = row.text()
    sender = row.text()
    year = try row.integer()
    status = try row.code(Status.self)
    due = try row.optionalDate()
    received = try row.optionalDate()
    files = try row.integer()
    rows = try row.integer()
    unitsExpected = try row.integer()
    unitsReported = try row.integer()
  }

  package var cells: [Cell] {
    [
      .text(form),
      .text(sender),
      .integer(year),
      .text(status.rawValue),
      .optional(due),
      .optional(received),
      .integer(files),
      .integer(rows),
      .integer(unitsExpected),
      .integer(unitsReported),
    ]
  }
}
