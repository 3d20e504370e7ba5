internal import Diagnostics
internal import Plan
internal import Tables

/// `{{scoring}}`: own and official scores and classes side by side.
extension ReportContext {
  func scoringBlock() -> String {
    Markdown.blocks(plan.sheets.flatMap { [sheetHead($0), sheetTable($0)] })
  }

  private func sheetHead(_ sheet: ScoringSheet) -> String {
    let rows = tables.scores.filter { $0.sheet == sheet.id && $0.year == year }
    func count(_ agreement: ScoreRow.Agreement) -> Int { rows.count { $0.agreement == agreement } }
    var text =
      "**\(say(sheet.title)).** "
      + say(
        vi: "Tự chấm và chính thức trùng nhau ở \(count(.same)) đơn vị, khác nhau ở "
          + "\(count(.different)), thiếu một trong hai ở \(count(.incomplete)).",
        en: "Own and official agree in \(count(.same)) units, differ in \(count(.different)), "
          + "one is lacking in \(count(.incomplete))."
      )
    if !sheet.isVerified {
      text += say(
        vi: " Chưa có bộ tiêu chí được kiểm chứng, nên chỉ so sánh điểm và xếp loại đã nhận.",
        en: " No verified criteria are at hand, so only received scores and classes are compared."
      )
    }
    return text
  }

  private func sheetTable(_ sheet: ScoringSheet) -> String {
    func label(_ value: String) -> String {
      guard !value.isEmpty else { return say(MissingReason.notReported.label) }
      return sheet.classes.first { $0.value == value }.map { say($0.label) } ?? value
    }
    func score(_ value: Double?) -> String {
      value.map { numbers.short($0) } ?? say(MissingReason.notReported.label)
    }
    return Markdown.table(
      [
        say(vi: "Đơn vị", en: "Unit"), say(vi: "Tự chấm", en: "Own score"),
        say(vi: "Chính thức", en: "Official score"), say(vi: "Tự xếp loại", en: "Own class"),
        say(vi: "Loại chính thức", en: "Official class"),
        say(vi: "Loại năm trước", en: "Class of the year before"),
        say(vi: "So sánh", en: "Comparison"),
      ],
      aligned: [.left, .right, .right],
      tables.scores.filter { $0.sheet == sheet.id && $0.year == year }.map { row in
        [
          unitName(row.unit), score(row.ownScore), score(row.officialScore), label(row.ownClass),
          label(row.officialClass), label(row.previousClass), agreement(row.agreement),
        ]
      }
    )
  }

  private func agreement(_ agreement: ScoreRow.Agreement) -> String {
    switch agreement {
    case .same: say(vi: "trùng", en: "same")
    case .different: say(vi: "khác nhau", en: "different")
    case .incomplete: say(vi: "chưa đủ để so sánh", en: "incomplete")
    }
  }
}
