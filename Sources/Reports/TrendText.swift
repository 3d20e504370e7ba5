internal import Diagnostics
internal import Plan
internal import Tables

/// Trends in words that claim no more than the test does.
extension ReportContext {
  func conclusion(_ row: TrendRow) -> String {
    let years = row.points
    let p = row.pValue.map { "p = \(numbers.text($0, decimals: 3))" } ?? ""
    let least = row.minimumP.map { numbers.text($0, decimals: 3) } ?? ""
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
      guard row.minimumP != nil else { return tooFew(years) }
      return say(
        vi: "\(years) năm không đủ để kết luận xu hướng: kể cả tăng hoặc giảm đều mỗi năm "
          + "cũng chỉ đạt p = \(least)",
        en: "\(years) years are too few to show a trend: even a steady movement each year would "
          + "only reach p = \(least)"
      )
    case .constant:
      return say(
        vi: "không đổi trong \(years) năm có số liệu",
        en: "constant over \(years) years with a value"
      )
    case .tooFew:
      return tooFew(years)
    case .suppressed:
      return "\(say(MissingReason.suppressed.label)) \(Self.hiddenMark)"
    }
  }

  private func tooFew(_ years: Int) -> String {
    say(
      vi: "mới có \(years) năm có số liệu, chưa nói được xu hướng",
      en: "only \(years) years with a value, no trend can be told"
    )
  }

  /// Sen's slope with its interval and the level that the few years attain.
  func slope(_ row: TrendRow, _ indicator: Indicator) -> String {
    if row.conclusion == .suppressed { return Self.hiddenMark }
    guard let slope = row.slope else { return "–" }
    let decimals = indicator.decimals + 1
    let middle = numbers.text(slope, decimals: decimals)
    guard let lower = row.slopeLower, let upper = row.slopeUpper, let level = row.attainedLevel
    else { return middle }
    let limits =
      "\(numbers.text(lower, decimals: decimals)); \(numbers.text(upper, decimals: decimals))"
    let per = numbers.text(level * 100, decimals: 1)
    return "\(middle) (\(limits); \(per)\(isVietnamese ? " %" : "%"))"
  }
}
