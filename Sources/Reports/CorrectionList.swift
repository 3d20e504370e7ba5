internal import Diagnostics
internal import Parallel
internal import Plan
internal import Tables

/// What one sender is asked to send or to correct.
///
/// The list goes to its sender, so that the sender's own cells stand in it as they were sent;
/// sensitive figures of other senders do not.
struct CorrectionList: Sendable {
  let context: ReportContext
  let sender: String
  let findings: [Finding]
  private let conflicts: [ConflictRow]
  private let missing: [ReportingRow]
  private let revisions: [RevisionRow]
  /// Measures on which another source differs.
  let differing: [ReconciledMeasure]
  /// The most threads that put the list together.
  let jobs: Int

  /// - Parameters:
  ///   - context: What reports are written from.
  ///   - sender: Agency's id or unit's code.
  ///   - findings: The sender's findings as the stages gave them.
  ///   - conflicts: Contradictions that the sender is asked about, as join gave them.
  ///   - revisions: What the sender's later files changed, as clean gave it.
  ///   - differing: Measures that the sender reported and another source states otherwise.
  ///   - jobs: The most threads that put the list together.
  init(
    _ context: ReportContext,
    sender: String,
    findings: [Finding],
    conflicts: [ConflictRow],
    revisions: [RevisionRow] = [],
    differing: [ReconciledMeasure] = [],
    jobs: Int = 1
  ) {
    self.context = context
    self.jobs = jobs
    self.differing = differing
    self.revisions = revisions
    self.sender = sender
    let tables = context.tables
    let crossing = Dictionary(
      context.plan.rules.compactMap { rule -> (String, [String])? in
        guard case .unitYear = rule.scope else { return nil }
        return (rule.id, rule.references)
      },
      uniquingKeysWith: { a, _ in a }
    )
    self.findings = parallelSorted(findings, jobs: jobs).map { finding in
      if let elements = crossing[finding.code] {
        // Its place is the sender's own file, yet it may tell what another one sent.
        let isOwn = elements.allSatisfy {
          Self.sends(sender, elementForm($0), about: sender, in: context.plan)
        }
        guard !isOwn, tables.sensitivity.isSensitive(finding) else { return finding }
        return tables.sensitivity.neutral(finding).saying(Self.figuresOfOthers)
      }
      let isOwn =
        context.file(finding.location.file).map { $0.sender == sender }
        ?? Self.sends(sender, elementForm(finding.field), about: sender, in: context.plan)
      return isOwn ? finding : tables.sensitivity.neutral(finding)
    }
    self.conflicts = conflicts.filter { $0.year == context.year }
      .map { row in
        let isOwn = row.elements.split(separator: " ").allSatisfy {
          Self.sends(sender, elementForm(String($0)), about: row.unit, in: context.plan)
        }
        return isOwn ? row : tables.sensitivity.neutral(row)
      }
      .sorted { ($1.severity, $0.unit, $0.rule) < ($0.severity, $1.unit, $1.rule) }
    missing = context.reporting(of: sender).filter {
      $0.status == .missing || $0.status == .setAside
    }
  }

  private static let figuresOfOthers = LocalisedText(
    vi: "số liệu không khớp với số liệu của nơi gửi khác; không nêu con số, vì nói về số người "
      + "cần được bảo vệ. Đề nghị đối chiếu với nơi ấy",
    en: "figures do not agree with those of another sender; they are not told here, because they "
      + "count persons who need protection. Please compare them with that sender"
  )

  /// Whether the sender itself gave the figures of a form about a unit.
  static func sends(
    _ sender: String,
    _ form: String,
    about unit: String,
    in plan: Plan
  ) -> Bool {
    guard let form = plan.form(form), form.senders.count == 1 else { return false }
    return form.senders.contains { id in
      plan.sender(id)?.eachLevel == nil ? id == sender : unit == sender
    }
  }

  var markdown: String {
    let name = context.senderName(sender)
    return Markdown.blocks(
      [
        "# "
          + context.say(
            vi: "Danh sách trả lại: \(name), năm \(context.year)",
            en: "Correction list: \(name), \(context.year)"
          ),
        context.notice,
        context.say(
          vi: "**Chỉ gửi nơi nhận; không công bố.**",
          en: "**For this sender only; not to be published.**"
        ),
        context.say(vi: "Kính gửi: \(name).", en: "To: \(name)."),
      ] + body + [context.revisionsList(revisions)]
    )
  }

  private var body: [String] {
    guard
      !findings.isEmpty || !conflicts.isEmpty || !missing.isEmpty || !solved.isEmpty
        || !differing.isEmpty
    else {
      return [context.say(vi: "Không có điểm nào cần sửa.", en: "There is nothing to correct.")]
    }
    var blocks = [
      context.say(
        vi: "Đề nghị kiểm tra, sửa trong tệp gốc và gửi lại các nội dung sau, từ nặng đến nhẹ.",
        en: "Please check the following, correct it in the original file and send it again; "
          + "worst first."
      )
    ]
    if !missing.isEmpty {
      blocks.append(heading(vi: "Biểu chưa có", en: "Missing forms"))
      blocks.append(Markdown.list(missing.map(context.reportingLine)))
    }
    if context.corrections.isComparison { blocks.append(comparison) }
    let marked = marked
    for severity in Severity.allCases.reversed() {
      let own = marked.filter { $0.finding.severity == severity }
      guard !own.isEmpty else { continue }
      let label = severity.label(in: context.language)
      let title = label.prefix(1).uppercased() + label.dropFirst()
      blocks.append("## \(title) (\(own.count))")
      let groups = FindingGroup.groups(of: own)
      blocks += parallelMap(groups.count, jobs: jobs) { text(groups[$0]) }
    }
    if !conflicts.isEmpty {
      blocks.append(heading(vi: "Số liệu mâu thuẫn", en: "Contradictions"))
      blocks.append(
        Markdown.list(
          conflicts.map { row in
            let message = context.isVietnamese ? row.messageVi : row.messageEn
            return
              "\(row.severity.label(in: context.language)) – \(context.reporterName(row.unit)): "
              + Markdown.escaped(message, limit: 500)
          }
        )
      )
    }
    blocks.append(reconciliationText)
    if !solved.isEmpty {
      blocks.append(heading(vi: "Đã sửa", en: "Solved"))
      blocks.append(Markdown.list(solved.map(solvedLine)))
    }
    return blocks
  }

  private func heading(vi: String, en: String) -> String { "## " + context.say(vi: vi, en: en) }
}
