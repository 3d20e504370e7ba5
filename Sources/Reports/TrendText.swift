internal import Diagnostics
internal import Plan
internal import Tables

/// Trends in words that claim no more than the test does.
extension ReportContext {
  func conclusion(_ row: TrendRow, _ indicator: Indicator) -> String {
    if isYesOrNo(indicator, row.unit), row.conclusion != .suppressed { return "–" }
    let years = row.points
    let p = row.pValue.map { "p = \(numbers.text($0, decimals: 3))" } ?? ""
    switch row.conclusion {
    case .increasing:
      return say(
        vi: "xu hướng tăng có ý nghĩa thống kê (Mann-Kendall, \(years) năm, \(p))",
        en: "significant increase (Mann-Kendall, \(years) years, \(p))"
      )
    case .decreasing:
      return say(
        vi: "xu hướng giảm có ý nghĩa thống kê (Mann-Kendall, \(years) năm, \(p))",
        en: "significant decrease (Mann-Kendall, \(years) years, \(p))"
      )
    case .notShown:
      return say(
        vi: "chưa đủ căn cứ nói là có xu hướng (Mann-Kendall, \(years) năm, \(p))",
        en: "no trend shown (Mann-Kendall, \(years) years, \(p))"
      )
    case .cannotShow:
      return cannotShow(row)
    case .constant:
      return say(
        vi: "không đổi trong \(years) năm đủ số liệu",
        en: "constant over \(years) years with whole figures"
      )
    case .tooFew:
      return tooFew(years)
    case .suppressed:
      return "\(say(MissingReason.suppressed.label)) \(Self.hiddenMark)"
    }
  }

  /// Why no order of the values could show a trend: too few years, or equal ones among them.
  private func cannotShow(_ row: TrendRow) -> String {
    let years = row.points
    guard let least = row.minimumP, let untied = row.minimumPUntied else { return tooFew(years) }
    if untied > 0.05 {
      let p = numbers.text(untied, decimals: 3)
      return say(
        vi: "\(years) năm không đủ để kết luận xu hướng: kể cả tăng hoặc giảm đều mỗi năm "
          + "cũng chỉ đạt p = \(p)",
        en: "\(years) years are too few to show a trend: even a steady movement each year would "
          + "only reach p = \(p)"
      )
    }
    let p = numbers.text(least, decimals: 3)
    return say(
      vi: "nhiều năm có giá trị bằng nhau, nên dù xếp theo thứ tự nào p cũng không dưới \(p): "
        + "không kết luận được xu hướng (\(years) năm)",
      en: "several years have equal values, so that p is at least \(p) in whatever order: no "
        + "trend can be concluded (\(years) years)"
    )
  }

  private func tooFew(_ years: Int) -> String {
    say(
      vi: "mới có \(years) năm đủ số liệu, chưa nói được xu hướng",
      en: "only \(years) years with whole figures, no trend can be told"
    )
  }

  /// Sen's slope with its interval and the level that the few years attain.
  func slope(_ row: TrendRow, _ indicator: Indicator) -> String {
    if row.conclusion == .suppressed { return Self.hiddenMark }
    guard let slope = row.slope, !isAnswer(indicator) else { return "–" }
    // One more place than the values have, but not where single units are far below the slope.
    let isLarge = indicator.decimals == 0 && abs(slope) >= 100
    let decimals = isLarge ? 0 : indicator.decimals + 1
    let middle = numbers.text(slope, decimals: decimals)
    guard let lower = row.slopeLower, let upper = row.slopeUpper, let level = row.attainedLevel
    else { return middle }
    let limits =
      "\(numbers.text(lower, decimals: decimals)); \(numbers.text(upper, decimals: decimals))"
    let per = numbers.text(level * 100, decimals: 1)
    return "\(middle) (\(limits); \(per)\(isVietnamese ? " %" : "%"))"
  }
}
