/// What a target stands at for a unit and a year.
package struct TargetRow: TableRow, Equatable {
  package var target: String
  package var unit: String
  package var year: Int
  package var indicator: String
  package var form: String
  package var reading: String
  package var targetValue: Double?
  package var numerator: Double?
  package var denominator: Double?
  package var value: Double?
  package var status: TargetStatus
  package var worst: TargetStatus
  package var best: TargetStatus
  /// Year in which what was kept was lost.
  package var since: Int?
  /// What the status rests on.
  package var evidence: TargetEvidence

  package static let schema = TableSchema(
    "targets",
    vi: "Mục tiêu",
    en: "Targets",
    primaryKey: ["target", "unit", "year"],
    columns: [
      TableColumn("target", .text, vi: "Mục tiêu", en: "Target", isRequired: true),
      TableColumn("unit", .text, vi: "Đơn vị", en: "Org unit", isRequired: true),
      TableColumn("year", .integer, vi: "Năm", en: "Year", isRequired: true),
      TableColumn("indicator", .text, vi: "Chỉ tiêu", en: "Indicator"),
      TableColumn("form", .text, vi: "Dạng mục tiêu", en: "Form of target"),
      TableColumn("reading", .text, vi: "Cách hiểu", en: "Reading"),
      TableColumn("target_value", .number, vi: "Mức đặt ra", en: "Target value"),
      TableColumn("numerator", .number, vi: "Tử số", en: "Numerator"),
      TableColumn("denominator", .number, vi: "Mẫu số", en: "Denominator"),
      TableColumn("value", .number, vi: "Giá trị", en: "Value"),
      TableColumn("status", .text, vi: "Tình trạng", en: "Status", isRequired: true),
      TableColumn("worst", .text, vi: "Tình trạng xấu nhất", en: "Worst case", isRequired: true),
      TableColumn("best", .text, vi: "Tình trạng tốt nhất", en: "Best case", isRequired: true),
      TableColumn("since", .integer, vi: "Từ năm", en: "Since"),
    ] + TargetEvidence.columns
  )

  package init(
    target: String,
    unit: String,
    year: Int,
    indicator: String,
    form: String,
    reading: String,
    targetValue: Double? = nil,
    numerator: Double? = nil,
    denominator: Double? = nil,
    value: Double? = nil,
    status: TargetStatus,
    worst: TargetStatus,
    best: TargetStatus,
    since: Int? = nil,
    evidence: TargetEvidence = TargetEvidence()
  ) {
    self.target = target
    self.unit = unit
    self.year = year
    self.indicator = indicator
    self.form = form
    self.reading = reading
    self.targetValue = targetValue
    self.numerator = numerator
    self.denominator = denominator
    self.value = value
    self.status = status
    self.worst = worst
    self.best = best
    self.since = since
    self.evidence = evidence
  }

  package init(_ row: inout RowReader) throws(TableError) {
    target = row.text()
    unit = row.text()
    year = try row.integer()
    indicator = row.text()
    form = row.text()
    reading = row.text()
    targetValue = try row.optionalNumber()
    numerator = try row.optionalNumber()
    denominator = try row.optionalNumber()
    value = try row.optionalNumber()
    status = try row.code(TargetStatus.self)
    worst = try row.code(TargetStatus.self)
    best = try row.code(TargetStatus.self)
    since = try row.optionalInteger()
    evidence = try TargetEvidence(&row)
  }

  package var cells: [Cell] {
    [
      .text(target),
      .text(unit),
      .integer(year),
      .text(indicator),
      .text(form),
      .text(reading),
      .optional(targetValue),
      .optional(numerator),
      .optional(denominator),
      .optional(value),
      .text(status.rawValue),
      .text(worst.rawValue),
      .text(best.rawValue),
      .optional(since),
    ] + evidence.cells
  }
}
