internal import Diagnostics
internal import Plan
internal import Tables

/// `{{sentences}}`, `{{indicators}}`, `{{trends}}` and `{{agency}}`.
extension ReportContext {
  private func indicators(ofAny clauses: [String]) -> [Indicator] {
    plan.indicators.filter { indicator in
      indicator.clauses.contains { own in clauses.contains { Self.isClause(own, within: $0) } }
    }
  }

  func sentencesBlock(_ clauses: [String]) -> String {
    Markdown.list(indicators(ofAny: clauses).map { sentence($0, plan.unit) })
  }

  func indicatorsBlock(_ clauses: [String]) -> String {
    indicatorTable(indicators(ofAny: clauses), unit: plan.unit)
  }

  func indicatorTable(_ indicators: [Indicator], unit: String) -> String {
    let base = plan.years.base
    return Markdown.table(
      [
        say(vi: "Chỉ tiêu", en: "Indicator"),
        say(vi: "Đơn vị tính", en: "Unit"),
        say(vi: "Năm \(year)", en: "\(year)"),
        say(vi: "Năm \(year - 1)", en: "\(year - 1)"),
        say(vi: "Năm gốc \(base)", en: "Base year \(base)"),
        say(vi: "So với năm trước", en: "On the year before"),
      ],
      aligned: [.left, .left, .right, .right, .right, .left],
      indicators.map { indicator in
        let trend = trend(indicator.id, unit)
        return [
          say(indicator.title),
          say(indicator.unit),
          figure(self.indicator(indicator.id, unit, year), indicator),
          valueText(indicator, unit, year - 1),
          valueText(indicator, unit, base),
          trend?.conclusion == .suppressed && trend?.change == nil
            ? Self.hiddenMark : change(trend?.change, indicator),
        ]
      }
    )
  }

  func trendsBlock() -> String {
    let rows = plan.indicators.compactMap { indicator -> [String]? in
      guard let row = trend(indicator.id, plan.unit) else { return nil }
      return [
        say(indicator.title),
        valueText(indicator, plan.unit, plan.years.base),
        valueText(indicator, plan.unit, year),
        row.conclusion == .suppressed && row.changeFromBase == nil
          ? Self.hiddenMark : change(row.changeFromBase, indicator),
        slope(row, indicator),
        conclusion(row, indicator),
      ]
    }
    let table = Markdown.table(
      [
        say(vi: "Chỉ tiêu", en: "Indicator"),
        say(vi: "Năm \(plan.years.base)", en: "\(plan.years.base)"),
        say(vi: "Năm \(year)", en: "\(year)"),
        say(vi: "So với năm gốc", en: "On the base year"),
        say(
          vi: "Độ dốc Sen mỗi năm (khoảng; độ tin cậy)",
          en: "Sen's slope a year (limits; level)"
        ),
        say(vi: "Nhận định", en: "Reading"),
      ],
      aligned: [.left, .right, .right, .left, .right, .left],
      rows
    )
    return Markdown.blocks([table, manyTestsRemark()])
  }

  /// How many of so many tests chance alone would make significant.
  private func manyTestsRemark() -> String {
    let rows = plan.indicators.filter { !isAnswer($0) }.compactMap { trend($0.id, plan.unit) }
    let significant = rows.count { $0.conclusion == .increasing || $0.conclusion == .decreasing }
    let tested = significant + rows.count { $0.conclusion == .notShown }
    guard tested > 1 else { return "" }
    let byChance = numbers.text(Double(tested) * 0.05, decimals: 1)
    return say(
      vi: "Bảng trên có \(tested) phép kiểm đủ năm để kết luận, \(significant) trong đó có "
        + "p ≤ 0,05. Nếu không chỉ tiêu nào thật sự có xu hướng, ngẫu nhiên vẫn có thể cho đến "
        + "\(byChance) kết quả như vậy; không nên dựa vào riêng một kết quả.",
      en: "The table holds \(tested) tests with enough years to conclude, \(significant) of them "
        + "with p ≤ 0.05. If no indicator truly had a trend, chance alone could still give up to "
        + "\(byChance) such results; no single one should be relied on by itself."
    )
  }

  func agencyBlock(_ id: String) -> String {
    guard let sender = plan.sender(id) else { return "" }
    let duty = say(sender.duty)
    let lines = reportingLines(of: id)
    let none = say(vi: "Năm \(year) không phải gửi biểu nào.", en: "No form was due in \(year).")
    let sent =
      if sender.eachLevel != nil {
        eachSenderSummary()
      } else {
        lines.isEmpty ? none : Markdown.list(lines)
      }
    return Markdown.blocks([
      duty.isEmpty ? "" : "*\(say(vi: "Nhiệm vụ", en: "Duty")):* \(duty)",
      sent,
      Markdown.list(indicators(of: sender).map { sentence($0, plan.unit) }),
    ])
  }

  /// Indicators of a sender's clause; of a clause that several senders share, those that its own
  /// forms feed, and those that no form of the others does.
  private func indicators(of sender: Sender) -> [Indicator] {
    guard !sender.clause.isEmpty else { return [] }
    let all = indicators(of: sender.clause)
    let sharing = plan.senders.filter { $0.clause == sender.clause }.map(\.id)
    guard sharing.count > 1 else { return all }
    return all.filter { indicator in
      let feeding = Set(
        indicator.elements.compactMap { plan.element($0) }
          .compactMap { plan.form($0.form) }
          .flatMap(\.senders)
      )
      return feeding.contains(sender.id) || feeding.isDisjoint(with: sharing)
    }
  }

  private func eachSenderSummary() -> String {
    // Whom nobody waits for, as another unit told the whole year, is no sender of it.
    let codes = Set(reportingKeys.filter { laterReporters.isEmpty || !reporting(of: $0).isEmpty })
    let complete = codes.filter { code in
      let rows = reporting(of: code)
      return !rows.isEmpty && rows.allSatisfy { $0.status == .onTime || $0.status == .late }
    }
    let absent = codes.subtracting(complete).sorted().map(reporterName)
    var text = say(
      vi: "Đã gửi đủ biểu: \(complete.count)/\(codes.count) đơn vị.",
      en: "All forms sent by \(complete.count) of \(codes.count) units."
    )
    if !absent.isEmpty {
      text +=
        say(vi: " Chưa báo cáo đủ: ", en: " Not fully reported: ")
        + absent.joined(separator: ", ") + "."
    }
    return text
  }

  /// A line for each form that a sender owes for the year: when it came, or that it did not.
  func reportingLines(of sender: String) -> [String] {
    reporting(of: sender).map(reportingLine)
  }

  func reportingLine(_ row: ReportingRow) -> String {
    let form = formTitle(row.form)
    let due = row.due.map {
      say(vi: " (hạn \(numbers.date($0)))", en: " (due \(numbers.date($0)))")
    }
    let received = row.received.map(numbers.date) ?? "–"
    var text =
      switch row.status {
      case .onTime:
        say(vi: "\(form): gửi ngày \(received), đúng hạn", en: "\(form): sent \(received), on time")
      case .late:
        say(vi: "\(form): gửi ngày \(received), trễ hạn", en: "\(form): sent \(received), late")
      case .missing: say(vi: "\(form): chưa báo cáo", en: "\(form): not reported")
      case .setAside:
        say(
          vi: "\(form): có gửi nhưng tệp không dùng được",
          en: "\(form): sent, but no file was usable"
        )
      }
    text += due ?? ""
    if row.files > 1 {
      text += say(vi: "; gửi \(row.files) tệp", en: "; \(row.files) files")
    }
    if row.status != .missing, row.unitsReported < row.unitsExpected {
      text += say(
        vi: "; mới có \(row.unitsReported)/\(row.unitsExpected) đơn vị",
        en: "; \(row.unitsReported) of \(row.unitsExpected) units only"
      )
    }
    return text + "."
  }

  func formTitle(_ name: String) -> String {
    guard let form = plan.form(name) else { return name }
    return form.number.isEmpty ? say(form.title) : "\(say(form.title)) (\(form.number))"
  }
}
