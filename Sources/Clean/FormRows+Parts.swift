import Diagnostics
import Plan
import Tables
import VietnameseText

// Rows that give one figure each, as files with one figure a row do.
extension FormRows {
  private struct Owner: Hashable {
    var key: String
    var year: Int
    var sender: String
  }

  /// The rows in use that speak of one unit and year together, single figures first; only where
  /// there are such.
  func partGroups() -> [[Int]] {
    guard !raw.parts.isEmpty else { return [] }
    var groups: [Owner: [Int]] = [:]
    for row in 0..<raw.count where states[row] == .used {
      let owner = Owner(key: key(row), year: year(row), sender: folderSender(row))
      groups[owner, default: []].append(row)
    }
    return groups.values.filter { $0.contains { raw.parts[$0] != nil } }
      .map { rows in
        rows.filter { raw.parts[$0] != nil } + rows.filter { raw.parts[$0] == nil }
      }
      .sorted { $0[0] < $1[0] }
  }

  /// The first of some rows that says something of a field, else the last.
  func giving(_ field: Int, _ rows: [Int]) -> Int {
    rows.first { cells[field][$0] != .missing(.notReported) } ?? rows.last ?? 0
  }

  /// A later whole row takes the place of earlier single figures; a later figure corrects its cell.
  mutating func replaceParts(_ order: FileOrder) {
    for group in partGroups() {
      guard let whole = group.last, raw.parts[whole] == nil else { continue }
      for row in group.dropLast() {
        let (file, place) = (order.place(raw.files[row]), order.place(raw.files[whole]))
        if file < place {
          supersede(row, by: whole, rule: order.rule(raw.files[whole], over: raw.files[row]))
        } else if let field = raw.parts[row], cells[field][row] != cells[field][whole] {
          remark(corrected(field, row, whole), row: row)
        }
      }
    }
  }

  private func corrected(_ field: Int, _ row: Int, _ whole: Int) -> Finding {
    let source = source(row)
    let place = "\(self.source(whole).path):\(raw.lines[whole])"
    return Finding(
      "corrected-figure",
      .note,
      at: location(row, field: field),
      sender: source.sender,
      field: form.fields[field].name,
      year: source.year,
      found: raw.columns[field].text(row).trimmedBlanks,
      expected: LocalisedText(
        vi: "cùng số liệu như ở \(place); số gửi sau được dùng",
        en: "the same figure as at \(place); the later one is used"
      ),
      isSensitive: form.fields[field].isSensitive
    )
  }
}
