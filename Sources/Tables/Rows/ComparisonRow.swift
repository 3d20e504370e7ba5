/// A unit beside all units together, for an indicator and a year; ready to be drawn.
///
/// Values and their limits are in the unit of the indicator. A p is the probability of a difference
/// as large by chance alone, a q the same adjusted for all tests that were looked at; what is said of
/// the unit rests on the q.
package struct ComparisonRow: StreamedRow, Equatable {
  package enum Standing: String, CaseIterable, Sendable {
    case higher, lower
    /// Chance alone could have set the unit apart as far.
    case notDistinguishable = "not-distinguishable"
    case notCompared = "not-compared"
    case suppressed
  }

  package enum Movement: String, CaseIterable, Sendable {
    case more, less
    /// Chance alone could have moved the figure as far.
    case notShown = "not-shown"
    case notCompared = "not-compared"
    case suppressed
  }

  /// Why a unit is not among those compared.
  package enum LeftOut: String, CaseIterable, Sendable {
    /// The indicator has no proportion of whole counts in a unit.
    case notAProportion = "not-a-proportion"
    case noValue = "no-value"
    /// Reports are missing, or a part cannot be told.
    case notWhole = "not-whole"
    /// Counts that are no whole numbers, or larger than the methods bear.
    case unsuitable = "unsuitable-counts"
    case suppressed
  }

  package var indicator: String
  /// Code.
  package var unit: String
  /// Name of the unit in that year, so that a chart needs no second table.
  package var name: String
  /// Group of like units that the plan declares; empty where there is none.
  package var group: String
  package var year: Int
  @Sparse package var numerator: Double?
  @Sparse package var denominator: Double?
  @Sparse package var value: Double?
  @Sparse package var lower: Double?
  @Sparse package var upper: Double?
  /// Value of the plan's unit.
  @Sparse package var overall: Double?
  package var leftOut: LeftOut?
  /// Numerator of all other units compared, together; the same of their denominator.
  @Sparse package var othersNumerator: Double?
  @Sparse package var othersDenominator: Double?
  /// Value drawn towards that of all units by how little the unit's counts tell.
  @Sparse package var smoothed: Double?
  /// Place of the value from the lowest; equal values share the mean of their places.
  @Sparse package var rank: Double?
  @Sparse package var rankLower: Double?
  @Sparse package var rankUpper: Double?
  /// Level that the interval of the rank attains.
  @Sparse package var rankLevel: Double?
  /// Place in the funnel around all units: `low-998`, `low-95`, `inside`, `high-95`, `high-998`.
  package var funnel: String
  /// The same with limits widened where units vary more than chance makes them.
  package var funnelWidened: String
  @Sparse package var p: Double?
  @Sparse package var q: Double?
  package var standing: Standing
  /// Change on the year before, with its interval, widened where units vary more than chance.
  @Sparse package var change: Double?
  @Sparse package var changeLower: Double?
  @Sparse package var changeUpper: Double?
  @Sparse package var changeP: Double?
  @Sparse package var changeQ: Double?
  package var movement: Movement
  /// What the unit's own years up to this one show; nil of what is yes or no.
  package var trend: TrendRow.Conclusion?
  @Sparse package var trendP: Double?
  /// Part of the unit's land that lay in units with listed changes; below 1 it cannot be compared
  /// with its own figures of later years.
  @Sparse package var covered: Double?
  /// First year of the unit as it is now, where earlier years are of another area or definition.
  package var breakYear: Int?

  package static let schema = TableSchema(
    "comparisons",
    vi: "So sánh giữa các đơn vị",
    en: "Comparisons between units",
    primaryKey: ["indicator", "unit", "year"],
    columns: [
      TableColumn("indicator", .text, vi: "Chỉ tiêu", en: "Indicator", isRequired: true),
      TableColumn("unit", .text, vi: "Đơn vị", en: "Org unit", isRequired: true),
      TableColumn("name", .text, vi: "Tên đơn vị", en: "Name of the unit"),
      TableColumn("group", .text, vi: "Nhóm", en: "Group"),
      TableColumn("year", .integer, vi: "Năm", en: "Year", isRequired: true),
      TableColumn("numerator", .number, vi: "Tử số", en: "Numerator"),
      TableColumn("denominator", .number, vi: "Mẫu số", en: "Denominator"),
      TableColumn("value", .number, vi: "Giá trị", en: "Value"),
      TableColumn("lower", .number, vi: "Cận dưới", en: "Lower limit"),
      TableColumn("upper", .number, vi: "Cận trên", en: "Upper limit"),
      TableColumn("overall", .number, vi: "Giá trị chung", en: "Value over all units"),
      TableColumn("left_out", .text, vi: "Lý do không so sánh", en: "Why it is not compared"),
      TableColumn(
        "others_numerator",
        .number,
        vi: "Tử số các đơn vị còn lại",
        en: "Numerator of the others"
      ),
      TableColumn(
        "others_denominator",
        .number,
        vi: "Mẫu số các đơn vị còn lại",
        en: "Denominator of the others"
      ),
      TableColumn("smoothed", .number, vi: "Giá trị đã làm mượt", en: "Shrunken value"),
      TableColumn("rank", .number, vi: "Thứ bậc từ thấp", en: "Rank from the lowest"),
      TableColumn("rank_lower", .number, vi: "Thứ bậc thấp nhất", en: "Lowest rank"),
      TableColumn("rank_upper", .number, vi: "Thứ bậc cao nhất", en: "Highest rank"),
      TableColumn("rank_level", .number, vi: "Độ tin cậy của thứ bậc", en: "Level of the ranks"),
      TableColumn("funnel", .text, vi: "Vị trí trong phễu", en: "Place in the funnel"),
      TableColumn(
        "funnel_widened",
        .text,
        vi: "Vị trí trong phễu đã nới",
        en: "Place in the widened funnel"
      ),
      TableColumn("p", .number, vi: "p so với các đơn vị còn lại", en: "p against the others"),
      TableColumn("q", .number, vi: "p đã hiệu chỉnh", en: "p adjusted for all tests"),
      TableColumn("standing", .text, vi: "Nhận định", en: "Reading", isRequired: true),
      TableColumn(
        "change",
        .number,
        vi: "Thay đổi so với năm trước",
        en: "Change on the year before"
      ),
      TableColumn(
        "change_lower",
        .number,
        vi: "Cận dưới thay đổi",
        en: "Lower limit of the change"
      ),
      TableColumn(
        "change_upper",
        .number,
        vi: "Cận trên thay đổi",
        en: "Upper limit of the change"
      ),
      TableColumn("change_p", .number, vi: "p của thay đổi", en: "p of the change"),
      TableColumn("change_q", .number, vi: "p hiệu chỉnh của thay đổi", en: "Adjusted p of it"),
      TableColumn(
        "movement",
        .text,
        vi: "Nhận định thay đổi",
        en: "Reading of it",
        isRequired: true
      ),
      TableColumn("trend", .text, vi: "Xu hướng riêng", en: "Own trend"),
      TableColumn("trend_p", .number, vi: "p của xu hướng riêng", en: "p of the own trend"),
      TableColumn("covered", .number, vi: "Phần diện tích thuộc đơn vị cũ", en: "Land covered"),
      TableColumn("break_year", .integer, vi: "Năm ngắt chuỗi", en: "Break of the series"),
    ]
  )

  package init(indicator: String, unit: String, year: Int) {
    self.indicator = indicator
    self.unit = unit
    self.year = year
    name = ""
    group = ""
    funnel = ""
    funnelWidened = ""
    standing = .notCompared
    movement = .notCompared
  }

  /// Takes over the unit's own figure.
  package mutating func fill(_ own: borrowing IndicatorRow) {
    numerator = own.numerator
    denominator = own.denominator
    value = own.value
    lower = own.lower
    upper = own.upper
  }

  package init(_ row: inout RowReader) throws(TableError) {
    indicator = row.text()
    unit = row.text()
    name = row.text()
    group = row.text()
    year = try row.integer()
    numerator = try row.optionalNumber()
    denominator = try row.optionalNumber()
    value = try row.optionalNumber()
    lower = try row.optionalNumber()
    upper = try row.optionalNumber()
    overall = try row.optionalNumber()
    leftOut = try row.optionalCode(LeftOut.self)
    othersNumerator = try row.optionalNumber()
    othersDenominator = try row.optionalNumber()
    smoothed = try row.optionalNumber()
    rank = try row.optionalNumber()
    rankLower = try row.optionalNumber()
    rankUpper = try row.optionalNumber()
    rankLevel = try row.optionalNumber()
    funnel = row.text()
    funnelWidened = row.text()
    p = try row.optionalNumber()
    q = try row.optionalNumber()
    standing = try row.code(Standing.self)
    change = try row.optionalNumber()
    changeLower = try row.optionalNumber()
    changeUpper = try row.optionalNumber()
    changeP = try row.optionalNumber()
    changeQ = try row.optionalNumber()
    movement = try row.code(Movement.self)
    trend = try row.optionalCode(TrendRow.Conclusion.self)
    trendP = try row.optionalNumber()
    covered = try row.optionalNumber()
    breakYear = try row.optionalInteger()
  }

  package func put(into sink: inout some CellSink) {
    sink.put(indicator)
    sink.put(unit)
    sink.put(name)
    sink.put(group)
    sink.put(year)
    sink.put(numerator)
    sink.put(denominator)
    sink.put(value)
    sink.put(lower)
    sink.put(upper)
    sink.put(overall)
    sink.put(leftOut?.rawValue ?? "")
    sink.put(othersNumerator)
    sink.put(othersDenominator)
    sink.put(smoothed)
    sink.put(rank)
    sink.put(rankLower)
    sink.put(rankUpper)
    sink.put(rankLevel)
    sink.put(funnel)
    sink.put(funnelWidened)
    sink.put(p)
    sink.put(q)
    sink.put(standing.rawValue)
    sink.put(change)
    sink.put(changeLower)
    sink.put(changeUpper)
    sink.put(changeP)
    sink.put(changeQ)
    sink.put(movement.rawValue)
    sink.put(trend?.rawValue ?? "")
    sink.put(trendP)
    sink.put(covered)
    sink.put(breakYear)
  }
}
