internal import Diagnostics
internal import Plan
internal import Tables

/// `{{comparison}}`: the chapter on units and years side by side.
extension ReportContext {
  var comparisonText: ComparisonText {
    ComparisonText(
      plan,
      comparisons: tables.comparisons,
      tests: tables.comparisonTests,
      indicators: tables.indicators,
      language: language
    )
  }

  var comparisonChapter: ComparisonChapter {
    ComparisonChapter(text: comparisonText, year: year, unitName: unitName(plan.unit))
  }

  func comparisonBlock() -> String {
    let chapter = comparisonChapter
    func list(_ claims: [ComparisonClaim]) -> String { Markdown.list(claims.map(\.sentence)) }
    return Markdown.blocks([
      head(vi: "Xu hướng chung", en: "The common trend"), list(chapter.trends),
      head(vi: "Khác biệt giữa các đơn vị", en: "Differences between units"),
      list(chapter.differences + chapter.comparability), apartTable(chapter),
      chapter.changes.isEmpty
        ? "" : head(vi: "Thay đổi so với năm \(year - 1)", en: "Changes since \(year - 1)"),
      list(chapter.changes), yearsTable(chapter), readingRemark,
    ])
  }

  private func head(vi: String, en: String) -> String { "**\(say(vi: vi, en: en))**" }

  /// Units that stand apart, with their figures.
  private func apartTable(_ chapter: ComparisonChapter) -> String {
    Markdown.table(
      [
        say(vi: "Chỉ tiêu", en: "Indicator"), say(vi: "Đơn vị", en: "Unit"),
        say(vi: "Giá trị", en: "Value"), say(vi: "Khoảng 95 %", en: "95% interval"),
        say(vi: "Đã làm mượt", en: "Shrunken"), say(vi: "Thứ bậc từ thấp", en: "Rank from lowest"),
        say(vi: "Nhận định", en: "Reading"),
      ],
      aligned: [.left, .left, .right, .right, .right, .right, .left],
      chapter.apart.map { indicator, row in
        [
          say(indicator.title), row.name, row.value.map { value($0, indicator) } ?? "–",
          limits(row.lower, row.upper, indicator),
          row.smoothed.map { value($0, indicator) } ?? "–",
          rank(row, among: chapter.text.test(indicator, year)),
          standing(row.standing),
        ]
      }
    )
  }

  func limits(_ lower: Double?, _ upper: Double?, _ indicator: Indicator) -> String {
    guard let lower, let upper else { return "–" }
    return "\(value(lower, indicator)) – \(value(upper, indicator))"
  }

  private func rank(_ row: ComparisonRow, among units: ComparisonTestRow?) -> String {
    guard let rank = row.rank, let lower = row.rankLower, let upper = row.rankUpper else {
      return "–"
    }
    let among = units?.compared.map { "/\($0)" } ?? ""
    return
      "\(numbers.short(rank, upTo: 1))\(among) (\(numbers.short(lower))–\(numbers.short(upper)))"
  }

  func standing(_ standing: ComparisonRow.Standing) -> String {
    switch standing {
    case .higher: say(vi: "cao hơn các đơn vị còn lại", en: "higher than the others")
    case .lower: say(vi: "thấp hơn các đơn vị còn lại", en: "lower than the others")
    case .notDistinguishable:
      say(vi: "chưa phân biệt được với các đơn vị còn lại", en: "not distinguishable")
    case .notCompared: say(vi: "không so sánh", en: "not compared")
    case .suppressed: "\(say(MissingReason.suppressed.label)) \(Self.hiddenMark)"
    }
  }

  /// The years of the units that the chapter names, side by side.
  private func yearsTable(_ chapter: ComparisonChapter) -> String {
    let years = plan.years.base...max(plan.years.base, year)
    let rows = chapter.apart.map { indicator, row in
      [say(indicator.title), row.name]
        + years.map { valueText(indicator, row.unit, $0) + mark(row, $0) }
        + [trend(indicator.id, row.unit).map { conclusion($0, indicator) } ?? "–"]
    }
    guard !rows.isEmpty, years.count > 1 else { return "" }
    let title = say(
      vi: "**Các năm của những đơn vị nêu trên** (mọi đơn vị: xem phiếu từng đơn vị)",
      en: "**The years of the units named** (all units: see the units' sheets)"
    )
    let table = Markdown.table(
      [say(vi: "Chỉ tiêu", en: "Indicator"), say(vi: "Đơn vị", en: "Unit")]
        + years.map(String.init) + [say(vi: "Xu hướng riêng", en: "Own trend")],
      aligned: [.left, .left] + years.map { _ in .right } + [.left],
      rows
    )
    return Markdown.blocks([title, table])
  }

  private func mark(_ row: ComparisonRow, _ year: Int) -> String {
    row.breakYear == year ? " \(Self.breakMark)" : ""
  }

  /// Mark of the first year of a series that was cut.
  static let breakMark = "‖"

  private var readingRemark: String {
    say(
      vi: "*Cách đọc.* Chỉ so sánh tỷ lệ có tử số nằm trong mẫu số, ở đơn vị đã báo cáo đủ. “Cao "
        + "hơn”, “thấp hơn”, “tăng”, “giảm” trong chương này chỉ được nói khi xác suất đã hiệu chỉnh "
        + "cho mọi phép so sánh (q) không quá 0,05 và khoảng tin cậy cũng cho phép; cùng một cơ sở "
        + "được đếm ở hai năm thì phép so sánh hai năm thận trọng hơn thực tế. “Đã làm mượt” là giá "
        + "trị kéo về mức chung theo mức ít số liệu của đơn vị; thứ bậc kèm khoảng 95 %.",
      en:
        "*How to read this.* Only proportions with the numerator in the denominator are compared, "
        + "of units that reported in full. “Higher”, “lower”, “rise”, “fall”, “up” and “down” are "
        + "said in this chapter only where the probability adjusted for all comparisons (q) is at "
        + "most 0.05 and the interval allows it; where the same establishments are counted in two "
        + "years, comparing them is more cautious than need be. “Shrunken” is the value drawn towards "
        + "that of all by how little the unit's counts tell; ranks come with 95% intervals."
    )
  }
}
