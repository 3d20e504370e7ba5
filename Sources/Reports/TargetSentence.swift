internal import Diagnostics
internal import Plan
internal import Tables

/// One sentence on what a target stands at, with the figures that decide it and no more.
extension ReportContext {
  func targetSentence(_ target: Target, _ unit: String) -> String {
    guard let row = self.target(target.id, unit), let indicator = plan.indicator(row.indicator)
    else {
      return "**\(target.id)** – \(say(TargetStatus.notReported.label))."
    }
    let words = TargetWords(context: self, target: target, row: row, indicator: indicator)
    return "**\(target.id)** – \(words.sentence)."
  }
}

/// The words on one target's row.
private struct TargetWords {
  let context: ReportContext
  let target: Target
  let row: TargetRow
  let indicator: Indicator

  private var base: Int { context.plan.years.base }
  private var last: Int { context.plan.years.last }
  private var year: Int { row.year }
  private func say(vi: String, en: String) -> String { context.say(vi: vi, en: en) }
  private var own: IndicatorRow? { context.indicator(row.indicator, row.unit, year) }

  var sentence: String {
    let head =
      switch row.status {
      case .reached: reached
      case .kept: kept
      case .lost: lost
      case .notReached: notReached
      case .onPace, .behind: pace
      case .movingAway: movingAway
      case .tooSmall: tooSmall
      case .notReported:
        say(
          vi: "chưa báo cáo: năm \(year) chưa có số liệu nào",
          en: "not reported: there is no figure of \(year)"
        )
      case .noCase: noCase
      case .undecided: undecided
      case .notApplicable:
        target.form == .keepBase && context.plan.isReporter(row.unit)
          ? say(
            vi: "không áp dụng: năm \(base) không có để giữ",
            en: "not applicable: there was nothing to keep in \(base)"
          ) : context.say(row.status.label)
      case .suppressed: "\(context.say(row.status.label)) \(ReportContext.hiddenMark)"
      }
    return head + missingRemark + dissentRemark
  }
}

extension TargetWords {
  /// The figure as it stands in brackets; beside a count that is to go down, that of the base year.
  private var figure: String {
    let figure = context.targetFigure(row, indicator)
    if target.form == .fewer, row.targetValue != nil, row.value != nil {
      let before = context.valueText(indicator, row.unit, base)
      return say(
        vi: "\(figure), năm \(base) là \(before)",
        en: "\(figure), after \(before) in \(base)"
      )
    }
    guard case .ratio = indicator.formula, let value = row.value,
      let fraction = context.fraction(row.numerator, row.denominator)
    else { return figure }
    return "\(fraction), \(context.value(value, indicator))"
  }

  /// The figure on the scale of the target first, as the straight line has it.
  private var paceFigure: String {
    guard let value = row.value, row.status != .suppressed,
      let fraction = context.fraction(row.numerator, row.denominator)
    else { return context.targetFigure(row, indicator) }
    return "\(amount(value)) (\(fraction))"
  }

  /// A value on the scale of the target: units are counted, but their target is a percentage.
  private func amount(_ value: Double) -> String {
    guard case .units = indicator.formula else { return context.value(value, indicator) }
    return context.numbers.text(value, decimals: 1) + (context.isVietnamese ? " %" : "%")
  }

  private var reached: String {
    let label = context.status(row, withFigure: false)
    if row.worst != row.best {
      return say(
        vi: "\(label) (\(figure)); chưa rõ có giữ được liên tục hay không, vì có năm trước chưa đủ "
          + "số liệu",
        en: "\(label) (\(figure)); whether it was kept all along is not known, as an earlier year "
          + "lacks figures"
      )
    }
    // Done in an earlier year: the figure of this one would seem to deny it.
    if row.form == Target.Form.done.rawValue, row.evidence.rule == .history {
      return say(vi: "\(label), đã thực hiện ở năm trước", en: "\(label), done in an earlier year")
    }
    return "\(label) (\(figure))"
  }

  private var kept: String {
    if target.form == .fewer {
      return say(
        vi: "giữ được: năm \(base) không có để giảm và năm \(year) vẫn không có",
        en: "kept: there was nothing to reduce in \(base), and there is nothing in \(year)"
      )
    }
    return say(
      vi: "giữ được các năm \(context.plan.years.first)–\(year) (\(figure))",
      en: "kept in \(context.plan.years.first)–\(year) (\(figure))"
    )
  }

  private var lost: String {
    let since = row.since ?? year
    guard target.form == .reach || target.form == .fewer else {
      return say(
        vi: "không giữ được từ năm \(since) (\(figure))",
        en: "lost since \(since) (\(figure))"
      )
    }
    return say(
      vi: "đã đạt nhưng không giữ được từ năm \(since) (\(figure))",
      en: "was reached and is lost since \(since) (\(figure))"
    )
  }

  private var notReached: String {
    let label = context.say(row.status.label)
    // What is to be kept is due each year.
    let isDueOnce = target.when == .byEnd && target.form != .keep && target.form != .keepBase
    guard isDueOnce, year < last else {
      let late = isDueOnce ? say(vi: " khi hết hạn", en: " when due") : ""
      return "\(label)\(late) (\(figure))" + oneCaseToGo
    }
    return say(
      vi: "\(label) (\(figure)), hạn đến hết năm \(last)",
      en: "\(label) yet (\(figure)), due by the end of \(last)"
    )
  }

  /// Says that one case is all that lacks.
  private var oneCaseToGo: String {
    if row.evidence.oneMore == .reached || row.evidence.oneMore == .kept {
      return say(vi: "; thêm một trường hợp là đạt", en: "; one case more would reach it")
    }
    if row.evidence.oneFewer == .reached || row.evidence.oneFewer == .kept {
      return say(vi: "; bớt một trường hợp là đạt", en: "; one case fewer would reach it")
    }
    return ""
  }

  private var due: String {
    guard let due = row.evidence.due else { return "" }
    return say(
      vi: "; theo đường thẳng từ năm \(base), đến hết năm \(year) cần \(limit)\(amount(due))",
      en: "; on a straight line from \(base), \(limit)\(amount(due)) is due by the end of \(year)"
    )
  }

  private var limit: String {
    indicator.direction == .down || target.form == .none
      ? say(vi: "không quá ", en: "at most ") : ""
  }

  private var pace: String { "\(context.say(row.status.label)): \(paceFigure)" + due }

  private var movingAway: String {
    let then = context.indicator(row.indicator, row.unit, base).flatMap(\.value).map(amount) ?? "–"
    return say(
      vi: "xa mục tiêu hơn năm \(base): \(paceFigure), năm \(base) là \(then)",
      en: "moving away: \(paceFigure), after \(then) in \(base)"
    )
  }

  private var tooSmall: String {
    let ratio = row.evidence.paceRatio ?? 1
    // What the figure as it stands would be, which the other answers are told beside; 1e-12 is the
    // rounding that the pace allows (LinearPace).
    let own: TargetStatus = ratio < 0 ? .movingAway : ratio < 1 - 1e-12 ? .behind : .onPace
    func change(_ status: TargetStatus?, _ vi: String, _ en: String) -> String? {
      guard let status, status != own, own != .onPace || status != .reached else { return nil }
      let label = context.say(status.label)
      return say(vi: "\(vi) một trường hợp là \(label)", en: "one case \(en) is “\(label)”")
    }
    let others = [row.evidence.oneMore, row.evidence.oneFewer]
    let changes = [
      change(others[0], "thêm", "more"), change(others[1], "bớt", "fewer"),
    ].compactMap { $0 }
    // Behind or farther away is one thing more to tell: it is not on pace either way.
    let isNever = own != .onPace && !others.contains(.onPace) && !others.contains(.reached)
    let never =
      isNever
      ? say(vi: "; cả hai đều chưa đúng tiến độ", en: "; not on pace in either case") : ""
    return "\(context.say(row.status.label)): \(paceFigure)" + due + "; "
      + changes.joined(separator: ", ") + never
  }

  private var noCase: String {
    target.form == .keepBase
      ? say(
        vi: "không phát sinh: năm \(base) không đơn vị nào có để giữ",
        en: "no such case: no unit had it to keep in \(base)"
      )
      : say(
        vi: "không phát sinh: năm \(year) không có trường hợp nào để tính",
        en: "no such case: there was none to count in \(year)"
      )
  }

  private var undecided: String {
    let label = context.say(row.status.label)
    if own?.missing == .conflict || own?.missing == .illegible {
      return say(
        vi: "\(label): số liệu mâu thuẫn hoặc không đọc được",
        en: "\(label): the figures contradict each other or cannot be read"
      )
    }
    if let own, own.reported < own.expected, row.worst != row.best {
      return say(
        vi: "\(label): mới có \(own.reported)/\(own.expected) đơn vị báo cáo; "
          + context.statusBounds(row),
        en: "\(label): \(own.reported) of \(own.expected) units have reported; "
          + context.statusBounds(row)
      )
    }
    if row.form == Target.Form.keepBase.rawValue, row.worst != row.best {
      return say(
        vi: "\(label): có đơn vị chưa rõ năm \(base); \(context.statusBounds(row))",
        en: "\(label): of some units \(base) is not known; \(context.statusBounds(row))"
      )
    }
    let then = context.indicator(row.indicator, row.unit, base)
    if let then, then.reported < then.expected, row.worst != row.best {
      return say(
        vi: "\(label): năm \(base) mới có \(then.reported)/\(then.expected) đơn vị báo cáo; "
          + context.statusBounds(row),
        en: "\(label): of \(base), \(then.reported) of \(then.expected) units have reported; "
          + context.statusBounds(row)
      )
    }
    return say(
      vi: "\(label): chưa có số liệu năm \(base) để so sánh (năm \(year): \(figure))",
      en: "\(label): there is no figure of \(base) to compare with (\(year): \(figure))"
    )
  }

  /// Says that what is missing cannot change the answer; empty where nothing is missing.
  private var missingRemark: String {
    let isTold: Set<TargetStatus> = [
      .reached, .kept, .lost, .notReached, .onPace, .behind, .movingAway,
    ]
    guard let own, own.reported < own.expected, own.missing != .suppressed,
      isTold.contains(row.status)
    else { return "" }
    let count = own.expected - own.reported
    return say(
      vi: "; \(count) đơn vị chưa báo cáo đủ, nhưng không làm đổi kết luận",
      en: "; \(count) \(count == 1 ? "unit has" : "units have") not fully reported, which cannot "
        + "change this"
    )
  }

  private var dissentRemark: String {
    let rules = context.dissenting(row)
    guard !rules.isEmpty, row.status != .suppressed else { return "" }
    return say(
      vi: "; cách tính khác đã công bố cho kết quả khác: \(rules.joined(separator: ", "))",
      en: "; published rules say otherwise: \(rules.joined(separator: ", "))"
    )
  }
}
