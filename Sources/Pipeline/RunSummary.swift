package import Diagnostics
package import Plan
import Tables

extension RunResult {
  /// What came of the run, as lines for standard output.
  package func summary(of plan: Plan, in language: Language) -> String {
    let summary = RunSummary(result: self, plan: plan, language: language)
    return summary.lines.joined(separator: "\n")
  }
}

private struct RunSummary {
  let result: RunResult
  let plan: Plan
  let language: Language

  var lines: [String] {
    let year = result.tables.ingest.settings.year
    var lines = [text("Kế hoạch \(plan.id), năm \(year)", "Plan \(plan.id), year \(year)")]
    lines += [look, tables, files, rows, findings, reporting]
    guard !plan.targets.isEmpty else { return lines }
    lines.append(text("Mục tiêu của kế hoạch:", "Targets of the plan:"))
    return lines + targets.map { "  \($0)" }
  }

  private func text(_ vietnamese: String, _ english: String) -> String {
    language == .vietnamese ? vietnamese : english
  }

  /// The report itself is the first page at the top of the folder.
  private var look: String {
    let pages = result.reportFiles.filter { $0.hasSuffix(".md") && !$0.contains("/") }.sorted()
    let path = ([result.reportFolder] + pages.prefix(1)).joined(separator: "/")
    return text("Xem báo cáo:  \(path)", "Read:  \(path)")
  }

  private var tables: String {
    text("Bảng từng công đoạn:  \(result.workspace)", "Tables of the stages:  \(result.workspace)")
  }

  private var files: String {
    let files = result.tables.ingest.files
    let aside = files.count { $0.status == .setAside }
    let read = files.count { $0.status == .read }
    let unpacked = files.count - read - aside
    return text(
      "Tệp:  \(files.count) tệp, đọc được \(read), để riêng \(aside)"
        + (unpacked > 0 ? ", tệp nén đã mở \(unpacked)" : ""),
      "Files:  \(files.count), read \(read), set aside \(aside)"
        + (unpacked > 0 ? ", archives unpacked \(unpacked)" : "")
    )
  }

  private var rows: String {
    let accounts = result.tables.clean.accounts
    let rows = accounts.reduce(0) { $0 + $1.rows }
    let used = accounts.reduce(0) { $0 + $1.used }
    let superseded = accounts.reduce(0) { $0 + $1.superseded }
    let aside = accounts.reduce(0) { $0 + $1.setAside }
    let closes = accounts.count { $0.closes }
    return text(
      "Hàng số liệu:  \(rows) = dùng \(used) + thay thế \(superseded) + để riêng \(aside); "
        + "khớp ở \(closes)/\(accounts.count) tệp",
      "Rows in:  \(rows) = used \(used) + superseded \(superseded) + set aside \(aside); "
        + "closes for \(closes) of \(accounts.count) files"
    )
  }

  private var findings: String {
    let tables = result.tables
    let all = tables.ingest.findings + tables.clean.findings + tables.join.findings
    let counts = Severity.allCases.sorted(by: >).map { severity in
      "\(severity.label(in: language)) \(all.count { $0.severity == severity })"
    }
    return text("Điểm cần xem lại:  ", "Findings:  ") + counts.joined(separator: ", ")
  }

  private var reporting: String {
    let year = result.tables.ingest.settings.year
    let due = result.tables.join.reporting.filter { $0.year == year }
    let onTime = due.count { $0.status == .onTime }
    let sent = due.count { $0.status == .onTime || $0.status == .late }
    return text(
      "Báo cáo đến hạn:  \(due.count), đã gửi \(sent), đúng hạn \(onTime)",
      "Reports due:  \(due.count), sent \(sent), on time \(onTime)"
    )
  }

  private var targets: [String] {
    let year = result.tables.ingest.settings.year
    let rows = StageRun.publishedTargets(plan, result.tables).filter {
      $0.unit == plan.unit && $0.year == year
    }
    return TargetStatus.allCases.compactMap { status in
      let ids = rows.filter { $0.status == status }.map(\.target).sorted()
      guard !ids.isEmpty else { return nil }
      return "\(status.label.text(in: language)):  \(ids.joined(separator: ", "))"
    }
  }
}
