internal import Diagnostics
internal import Plan
internal import Tables

/// `{{summary}}`: how many targets are reached, who reported, what was found.
extension ReportContext {
  func summaryBlock() -> String {
    Markdown.list([targetSummary(), reportingSummary(), findingSummary()])
  }

  private func targetSummary() -> String {
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
    func count(_ severity: Severity) -> Int {
      tables.findings.count { $0.finding.severity == severity }
    }
    let conflicts = tables.conflicts.count { $0.year == year }
    return say(
      vi: "Kiểm tra số liệu: \(numbers.text(Double(count(.error)))) lỗi, "
        + "\(numbers.text(Double(count(.warning)))) cảnh báo; "
        + "\(conflicts) chỗ số liệu năm \(year) mâu thuẫn nhau.",
      en: "Checks of the data: \(numbers.text(Double(count(.error)))) errors, "
        + "\(numbers.text(Double(count(.warning)))) warnings; "
        + "\(conflicts) contradictions between figures of \(year)."
    )
  }
}
