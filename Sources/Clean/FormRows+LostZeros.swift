import Diagnostics
import Plan
import Tables

// Keys whose leading noughts a spreadsheet has dropped.
extension FormRows {
  /// Gives references the noughts that the key of the other form has.
  ///
  /// Only where one key of the year is the same number; each has a finding.
  mutating func restoreZeros(_ foreignKey: ForeignKey, against keys: [Int: Set<String>]) {
    let whole = keys.mapValues { Self.byNumber($0) }
    for row in 0..<raw.count where states[row] == .used {
      guard case .text(let text) = cells[foreignKey.field][row], Self.isNumber(text),
        let known = keys[year(row)], !known.contains(text),
        let same = whole[year(row)]?[Self.withoutZeros(text)], same.count == 1
      else { continue }
      cells[foreignKey.field][row] = .text(same[0])
      noteCell(
        "lost-zeros",
        .warning,
        row: row,
        field: foreignKey.field,
        found: text,
        proposal: same[0],
        expected: LocalisedText(
          vi: "mã đủ các số 0 ở đầu; đã hiểu là '\(same[0])'",
          en: "a code with its leading noughts; '\(same[0])' is taken"
        )
      )
    }
  }

  /// Asks about keys of a list that another row writes with noughts before them.
  ///
  /// Both rows stay: they may be two things.
  mutating func noteLostZeros() {
    guard form.kind == .register, form.primaryKey.count == 1, let field = form.primaryKey.first,
      form.fields[field].type == .string
    else { return }
    guard hasNumbers(field, beginningWithZero: true), hasNumbers(field, beginningWithZero: false)
    else { return }
    let keys = keys(form.fields[field].name)
    let whole = keys.mapValues { Self.byNumber($0.filter { $0.hasPrefix("0") }) }
    for row in 0..<raw.count where states[row] == .used {
      guard case .text(let text) = cells[field][row], Self.isNumber(text), !text.hasPrefix("0"),
        let same = whole[year(row)]?[text], let other = same.first
      else { continue }
      noteCell(
        "lost-zeros",
        .warning,
        row: row,
        field: field,
        found: text,
        proposal: other,
        expected: LocalisedText(
          vi: "mã đủ các số 0 ở đầu; hàng khác có mã '\(other)', đang tính là hai",
          en: "a code with its leading noughts; another row has '\(other)', they count as two"
        )
      )
    }
  }

  /// Whether a key of figures alone stands in a column, with noughts before it or without.
  private func hasNumbers(_ field: Int, beginningWithZero isWithZero: Bool) -> Bool {
    let column = raw.columns[field]
    return (0..<column.texts.count).contains { code in
      column.texts.withBytes(code) { bytes in
        var digits = 0
        var isFirstZero = false
        for index in bytes.indices {
          switch bytes[index] {
          case 0x30...0x39:
            if digits == 0 { isFirstZero = bytes[index] == 0x30 }
            digits += 1
          // Blanks around a key are cut, and signs of other alphabets are looked at in any case.
          case 0x00...0x20, 0x80...: break
          default: return false
          }
        }
        return digits > 0 && isFirstZero == isWithZero
      }
    }
  }

  private static func isNumber(_ key: String) -> Bool {
    !key.isEmpty && key.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  private static func withoutZeros(_ key: String) -> String { String(key.drop { $0 == "0" }) }

  /// Keys of figures alone, sorted, by the number that they are.
  private static func byNumber(_ keys: Set<String>) -> [String: [String]] {
    Dictionary(grouping: keys.filter(isNumber), by: withoutZeros).mapValues { $0.sorted() }
  }
}
