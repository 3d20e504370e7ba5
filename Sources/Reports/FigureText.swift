internal import Diagnostics
internal import Plan
internal import Tables

/// How the figures of indicators and targets are written.
extension ReportContext {
  /// Mark of a number that is hidden to protect persons, as official statistics write it.
  static let hiddenMark = "[c]"

  func value(_ value: Double, _ indicator: Indicator) -> String {
    bareValue(value, indicator) + percentSign(indicator)
  }

  /// The number without its unit of measure, or yes and no where that is what was asked.
  func bareValue(_ value: Double, _ indicator: Indicator) -> String {
    isAnswer(indicator) ? answer(value) : numbers.text(value, decimals: indicator.decimals)
  }

  private func answer(_ value: Double) -> String {
    value > 0 ? say(vi: "có", en: "yes") : say(vi: "không", en: "no")
  }

  /// Whether the indicator is one yes or no of the plan's own unit.
  func isAnswer(_ indicator: Indicator) -> Bool {
    plan.rollUp == nil && isAnswerOfPlanUnit(indicator)
  }

  /// Whether each unit that has the plan answers yes or no; above several, those that say yes are
  /// counted.
  private func isAnswerOfPlanUnit(_ indicator: Indicator) -> Bool {
    guard case .count = indicator.formula, indicator.place == .plan else { return false }
    return indicator.elements.count == 1
      && indicator.elements.allSatisfy { plan.element($0)?.kind == .flag }
  }

  /// Whether a figure of the unit says yes or no: an answer, or whether one unit is among those
  /// that are counted.
  func isYesOrNo(_ indicator: Indicator, _ unit: String) -> Bool {
    guard case .units = indicator.formula, plan.isReporter(unit) else { return isAnswer(indicator) }
    return true
  }

  /// The sign after a number, where the indicator is a percentage.
  func percentSign(_ indicator: Indicator) -> String {
    guard say(indicator.unit) == "%" else { return "" }
    return isVietnamese ? " %" : "%"
  }

  /// A value with its numerator and denominator: `85,7 % (12/14)`.
  func figure(_ row: IndicatorRow?, _ indicator: Indicator) -> String {
    guard let row else { return say(MissingReason.notReported.label) }
    if row.missing == .suppressed { return Self.hiddenMark }
    guard let value = row.value else {
      let reason = say((row.missing ?? .notReported).label)
      guard let fraction = fraction(row.numerator, row.denominator) else { return reason }
      return "\(reason) (\(fraction))"
    }
    // At other boundaries a unit has parts, of which some may be missing.
    let mark = row.unit == plan.unit ? "" : incompleteMark(row)
    return wholeFigure(row, value, indicator) + mark
  }

  private func wholeFigure(_ row: IndicatorRow, _ value: Double, _ indicator: Indicator) -> String {
    switch indicator.formula {
    case .count where plan.rollUp != nil && isAnswerOfPlanUnit(indicator):
      return "\(numbers.short(value))/\(row.reported)"
    case .count:
      return self.value(value, indicator)
    case .units where isYesOrNo(indicator, row.unit):
      return answer(value)
    case .units:
      return fraction(row.numerator, row.denominator) ?? self.value(value, indicator)
    case .ratio:
      guard let fraction = fraction(row.numerator, row.denominator) else {
        return self.value(value, indicator)
      }
      return "\(self.value(value, indicator)) (\(fraction))"
    }
  }

  func fraction(_ numerator: Double?, _ denominator: Double?) -> String? {
    guard let numerator, let denominator else { return nil }
    return "\(numbers.short(numerator))/\(numbers.short(denominator))"
  }

  /// The two ends between which the value lies while reports are missing.
  func bounds(_ row: IndicatorRow?, _ indicator: Indicator) -> String {
    guard let row, row.reported < row.expected || isOfOutsideLand(row) else { return "" }
    if row.missing == .suppressed { return Self.hiddenMark }
    guard let worst = row.worst, let best = row.best else {
      return say(vi: "không xác định được", en: "cannot be told")
    }
    return "\(value(worst, indicator)) – \(value(best, indicator))"
  }

  /// Whether reports of new units hold land that is not the plan's.
  private func isOfOutsideLand(_ row: IndicatorRow) -> Bool {
    row.boundBasis == "outside-land" && row.worst != nil && row.best != nil
  }

  /// What bounds rest on where it is less than reports of the year; empty otherwise.
  func boundsBasis(_ row: IndicatorRow?) -> String {
    guard let row, row.reported < row.expected || isOfOutsideLand(row), row.worst != nil,
      row.best != nil
    else { return "" }
    return switch row.boundBasis {
    case "assumed-denominators":
      say(
        vi: "giả định mẫu số của lần báo cáo gần nhất",
        en: "denominators of the latest earlier report assumed"
      )
    case "outside-land":
      say(
        vi: "không tính số riêng của đơn vị mới có đất ngoài kế hoạch",
        en: "without new units' own figures where their land is not all the plan's"
      )
    case "unbounded":
      say(vi: "không có căn cứ về mẫu số", en: "nothing is known of the denominators")
    default: ""
    }
  }

  /// A status in words with its figure: `đạt (3/3)`.
  func status(_ row: TargetRow?, withFigure: Bool = true) -> String {
    guard let row else { return say(TargetStatus.notReported.label) }
    var text = say(row.status.label)
    if row.status == .lost, let since = row.since {
      text += say(vi: " từ năm \(since)", en: " since \(since)")
    } else if row.status == .reached, let since = row.since {
      text += say(vi: " từ năm \(since)", en: " since \(since)")
    }
    guard withFigure, let figure = targetFigure(row) else { return text }
    return "\(text) (\(figure))"
  }

  private func targetFigure(_ row: TargetRow) -> String? {
    let key = indicator(row.indicator, row.unit, row.year)
    if row.status == .suppressed || key?.missing == .suppressed { return Self.hiddenMark }
    if let fraction = fraction(row.numerator, row.denominator) { return fraction }
    guard let value = row.value, let indicator = plan.indicator(row.indicator) else { return nil }
    return self.value(value, indicator)
  }

  /// The statuses between which the answer lies while reports are missing; empty where it is sure.
  func statusBounds(_ row: TargetRow?) -> String {
    guard let row, row.worst != row.best || row.status == .undecided else { return "" }
    return say(
      vi: "xấu nhất: \(say(row.worst.label)); tốt nhất: \(say(row.best.label))",
      en: "worst: \(say(row.worst.label)); best: \(say(row.best.label))"
    )
  }

  /// A difference in words: `tăng 3`, `giảm 2,5 điểm %`, `không đổi`.
  func change(_ change: Double?, _ indicator: Indicator) -> String {
    guard let change else { return say(vi: "không so sánh được", en: "not comparable") }
    if isAnswer(indicator), change != 0 {
      return change > 0
        ? say(vi: "từ không thành có", en: "from no to yes")
        : say(vi: "từ có thành không", en: "from yes to no")
    }
    let unit =
      say(indicator.unit) == "%" ? say(vi: " điểm %", en: " percentage points") : ""
    let size = numbers.text(abs(change), decimals: indicator.decimals)
    let zero = numbers.text(0, decimals: indicator.decimals)
    if size == zero { return say(vi: "không đổi", en: "unchanged") }
    return change > 0
      ? say(vi: "tăng \(size)\(unit)", en: "up \(size)\(unit)")
      : say(vi: "giảm \(size)\(unit)", en: "down \(size)\(unit)")
  }
}
