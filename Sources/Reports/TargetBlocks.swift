internal import Diagnostics
internal import Plan
internal import Tables

/// `{{targets}}`, `{{target-units}}` and `{{readings}}`.
extension ReportContext {
  func targetsBlock() -> String {
    if let remark = beforeTargets { return remark }
    let rows = plan.targets.map { target in
      let row = self.target(target.id, plan.unit)
      let indicator = plan.indicator(target.indicator)
      let figures = indicator.map { indicator in
        row.map { targetFigure($0, indicator) }
          ?? figure(self.indicator(indicator.id, plan.unit, year), indicator)
      }
      return [
        target.id,
        target.clause,
        say(target.title),
        figures ?? "–",
        goal(target),
        self.target(target.id, plan.unit).map { status($0, withFigure: false) }
          ?? status(nil),
        statusBoundsCell(row, indicator),
      ]
    }
    let table = Markdown.table(
      isVietnamese
        ? [
          "Mã", "Mục", "Mục tiêu", "Kết quả (tử số/mẫu số)", "Mức đặt ra", "Tình trạng",
          "Xấu nhất – tốt nhất nếu còn thiếu báo cáo",
        ]
        : [
          "Id", "Clause", "Target", "Result (numerator/denominator)", "Goal", "Status",
          "Worst – best while reports are missing",
        ],
      rows
    )
    return Markdown.blocks([
      table,
      Markdown.list(plan.targets.map { targetSentence($0, plan.unit) } + missingUnits()),
    ])
  }

  /// Where a target speaks only of some units, its own fraction and not the indicator's.
  func targetFigure(_ row: TargetRow, _ indicator: Indicator) -> String {
    if row.form == Target.Form.keepBase.rawValue, !plan.isReporter(row.unit),
      row.status != .suppressed, let fraction = fraction(row.numerator, row.denominator)
    {
      return fraction
    }
    return figure(self.indicator(row.indicator, row.unit, row.year), indicator)
  }

  private func statusBoundsCell(_ row: TargetRow?, _ indicator: Indicator?) -> String {
    var values = ""
    if let indicator {
      let own = self.indicator(row?.indicator ?? indicator.id, plan.unit, year)
      let basis = boundsBasis(own)
      values = bounds(own, indicator) + (basis.isEmpty ? "" : " (\(basis))")
    }
    let parts = [values, statusBounds(row)].filter { !$0.isEmpty }
    return parts.isEmpty ? "–" : parts.joined(separator: "; ")
  }

  /// A sentence for the targets that wait for units, naming them.
  private func missingUnits() -> [String] {
    var groups: [(ids: [String], names: String)] = []
    for target in plan.targets {
      let indicator = self.target(target.id, plan.unit)?.indicator ?? target.indicator
      let names = missingUnits(indicator)
      guard !names.isEmpty else { continue }
      if let known = groups.firstIndex(where: { $0.names == names }) {
        groups[known].ids.append(target.id)
      } else {
        groups.append(([target.id], names))
      }
    }
    return groups.map { ids, names in
      "\(ids.joined(separator: ", ")) – \(names)."
    }
  }

  private func goal(_ target: Target) -> String {
    let indicator = plan.indicator(target.indicator)
    let number = target.value.map { value in
      numbers.short(value) + (indicator.map { percentSign($0) } ?? "")
    }
    let isDown = indicator?.direction == .down
    let words =
      switch target.form {
      case .reach: (isDown ? "≤ " : "≥ ") + (number ?? "–")
      case .keep:
        say(vi: "giữ ", en: "keep ") + (isDown ? "≤ " : "≥ ") + (number ?? "–")
      case .keepBase:
        say(vi: "giữ như năm \(plan.years.base)", en: "keep as in \(plan.years.base)")
      case .none: say(vi: "không có", en: "none")
      case .fewer:
        say(vi: "ít hơn năm \(plan.years.base)", en: "fewer than in \(plan.years.base)")
      case .done: say(vi: "có thực hiện", en: "done")
      }
    guard target.when == .byEnd else { return words }
    return words
      + say(vi: ", đến hết năm \(plan.years.last)", en: ", by the end of \(plan.years.last)")
  }

  func targetUnitsBlock() -> String {
    let shown = plan.targets.filter { target in
      members.contains { self.target(target.id, $0.code) != nil }
    }
    guard !shown.isEmpty else { return beforeTargets ?? "" }
    let rows = members.map { unit in
      [unit.name] + shown.map { cell(self.target($0.id, unit.code)) }
    }
    let table = Markdown.table(
      [say(vi: "Đơn vị", en: "Unit")] + shown.map(\.id),
      rows
    )
    let legend = shown.map { target in
      "**\(target.id)** (\(target.clause)): \(say(target.title)) – \(statusCounts(target))"
    }
    return Markdown.blocks([table, Markdown.list(legend)])
  }

  private func cell(_ row: TargetRow?) -> String {
    row == nil ? "–" : status(row)
  }

  private func statusCounts(_ target: Target) -> String {
    TargetStatus.allCases.compactMap { status in
      let units = members.filter { self.target(target.id, $0.code)?.status == status }
      guard !units.isEmpty else { return nil }
      return "\(say(status.label)): \(units.count)/\(members.count)"
    }.joined(separator: "; ")
  }

  func readingsBlock() -> String {
    let items = plan.targets.compactMap { target -> String? in
      guard let reading = target.reading else { return nil }
      let others = target.readings.filter { $0.id != reading.id }.map { say($0.title) }
      var text =
        "**\(target.id)** (\(target.clause)): "
        + say(vi: "hiểu là “\(say(reading.title))”", en: "read as “\(say(reading.title))”")
      if !others.isEmpty {
        text +=
          say(vi: "; cách hiểu khác: ", en: "; other readings: ")
          + others.map { "“\($0)”" }.joined(separator: ", ")
      }
      return text + "."
    }
    return items.isEmpty
      ? say(vi: "Không mục tiêu nào cần chọn cách hiểu.", en: "No target needed a reading.")
      : Markdown.list(items)
  }
}
