internal import Diagnostics
internal import FindingCatalogue
internal import Parallel
internal import Plan
internal import Tables

// Findings as their sender reads them: together by code and column, and against the list before.
extension CorrectionList {
  /// One code and column: a heading, a row for each text, and how to mend it.
  func text(_ group: FindingGroup) -> String {
    let entry = FindingCatalogue.entry(group.code)?.explanation(in: context.language)
    // A code that the catalogue lacks is a rule of the plan, whose sentence says it all.
    var head =
      "### " + (entry?.title ?? context.say(vi: "Quy tắc của kế hoạch", en: "Rule of the plan"))
    if let place = place(group) { head += ": \(place)" }
    if group.count > 1 {
      head += context.say(vi: " (\(group.count) chỗ)", en: " (\(group.count) places)")
    }
    let items = group.items()
    let hasProposals = items.contains { !$0.proposal.isEmpty }
    var columns = [
      context.say(vi: "Dòng", en: "Line"), context.say(vi: "Cần xem lại", en: "What to check"),
    ]
    if hasProposals { columns.append(context.say(vi: "Nên ghi", en: "Write")) }
    let table = Markdown.table(
      columns,
      aligned: [.right],
      parallelRanges(items.count, of: 512, jobs: jobs) { places in
        [Markdown.TablePart(places.map { row(items[$0], hasProposals) })]
      }
    )
    let remedy =
      entry.map { "\(context.say(vi: "Cách sửa", en: "To mend it")): \($0.remedy) " } ?? ""
    let file =
      group.file.isEmpty
      ? "" : context.say(vi: "Tệp", en: "File") + ": " + Markdown.escaped(group.file)
    return Markdown.blocks([head, file, table, remedy + "\\[\(group.code)\\]"])
  }

  private func row(_ item: FindingGroup.Item, _ hasProposals: Bool) -> [String] {
    let lines = FindingGroup.text(ofLines: item.lines, in: context.language)
    var cells = [
      lines.isEmpty ? "–" : lines,
      Markdown.escaped(item.text(in: context.language), limit: 500) + item.mark,
    ]
    if hasProposals { cells.append(item.proposal.isEmpty ? "–" : Markdown.escaped(item.proposal)) }
    return cells
  }

  /// The column's letter in a spreadsheet with the field's title, where both are known.
  private func place(_ group: FindingGroup) -> String? {
    let letters = group.column.map {
      context.say(vi: "cột ", en: "column ") + Location.letters(ofColumn: $0)
    }
    let form = context.file(group.file).flatMap { context.plan.form($0.form) }
    let title = form.flatMap { form in
      form.field(group.field).map { context.say(form.fields[$0].title) }
    }
    let parts = [letters, title.map { "“\(Markdown.escaped($0))”" }].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  /// Findings, each with a word on whether the list before had it.
  var marked: [(finding: Finding, mark: String)] {
    let states = context.corrections.states(
      of: context.tables.sensitivity.neutral(findings),
      files: context.tables.files
    )
    return zip(findings, states).map { finding, state in
      switch state {
      case .new: (finding, context.say(vi: " **(mới)**", en: " **(new)**"))
      case .open: (finding, context.say(vi: " (chưa sửa)", en: " (still open)"))
      case .listed, .solved, nil: (finding, "")
      }
    }
  }

  /// Matters of this sender that the list before had, and which are gone.
  var solved: [CorrectionRow] {
    context.corrections.rows(of: sender, .solved)
  }

  /// How this list stands against the one before.
  var comparison: String {
    func count(_ state: CorrectionRow.State) -> Int {
      context.corrections.rows(of: sender, state).reduce(0) { $0 + $1.count }
    }
    let (new, open, gone) = (count(.new), count(.open), count(.solved))
    return context.say(
      vi: "So với lần trước: **\(new)** điểm mới, **\(open)** chưa sửa, **\(gone)** đã sửa "
        + "(không kể ghi chú).",
      en: "Against the list before: **\(new)** new, **\(open)** still open, **\(gone)** solved "
        + "(notes apart)."
    )
  }

  func solvedLine(_ row: CorrectionRow) -> String {
    let entry = FindingCatalogue.entry(row.matter.code)?.explanation(in: context.language)
    var text = entry?.title ?? context.say(vi: "Quy tắc của kế hoạch", en: "Rule of the plan")
    let form = context.plan.form(row.matter.form)
    if let form {
      text += ": " + Markdown.escaped(context.say(form.title))
      if let field = form.field(row.matter.field) {
        text += ", “\(Markdown.escaped(context.say(form.fields[field].title)))”"
      }
    } else if !row.matter.file.isEmpty {
      text += ": " + Markdown.escaped(row.matter.file)
    }
    if !row.matter.found.isEmpty { text += ", '\(Markdown.escaped(row.matter.found))'" }
    if row.count > 1 {
      text += context.say(vi: " (\(row.count) chỗ)", en: " (\(row.count) places)")
    }
    return text + " \\[\(row.matter.code)\\]"
  }
}
