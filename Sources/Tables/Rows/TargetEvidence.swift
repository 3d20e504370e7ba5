import Diagnostics

/// What a target's status rests on, and what would change it.
package struct TargetEvidence: Equatable, Sendable {
  /// What decided the status.
  package enum Rule: String, CaseIterable, Sendable {
    /// The value of the year fulfils the target or does not.
    case value
    /// The years before it too.
    case history
    /// A straight line from the base year's value to the target.
    case linearPace = "linear-pace"
  }

  package var rule: Rule?
  /// Progress made as a ratio to progress due.
  package var paceRatio: Double?
  /// Value that the straight line has in the year.
  package var due: Double?
  /// Why there is no pace where the rule would be one.
  package var paceGap: String
  package var lower: Double?
  package var upper: Double?
  /// 0.95, where there is an interval.
  package var level: Double?
  package var method: String
  /// Status with one case more, where all have reported and such a case is possible.
  package var oneMore: TargetStatus?
  package var oneFewer: TargetStatus?
  /// Classes of published rules, for targets of the last year.
  package var eurostat: String
  package var unitedNations: String
  package var escapStatus: String
  package var sdgIndex: String
  /// Published rules that say otherwise than the status, separated by spaces.
  package var dissent: String

  package init(
    rule: Rule? = nil,
    paceRatio: Double? = nil,
    due: Double? = nil,
    paceGap: String = "",
    lower: Double? = nil,
    upper: Double? = nil,
    level: Double? = nil,
    method: String = "",
    oneMore: TargetStatus? = nil,
    oneFewer: TargetStatus? = nil,
    eurostat: String = "",
    unitedNations: String = "",
    escapStatus: String = "",
    sdgIndex: String = "",
    dissent: String = ""
  ) {
    self.rule = rule
    self.paceRatio = paceRatio
    self.due = due
    self.paceGap = paceGap
    self.lower = lower
    self.upper = upper
    self.level = level
    self.method = method
    self.oneMore = oneMore
    self.oneFewer = oneFewer
    self.eurostat = eurostat
    self.unitedNations = unitedNations
    self.escapStatus = escapStatus
    self.sdgIndex = sdgIndex
    self.dissent = dissent
  }

  init(_ row: inout RowReader) throws(TableError) {
    rule = try row.optionalCode(Rule.self)
    paceRatio = try row.optionalNumber()
    due = try row.optionalNumber()
    paceGap = row.text()
    lower = try row.optionalNumber()
    upper = try row.optionalNumber()
    level = try row.optionalNumber()
    method = row.text()
    oneMore = try row.optionalCode(TargetStatus.self)
    oneFewer = try row.optionalCode(TargetStatus.self)
    eurostat = row.text()
    unitedNations = row.text()
    escapStatus = row.text()
    sdgIndex = row.text()
    dissent = row.text()
  }

  static let columns: [TableColumn] = [
    TableColumn("rule", .text, vi: "Quy tắc quyết định", en: "Rule that decided"),
    TableColumn("pace_ratio", .number, vi: "Tỷ số tiến độ", en: "Pace ratio"),
    TableColumn("due", .number, vi: "Mức phải đạt đến năm này", en: "Due by this year"),
    TableColumn("pace_gap", .text, vi: "Lý do không có tiến độ", en: "Reason for no pace"),
    TableColumn("lower", .number, vi: "Cận dưới khoảng tin cậy", en: "Lower limit"),
    TableColumn("upper", .number, vi: "Cận trên khoảng tin cậy", en: "Upper limit"),
    TableColumn("level", .number, vi: "Độ tin cậy", en: "Level"),
    TableColumn("method", .text, vi: "Phương pháp", en: "Method"),
    TableColumn("one_more", .text, vi: "Nếu thêm một trường hợp", en: "With one case more"),
    TableColumn("one_fewer", .text, vi: "Nếu bớt một trường hợp", en: "With one case fewer"),
    TableColumn("eurostat", .text, vi: "Theo Eurostat, Open SDG", en: "By Eurostat, Open SDG"),
    TableColumn("united_nations", .text, vi: "Theo Liên hợp quốc", en: "By the United Nations"),
    TableColumn("escap_status", .text, vi: "Theo ESCAP (hiện trạng)", en: "By ESCAP (status)"),
    TableColumn("sdg_index", .text, vi: "Theo SDG Index", en: "By the SDG Index"),
    TableColumn("dissent", .text, vi: "Quy tắc cho kết quả khác", en: "Rules that dissent"),
  ]

  var cells: [Cell] {
    [
      .text(rule?.rawValue ?? ""),
      .optional(paceRatio),
      .optional(due),
      .text(paceGap),
      .optional(lower),
      .optional(upper),
      .optional(level),
      .text(method),
      .text(oneMore?.rawValue ?? ""),
      .text(oneFewer?.rawValue ?? ""),
      .text(eurostat),
      .text(unitedNations),
      .text(escapStatus),
      .text(sdgIndex),
      .text(dissent),
    ]
  }
}
