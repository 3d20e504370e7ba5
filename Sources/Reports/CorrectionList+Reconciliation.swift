internal import Diagnostics
internal import Plan
internal import Tables

// Figures of the sender that another source does not share, for both to check.
extension CorrectionList {
  var reconciliationText: String {
    guard !differing.isEmpty else { return "" }
    let plan = context.plan
    return Markdown.blocks([
      "## "
        + context.say(
          vi: "Số liệu khác với nguồn khác",
          en: "Figures that another source differs on"
        )
        + " (\(differing.count))",
      context.say(
        vi:
          "Cùng một số liệu nhưng các nguồn ghi khác nhau. Đề nghị đối chiếu: số nào đúng? Nếu số "
          + "của nơi nhận danh sách này cần sửa, sửa trong tệp gốc và gửi lại; nếu đúng, đề nghị "
          + "báo nơi kia sửa.",
        en: "Sources differ on the same measure. Please compare them: which is right? If it is "
          + "yours that is wrong, correct it in the original file and send it again; if yours is "
          + "right, please tell the other sender."
      ),
      Markdown.table(
        [
          context.say(vi: "Đơn vị", en: "Unit"), context.say(vi: "Số liệu", en: "Measure"),
          context.say(vi: "Số của nơi nhận", en: "Your figure"),
          context.say(vi: "Nguồn khác", en: "Other source"),
          context.say(vi: "Đang dùng", en: "Used"),
        ],
        differing.map { differing in
          let measure = plan.measures.first { $0.id == differing.measure }
          let own = differing.place.rows.filter { $0.isReported(by: sender) }
          let others = differing.place.rows.filter { !$0.isReported(by: sender) }
          return [
            context.reporterName(differing.place.unit),
            measure.map { Markdown.escaped(context.say($0.title)) } ?? differing.measure,
            own.map(figure).joined(separator: "; "),
            others.isEmpty ? "–" : others.map(figure).joined(separator: "; "),
            measure.map { context.sourceName($0.used) } ?? "–",
          ]
        }
      ),
    ])
  }

  /// A source's figure with who gives it; of persons who need protection only what the sender sent.
  private func figure(_ row: ReconciliationRow) -> String {
    let source = context.sourceName(row.source)
    let form = context.plan.element(row.source)?.form ?? ""
    let isOwn = Self.sends(sender, form, about: row.unit, in: context.plan)
    guard isOwn || context.plan.element(row.source)?.isSensitive == false else {
      return context.say(
        vi: "\(source): không nêu con số, vì nói về số người cần được bảo vệ",
        en: "\(source): not told here, as it counts persons who need protection"
      )
    }
    return "\(source): \(context.sourceFigure(row))"
  }
}
