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
        vi: "Xếp loại tự chấm và chính thức trùng nhau ở \(count(.same)) đơn vị, khác nhau ở "
          + "\(count(.different)), thiếu một trong hai ở \(count(.incomplete)).",
        en: "Own and official class agree in \(count(.same)) units, differ in "
          + "\(count(.different)), one is lacking in \(count(.incomplete))."
      ) + differenceRemark(rows)
    if !sheet.isVerified {
      text += say(
        vi: " Chưa có bộ tiêu chí được kiểm chứng, nên chỉ so sánh điểm và xếp loại đã nhận.",
        en: " No verified criteria are at hand, so only received scores and classes are compared."
      )
    }
    return text
  }

  /// How far own and official scores are apart; empty where no unit has both.
  private func differenceRemark(_ rows: [ScoreRow]) -> String {
    let differences = rows.compactMap(difference).map { abs($0) }
    guard let most = differences.max() else { return "" }
    let places = decimals(rows)
    let least = numbers.text(0, decimals: places)
    let apart = differences.count { numbers.text($0, decimals: places) != least }
    guard apart > 0 else {
      return say(
        vi: " Điểm trùng nhau ở cả \(differences.count) đơn vị có hai điểm.",
        en: " Scores agree in all \(differences.count) units with both."
      )
    }
    let points = numbers.text(most, decimals: places)
    return say(
      vi: " Điểm khác nhau ở \(apart)/\(differences.count) đơn vị có hai điểm, nhiều nhất "
        + "\(points) điểm.",
      en: " Scores differ in \(apart) of \(differences.count) units with both, by at most "
        + "\(points)."
    )
  }

  private func difference(_ row: ScoreRow) -> Double? {
    guard let own = row.ownScore, let official = row.officialScore else { return nil }
    return own - official
  }

  /// As many decimals as any score of the sheet needs, at most two, so that columns line up.
  private func decimals(_ rows: [ScoreRow]) -> Int {
    let scores = rows.flatMap { [$0.ownScore, $0.officialScore] }.compactMap { $0 }
    return (0..<2).first { places in
      scores.allSatisfy { numbers.short($0) == numbers.short($0, upTo: places) }
    } ?? 2
  }

  private func sheetTable(_ sheet: ScoringSheet) -> String {
    let rows = tables.scores.filter { $0.sheet == sheet.id && $0.year == year }
    let places = decimals(rows)
    func label(_ value: String) -> String {
      guard !value.isEmpty else { return say(MissingReason.notReported.label) }
      return sheet.classes.first { $0.value == value }.map { say($0.label) } ?? value
    }
    func score(_ value: Double?) -> String {
      value.map { numbers.text($0, decimals: places) } ?? say(MissingReason.notReported.label)
    }
    func apart(_ row: ScoreRow) -> String {
      guard let difference = difference(row) else { return "–" }
      let text = numbers.text(difference, decimals: places)
      let isMore = difference > 0 && text != numbers.text(0, decimals: places)
      return isMore ? "+" + text : text
    }
    return Markdown.table(
      [
        say(vi: "Đơn vị", en: "Unit"), say(vi: "Tự chấm", en: "Own score"),
        say(vi: "Chính thức", en: "Official score"), say(vi: "Chênh lệch điểm", en: "Difference"),
        say(vi: "Tự xếp loại", en: "Own class"),
        say(vi: "Loại chính thức", en: "Official class"),
        say(vi: "Loại năm trước", en: "Class of the year before"),
        say(vi: "So sánh", en: "Comparison"),
      ],
      aligned: [.left, .right, .right, .right],
      rows.map { row in
        [
          reporterName(row.unit), score(row.ownScore), score(row.officialScore), apart(row),
          label(row.ownClass), label(row.officialClass), label(row.previousClass),
          agreement(row.agreement),
        ]
      }
    )
  }

  private func agreement(_ agreement: ScoreRow.Agreement) -> String {
    switch agreement {
    case .same: say(vi: "xếp loại trùng", en: "same class")
    case .different: say(vi: "xếp loại khác nhau", en: "different classes")
    case .incomplete: say(vi: "chưa đủ để so sánh", en: "incomplete")
    }
  }
}
