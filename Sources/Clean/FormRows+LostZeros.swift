import Diagnostics
import Parallel
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
  mutating func noteLostZeros(jobs: Int = 1) {
    guard form.kind == .register, form.primaryKey.count == 1, let field = form.primaryKey.first,
      form.fields[field].type == .string
    else { return }
    guard hasNumbersWithZeroAndWithout(field, jobs: jobs) else { return }
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

  /// Whether keys of figures alone stand in a column, both with noughts before them and without.
  private func hasNumbersWithZeroAndWithout(_ field: Int, jobs: Int) -> Bool {
    let texts = raw.columns[field].texts
    let found = parallelRanges(texts.count, of: 1 << 16, jobs: jobs, expecting: 0) { codes, kinds in
      var (hasWith, hasWithout) = (false, false)
      for code in codes {
        switch texts.withBytes(code, Self.beginsWithZero) {
        case true?: hasWith = true
        case false?: hasWithout = true
        case nil: break
        }
        if hasWith, hasWithout { break }
      }
      if hasWith { kinds.append(true) }
      if hasWithout { kinds.append(false) }
    }
    return found.contains(true) && found.contains(false)
  }

  /// Whether a number begins with a nought; nil for what is no number.
  private static func beginsWithZero(_ bytes: Span<UInt8>) -> Bool? {
    var isFirstZero: Bool?
    for index in bytes.indices {
      switch bytes[index] {
      case 0x30...0x39: isFirstZero = isFirstZero ?? (bytes[index] == 0x30)
      // Blanks around a key are cut, and signs of other alphabets are looked at in any case.
      case 0x00...0x20, 0x80...: break
      default: return nil
      }
    }
    return isFirstZero
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
