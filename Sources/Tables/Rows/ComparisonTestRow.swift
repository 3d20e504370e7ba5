/// What can be said of all units together, for an indicator and a year: whether they differ, whether
/// they move the same way over the years, and whether the plan's unit moved since the year before.
package struct ComparisonTestRow: TableRow, Equatable {
  package enum Difference: String, CaseIterable, Sendable {
    /// By more than chance alone would give.
    case shown
    case notShown = "not-shown"
    case notCompared = "not-compared"
    case suppressed
  }

  package enum Trend: String, CaseIterable, Sendable {
    case rising, falling
    case notShown = "not-shown"
    /// So few years could not show a trend, whatever their values.
    case cannotShow = "cannot-show"
    /// No unit's values differ.
    case constant
    case notTested = "not-tested"
    case suppressed
  }

  package var indicator: String
  /// Group of like units; empty for all units.
  package var group: String
  package var year: Int
  /// Units of the group.
  package var units: Int
  /// Units whose figures are compared; the table of comparisons tells why others are not.
  package var compared: Int?
  package var heterogeneityP: Double?
  /// The same adjusted for all indicators of the year.
  package var heterogeneityQ: Double?
  /// `exact`, `summed`, `simulated` or `chi-square`.
  package var heterogeneityMethod: String
  package var difference: Difference
  /// How much more units vary than chance makes them; about 1 where that is all.
  package var dispersion: Double?
  /// Dispersion above which the limits of the funnel are widened.
  package var dispersionThreshold: Double?
  /// First year of the common trend.
  package var firstYear: Int?
  /// Years in which some unit has a whole figure.
  package var years: Int?
  /// Sum of Kendall's S over the units.
  package var trendS: Int?
  package var trendP: Double?
  package var trendQ: Double?
  /// Least p that so many years can attain.
  package var trendLeastP: Double?
  /// `permuted-years` or `adjusted`.
  package var trendMethod: String
  package var trend: Trend
  /// Change of the plan's unit on the year before, with its interval.
  package var change: Double?
  package var changeLower: Double?
  package var changeUpper: Double?
  package var changeP: Double?
  package var changeQ: Double?
  package var movement: ComparisonRow.Movement

  package static let schema = TableSchema(
    "comparison_tests",
    vi: "Khác biệt và xu hướng chung của các đơn vị",
    en: "Differences and common trends of the units",
    primaryKey: ["indicator", "group", "year"],
    columns: [
      TableColumn("indicator", .text, vi: "Chỉ tiêu", en: "Indicator", isRequired: true),
      TableColumn("group", .text, vi: "Nhóm", en: "Group"),
      TableColumn("year", .integer, vi: "Năm", en: "Year", isRequired: true),
      TableColumn("units", .integer, vi: "Số đơn vị", en: "Units", isRequired: true),
      TableColumn("compared", .integer, vi: "Số đơn vị so sánh", en: "Units compared"),
      TableColumn("heterogeneity_p", .number, vi: "p của khác biệt", en: "p of the differences"),
      TableColumn("heterogeneity_q", .number, vi: "p đã hiệu chỉnh", en: "Adjusted p of them"),
      TableColumn("heterogeneity_method", .text, vi: "Phương pháp", en: "Method"),
      TableColumn("difference", .text, vi: "Nhận định", en: "Reading", isRequired: true),
      TableColumn("dispersion", .number, vi: "Độ phân tán φ", en: "Dispersion φ"),
      TableColumn("dispersion_threshold", .number, vi: "Ngưỡng của φ", en: "Threshold of φ"),
      TableColumn("first_year", .integer, vi: "Năm đầu", en: "First year"),
      TableColumn("years", .integer, vi: "Số năm", en: "Years"),
      TableColumn("trend_s", .integer, vi: "S của Kendall vùng", en: "Regional Kendall S"),
      TableColumn("trend_p", .number, vi: "p của xu hướng chung", en: "p of the common trend"),
      TableColumn("trend_q", .number, vi: "p hiệu chỉnh của xu hướng", en: "Adjusted p of it"),
      TableColumn("trend_least_p", .number, vi: "p nhỏ nhất có thể", en: "Least attainable p"),
      TableColumn("trend_method", .text, vi: "Phương pháp xu hướng", en: "Method of the trend"),
      TableColumn("trend", .text, vi: "Xu hướng chung", en: "Common trend", isRequired: true),
      TableColumn("change", .number, vi: "Thay đổi chung", en: "Change over all units"),
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
    ]
  )

  package init(indicator: String, group: String, year: Int, units: Int) {
    self.indicator = indicator
    self.group = group
    self.year = year
    self.units = units
    heterogeneityMethod = ""
    difference = .notCompared
    trendMethod = ""
    trend = .notTested
    movement = .notCompared
  }

  package init(_ row: inout RowReader) throws(TableError) {
    indicator = row.text()
    group = row.text()
    year = try row.integer()
    units = try row.integer()
    compared = try row.optionalInteger()
    heterogeneityP = try row.optionalNumber()
    heterogeneityQ = try row.optionalNumber()
    heterogeneityMethod = row.text()
    difference = try row.code(Difference.self)
    dispersion = try row.optionalNumber()
    dispersionThreshold = try row.optionalNumber()
    firstYear = try row.optionalInteger()
    years = try row.optionalInteger()
    trendS = try row.optionalInteger()
    trendP = try row.optionalNumber()
    trendQ = try row.optionalNumber()
    trendLeastP = try row.optionalNumber()
    trendMethod = row.text()
    trend = try row.code(Trend.self)
    change = try row.optionalNumber()
    changeLower = try row.optionalNumber()
    changeUpper = try row.optionalNumber()
    changeP = try row.optionalNumber()
    changeQ = try row.optionalNumber()
    movement = try row.code(ComparisonRow.Movement.self)
  }

  package var cells: [Cell] {
    [
      .text(indicator), .text(group), .integer(year), .integer(units), .optional(compared),
      .optional(heterogeneityP), .optional(heterogeneityQ), .text(heterogeneityMethod),
      .text(difference.rawValue), .optional(dispersion), .optional(dispersionThreshold),
      .optional(firstYear), .optional(years), .optional(trendS), .optional(trendP),
      .optional(trendQ), .optional(trendLeastP), .text(trendMethod), .text(trend.rawValue),
      .optional(change), .optional(changeLower), .optional(changeUpper), .optional(changeP),
      .optional(changeQ), .text(movement.rawValue),
    ]
  }
}

extension ComparisonTestRow {
  /// Whether units vary more than chance makes them, so that the funnel's limits are widened.
  package var isOverdispersed: Bool {
    guard let dispersion, let dispersionThreshold else { return false }
    return dispersion > dispersionThreshold
  }
}
