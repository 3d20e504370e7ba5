internal import Diagnostics
internal import Plan
internal import Tables

/// `{{discipline}}`, `{{notes}}`, `{{contradictions}}` and `{{findings}}`.
extension ReportContext {
  func disciplineBlock() -> String {
    let rows = tables.reporting.filter { $0.year == year }
    guard !rows.isEmpty else { return "" }
    let table = Markdown.table(
      [
        say(vi: "Nơi gửi", en: "Sender"), say(vi: "Phải gửi", en: "Expected"),
        say(vi: "Đúng hạn", en: "On time"), say(vi: "Trễ hạn", en: "Late"),
        say(vi: "Chưa có", en: "Missing"), say(vi: "Không dùng được", en: "Not usable"),
        say(vi: "Gửi nhiều lần", en: "Sent more than once"),
      ],
      aligned: [.left] + Array(repeating: .right, count: 6),
      senderIds.compactMap { sender in
        let own = reporting(of: sender)
        guard !own.isEmpty else { return nil }
        func count(_ status: ReportingRow.Status) -> String {
          String(own.count { $0.status == status })
        }
        return [
          senderName(sender), String(own.count), count(.onTime), count(.late), count(.missing),
          count(.setAside), String(own.count { $0.files > 1 }),
        ]
      }
    )
    let sent = rows.count { $0.status == .onTime || $0.status == .late }
    let onTime = rows.count { $0.status == .onTime }
    let rates = say(
      vi: "Tỷ lệ có báo cáo: \(share(sent, rows.count)); đúng hạn: \(share(onTime, rows.count)).",
      en: "Reporting rate: \(share(sent, rows.count)); on time: \(share(onTime, rows.count))."
    )
    let open = rows.filter { $0.status != .onTime || $0.files > 1 }
    let lines = open.map { "**\(senderName($0.sender))** – \(reportingLine($0))" }
    return Markdown.blocks([rates, table, Markdown.list(lines), receivedBasis()])
  }

  /// Which days of receipt are known, and which are only those of the files.
  private func receivedBasis() -> String {
    let files = tables.files.filter { $0.year == year && $0.status == .read }
    let guessed = files.filter { $0.receivedBasis == .fileTime }
    let known = files.count - guessed.count
    let head = say(
      vi: "Ngày nhận: \(known) tệp theo sổ tiếp nhận, \(guessed.count) tệp theo thời gian của tệp",
      en: "Days of receipt: \(known) files by the receipts, \(guessed.count) by the files' own time"
    )
    guard !guessed.isEmpty else { return head + "." }
    let shown = guessed.prefix(20).map { Markdown.escaped($0.path) }.joined(separator: ", ")
    return "\(head) (\(shown)\(guessed.count > 20 ? ", …" : ""))."
  }

  private func share(_ part: Int, _ whole: Int) -> String {
    guard whole > 0 else { return "–" }
    let percent = numbers.text(Double(part) * 100 / Double(whole), decimals: 1)
    return "\(percent)\(isVietnamese ? " %" : "%") (\(part)/\(whole))"
  }

  func notesBlock(_ name: String) -> String {
    guard let place = noteField(name, in: plan), place.form < records.count else { return "" }
    let field = plan.forms[place.form].fields[place.field]
    let form = records[place.form]
    guard !field.isSensitive, place.field < form.columns.count else {
      return say(MissingReason.suppressed.label) + " \(Self.hiddenMark)."
    }
    let column = form.columns[place.field]
    let items = (0..<form.count)
      .filter { form.years[$0] == year }
      .compactMap { row -> (name: String, text: String)? in
        guard let text = column.text(row), !text.isEmpty else { return nil }
        let who = form.units[row] == plan.unit ? form.senders[row] : form.units[row]
        return (senderName(who), Markdown.escaped(text, limit: 1000))
      }
      .sorted { ($0.name, $0.text) < ($1.name, $1.text) }
      .map { "**\($0.name):** \($0.text)" }
    return items.isEmpty
      ? say(vi: "Không nơi nào nêu ý kiến.", en: "Nobody wrote anything here.")
      : Markdown.list(items)
  }

  func contradictionsBlock(ofAllYears: Bool = false) -> String {
    let rows = tables.conflicts.filter { ofAllYears || $0.year == year }.sorted {
      ($1.severity, $0.year, $0.unit, $0.rule, $0.messageVi)
        < ($0.severity, $1.year, $1.unit, $1.rule, $1.messageVi)
    }
    guard !rows.isEmpty else {
      return say(
        vi: "Không thấy số liệu mâu thuẫn nhau.",
        en: "No contradictions between figures were found."
      )
    }
    return Markdown.table(
      [
        say(vi: "Mức độ", en: "Severity"), say(vi: "Năm", en: "Year"),
        say(vi: "Đơn vị", en: "Unit"), say(vi: "Nội dung", en: "What contradicts"),
        say(vi: "Nơi cần trả lời", en: "Sender asked"),
      ],
      rows.map {
        [
          $0.severity.label(in: language),
          String($0.year),
          reporterName($0.unit),
          Markdown.escaped(isVietnamese ? $0.messageVi : $0.messageEn, limit: 500),
          senderName($0.sender),
        ]
      }
    )
  }

  func findingsBlock() -> String {
    let senders = senderIds + [""]
    let rows = senders.compactMap { sender -> [String]? in
      let counts = [true, false].flatMap { isOfYear in
        Severity.allCases.reversed().map { findings(of: sender, $0, isOfYear: isOfYear) }
      }
      guard counts.contains(where: { $0 > 0 }) else { return nil }
      let name =
        sender.isEmpty ? say(vi: "(không rõ nơi gửi)", en: "(sender unknown)") : senderName(sender)
      return [name] + counts.map { numbers.text(Double($0)) }
    }
    guard !rows.isEmpty else {
      return say(vi: "Không có điểm nào cần sửa.", en: "Nothing to correct.")
    }
    let table = Markdown.table(
      [
        say(vi: "Nơi gửi", en: "Sender"), say(vi: "Lỗi \(year)", en: "Errors \(year)"),
        say(vi: "Cảnh báo \(year)", en: "Warnings \(year)"),
        say(vi: "Ghi chú \(year)", en: "Notes \(year)"),
        say(vi: "Lỗi năm khác", en: "Errors, other years"),
        say(vi: "Cảnh báo năm khác", en: "Warnings, other years"),
        say(vi: "Ghi chú năm khác", en: "Notes, other years"),
      ],
      aligned: [.left] + Array(repeating: .right, count: 6),
      rows
    )
    let remark = say(
      vi: "Điểm cần sửa trong số liệu năm \(year), và trong số liệu các năm khác được đọc để so "
        + "sánh (kể cả nơi không rõ năm).",
      en: "Points to correct in the data of \(year), and in the data of other years that are read "
        + "for comparison (also where the year is not known)."
    )
    return Markdown.blocks([remark, table])
  }
}
