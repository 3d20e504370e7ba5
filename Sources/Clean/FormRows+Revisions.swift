import Diagnostics
import Plan
import Tables

/// How much differs between a file and the one that takes its place.
struct RevisionTally {
  var figures = 0
  var added = 0
  var removed = 0

  var isNone: Bool { figures + added + removed == 0 }
}

extension FormRows {
  /// Fields whose values differ between two rows; the year and the unit are part of their key.
  func differences(_ a: Int, _ b: Int) -> [Int] {
    form.fields.indices.filter { !cells[$0].areEqual(a, b) }
  }

  /// Titles of fields, for a sentence; never what stands in them.
  func titles(of fields: [Int]) -> LocalisedText {
    let titles = fields.map { form.fields[$0].title }
    return LocalisedText(
      vi: titles.map { "'\($0.vietnamese)'" }.joined(separator: ", "),
      en: titles.map { "'\($0.english)'" }.joined(separator: ", ")
    )
  }

  /// Notes what a row changed in the one whose place it takes, and counts the figures.
  mutating func noteChanges(from earlier: Int, to later: Int, rule: String) -> Int {
    let fields = differences(earlier, later)
    revisions += changes(in: fields, from: earlier, to: later, rule: rule)
    return fields.count
  }

  /// What is noted of each of some fields whose values differ.
  func changes(
    in fields: [Int],
    from earlier: Int,
    to later: Int,
    rule: String
  ) -> [RevisionRow] {
    fields.map { field in
      var row = revision(.changed, earlier: earlier, later: later, rule: rule)
      row.field = form.fields[field].name
      (row.earlier, row.earlierMissing) = Self.figure(cells[field][earlier])
      (row.later, row.laterMissing) = Self.figure(cells[field][later])
      return row
    }
  }

  /// Notes what a list changed in the one before it: rows that differ, that are new, that are gone.
  mutating func noteChanges(
    from earlier: (file: Int, rows: [Int]),
    to later: (file: Int, rows: [Int]),
    rule: String
  ) -> RevisionTally {
    var tally = RevisionTally()
    var before: [String: Int] = [:]
    // Of rows with one key the last one counts, as within a file.
    for row in earlier.rows { before[key(row)] = row }
    var after: [String: Int] = [:]
    for row in later.rows { after[key(row)] = row }
    for row in earlier.rows where before[key(row)] == row {
      if let other = after[key(row)] {
        tally.figures += noteChanges(from: row, to: other, rule: rule)
      } else {
        tally.removed += 1
        var gone = revision(.removed, earlier: row, later: nil, rule: rule)
        gone.laterFile = later.file
        revisions.append(gone)
      }
    }
    for row in later.rows where after[key(row)] == row && before[key(row)] == nil {
      tally.added += 1
      var new = revision(.added, earlier: nil, later: row, rule: rule)
      new.earlierFile = earlier.file
      revisions.append(new)
    }
    return tally
  }

  private func revision(
    _ change: RevisionRow.Change,
    earlier: Int?,
    later: Int?,
    rule: String
  ) -> RevisionRow {
    let row = later ?? earlier ?? 0
    return RevisionRow(
      form: form.name,
      unit: units[row],
      year: year(row),
      sender: source(row).sender,
      key: key(row),
      change: change,
      earlierFile: earlier.map { raw.files[$0] } ?? 0,
      earlierLine: earlier.map { raw.lines[$0] },
      laterFile: later.map { raw.files[$0] } ?? 0,
      laterLine: later.map { raw.lines[$0] },
      rule: rule
    )
  }

  private static func figure(_ value: CellValue) -> (String, MissingReason?) {
    if case .missing(let reason) = value { ("", reason) } else { (CellText.machine(value), nil) }
  }
}

extension FormRows {
  /// Tells that a later file took the place of an earlier one, by which rule, and what it changed.
  func replaced(
    _ file: SourceFileRow,
    by latest: SourceFileRow,
    rule: String,
    _ tally: RevisionTally
  ) -> Finding {
    let why = FileOrder.reason(rule)
    let (vi, en) =
      file.sha256 == latest.sha256
      ? ("hai tệp giống hệt nhau, chỉ tính một lần", "both files have the same bytes")
      : Self.words(tally, countsCases: countsCases)
    return Finding(
      file.sha256 == latest.sha256
        ? "same-file" : tally.isNone ? "same-content" : "superseded-file",
      tally.removed > 0 ? .warning : .note,
      at: Location(file: file.path),
      sender: file.sender,
      year: file.year,
      message: LocalisedText(
        vi: "được thay bằng '\(latest.path)' (\(why.vietnamese)); \(vi)",
        en: "found a later file, '\(latest.path)', which takes its place (\(why.english)); \(en)"
      )
    )
  }

  private static func words(_ tally: RevisionTally, countsCases: Bool) -> (String, String) {
    if tally.isNone {
      return ("nội dung như nhau, chỉ khác cách ghi tệp", "their content is the same")
    }
    // How many rows came or went would tell the number of cases.
    if countsCases { return ("nội dung có thay đổi", "their contents differ") }
    var (vi, en): ([String], [String]) = ([], [])
    if tally.figures > 0 {
      vi.append("\(tally.figures) ô thay đổi")
      en.append("cells that differ: \(tally.figures)")
    }
    if tally.added > 0 {
      vi.append("thêm \(tally.added) mã")
      en.append("keys added: \(tally.added)")
    }
    if tally.removed > 0 {
      vi.append("\(tally.removed) mã không còn trong tệp sau")
      en.append("keys that are gone: \(tally.removed)")
    }
    return (vi.joined(separator: ", "), en.joined(separator: ", "))
  }
}
