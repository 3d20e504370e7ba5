internal import Diagnostics
internal import Plan
internal import Tables

/// `{{target-details}}`: what the statuses rest on, and what would change them.
extension ReportContext {
  func targetDetailsBlock() -> String {
    if let remark = beforeTargets { return remark }
    let rows = plan.targets.compactMap { target -> [String]? in
      guard let row = self.target(target.id, plan.unit),
        let indicator = plan.indicator(row.indicator)
      else { return nil }
      return [
        target.id,
        say(row.status.label),
        paceCell(row, indicator),
        intervalCell(row, indicator),
        caseCell(row),
        list(publishedAnswers(row)),
      ]
    }
    guard !rows.isEmpty else { return say(MissingReason.notReported.label) + "." }
    let table = Markdown.table(
      isVietnamese
        ? [
          "Mã", "Tình trạng", "Tiến độ (mức cần đến nay)", "Khoảng tin cậy 95 %",
          "Nếu thêm / bớt một trường hợp", "Cách tính khác đã công bố",
        ]
        : [
          "Id", "Status", "Pace (due by now)", "95% interval", "One case more / fewer",
          "Published rules",
        ],
      rows
    )
    return Markdown.blocks([table, Markdown.list(detailRemarks())])
  }

  private func list(_ parts: [String]) -> String {
    parts.isEmpty ? "–" : parts.joined(separator: "; ")
  }

  private func paceCell(_ row: TargetRow, _ indicator: Indicator) -> String {
    guard let ratio = row.evidence.paceRatio, let due = row.evidence.due else { return "–" }
    return "\(numbers.text(ratio, decimals: 2)) (\(onScale(due, indicator)))"
  }

  private func intervalCell(_ row: TargetRow, _ indicator: Indicator) -> String {
    guard let lower = row.evidence.lower, let upper = row.evidence.upper else { return "–" }
    let method = intervalMethod(row.evidence.method)
    return "\(onScale(lower, indicator)) – \(onScale(upper, indicator)) (\(method))"
  }

  /// How a limit was found, in words; tables keep the code.
  private func intervalMethod(_ code: String) -> String {
    if code == "wilson" { return "Wilson" }
    return code.hasPrefix("poisson") ? say(vi: "Poisson chính xác", en: "exact Poisson") : code
  }

  /// Limits are no whole counts, so that they get a decimal; units are counted in per cent.
  private func onScale(_ value: Double, _ indicator: Indicator) -> String {
    let sign: String =
      if case .units = indicator.formula { isVietnamese ? " %" : "%" } else {
        percentSign(indicator)
      }
    return numbers.text(value, decimals: max(1, indicator.decimals)) + sign
  }

  private func caseCell(_ row: TargetRow) -> String {
    let (more, fewer) = (row.evidence.oneMore, row.evidence.oneFewer)
    guard more != nil || fewer != nil else { return "–" }
    return [more, fewer].map { $0.map { say($0.label) } ?? "–" }.joined(separator: " / ")
  }

  /// What is to be known of the columns that have something in them.
  private func detailRemarks() -> [String] {
    let rows = plan.targets.compactMap { self.target($0.id, plan.unit) }
    var remarks: [String] = []
    let whole = rows.first { row in
      guard row.evidence.lower != nil,
        let own = indicator(row.indicator, plan.unit, year)
      else { return false }
      return own.expected > 1 && own.reported == own.expected
    }
    if let whole, let own = indicator(whole.indicator, plan.unit, year) {
      remarks.append(censusRemark(own))
    }
    if rows.contains(where: { $0.evidence.paceRatio != nil }) {
      remarks.append(
        say(
          vi: "Tiến độ 1,00 là đúng đường thẳng từ năm \(plan.years.base) đến mức đặt ra vào năm "
            + "\(plan.years.last); dưới 1 là chậm, dưới 0 là xa mục tiêu hơn năm "
            + "\(plan.years.base).",
          en: "A pace of 1.00 is the straight line from \(plan.years.base) to the goal in "
            + "\(plan.years.last); below 1 is behind, below 0 farther away than in "
            + "\(plan.years.base)."
        )
      )
    }
    if rows.contains(where: { $0.status == .tooSmall }) {
      remarks.append(
        say(
          vi: "“\(TargetStatus.tooSmall.label.vietnamese)”: chỉ thêm hoặc bớt một trường hợp là "
            + "đổi kết luận về tiến độ.",
          en: "“\(TargetStatus.tooSmall.label.english)”: one case more or fewer would change what "
            + "is said of the pace."
        )
      )
    }
    return remarks
  }

  private func censusRemark(_ row: IndicatorRow) -> String {
    say(
      vi: "Nơi \(row.reported)/\(row.expected) đơn vị đã báo cáo, con số là đếm đủ, không phải "
        + "mẫu: khoảng tin cậy chỉ nói riêng ngẫu nhiên có thể làm một số như vậy xê dịch bao "
        + "nhiêu, không nói về sai số chọn mẫu.",
      en: "Where \(row.reported) of \(row.expected) units reported, this is a count of all and no "
        + "sample: the interval tells only how much chance alone could move such a count, not of "
        + "sampling."
    )
  }
}
