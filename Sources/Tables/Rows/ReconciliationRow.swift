package import Diagnostics

/// What one source says of a measure that several report, set against the source that is used.
package struct ReconciliationRow: TableRow, Equatable {
  package enum Outcome: String, CaseIterable, Sendable {
    /// The figure that is used; the others are compared with it.
    case used
    case agrees
    case differs
    /// One of the two has no value, or only a lower bound: that is no difference.
    case notCompared = "not-compared"
  }

  /// Id of the shared measure.
  package var measure: String
  /// Code.
  package var unit: String
  package var year: Int
  /// Id of the data element.
  package var source: String
  /// Agency's id or unit's code; several are separated by blanks.
  package var sender: String
  /// A number; 1 or 0 for a flag, 0 where the sender says that there was no such case.
  package var value: FixedDecimal?
  /// Category value of a coded element; empty otherwise.
  package var text: String
  package var missing: MissingReason?
  /// The value is a lower bound.
  package var isPartial: Bool
  package var outcome: Outcome
  /// `value` less the value that is used; nil for what is no number.
  package var difference: FixedDecimal?
  /// The difference as a fraction of the value that is used; nil where that is 0.
  package var relativeDifference: Double?
  /// Why the figure that is used was chosen.
  package var ruleVi: String
  package var ruleEn: String

  package static let schema = TableSchema(
    "reconciliation",
    vi: "Cùng một số liệu từ nhiều nơi gửi",
    en: "One measure from several senders",
    primaryKey: ["measure", "unit", "year", "source"],
    columns: [
      TableColumn("measure", .text, vi: "Số liệu đối chiếu", en: "Measure", isRequired: true),
      TableColumn("unit", .text, vi: "Đơn vị", en: "Org unit", isRequired: true),
      TableColumn("year", .integer, vi: "Năm", en: "Year", isRequired: true),
      TableColumn("source", .text, vi: "Phần tử số liệu", en: "Data element", isRequired: true),
      TableColumn("sender", .text, vi: "Nơi gửi", en: "Sender"),
      TableColumn("value", .number, vi: "Giá trị", en: "Value"),
      TableColumn("text", .text, vi: "Mã phân loại", en: "Coded value"),
      TableColumn("missing", .text, vi: "Lý do thiếu", en: "Reason for no value"),
      TableColumn(
        "is_partial",
        .boolean,
        vi: "Còn thiếu nguồn",
        en: "Sources are missing",
        isRequired: true
      ),
      TableColumn("outcome", .text, vi: "Kết quả so sánh", en: "Outcome", isRequired: true),
      TableColumn("difference", .number, vi: "Chênh lệch", en: "Difference"),
      TableColumn(
        "relative_difference",
        .number,
        vi: "Chênh lệch so với số được dùng",
        en: "Difference as a fraction of the figure used"
      ),
      TableColumn("rule_vi", .text, vi: "Vì sao dùng số ấy", en: "Why it is used, in Vietnamese"),
      TableColumn("rule_en", .text, vi: "Vì sao dùng số ấy, tiếng Anh", en: "Why it is used"),
    ]
  )

  package init(
    measure: String,
    unit: String,
    year: Int,
    source: String,
    sender: String,
    value: FixedDecimal? = nil,
    text: String = "",
    missing: MissingReason? = nil,
    isPartial: Bool = false,
    outcome: Outcome,
    difference: FixedDecimal? = nil,
    relativeDifference: Double? = nil,
    rule: LocalisedText
  ) {
    self.measure = measure
    self.unit = unit
    self.year = year
    self.source = source
    self.sender = sender
    self.value = value
    self.text = text
    self.missing = missing
    self.isPartial = isPartial
    self.outcome = outcome
    self.difference = difference
    self.relativeDifference = relativeDifference
    ruleVi = rule.vietnamese
    ruleEn = rule.english
  }

  package init(_ row: inout RowReader) throws(TableError) {
    measure = row.text()
    unit = row.text()
    year = try row.integer()
    source = row.text()
    sender = row.text()
    value = try row.optionalDecimal()
    text = row.text()
    missing = try row.optionalCode(MissingReason.self)
    isPartial = try row.flag()
    outcome = try row.code(Outcome.self)
    difference = try row.optionalDecimal()
    relativeDifference = try row.optionalNumber()
    ruleVi = row.text()
    ruleEn = row.text()
  }

  package var cells: [Cell] {
    [
      .text(measure), .text(unit), .integer(year), .text(source), .text(sender),
      .optional(value), .text(text), .text(missing?.rawValue ?? ""), .flag(isPartial),
      .text(outcome.rawValue), .optional(difference), .optional(relativeDifference),
      .text(ruleVi), .text(ruleEn),
    ]
  }
}
