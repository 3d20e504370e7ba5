import Diagnostics
import Plan
import Tables

extension Explainer {
  /// Changes between sendings, findings and broken rules that touch a fact.
  ///
  /// Of very many changes and findings, as a register can have that no row of the unit is in, some are told:
  /// errors before warnings.
  func remarks(
    _ fact: FactRow,
    _ element: DataElement,
    _ rows: [SourceRow],
    _ page: ExplainPage
  ) -> [Explanation] {
    let revisions = self.revisions(fact, element, rows)
    let touching = self.touching(fact, element, rows)
    let most = max(page.size, 20)
    let told = revisions.prefix(most)
    var findings = touching[...]
    if told.count + touching.count > most {
      let errors = touching.filter { $0.severity == .error }
      findings = (errors + touching.filter { $0.severity != .error }).prefix(most - told.count)
    }
    let left = revisions.count - told.count + touching.count - findings.count
    let more = say(
      vi: "… và \(left) điều nữa; hết bằng --rows all",
      en: "… and \(left) more; see all with --rows all"
    )
    return told.map { Explanation($0) }
      + findings.map { Explanation($0.description(in: language)) }
      + (left > 0 ? [Explanation(more)] : [])
      + conflicts(fact, besides: touching)
  }

  private func revisions(
    _ fact: FactRow,
    _ element: DataElement,
    _ rows: [SourceRow]
  ) -> [String] {
    guard let form = plan.form(element.form) else { return [] }
    let names = Set(fields(of: element, form).map { form.fields[$0].name })
    var places = self.revisions.later.places(of: rows)
    if form.kind == .summary {
      let ofUnit = self.revisions.units[UnitYear(unit: fact.unit, year: fact.year)]
      places = Set(places).union(ofUnit).sorted()
    }
    let revisions = places.map { tables.clean.revisions[$0] }
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
  private func conflicts(_ fact: FactRow, besides findings: [Finding]) -> [Explanation] {
    let told = Set(findings.map(\.code))
    let broken = tables.join.conflicts.filter { row in
      row.year == fact.year && row.unit == fact.unit && !told.contains(row.rule)
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
    return tables.clean.setAside.filter { $0.file == file.file && $0.extent == .row }.prefix(10)
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
