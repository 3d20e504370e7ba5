/// How an indicator of a unit moved up to a year.
package struct TrendRow: StreamedRow, Equatable {
  package enum Conclusion: String, CaseIterable, Sendable {
    case increasing, decreasing
    /// A trend could have been shown and was not.
    case notShown = "not-shown"
    /// No order of these values could be significant: too few years, or too many equal ones.
    case cannotShow = "cannot-show"
    /// All values are equal.
    case constant
    /// Fewer than two years have a value.
    case tooFew = "too-few"
    case suppressed
  }

  package var indicator: String
  package var unit: String
  package var firstYear: Int?
  package var lastYear: Int?
  package var points: Int
  package var base: Double?
  package var previous: Double?
  package var latest: Double?
  package var change: Double?
  package var changeFromBase: Double?
  package var s: Int?
  package var pValue: Double?
  /// Least p that any order of these values can reach; equal years raise it.
  package var minimumP: Double?
  /// The same if no two years were equal.
  package var minimumPUntied: Double?
  package var slope: Double?
  package var slopeLower: Double?
  package var slopeUpper: Double?
  package var attainedLevel: Double?
  package var method: String
  package var conclusion: Conclusion
  /// First year of the unit as it is now; nil where all years are alike.
  ///
  /// Earlier years are of another area, or of another definition of the indicator, and take no part.
  package var breakYear: Int?

  package static let schema = TableSchema(
    "trends",
    vi: "Xu hướng",
    en: "Trends",
    primaryKey: ["indicator", "unit"],
    columns: [
      TableColumn("indicator", .text, vi: "Chỉ tiêu", en: "Indicator", isRequired: true),
      TableColumn("unit", .text, vi: "Đơn vị", en: "Org unit", isRequired: true),
      TableColumn("first_year", .integer, vi: "Năm đầu", en: "First year"),
      TableColumn("last_year", .integer, vi: "Năm cuối", en: "Last year"),
      TableColumn(
        "points",
        .integer,
        vi: "Số năm có số liệu",
        en: "Years with a value",
        isRequired: true
      ),
      TableColumn("base", .number, vi: "Năm gốc", en: "Value of the base year"),
      TableColumn("previous", .number, vi: "Năm trước", en: "Value of the year before"),
      TableColumn("latest", .number, vi: "Năm đánh giá", en: "Value of the year"),
      TableColumn(
        "change",
        .number,
        vi: "Thay đổi so với năm trước",
        en: "Change on the year before"
      ),
      TableColumn(
        "change_from_base",
        .number,
        vi: "Thay đổi so với năm gốc",
        en: "Change on the base year"
      ),
      TableColumn("s", .integer, vi: "S của Mann-Kendall", en: "Mann-Kendall S"),
      TableColumn("p", .number, vi: "Giá trị p", en: "p-value, two-sided"),
      TableColumn("minimum_p", .number, vi: "p nhỏ nhất có thể", en: "Least attainable p"),
      TableColumn(
        "minimum_p_untied",
        .number,
        vi: "p nhỏ nhất nếu không có năm bằng nhau",
        en: "Least attainable p without equal years"
      ),
      TableColumn("slope", .number, vi: "Độ dốc Sen mỗi năm", en: "Sen's slope a year"),
      TableColumn("slope_lower", .number, vi: "Cận dưới", en: "Lower limit"),
      TableColumn("slope_upper", .number, vi: "Cận trên", en: "Upper limit"),
      TableColumn("attained_level", .number, vi: "Độ tin cậy đạt được", en: "Attained level"),
      TableColumn("method", .text, vi: "Phương pháp", en: "Method"),
      TableColumn("conclusion", .text, vi: "Kết luận", en: "Conclusion", isRequired: true),
      TableColumn("break_year", .integer, vi: "Năm ngắt chuỗi", en: "Break of the series"),
    ]
  )

  package init(
    indicator: String,
    unit: String,
    firstYear: Int? = nil,
    lastYear: Int? = nil,
    points: Int,
    base: Double? = nil,
    previous: Double? = nil,
    latest: Double? = nil,
    change: Double? = nil,
    changeFromBase: Double? = nil,
    s: Int? = nil,
    pValue: Double? = nil,
    minimumP: Double? = nil,
    minimumPUntied: Double? = nil,
    slope: Double? = nil,
    slopeLower: Double? = nil,
    slopeUpper: Double? = nil,
    attainedLevel: Double? = nil,
    method: String,
    conclusion: Conclusion,
    breakYear: Int? = nil
  ) {
    self.indicator = indicator
    self.unit = unit
    self.firstYear = firstYear
    self.lastYear = lastYear
    self.points = points
    self.base = base
    self.previous = previous
    self.latest = latest
    self.change = change
    self.changeFromBase = changeFromBase
    self.s = s
    self.pValue = pValue
    self.minimumP = minimumP
    self.minimumPUntied = minimumPUntied
    self.slope = slope
    self.slopeLower = slopeLower
    self.slopeUpper = slopeUpper
    self.attainedLevel = attainedLevel
    self.method = method
    self.conclusion = conclusion
    self.breakYear = breakYear
  }

  package init(_ row: inout RowReader) throws(TableError) {
    indicator = row.text()
    unit = row.text()
    firstYear = try row.optionalInteger()
    lastYear = try row.optionalInteger()
    points = try row.integer()
    base = try row.optionalNumber()
    previous = try row.optionalNumber()
    latest = try row.optionalNumber()
    change = try row.optionalNumber()
    changeFromBase = try row.optionalNumber()
    s = try row.optionalInteger()
    pValue = try row.optionalNumber()
    minimumP = try row.optionalNumber()
    minimumPUntied = try row.optionalNumber()
    slope = try row.optionalNumber()
    slopeLower = try row.optionalNumber()
    slopeUpper = try row.optionalNumber()
    attainedLevel = try row.optionalNumber()
    method = row.text()
    conclusion = try row.code(Conclusion.self)
    breakYear = try row.optionalInteger()
  }

  package func put(into sink: inout some CellSink) {
    sink.put(indicator)
    sink.put(unit)
    sink.put(firstYear)
    sink.put(lastYear)
    sink.put(points)
    sink.put(base)
    sink.put(previous)
    sink.put(latest)
    sink.put(change)
    sink.put(changeFromBase)
    sink.put(s)
    sink.put(pValue)
    sink.put(minimumP)
    sink.put(minimumPUntied)
    sink.put(slope)
    sink.put(slopeLower)
    sink.put(slopeUpper)
    sink.put(attainedLevel)
    sink.put(method)
    sink.put(conclusion.rawValue)
    sink.put(breakYear)
  }
}
