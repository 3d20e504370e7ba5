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
    var text = ""
    var rest = template[...]
    // Only what a sentence asks for is worked out, and texts are sought by their bytes.
    while let open = rest.utf8.firstIndex(of: 0x7B) {
      text += rest[..<open]
      rest = rest[open...]
      let close = rest.utf8.firstIndex(of: 0x7D)
      if let close, let known = place(rest[...close], indicator, row) {
        text += known
        rest = rest[close...].dropFirst()
      } else {
        text += "{"
        rest = rest.dropFirst()
      }
    }
    return text + rest
  }

  /// What stands in a place of a sentence; nil for one that is none.
  private func place(_ name: Substring, _ indicator: Indicator, _ row: IndicatorRow) -> String? {
    switch name {
    case "{unit}": unitName(row.unit)
    case "{year}": String(year)
    case "{value}": row.value.map { bareValue($0, indicator) } ?? ""
    case "{numerator}": row.numerator.map { numbers.short($0) } ?? ""
    case "{denominator}": row.denominator.map { numbers.short($0) } ?? ""
    case "{change}": change(trend(indicator.id, row.unit)?.change, indicator)
    case "{base}": valueText(indicator, row.unit, plan.years.base)
    case "{previous}": valueText(indicator, row.unit, year - 1)
    case "{reported}": String(row.reported)
    case "{expected}": String(row.expected)
    default: nil
    }
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

  func someNames(_ names: [String], most: Int = 6) -> String {
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
