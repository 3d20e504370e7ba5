import Diagnostics
import Plan
import Tables

extension Explainer {
  /// Rows below the files that they stand in, each file with its hash.
  func byFile(
    _ rows: some Sequence<SourceRow>,
    _ element: DataElement,
    _ lists: ToldLists
  ) -> [Explanation] {
    let groups = Dictionary(grouping: rows, by: \.file)
    return groups.keys.sorted().map { number in
      let rows = groups[number] ?? []
      let head = rows.first.flatMap { sources.file($0) }.map(fileOfRows) ?? ""
      return Explanation(head, rows.map { source($0, element, lists) })
    }
  }

  /// A file of which rows are listed, and why it is not told what they say, where it is not.
  private func fileOfRows(_ row: SourceFileRow) -> String {
    let fault = sources.fault(of: row).map { "; \(say($0))" } ?? ""
    return file(row) + fault
  }

  /// A file's path and hash, who sent it and when, and how it was read.
  func file(_ row: SourceFileRow) -> String {
    var parts = ["SHA-256 \(row.sha256)"]
    if !row.sender.isEmpty {
      let sender = senderName(row.sender, in: row.year ?? settings.year)
      parts.append("\(say(vi: "nơi gửi", en: "sent by")) \(sender)")
    }
    if let received = row.received {
      parts.append("\(say(vi: "nhận", en: "received")) \(date(received))")
    }
    if !row.encoding.isEmpty { parts.append(row.encoding) }
    return "\(row.path) (\(parts.joined(separator: ", ")))"
  }

  /// A row of a file: its line, what it says, and what it takes the place of.
  private func source(
    _ row: SourceRow,
    _ element: DataElement,
    _ lists: ToldLists
  ) -> Explanation {
    var told: Set<SourceRow> = [row]
    return Explanation(place(row, element), replaced(by: row, element, lists, &told))
  }

  private func place(_ row: SourceRow, _ element: DataElement) -> String {
    let line = "\(say(vi: "dòng", en: "line")) \(row.line)"
    let cells = cells(row, element)
    return cells.isEmpty ? line : "\(line): \(cells)"
  }

  /// Rows that this one takes the place of, and those that they had taken the place of.
  ///
  /// What a row took the place of is told once, of a long list a part, and of a long chain the last
  /// steps: a damaged table may have rows that take each other's place.
  private func replaced(
    by row: SourceRow,
    _ element: DataElement,
    _ lists: ToldLists,
    _ told: inout Set<SourceRow>,
    step: Int = 1
  ) -> [Explanation] {
    let superseded = (supersededByLater[row] ?? []).map { tables.clean.superseded[$0] }
      .filter { $0.form == element.form }
    guard step <= Self.mostSteps else { return superseded.isEmpty ? [] : [Explanation("…")] }
    var replaced: [Explanation] = []
    for superseded in superseded.prefix(lists.remarks) {
      let earlier = SourceRow(file: superseded.file, line: superseded.line)
      let head = sources.file(earlier).map(fileOfRows) ?? ""
      let place = place(earlier, element)
      let isNew = told.insert(earlier).inserted
      replaced.append(
        Explanation(
          say(
            vi: "thay cho \(place) của \(head) [\(superseded.rule)]",
            en: "takes the place of \(place) of \(head) [\(superseded.rule)]"
          ),
          isNew ? self.replaced(by: earlier, element, lists, &told, step: step + 1) : []
        )
      )
    }
    return replaced + rest(superseded.count - replaced.count)
  }

  private static let mostSteps = 50

  /// The raw texts that the element was read from: the field of a form; of a register's row the
  /// fields by which it counts, or else its key.
  func cells(_ row: SourceRow, _ element: DataElement) -> String {
    guard let form = plan.form(element.form) else { return "" }
    let names = fields(of: element, form).map { form.fields[$0].name }
    let texts = names.compactMap { name in
      sources.cell(name, of: row, in: form.name).map { (name, $0) }
    }
    guard !texts.isEmpty else { return "" }
    if texts.count == 1 { return "'\(texts[0].1)'" }
    return texts.map { "\($0.0) '\($0.1)'" }.joined(separator: ", ")
  }

  /// Fields of its form that the element is made from, in the form's order.
  func fields(of element: DataElement, _ form: Form) -> [Int] {
    switch element.source {
    case .field(_, let field): return [field]
    case .register(let aggregate):
      var fields = Set(form.primaryKey.prefix(1))
      if let of = aggregate.of { fields.insert(of.field) }
      for case .field(let path) in aggregate.references { fields.insert(path.field) }
      if let at = aggregate.at { fields.insert(at.field) }
      if let by = aggregate.by { fields.insert(by) }
      return fields.filter { form.fields[$0].role != .note }.sorted()
    }
  }
}
