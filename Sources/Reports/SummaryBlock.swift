internal import Diagnostics
internal import Plan
internal import Tables

/// `{{summary}}`: how many targets are reached, who reported, what was found.
extension ReportContext {
  func summaryBlock() -> String {
    Markdown.list(
      [targetSummary(), reportingSummary(), findingSummary()] + [yearUnitsRemark].compactMap { $0 }
    )
  }

  /// Says why no target is evaluated in a year before the plan; nil in the plan's years.
  var beforeTargets: String? {
    guard year < plan.years.first, plan.targets.allSatisfy({ target($0.id, plan.unit) == nil })
    else { return nil }
    return say(
      vi: "Mục tiêu của kế hoạch tính từ năm \(plan.years.first); năm \(year) chưa đánh giá mục "
        + "tiêu nào.",
      en: "The plan's targets start in \(plan.years.first); none is evaluated in \(year)."
    )
  }

  private func targetSummary() -> String {
    if let remark = beforeTargets { return remark }
    guard !plan.targets.isEmpty else {
      return say(
        vi: "Kế hoạch không nêu mục tiêu nào để đánh giá.",
        en: "The plan sets no targets."
      )
    }
    let rows = plan.targets.map { target($0.id, plan.unit) }
    let byStatus = TargetStatus.allCases.compactMap { status -> String? in
      let named = zip(plan.targets, rows).filter { ($1?.status ?? .notReported) == status }
      guard !named.isEmpty else { return nil }
      let ids = named.map(\.0.id).joined(separator: ", ")
      return "\(say(status.label)) \(named.count) (\(ids))"
    }
    let head = say(
      vi: "Trong \(rows.count) mục tiêu đánh giá cho \(unitName(plan.unit)) năm \(year): ",
      en: "Of \(rows.count) targets evaluated for \(unitName(plan.unit)) in \(year): "
    )
    return head + byStatus.joined(separator: "; ") + "."
  }

  func reportingSummary() -> String {
    let rows = tables.reporting.filter { $0.year == year }
    func count(_ status: ReportingRow.Status) -> Int { rows.count { $0.status == status } }
    let absent = Set(
      rows.filter { $0.status == .missing || $0.status == .setAside }.map(\.sender)
    ).sorted()
    var text = say(
      vi: "Báo cáo: phải có \(rows.count) lượt biểu; đúng hạn \(count(.onTime)), "
        + "trễ hạn \(count(.late)), chưa có \(count(.missing)), "
        + "có gửi nhưng không dùng được \(count(.setAside)).",
      en: "Reporting: \(rows.count) forms expected; \(count(.onTime)) on time, "
        + "\(count(.late)) late, \(count(.missing)) missing, "
        + "\(count(.setAside)) sent but not usable."
    )
    if !absent.isEmpty {
      text +=
        say(vi: " Còn thiếu biểu của: ", en: " Forms are missing from: ")
        + absent.map(senderName).joined(separator: ", ") + "."
    }
    return text
  }

  private func findingSummary() -> String {
    func count(_ severity: Severity, _ isOfYear: Bool) -> String {
      numbers.text(Double(findings(severity, isOfYear: isOfYear)))
    }
    let conflicts = tables.conflicts.count { $0.year == year }
    return say(
      vi: "Kiểm tra số liệu năm \(year): \(count(.error, true)) lỗi, "
        + "\(count(.warning, true)) cảnh báo (các năm khác: \(count(.error, false)) lỗi, "
        + "\(count(.warning, false)) cảnh báo); "
        + "\(conflicts) chỗ số liệu năm \(year) mâu thuẫn nhau.",
      en: "Checks of the data of \(year): \(count(.error, true)) errors, "
        + "\(count(.warning, true)) warnings (other years: \(count(.error, false)) errors, "
        + "\(count(.warning, false)) warnings); "
        + "\(conflicts) contradictions between figures of \(year)."
    )
  }
}
