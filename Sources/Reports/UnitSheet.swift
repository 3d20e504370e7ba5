internal import Diagnostics
internal import Plan
internal import Tables

/// The sheet of one member unit: its targets, its indicators over the years, its reports.
extension ReportContext {
  func unitSheet(_ unit: OrgUnit) -> String {
    Markdown.blocks(
      [
        "# \(unit.name) – \(say(vi: "năm", en: "year")) \(year)",
        notice,
        "*\(say(plan.title))* (\(plan.document.number))",
        section(vi: "Mục tiêu", en: "Targets"),
        unitTargets(unit.code),
        section(vi: "Chỉ tiêu qua các năm", en: "Indicators over the years"),
        unitIndicators(unit.code),
        section(vi: "So với toàn \(unitName(plan.unit))", en: "Beside \(unitName(plan.unit))"),
        unitComparisons(unit.code),
      ] + (isOfOthersReports ? [boundariesRemark ?? ""] : unitDuties(unit.code))
    )
  }

  /// What the unit sent and has to correct; a unit of other boundaries has sent nothing.
  private func unitDuties(_ unit: String) -> [String] {
    [
      section(vi: "Báo cáo đã gửi", en: "Reports sent"), unitReporting(unit),
      section(vi: "Điểm cần sửa", en: "To be corrected"), unitCorrections(unit),
    ]
  }

  private func section(vi: String, en: String) -> String { "## " + say(vi: vi, en: en) }

  private func unitTargets(_ unit: String) -> String {
    if let remark = beforeTargets { return remark }
    let rows = plan.targets.compactMap { target -> [String]? in
      guard let row = self.target(target.id, unit) else { return nil }
      let figures = plan.indicator(row.indicator).map { targetFigure(row, $0) }
      let bounds = statusBounds(row)
      return [
        target.id, target.clause, say(target.title), figures ?? "–",
        status(row, withFigure: false) + (bounds.isEmpty ? "" : " (\(bounds))"),
      ]
    }
    guard !rows.isEmpty else {
      return say(vi: "Không có mục tiêu tính cho đơn vị.", en: "No target is set for the unit.")
    }
    return Markdown.table(
      [
        say(vi: "Mã", en: "Id"), say(vi: "Mục", en: "Clause"), say(vi: "Mục tiêu", en: "Target"),
        say(vi: "Kết quả (tử số/mẫu số)", en: "Result (numerator/denominator)"),
        say(vi: "Tình trạng", en: "Status"),
      ],
      rows
    )
  }

  private func unitIndicators(_ unit: String) -> String {
    let years = plan.years.base...max(plan.years.base, year)
    let rows = plan.indicators.filter { isTold($0, of: unit, in: years) }.map { indicator in
      [say(indicator.title), isYesOrNo(indicator, unit) ? "–" : say(indicator.unit)]
        + years.map { figure(self.indicator(indicator.id, unit, $0), indicator) }
        + [trend(indicator.id, unit).map { conclusion($0, indicator) } ?? "–"]
    }
    return Markdown.table(
      [say(vi: "Chỉ tiêu", en: "Indicator"), say(vi: "Đơn vị tính", en: "Unit")]
        + years.map(String.init) + [say(vi: "Xu hướng", en: "Trend")],
      aligned: [.left, .left] + years.map { _ in .right } + [.left],
      rows
    )
  }

  /// What is told for single units only is left out where the unit never had a figure.
  private func isTold(_ indicator: Indicator, of unit: String, in years: ClosedRange<Int>) -> Bool {
    switch indicator.place {
    case .members: true
    case .plan: !plan.isReporter(unit)
    case .each:
      years.contains { year in
        let row = self.indicator(indicator.id, unit, year)
        return row?.value != nil || row?.missing == .conflict || row?.missing == .suppressed
      }
    }
  }

  private func unitComparisons(_ unit: String) -> String {
    let rows = comparisons(of: unit)
      .compactMap { row -> [String]? in
        guard let indicator = plan.indicator(row.indicator) else { return nil }
        let own = self.indicator(row.indicator, unit, year)
        let all = self.indicator(row.indicator, plan.unit, year)
        let limits =
          if let lower = row.lower, let upper = row.upper {
            "\(value(lower, indicator)) – \(value(upper, indicator))"
          } else { "–" }
        return [
          say(indicator.title), figure(own, indicator), limits, figure(all, indicator),
          position(row.position),
        ]
      }
    guard !rows.isEmpty else {
      return say(vi: "Chưa có số liệu để so sánh.", en: "Nothing to compare yet.")
    }
    return Markdown.table(
      [
        say(vi: "Chỉ tiêu", en: "Indicator"), say(vi: "Đơn vị này", en: "This unit"),
        say(vi: "Khoảng tin cậy 95 %", en: "95% interval"),
        say(vi: "Chung", en: "All units"), say(vi: "Nhận định", en: "Reading"),
      ],
      aligned: [.left, .right, .right, .right, .left],
      rows
    )
  }

  private func position(_ position: ComparisonRow.Position) -> String {
    switch position {
    case .higher: say(vi: "cao hơn mức chung", en: "higher")
    case .lower: say(vi: "thấp hơn mức chung", en: "lower")
    case .notDistinguishable:
      say(vi: "chưa phân biệt được với mức chung", en: "not distinguishable")
    case .notCompared: say(vi: "không so sánh", en: "not compared")
    }
  }

  private func unitReporting(_ unit: String) -> String {
    let lines = reportingLines(of: unit)
    return lines.isEmpty
      ? say(vi: "Năm \(year) đơn vị không phải gửi biểu nào.", en: "No form was due in \(year).")
      : Markdown.list(lines)
  }

  private func unitCorrections(_ unit: String) -> String {
    let conflicts = tables.conflicts.count { $0.sender == unit && $0.year == year }
    func count(_ severity: Severity) -> Int { findings(of: unit, severity) }
    return say(
      vi: "\(count(.error)) lỗi, \(count(.warning)) cảnh báo, \(conflicts) chỗ mâu thuẫn; "
        + "chi tiết ở [danh sách trả lại](../tra-lai/\(unit).md).",
      en: "\(count(.error)) errors, \(count(.warning)) warnings, \(conflicts) contradictions; "
        + "details in the [correction list](../tra-lai/\(unit).md)."
    )
  }
}
