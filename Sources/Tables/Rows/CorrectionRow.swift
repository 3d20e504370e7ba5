/// Errors and warnings that are one matter from one publication to the next, and how they stand.
package struct CorrectionRow: TableRow, Equatable {
  /// How a matter stands against the publication before.
  package enum State: String, CaseIterable, Sendable {
    /// There was no publication before, so that nothing is compared.
    case listed
    case new
    case open
    case solved
  }

  /// What makes findings of two publications the same matter: never the line, which moves.
  package struct Matter: Hashable, Sendable {
    package var sender: String
    package var code: String
    package var form: String
    /// Name of the file where no form is known.
    package var file: String
    package var field: String
    package var year: Int?
    /// As it may be published: empty where it is sensitive.
    package var found: String

    package init(
      sender: String,
      code: String,
      form: String,
      file: String,
      field: String,
      year: Int?,
      found: String
    ) {
      self.sender = sender
      self.code = code
      self.form = form
      self.file = file
      self.field = field
      self.year = year
      self.found = found
    }
  }

  package var matter: Matter
  package var state: State
  package var count: Int

  package init(matter: Matter, state: State, count: Int) {
    self.matter = matter
    self.state = state
    self.count = count
  }

  package static let schema = TableSchema(
    "corrections",
    vi: "Tình hình sửa lỗi",
    en: "State of corrections",
    columns: [
      TableColumn("sender", .text, vi: "Nơi gửi", en: "Sender"),
      TableColumn("code", .text, vi: "Mã", en: "Code", isRequired: true),
      TableColumn("form", .text, vi: "Biểu mẫu", en: "Form"),
      TableColumn("file", .text, vi: "Tệp", en: "File"),
      TableColumn("field", .text, vi: "Trường", en: "Field"),
      TableColumn("year", .integer, vi: "Năm", en: "Year"),
      TableColumn("found", .text, vi: "Nội dung trong ô", en: "Found"),
      TableColumn("state", .text, vi: "Tình trạng", en: "State", isRequired: true),
      TableColumn("count", .integer, vi: "Số chỗ", en: "Places", isRequired: true),
    ]
  )

  package init(_ row: inout RowReader) throws(TableError) {
    matter = Matter(
      sender: row.text(),
      code: row.text(),
      form: row.text(),
      file: row.text(),
      field: row.text(),
      year: try row.optionalInteger(),
      found: row.text()
    )
    state = try row.code(State.self)
    count = try row.integer()
  }

  package var cells: [Cell] {
    [
      .text(matter.sender), .text(matter.code), .text(matter.form), .text(matter.file),
      .text(matter.field), .optional(matter.year), .text(matter.found), .text(state.rawValue),
      .integer(count),
    ]
  }
}

extension CorrectionRow: Comparable {
  package static func < (a: CorrectionRow, b: CorrectionRow) -> Bool {
    if a.matter.sender != b.matter.sender { return a.matter.sender < b.matter.sender }
    if a.matter.code != b.matter.code { return a.matter.code < b.matter.code }
    if a.matter.form != b.matter.form { return a.matter.form < b.matter.form }
    if a.matter.file != b.matter.file { return a.matter.file < b.matter.file }
    if a.matter.field != b.matter.field { return a.matter.field < b.matter.field }
    let (year, other) = (a.matter.year ?? 0, b.matter.year ?? 0)
    if year != other { return year < other }
    if a.matter.found != b.matter.found { return a.matter.found < b.matter.found }
    return a.state.rawValue < b.state.rawValue
  }
}
