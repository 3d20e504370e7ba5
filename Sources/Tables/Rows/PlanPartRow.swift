package import Plan

/// What the plan of a run says, kept beside its tables so that a later run can tell what changed.
package struct PlanPartRow: TableRow, Equatable {
  package var part: PlanPart

  package init(_ part: PlanPart) { self.part = part }

  package static let schema = TableSchema(
    "plan",
    vi: "Nội dung kế hoạch khi chạy",
    en: "What the plan said",
    primaryKey: ["kind", "name", "property"],
    columns: [
      TableColumn("kind", .text, vi: "Loại", en: "Kind", isRequired: true),
      TableColumn("name", .text, vi: "Tên", en: "Name", isRequired: true),
      TableColumn("property", .text, vi: "Thuộc tính", en: "Property", isRequired: true),
      TableColumn("text", .text, vi: "Nội dung", en: "Text"),
    ]
  )

  package init(_ row: inout RowReader) throws(TableError) {
    part = PlanPart(
      kind: try row.code(PlanPart.Kind.self),
      name: row.text(),
      property: row.text(),
      text: row.text()
    )
  }

  package var cells: [Cell] {
    [.text(part.kind.rawValue), .text(part.name), .text(part.property), .text(part.text)]
  }
}
