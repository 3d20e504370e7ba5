/// Errors and warnings that are one matter from one publication to the next, and how they stand.
package struct CorrectionRow: StreamedRow, Equatable {
  /// How a matter stands against the publication before.
  package enum State: String, CaseIterable, Sendable {
    /// There was no publication before, so that nothing is compared.
    case listed
    case new
    case open
    case solved
  }

  /// What makes findings of two publications the same matter: never the line, which moves.
  ///
  /// Those of one column share what they have in common.
  package struct Matter: Hashable, Sendable {
    private final class Column: Hashable, Sendable {
      let sender: String
      let code: String
      let form: String
      let file: String
      let field: String
      let year: Int?

      init(
        _ sender: String,
        _ code: String,
        _ form: String,
        _ file: String,
        _ field: String,
        _ year: Int?
      ) {
        self.sender = sender
        self.code = code
        self.form = form
        self.file = file
        self.field = field
        self.year = year
      }

      static func == (a: Column, b: Column) -> Bool {
        a === b
          || (a.sender == b.sender && a.code == b.code && a.form == b.form && a.file == b.file
            && a.field == b.field && a.year == b.year)
      }

      func hash(into hasher: inout Hasher) {
        hasher.combine(sender)
        hasher.combine(code)
        hasher.combine(form)
        hasher.combine(file)
        hasher.combine(field)
        hasher.combine(year)
      }
    }

    private let column: Column
    /// As it may be published: empty where it is sensitive.
    package let found: String

    package var sender: String { column.sender }
    package var code: String { column.code }
    package var form: String { column.form }
    /// Name of the file where no form is known.
    package var file: String { column.file }
    package var field: String { column.field }
    package var year: Int? { column.year }

    package init(
      sender: String,
      code: String,
      form: String,
      file: String,
      field: String,
      year: Int?,
      found: String
    ) {
      column = Column(sender, code, form, file, field, year)
      self.found = found
    }

    private init(_ column: Column, _ found: String) {
      self.column = column
      self.found = found
    }

    /// The matter of the same column where something else was found.
    package func again(found: String) -> Matter { Matter(column, found) }

    /// The same matter, sharing what it has in common with another one of its column, if it is one.
    package func sharing(_ other: Matter) -> Matter {
      column == other.column ? other.again(found: found) : self
    }

    package func isOfColumn(of other: Matter) -> Bool { column == other.column }
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

  package func put(into sink: inout some CellSink) {
    sink.put(matter.sender)
    sink.put(matter.code)
    sink.put(matter.form)
    sink.put(matter.file)
    sink.put(matter.field)
    sink.put(matter.year)
    sink.put(matter.found)
    sink.put(state.rawValue)
    sink.put(count)
  }
}

extension CorrectionRow: Comparable {
  package static func < (a: CorrectionRow, b: CorrectionRow) -> Bool {
    if a.matter.isOfColumn(of: b.matter) {
      if a.matter.found != b.matter.found { return a.matter.found < b.matter.found }
      return a.state.rawValue < b.state.rawValue
    }
    if a.matter.sender != b.matter.sender { return a.matter.sender < b.matter.sender }
    if a.matter.code != b.matter.code { return a.matter.code < b.matter.code }
    if a.matter.form != b.matter.form { return a.matter.form < b.matter.form }
    if a.matter.file != b.matter.file { return a.matter.file < b.matter.file }
    if a.matter.field != b.matter.field { return a.matter.field < b.matter.field }
    // A missing year stands with nought.
    let (year, other) = (a.matter.year ?? 0, b.matter.year ?? 0)
    if year != other { return year < other }
    if a.matter.found != b.matter.found { return a.matter.found < b.matter.found }
    return a.state.rawValue < b.state.rawValue
  }
}
