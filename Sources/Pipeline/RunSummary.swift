package import Diagnostics
import Plan
import Tables

extension Evaluation {
  /// What came of it, as lines for standard output.
  package func summary(in language: Language) -> String {
    switch self {
    case .unit(let result):
      RunSummary(result: result, plan: result.plan, language: language).lines
        .joined(separator: "\n")
    case .unchanged(let kept): kept.said
    case .above(let result):
      RolledUpSummary(result: result, language: language).lines.joined(separator: "\n")
    }
  }
}

/// What is shown of every evaluation.
private struct SummaryLines {
  let plan: Plan
  let settings: RunSettings
  let language: Language

  func text(_ vietnamese: String, _ english: String) -> String {
    language == .vietnamese ? vietnamese : english
  }

  var head: String {
    let unit = settings.unit.flatMap { _ in plan.planUnit(in: settings.year)?.name }
    let name = unit.map { ", \($0)" } ?? ""
    return text(
      "Kế hoạch \(plan.id)\(name), năm \(settings.year)",
      "Plan \(plan.id)\(name), year \(settings.year)"
    )
  }

  /// The report itself is the first page at the top of the folder.
  func look(_ folder: String, _ files: [String]) -> String {
    let pages = files.filter { $0.hasSuffix(".md") && !$0.contains("/") }.sorted()
    let path = ([folder] + pages.prefix(1)).joined(separator: "/")
    return text("Xem báo cáo:  \(path)", "Read:  \(path)")
  }

  func tables(_ workspace: String) -> String {
    text("Bảng từng công đoạn:  \(workspace)", "Tables of the stages:  \(workspace)")
  }

  /// Targets of the unit by status, from those that the report shows.
  func targets(_ published: [TargetRow]) -> [String] {
    guard !plan.targets.isEmpty else { return [] }
    let rows = published.filter { $0.unit == plan.unit && $0.year == settings.year }
    let lines = TargetStatus.allCases.compactMap { status -> String? in
      let ids = rows.filter { $0.status == status }.map(\.target).sorted()
      guard !ids.isEmpty else { return nil }
      return "  \(status.label.text(in: language)):  \(ids.joined(separator: ", "))"
    }
    return [text("Mục tiêu của kế hoạch:", "Targets of the plan:")] + lines
  }
}

private struct RolledUpSummary {
  let result: RolledUpResult
  let language: Language

  var lines: [String] {
    let shared = SummaryLines(plan: result.plan, settings: result.settings, language: language)
    return [
      shared.head, shared.look(result.reportFolder, result.reportFiles),
      shared.tables(result.workspace), handedUp(shared),
    ] + shared.targets(result.targets)
  }
}

extension RolledUpSummary {
  /// Codes that are told; nobody reads hundreds.
  private static let most = 30

  private func handedUp(_ shared: SummaryLines) -> String {
    let (handed, missing) = (result.handedUp, result.missing)
    let count = shared.text(
      "Đơn vị đã nộp dữ kiện:  \(handed.count)/\(handed.count + missing.count)",
      "Units that handed up facts:  \(handed.count) of \(handed.count + missing.count)"
    )
    if handed.count <= Self.most { return count + " (\(handed.joined(separator: ", ")))" }
    guard !missing.isEmpty else { return count }
    let rest = missing.count - Self.most
    let more = rest > 0 ? shared.text(" và \(rest) đơn vị khác", " and \(rest) more") : ""
    let codes = missing.prefix(Self.most).joined(separator: ", ") + more
    return count + shared.text("; chưa nộp: \(codes)", "; not handed up: \(codes)")
  }
}

private struct RunSummary {
  let result: RunResult
  let plan: Plan
  let language: Language

  var lines: [String] {
    [
      shared.head, shared.look(result.reportFolder, result.reportFiles),
    ] + others + [
      shared.tables(result.workspace), files, rows, findings, reporting,
    ] + shared.targets(result.publishedTargets)
  }

  /// Where the year also stands by the units that it ended with.
  private var others: [String] {
    result.otherFolders.map { folder in
      text(
        "Theo đơn vị mới, vì trong năm có đơn vị thay đổi:  \(folder)",
        "By the new units, as units changed within the year:  \(folder)"
      )
    }
  }

  private var shared: SummaryLines {
    SummaryLines(plan: plan, settings: result.settings, language: language)
  }

  private func text(_ vietnamese: String, _ english: String) -> String {
    shared.text(vietnamese, english)
  }

  private var counts: RunCounts { result.counts }

  private var files: String {
    let (files, read, aside) = (counts.files, counts.filesRead, counts.filesSetAside)
    let unpacked = files - read - aside
    return text(
      "Tệp:  \(files) tệp, đọc được \(read), để riêng \(aside)"
        + (unpacked > 0 ? ", tệp nén đã mở \(unpacked)" : ""),
      "Files:  \(files), read \(read), set aside \(aside)"
        + (unpacked > 0 ? ", archives unpacked \(unpacked)" : "")
    )
  }

  private var rows: String {
    text(
      "Hàng số liệu:  \(counts.rows) = dùng \(counts.used) + thay thế \(counts.superseded) + để riêng "
        + "\(counts.setAside); khớp ở \(counts.closed)/\(counts.accounts) tệp",
      "Rows in:  \(counts.rows) = used \(counts.used) + superseded \(counts.superseded) + set aside "
        + "\(counts.setAside); closes for \(counts.closed) of \(counts.accounts) files"
    )
  }

  private var findings: String {
    let numbers = Severity.allCases.sorted(by: >).map { severity in
      "\(severity.label(in: language)) \(counts.findings[severity] ?? 0)"
    }
    return text("Điểm cần xem lại:  ", "Findings:  ") + numbers.joined(separator: ", ")
  }

  private var reporting: String {
    text(
      "Báo cáo đến hạn:  \(counts.due), đã gửi \(counts.sent), đúng hạn \(counts.onTime)",
      "Reports due:  \(counts.due), sent \(counts.sent), on time \(counts.onTime)"
    )
  }
}
