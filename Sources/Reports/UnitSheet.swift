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
        + years.map { figure(of: unit, indicator, $0) }
        + [trend(indicator.id, unit).map { conclusion($0, indicator) } ?? "–"]
    }
    return Markdown.table(
      [say(vi: "Chỉ tiêu", en: "Indicator"), say(vi: "Đơn vị tính", en: "Unit")]
        + years.map(String.init) + [say(vi: "Xu hướng", en: "Trend")],
      aligned: [.left, .left] + years.map { _ in .right } + [.left],
      rows
    )
  }

  /// A figure of a year, with a mark where the series was cut before it.
  private func figure(of unit: String, _ indicator: Indicator, _ year: Int) -> String {
    let isCut = trend(indicator.id, unit)?.breakYear == year
    return figure(self.indicator(indicator.id, unit, year), indicator)
      + (isCut ? " \(Self.breakMark)" : "")
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
    let compared = Dictionary(comparisons(of: unit).map { ($0.indicator, $0) }) { first, _ in first
    }
    let rows = plan.indicators.compactMap { indicator -> [String]? in
      guard let row = compared[indicator.id], row.leftOut != .notAProportion else { return nil }
      return [
        say(indicator.title), figure(self.indicator(row.indicator, unit, year), indicator),
        limits(row.lower, row.upper, indicator),
        figure(self.indicator(row.indicator, plan.unit, year), indicator), standing(row.standing),
      ]
    }
    guard !rows.isEmpty else {
      return say(vi: "Chưa có số liệu để so sánh.", en: "Nothing to compare yet.")
    }
    let table = Markdown.table(
      [
        say(vi: "Chỉ tiêu", en: "Indicator"), say(vi: "Đơn vị này", en: "This unit"),
        say(vi: "Khoảng tin cậy 95 %", en: "95% interval"),
        say(vi: "Chung", en: "All units"), say(vi: "Nhận định", en: "Reading"),
      ],
      aligned: [.left, .right, .right, .right, .left],
      rows
    )
    return Markdown.blocks([table, breakRemark(compared.values.compactMap(\.breakYear).max())])
  }

  /// Says where the unit's series is cut; empty where it is not.
  private func breakRemark(_ first: Int?) -> String {
    guard let first else { return "" }
    return say(
      vi: "\(Self.breakMark) Chuỗi số liệu bị ngắt ở năm \(first) vì địa giới hoặc định nghĩa thay "
        + "đổi; các năm trước không so với các năm sau.",
      en: "\(Self.breakMark) The series is cut in \(first), because the area or the definition "
        + "changed; earlier years are not compared with later ones."
    )
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
