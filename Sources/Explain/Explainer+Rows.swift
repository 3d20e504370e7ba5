import Diagnostics
import Plan
import Tables

extension Explainer {
  /// A count of nothing: the files of the register, of which no row counts.
  func noRow(_ fact: FactRow, _ element: DataElement, _ most: Int) -> Explanation {
    let paths = tables.ingest.files
      .filter { $0.forms.contains(element.form) && $0.year == fact.year && $0.status == .read }
      .map { "\($0.path) (SHA-256 \($0.sha256))" }
    let shown = paths.prefix(most).map { Explanation($0) }
    let left = paths.count - shown.count
    let more = Explanation(say(vi: "… và \(left) tệp nữa", en: "… and \(left) more files"))
    return Explanation(
      say(vi: "không có hàng nào được đếm trong:", en: "no row counts in:"),
      left > 0 ? shown + [more] : shown
    )
  }

  /// Rows below the files that they stand in, each file with its hash.
  func byFile(_ rows: some Sequence<SourceRow>, _ element: DataElement) -> [Explanation] {
    let groups = Dictionary(grouping: rows, by: \.file)
    return groups.keys.sorted().map { file in
      let rows = groups[file] ?? []
      let hash = rows.first.flatMap { sources.file($0) }?.sha256 ?? ""
      let path = rows.first.map { sources.path($0) } ?? ""
      return Explanation("\(path) (SHA-256 \(hash))", rows.map { source($0, element) })
    }
  }

  /// A row of a file: its line, what it says, and what it takes the place of.
  private func source(_ row: SourceRow, _ element: DataElement) -> Explanation {
    var text = "\(say(vi: "dòng", en: "line")) \(row.line)"
    if let cell = cell(row, element) { text += ": '\(cell)'" }
    let superseded = tables.clean.superseded.filter {
      $0.byFile == row.file && $0.byLine == row.line
    }
    return Explanation(
      text,
      superseded.map { superseded in
        let earlier = SourceRow(file: superseded.file, line: superseded.line)
        let place = "\(sources.path(earlier)):\(earlier.line) [\(superseded.rule)]"
        return Explanation(say(vi: "thay cho \(place)", en: "takes the place of \(place)"))
      }
    )
  }

  /// The raw text that the element was read from; of a register the field that is summed or told
  /// apart, where there is one.
  private func cell(_ row: SourceRow, _ element: DataElement) -> String? {
    guard let form = plan.form(element.form) else { return nil }
    switch element.source {
    case .field(_, let field):
      return sources.cell(form.fields[field].name, of: row, in: form.name)
    case .register(let aggregate):
      guard let path = aggregate.of, path.reference == nil else { return nil }
      return sources.cell(form.fields[path.field].name, of: row, in: form.name)
    }
  }

  /// Changes between sendings and findings that touch a fact.
  func remarks(_ fact: FactRow, _ rows: [SourceRow]) -> [Explanation] {
    let field = fact.element.drop { $0 != "." }.dropFirst()
    let form = fact.element.prefix { $0 != "." }
    let revisions = tables.clean.revisions.filter {
      $0.form == form && $0.unit == fact.unit && $0.year == fact.year && $0.field == field
    }
    let places = Set(rows.map { "\(sources.path($0)):\($0.line)" })
    let touching = findings.filter { finding in
      if let line = finding.location.line, places.contains("\(finding.location.file):\(line)") {
        return finding.field.isEmpty || finding.field == field || finding.field == fact.element
      }
      return false
    }
    return revisions.map { revision in
      let earlier = revision.earlierMissing.map { say($0.label) } ?? revision.earlier
      let later = revision.laterMissing.map { say($0.label) } ?? revision.later
      return Explanation(
        say(
          vi: "đã sửa giữa các lần gửi: '\(earlier)' thành '\(later)' [\(revision.rule)]",
          en: "changed between sendings: '\(earlier)' to '\(later)' [\(revision.rule)]"
        )
      )
    } + touching.map { Explanation($0.description(in: language)) }
  }
}
