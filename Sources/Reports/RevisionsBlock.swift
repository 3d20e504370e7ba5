internal import Diagnostics
internal import Plan
internal import Tables

/// `{{revisions}}`, and the same in a sender's list: what later files changed, figure by figure.
extension ReportContext {
  /// More rows than this are left to the table that is published beside the report.
  private static let mostRevisions = 200

  func revisionsBlock() -> String {
    let rows = tables.revisions.filter { $0.year == year }
    guard !rows.isEmpty else {
      return say(
        vi: "Không có số liệu nào thay đổi giữa các lần gửi.",
        en: "No figure changed between files that were sent."
      )
    }
    return revisionTables(rows, isOwn: false)
  }

  /// What a sender's own later files changed, for the sender to see; empty where nothing did.
  func revisionsList(_ rows: [RevisionRow]) -> String {
    let own = rows.filter { $0.year == year }
    guard !own.isEmpty else { return "" }
    return Markdown.blocks([
      "## " + say(vi: "Số liệu đã thay đổi giữa các lần gửi", en: "What later files changed"),
      say(
        vi: "Lần gửi sau thay cho lần trước. Nếu số liệu sau không đúng ý, đề nghị gửi lại.",
        en: "A later file takes the place of the earlier one. Send it again if this is not meant."
      ),
      revisionTables(own, isOwn: true),
    ])
  }

  private func revisionTables(_ rows: [RevisionRow], isOwn: Bool) -> String {
    let shown = rows.prefix(Self.mostRevisions)
    var head = [
      say(vi: "Biểu", en: "Form"), say(vi: "Đơn vị, mã", en: "Unit, key"),
      say(vi: "Số liệu", en: "Figure"), say(vi: "Trước", en: "Before"),
      say(vi: "Sau", en: "After"), say(vi: "Vì sao lấy lần sau", en: "Why the later one"),
    ]
    if !isOwn { head.insert(say(vi: "Nơi gửi", en: "Sender"), at: 0) }
    let table = Markdown.table(
      head,
      shown.map { row in
        var cells = [
          Markdown.escaped(plan.form(row.form).map { say($0.title) } ?? row.form), place(row),
          figureName(row), earlierText(row), laterText(row), reason(row),
        ]
        if !isOwn { cells.insert(senderName(row.sender), at: 0) }
        return cells
      }
    )
    let rest = rows.count - shown.count
    let more = say(
      vi: "Còn \(rest) thay đổi khác trong bảng `revisions.csv`.",
      en: "The table `revisions.csv` has \(rest) more."
    )
    return Markdown.blocks([table, rest > 0 ? more : ""])
  }

  /// The unit, with the key where rows of one unit are told apart by it.
  private func place(_ row: RevisionRow) -> String {
    let unit = row.unit.isEmpty ? "" : reporterName(row.unit)
    guard let form = plan.form(row.form), form.kind == .register, !row.key.isEmpty else {
      return unit.isEmpty ? "–" : unit
    }
    return [Markdown.escaped(row.key), unit].filter { !$0.isEmpty }.joined(separator: ", ")
  }

  private func field(_ row: RevisionRow) -> Field? {
    plan.form(row.form).flatMap { form in form.field(row.field).map { form.fields[$0] } }
  }

  private func figureName(_ row: RevisionRow) -> String {
    switch row.change {
    case .changed: field(row).map { Markdown.escaped(say($0.title)) } ?? Markdown.escaped(row.field)
    case .added: say(vi: "hàng mới", en: "new row")
    case .removed: say(vi: "hàng không còn", en: "row is gone")
    case .withheld:
      say(
        vi: "có thay đổi; nội dung chỉ gửi nơi báo cáo",
        en: "something differs; told only to the sender"
      )
    }
  }

  private func earlierText(_ row: RevisionRow) -> String {
    row.change == .changed ? figure(row.earlier, row.earlierMissing, row) : "–"
  }

  private func laterText(_ row: RevisionRow) -> String {
    row.change == .changed ? figure(row.later, row.laterMissing, row) : "–"
  }

  private func figure(_ text: String, _ missing: MissingReason?, _ row: RevisionRow) -> String {
    if let missing { return say(missing.label) }
    guard let field = field(row) else { return Markdown.escaped(text) }
    switch field.type {
    case .integer, .number:
      return isVietnamese ? text.replacing(".", with: ",") : text
    case .boolean: return text == "true" ? say(vi: "có", en: "yes") : say(vi: "không", en: "no")
    case .date: return CalendarDate(iso: text).map { numbers.date($0) } ?? text
    case .string, .year:
      let label = field.categories.first { $0.value == text }.map { say($0.label) }
      let unit = field.role == .unit ? reporterName(text) : text
      return Markdown.escaped(label ?? unit)
    }
  }

  private func reason(_ row: RevisionRow) -> String {
    let rule =
      switch row.rule {
      case "later-received": say(vi: "nhận sau", en: "received later")
      case "later-version": say(vi: "tên tệp ghi lần sau", en: "later version in its name")
      case "later-time": say(vi: "tệp được lưu sau", en: "saved later")
      case "later-row": say(vi: "đứng sau trong tệp", en: "later in the file")
      default: say(vi: "theo thứ tự tên tệp", en: "by the order of names")
      }
    let (earlier, later) = (
      filePlace(row.earlierFile, row.earlierLine),
      filePlace(row.laterFile, row.laterLine)
    )
    return "\(rule): \(later) \(say(vi: "thay", en: "for")) \(earlier)"
  }

  private func filePlace(_ number: Int, _ line: Int?) -> String {
    let path = tables.files.first { $0.file == number }?.path ?? String(number)
    let name = path.split(separator: "/").last.map { String($0) } ?? path
    return Markdown.escaped(name + (line.map { ":\($0)" } ?? ""))
  }
}

extension Sensitivity {
  /// The changes as others than their sender may read them.
  ///
  /// Of lists of cases or persons one row a pair of files is left, since the number of changes
  /// would tell the number of cases; sensitive figures lose both values.
  func neutral(_ rows: [RevisionRow]) -> [RevisionRow] {
    struct Pair: Hashable {
      var earlier: Int
      var later: Int
    }
    var told: Set<Pair> = []
    return rows.compactMap { row in
      if countsCases(row.form) {
        let pair = Pair(earlier: row.earlierFile, later: row.laterFile)
        guard told.insert(pair).inserted else { return nil }
        return RevisionRow(
          form: row.form,
          unit: "",
          year: row.year,
          sender: row.sender,
          key: "",
          change: .withheld,
          earlierFile: row.earlierFile,
          laterFile: row.laterFile,
          rule: row.rule
        )
      }
      guard !row.field.isEmpty, isSensitive(field: row.field, of: row.form) else { return row }
      var row = row
      (row.earlier, row.later) = ("", "")
      (row.earlierMissing, row.laterMissing) = (.suppressed, .suppressed)
      return row
    }
  }
}
