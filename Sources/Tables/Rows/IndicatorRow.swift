package import Diagnostics

/// The value of an indicator for a unit and a year, with interval and bounds.
package struct IndicatorRow: StreamedRow, Equatable {
  package var indicator: String
  /// Code.
  package var unit: String
  @Sparse package var numerator: Double?
  @Sparse package var denominator: Double?
  /// In the unit of the indicator: per cent where it says `%`.
  @Sparse package var value: Double?
  @Sparse package var lower: Double?
  @Sparse package var upper: Double?
  /// 0.95, where there is an interval.
  @Sparse package var level: Double?
  package var method: String
  /// Value if what is missing were all against the target; equal to `value` if nothing is.
  @Sparse package var worst: Double?
  @Sparse package var best: Double?
  /// `complete`, `assumed-denominators`, `outside-land` or `unbounded`; empty where bounds have no
  /// meaning.
  package var boundBasis: String
  // Small ones stand together: a country has hundreds of thousands of rows.
  @usableFromInline var shortYear: Int32
  @usableFromInline var shortExpected: Int32
  @usableFromInline var shortReported: Int32
  package var missing: MissingReason?

  @inlinable package var year: Int {
    get { Int(shortYear) }
    set { shortYear = Int32(clamping: newValue) }
  }

  @inlinable package var expected: Int {
    get { Int(shortExpected) }
    set { shortExpected = Int32(clamping: newValue) }
  }

  @inlinable package var reported: Int {
    get { Int(shortReported) }
    set { shortReported = Int32(clamping: newValue) }
  }

  /// The figure without the rest of the row.
  ///
  /// One call of another module for all of it: each by itself would copy the row.
  package var figure: (value: Double?, numerator: Double?, denominator: Double?) {
    (value, numerator, denominator)
  }

  package static let schema = TableSchema(
    "indicators",
    vi: "Chỉ tiêu",
    en: "Indicators",
    primaryKey: ["indicator", "unit", "year"],
    columns: [
      TableColumn("indicator", .text, vi: "Chỉ tiêu", en: "Indicator", isRequired: true),
      TableColumn("unit", .text, vi: "Đơn vị", en: "Org unit", isRequired: true),
      TableColumn("year", .integer, vi: "Năm", en: "Year", isRequired: true),
      TableColumn("numerator", .number, vi: "Tử số", en: "Numerator"),
      TableColumn("denominator", .number, vi: "Mẫu số", en: "Denominator"),
      TableColumn("value", .number, vi: "Giá trị", en: "Value"),
      TableColumn("lower", .number, vi: "Cận dưới khoảng tin cậy", en: "Lower limit"),
      TableColumn("upper", .number, vi: "Cận trên khoảng tin cậy", en: "Upper limit"),
      TableColumn("level", .number, vi: "Độ tin cậy", en: "Level"),
      TableColumn("method", .text, vi: "Phương pháp", en: "Method"),
      TableColumn("worst", .number, vi: "Trường hợp xấu nhất", en: "Worst case"),
      TableColumn("best", .number, vi: "Trường hợp tốt nhất", en: "Best case"),
      TableColumn("bound_basis", .text, vi: "Căn cứ của hai trường hợp", en: "Basis of the bounds"),
      TableColumn(
        "expected",
        .integer,
        vi: "Số đơn vị phải báo cáo",
        en: "Units expected",
        isRequired: true
      ),
      TableColumn(
        "reported",
        .integer,
        vi: "Số đơn vị đã báo cáo",
        en: "Units reported",
        isRequired: true
      ),
      TableColumn("missing", .text, vi: "Lý do thiếu", en: "Reason for no value"),
    ]
  )

  package init(
    indicator: String,
    unit: String,
    year: Int,
    numerator: Double? = nil,
    denominator: Double? = nil,
    value: Double? = nil,
    lower: Double? = nil,
    upper: Double? = nil,
    level: Double? = nil,
    method: String,
    worst: Double? = nil,
    best: Double? = nil,
    boundBasis: String,
    expected: Int,
    reported: Int,
    missing: MissingReason? = nil
  ) {
    self.indicator = indicator
    self.unit = unit
    shortYear = Int32(clamping: year)
    self.numerator = numerator
    self.denominator = denominator
    self.value = value
    self.lower = lower
    self.upper = upper
    self.level = level
    self.method = method
    self.worst = worst
    self.best = best
    self.boundBasis = boundBasis
    shortExpected = Int32(clamping: expected)
    shortReported = Int32(clamping: reported)
    self.missing = missing
  }

  package init(_ row: inout RowReader) throws(TableError) {
    indicator = row.text()
    unit = row.text()
    shortYear = try row.short()
    numerator = try row.optionalNumber()
    denominator = try row.optionalNumber()
    value = try row.optionalNumber()
    lower = try row.optionalNumber()
    upper = try row.optionalNumber()
    level = try row.optionalNumber()
    method = row.text()
    worst = try row.optionalNumber()
    best = try row.optionalNumber()
    boundBasis = row.text()
    shortExpected = try row.short()
    shortReported = try row.short()
    missing = try row.optionalCode(MissingReason.self)
  }

  package func put(into sink: inout some CellSink) {
    sink.put(indicator)
    sink.put(unit)
    sink.put(year)
    sink.put(numerator)
    sink.put(denominator)
    sink.put(value)
    sink.put(lower)
    sink.put(upper)
    sink.put(level)
    sink.put(method)
    sink.put(worst)
    sink.put(best)
    sink.put(boundBasis)
    sink.put(expected)
    sink.put(reported)
    sink.put(missing?.rawValue ?? "")
  }
}
