/// A record that is no data: a title, a heading, a group's label, a total or a signature.
package struct NoteRow: TableRow, Equatable {
  package enum Kind: String, CaseIterable, Sendable {
    case title, header, numbering, group, total, blank, remark, signature
  }

  package var file: Int
  package var line: Int
  package var kind: Kind
  /// Header as it stands, and of titles and labels the part of the year that they state; else
  /// empty, since names of persons are not taken.
  package var text: String

  package static let schema = TableSchema(
    "notes",
    vi: "Dòng ngoài bảng số liệu",
    en: "Lines outside the table",
    columns: [
      TableColumn("file", .integer, vi: "Số của tệp", en: "File number", isRequired: true),
      TableColumn("line", .integer, vi: "Dòng", en: "Line", isRequired: true),
      TableColumn("kind", .text, vi: "Loại", en: "Kind", isRequired: true),
      TableColumn("text", .text, vi: "Nội dung", en: "Text"),
    ]
  )

  package init(
    file: Int,
    line: Int,
    kind: Kind,
    text: String
  ) {
    self.file = file
    self.line = line
    self.kind = kind
    self.text = text
  }

  package init(_ row: inout RowReader) throws(TableError) {
    file = try row.integer()
    line = try row.integer()
    kind = try row.code(Kind.self)
    text = row.text()
  }

  package var cells: [Cell] {
    [
      .integer(file),
      .integer(line),
      .text(kind.rawValue),
      .text(text),
    ]
  }
}
