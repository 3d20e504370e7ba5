import Diagnostics
import Plan
import Tables

extension Explainer {
  /// Changes between sendings, findings and broken rules that touch a fact.
  ///
  /// Of very many changes and findings, as a register can have that no row of the unit is in, some
  /// are told: of findings those first that are of a whole file or of what the unit itself sent,
  /// and errors before warnings before notes.
  func remarks(
    _ fact: FactRow,
    _ element: DataElement,
    _ rows: [SourceRow],
    _ lists: ToldLists
  ) -> [Explanation] {
    let revisions = self.revisions(fact, element, rows)
    var touching = self.touching(fact, element, rows)
    if touching.count > lists.remarks {
      func rank(_ finding: Finding) -> Int {
        if finding.location.line == nil || finding.sender == fact.unit { return 0 }
        return finding.severity == .error ? 1 : finding.severity == .warning ? 2 : 3
      }
      touching = (0...3).flatMap { own in touching.filter { rank($0) == own } }
    }
    return told(revisions, lists) { $0 }
      + told(touching, lists) { $0.description(in: language) }
      + conflicts(fact, besides: touching.prefix(lists.remarks))
  }

  /// As much of a list as is told, and how much there is beside it.
  private func told<Item>(
    _ list: [Item],
    _ lists: ToldLists,
    _ text: (Item) -> String
  ) -> [Explanation] {
    let told = list.prefix(lists.remarks)
    return told.map { Explanation(text($0)) } + rest(list.count - told.count)
  }

  /// How many rows or remarks are left out, where there are any.
  func rest(_ count: Int) -> [Explanation] {
    guard count > 0 else { return [] }
    let text = say(
      vi: "… và \(count) mục nữa; xem hết bằng --rows all",
      en: "… and \(count) more; see all with --rows all"
    )
    return [Explanation(text)]
  }

  private func revisions(
    _ fact: FactRow,
    _ element: DataElement,
    _ rows: [SourceRow]
  ) -> [String] {
    guard let form = plan.form(element.form) else { return [] }
    let names = Set(fields(of: element, form).map { form.fields[$0].name })
    var places = Set(rows.flatMap { revisionsByLater[$0] ?? [] })
    if form.kind == .summary {
      places.formUnion(revisionsByUnit[UnitYear(unit: fact.unit, year: fact.year)] ?? [])
    }
    let revisions = places.sorted().map { tables.clean.revisions[$0] }
      .filter { $0.form == form.name && names.contains($0.field) }
    return revisions.map { revision in
      let earlier = revision.earlierMissing.map { say($0.label) } ?? revision.earlier
      let later = revision.laterMissing.map { say($0.label) } ?? revision.later
      return say(
        vi: "đã sửa giữa các lần gửi: '\(earlier)' thành '\(later)' [\(revision.rule)]",
        en: "changed between sendings: '\(earlier)' to '\(later)' [\(revision.rule)]"
      )
    }
  }

  /// Findings at the places that the fact was read from, and at files of which nothing is used.
  private func touching(
    _ fact: FactRow,
    _ element: DataElement,
    _ rows: [SourceRow]
  ) -> [Finding] {
    guard let form = plan.form(element.form) else { return [] }
    let names = Set(fields(of: element, form).map { form.fields[$0].name } + [element.id])
    let touching: [Finding]
    if rows.isEmpty {
      let files = Set(files(of: form, about: fact).map(\.path))
      touching = files.sorted().flatMap { findings[$0]?.list ?? [] }
    } else {
      let lines = Dictionary(grouping: rows) { sources.path($0) }
      touching = lines.keys.sorted().flatMap { path in
        findings[path]?.touching(Set(lines[path]?.map(\.line) ?? [])) ?? []
      }
    }
    return touching.filter { $0.field.isEmpty || names.contains($0.field) }
  }

  /// Rules of the plan that the fact breaks together with others.
  private func conflicts(_ fact: FactRow, besides findings: ArraySlice<Finding>) -> [Explanation] {
    let told = Set(findings.map(\.code))
    let own = conflictsByUnit[UnitYear(unit: fact.unit, year: fact.year)] ?? []
    let broken = own.map { tables.join.conflicts[$0] }.filter { row in
      !told.contains(row.rule)
        && row.elements.split(separator: " ").contains { $0 == fact.element }
    }
    return broken.map { row in
      let message = LocalisedText(vi: row.messageVi, en: row.messageEn)
      return Explanation("\(row.severity.label(in: language)): \(say(message)) [\(row.rule)]")
    }
  }

  /// Why no row gives a fact: what came of its form, and what became of it.
  func absence(_ fact: FactRow, _ element: DataElement) -> [Explanation] {
    guard let form = plan.form(element.form) else { return [] }
    let files = files(of: form, about: fact)
    let unit = reporterName(fact.unit, in: fact.year)
    guard !files.isEmpty else {
      let title = say(form.title)
      return [
        Explanation(
          say(
            vi: "không có tệp nào của '\(title)' năm \(fact.year) về \(unit)",
            en: "no file of '\(title)' of \(fact.year) about \(unit) came"
          )
        )
      ]
    }
    let head =
      fact.missing == nil
      ? say(vi: "không có hàng nào được đếm trong:", en: "no row counts in:")
      : say(
        vi: "không có hàng nào dùng được về \(unit) trong:",
        en: "no usable row about \(unit) in:"
      )
    // A register of the plan's years comes in very many files.
    let most = 20
    let left = files.count - most
    let more = say(vi: "… và \(left) tệp nữa", en: "… and \(left) more files")
    return [
      Explanation(
        head,
        files.prefix(most).map { Explanation(file($0), setAside(in: $0)) }
          + (left > 0 ? [Explanation(more)] : [])
      )
    ]
  }

  /// Files of a form that may speak of a fact: those of its unit, or of those who report on it.
  private func files(of form: Form, about fact: FactRow) -> [SourceFileRow] {
    let isOfAll = form.covers != .sender || fact.unit == plan.unit
    // What a file set aside is about is not known; its sender is.
    return sources.files(of: form.name, in: fact.year).filter { isOfAll || $0.sender == fact.unit }
      + sources.files(of: "", in: fact.year).filter { $0.sender == fact.unit }
  }

  /// The file's own trouble, and its rows that are not used.
  private func setAside(in file: SourceFileRow) -> [Explanation] {
    if file.status == .setAside {
      return [
        Explanation(
          say(
            vi: "cả tệp để riêng [\(file.reason)]",
            en: "the whole file is set aside [\(file.reason)]"
          )
        )
      ]
    }
    return (setAsideByFile[file.file] ?? []).prefix(10)
      .map { row in
        let text = row.text.count <= 120 ? row.text : "\(row.text.prefix(117))…"
        return Explanation(
          say(
            vi: "dòng \(row.line) để riêng: '\(text)' [\(row.reason)]",
            en: "line \(row.line) is set aside: '\(text)' [\(row.reason)]"
          )
        )
      }
  }

  /// Files of a sender and form, for what was sent.
  func sent(_ form: Form, _ sender: String, _ year: Int) -> [Explanation] {
    (sources.files(of: form.name, in: year) + sources.files(of: "", in: year))
      .filter { $0.sender == sender }
      .map { Explanation(file($0), setAside(in: $0)) }
  }
}
