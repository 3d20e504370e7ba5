import Boundaries
import Diagnostics
import Plan
import Tables

/// A row that a fact was made from, in two runs; nil where one did not use it.
struct RowChange {
  var line: Int
  var before: String?
  var now: String?
}

/// Rows of a fact in two runs by file.
struct RowChanges {
  private let rows: [String: [Int: (before: String?, now: String?)]]

  /// Takes the raw texts of the rows by path and line.
  init(before: [String: [Int: String]], now: [String: [Int: String]]) {
    var rows: [String: [Int: (before: String?, now: String?)]] = [:]
    for path in Set(before.keys).union(now.keys) {
      let (earlier, later) = (before[path] ?? [:], now[path] ?? [:])
      for line in Set(earlier.keys).union(later.keys) {
        rows[path, default: [:]][line] = (earlier[line], later[line])
      }
    }
    self.rows = rows
  }

  var paths: [String] { rows.keys.sorted() }

  /// Rows of a file that are not the same in both, by line.
  func of(_ path: String) -> [RowChange] {
    (rows[path] ?? [:]).sorted { $0.key < $1.key }.filter { $0.value.before != $0.value.now }
      .map { RowChange(line: $0.key, before: $0.value.before, now: $0.value.now) }
  }
}

extension Explainer {
  /// Raw texts of the rows that a fact was made from, by path and line; empty ones where texts of
  /// other runs are not known.
  func placed(
    _ fact: FactRow?,
    _ element: DataElement,
    withTexts: Bool
  ) -> [String: [Int: String]] {
    var result: [String: [Int: String]] = [:]
    for row in fact?.sources ?? [] {
      result[sources.path(row), default: [:]][row.line] = withTexts ? cells(row, element) : ""
    }
    return result
  }

  /// What became of a row that a fact was not made from; empty where it is in no table.
  func fate(of path: String, _ line: Int, _ element: DataElement) -> String {
    guard let file = tables.ingest.files.first(where: { $0.path == path }) else { return "" }
    let superseded = tables.clean.superseded.first {
      $0.file == file.file && $0.line == line && $0.form == element.form
    }
    if let superseded {
      let later = SourceRow(file: superseded.byFile, line: superseded.byLine)
      let place = "\(sources.path(later)):\(later.line)"
      return say(
        vi: "; được \(place) thay [\(superseded.rule)]",
        en: "; \(place) takes its place [\(superseded.rule)]"
      )
    }
    let aside = tables.clean.setAside.first { $0.file == file.file && $0.line == line }
    if let aside { return say(vi: "; để riêng", en: "; set aside") + " [\(aside.reason)]" }
    if file.status == .setAside {
      return say(vi: "; cả tệp để riêng", en: "; the whole file is set aside") + " [\(file.reason)]"
    }
    return ""
  }

  /// Codes of the units that reported what a unit's figure is made of.
  func sources(of unit: String, in year: Int) -> [String] {
    if unit == plan.unit {
      return [unit, FactRow.unplaced] + (years[year]?.all.map(\.key) ?? [])
    }
    guard let links = links[year] else { return [unit] }
    return links.links(to: unit).map(links.key)
  }
}
