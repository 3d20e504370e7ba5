/// Columns that several methods need.
extension StatColumn {
  static let value = StatColumn("value", .number, vi: "cột giá trị", en: "column of values")
  static let time = StatColumn(
    "time",
    .number,
    vi: "cột thời gian, như năm",
    en: "column of times, such as years"
  )
  static let numerator = StatColumn(
    "numerator",
    .count,
    vi: "cột tử số, số nguyên",
    en: "column of numerators, whole numbers"
  )
  static let denominator = StatColumn(
    "denominator",
    .count,
    vi: "cột mẫu số, số nguyên",
    en: "column of denominators, whole numbers"
  )
  static let events = StatColumn(
    "count",
    .count,
    vi: "cột số vụ, số nguyên",
    en: "column of counts of events, whole numbers"
  )
  static let population = StatColumn(
    "population",
    .number,
    vi: "cột dân số, hoặc thời gian chịu rủi ro",
    en: "column of populations, or times at risk"
  )
  static let unit = StatColumn("unit", .label, vi: "cột tên đơn vị", en: "column of units")
  /// For methods whose rows can do without names.
  static let label = StatColumn(
    "unit",
    .label,
    vi: "cột tên để ghi trước mỗi hàng",
    en: "column of names to write before each row",
    isRequired: false
  )
}

/// Keys that several methods have.
extension ResultKey {
  static let line = ResultKey("line", vi: "dòng trong tệp", en: "line of the file")
  static let unit = ResultKey("unit", vi: "đơn vị", en: "the unit")
  static let value = ResultKey("value", vi: "giá trị", en: "the value")
  static let lower = ResultKey("lower", vi: "cận dưới", en: "lower limit")
  static let upper = ResultKey("upper", vi: "cận trên", en: "upper limit")
  static let probability = ResultKey(
    "p",
    vi: "xác suất hai phía",
    en: "two-sided probability"
  )
  static let fraction = ResultKey(
    "fraction",
    vi: "xác suất dạng phân số, khi tính chính xác",
    en: "the probability as a fraction, where it is exact"
  )
  static let minimumP = ResultKey(
    "minimumP",
    vi: "p nhỏ nhất mà các giá trị này có thể đạt",
    en: "the least p that these values can reach"
  )
  static let level = ResultKey("level", vi: "mức tin cậy, %", en: "confidence level, %")
  static let method = ResultKey("method", vi: "cách tính", en: "how it was found")
}

/// What every answer has before its own keys; not written again by methods.
extension ResultKey {
  static let used = ResultKey("n", vi: "số hàng dùng được", en: "rows used")
  static let missing = ResultKey(
    "missing",
    vi: "số hàng thiếu giá trị, bị bỏ ra",
    en: "rows left out because a value is missing"
  )
  static let bad = ResultKey(
    "bad",
    vi: "số hàng có ô sai, bị bỏ ra",
    en: "rows left out because a cell is bad"
  )
  static let gap = ResultKey(
    "gap",
    vi: "mã lý do không có giá trị; kèm 'reason' bằng lời",
    en: "code of the reason for a missing value; with 'reason' in words"
  )
}
