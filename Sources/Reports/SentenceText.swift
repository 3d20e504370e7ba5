internal import Diagnostics
internal import Plan
internal import Tables

/// The sentences of indicators, with their places filled from the numbers.
extension ReportContext {
  /// One sentence on an indicator of a unit; it never puts a zero where nothing was reported.
  func sentence(_ indicator: Indicator, _ unit: String) -> String {
    let title = say(indicator.title)
    guard let row = self.indicator(indicator.id, unit, year) else {
      return "\(title): \(say(MissingReason.notReported.label))."
    }
    if row.missing == .suppressed {
      return "\(title): \(say(MissingReason.suppressed.label)) \(Self.hiddenMark)."
    }
    guard row.value != nil else {
      return "\(title): \(figure(row, indicator))." + reportingRemark(row, indicator)
    }
    guard let template = indicator.sentence else {
      return "\(title): \(figure(row, indicator))." + reportingRemark(row, indicator)
    }
    return filled(say(template), indicator, row) + reportingRemark(row, indicator)
  }

  private func filled(_ template: String, _ indicator: Indicator, _ row: IndicatorRow) -> String {
    let trend = trend(indicator.id, row.unit)
    let places: [(String, String)] = [
      ("{unit}", unitName(row.unit)),
      ("{year}", String(year)),
      ("{value}", row.value.map { bareValue($0, indicator) } ?? ""),
      ("{numerator}", row.numerator.map { numbers.short($0) } ?? ""),
      ("{denominator}", row.denominator.map { numbers.short($0) } ?? ""),
      ("{change}", change(trend?.change, indicator)),
      ("{base}", valueText(indicator, row.unit, plan.years.base)),
      ("{previous}", valueText(indicator, row.unit, year - 1)),
      ("{reported}", String(row.reported)),
      ("{expected}", String(row.expected)),
    ]
    return places.reduce(template) { $0.replacing($1.0, with: $1.1) }
  }

  /// The value alone, or the reason for none; with the number of units where some are missing.
  func valueText(_ indicator: Indicator, _ unit: String, _ year: Int) -> String {
    guard let row = self.indicator(indicator.id, unit, year) else {
      return say(MissingReason.notReported.label)
    }
    if row.missing == .suppressed { return Self.hiddenMark }
    guard let value = row.value else { return say((row.missing ?? .notReported).label) }
    if case .units = indicator.formula {
      return (row.numerator.map { numbers.short($0) } ?? self.value(value, indicator))
        + incompleteMark(row)
    }
    return self.value(value, indicator) + incompleteMark(row)
  }

  /// Says that a figure is not of all units; empty where it is.
  func incompleteMark(_ row: IndicatorRow) -> String {
    guard row.reported < row.expected, row.expected > 1 else { return "" }
    return say(
      vi: " (mới có \(row.reported)/\(row.expected) đơn vị)",
      en: " (\(row.reported) of \(row.expected) units)"
    )
  }

  /// Names the member units without which an indicator is not whole; empty where there are none.
  func missingUnits(_ indicator: String) -> String {
    let open = unitsNotWhole(indicator)
    let parts = [
      (say(vi: "chưa báo cáo: ", en: "not reported: "), open.absent),
      (say(vi: "báo cáo chưa đủ: ", en: "not fully reported: "), open.partial),
    ]
    return parts.filter { !$0.1.isEmpty }.map { $0.0 + someNames($0.1) }.joined(separator: "; ")
  }

  private func someNames(_ names: [String]) -> String {
    let most = 6
    let shown = names.prefix(most).joined(separator: ", ")
    let left = names.count - most
    guard left > 0 else { return shown }
    return shown + say(vi: " và \(left) đơn vị khác", en: " and \(left) more")
  }

  /// Who is missing, and what that can change.
  func reportingRemark(_ row: IndicatorRow, _ indicator: Indicator) -> String {
    guard row.reported < row.expected else { return "" }
    let units = say(
      vi: " Mới có \(row.reported)/\(row.expected) đơn vị báo cáo",
      en: " Only \(row.reported) of \(row.expected) units have reported"
    )
    let names = row.unit == plan.unit ? missingUnits(indicator.id) : ""
    let missing = names.isEmpty ? "" : "; \(names)"
    guard row.worst != nil, row.best != nil else { return units + missing + "." }
    let known = boundsBasis(row)
    let basis = known.isEmpty ? "" : "; \(known)"
    return units + missing
      + say(
        vi: "; giá trị nằm trong khoảng \(bounds(row, indicator)) (xấu nhất – tốt nhất\(basis)).",
        en: "; the value lies within \(bounds(row, indicator)) (worst – best\(basis))."
      )
  }
}
