import DelimitedText
import Diagnostics

extension PlanLoader {
  private static let changeHeader = [
    "date", "kind", "from", "to", "share", "basis", "is_estimate", "covered", "source",
  ]

  /// Reads the reference table of changes of org units that plan.json5 names.
  ///
  /// A row that cannot be read or names no unit is a finding and is left out.
  func readUnitChanges(_ root: PlanNode, _ units: OrgUnits) throws(PlanFailure) -> [UnitChange] {
    let table = try referenceTable(
      root,
      "orgUnitChanges",
      isRequired: false,
      Self.changeHeader
    )
    guard let table else { return [] }
    let changes = table.records.compactMap { record in
      change(ChangeRecord(table: table, record: record, findings: findings), units)
    }
    checkShares(changes, table)
    return changes
  }

  private func change(_ row: ChangeRecord, _ units: OrgUnits) -> UnitChange? {
    let date = date(row.table.batch, row.record, 0, row.table.file)
    guard
      let date,
      let dayBefore = CalendarDate(daysSinceEpoch: date.daysSinceEpoch - 1),
      let kind: UnitChange.Kind = row.word(1),
      let from = row.unit(2, units, endingOn: dayBefore),
      let to = row.unit(3, units, beginningOn: date),
      let share = row.share(4),
      let basis: UnitChange.Basis = row.word(5),
      let isEstimate: Bool = row.word(6, ["true": true, "false": false]),
      let covered = row.share(7)
    else { return nil }
    return UnitChange(
      date: date,
      kind: kind,
      from: from,
      to: to,
      share: share,
      basis: basis,
      isEstimate: isEstimate,
      covered: covered,
      source: row.text(8)
    )
  }

  /// What a unit hands over on a day must be all of it.
  private func checkShares(_ changes: [UnitChange], _ table: ReferenceTable) {
    let groups = Dictionary(grouping: changes) { "\($0.date) \($0.from)" }
    for key in groups.keys.sorted() {
      let shares = (groups[key] ?? []).map(\.share)
      guard !Share.sumToWhole(shares) else { continue }
      findings.add(
        Finding(
          "shares-not-whole",
          .error,
          at: Location(file: table.file),
          found: "\(key): \(shares.map(\.description).joined(separator: " + "))",
          expected: LocalisedText(
            vi: "các phần của một đơn vị trong một ngày cộng lại bằng 1",
            en: "the shares of a unit on a day to sum to 1"
          )
        )
      )
    }
  }
}

/// One row of the table of changes.
private struct ChangeRecord {
  let table: ReferenceTable
  let record: Int
  let findings: PlanFindings

  func word<Word: CaseIterable & RawRepresentable>(_ field: Int) -> Word?
  where Word.RawValue == String {
    word(field, Dictionary(Word.allCases.map { ($0.rawValue, $0) }) { first, _ in first })
  }

  func word<Value>(_ field: Int, _ words: [String: Value]) -> Value? {
    if let value = words[text(field)] { return value }
    let list = words.keys.sorted().joined(separator: ", ")
    report("unknown-value", field, LocalisedText(vi: "một trong: \(list)", en: "one of: \(list)"))
    return nil
  }

  /// A part written as a decimal, above 0 and at most 1.
  func share(_ field: Int) -> Share? {
    let parts = text(field).split(separator: ".", omittingEmptySubsequences: false)
    let decimals = parts.count == 2 ? String(parts[1]) : ""
    if parts.count <= 2, decimals.utf8.count <= 9, let whole = parts.first,
      let over = Int("\(whole)\(decimals)"),
      let share = Share(over, of: (0..<decimals.utf8.count).reduce(1) { power, _ in power * 10 })
    {
      return share
    }
    report(
      "bad-share",
      field,
      LocalisedText(vi: "một số trên 0, nhiều nhất 1", en: "a number above 0 and at most 1")
    )
    return nil
  }

  /// The code of a unit whose state ends on a day: a change makes new states, also of what stays.
  func unit(_ field: Int, _ units: OrgUnits, endingOn day: CalendarDate) -> String? {
    let code = text(field)
    if units.unit(code, on: day)?.validTo == day { return code }
    report(
      "unknown-unit",
      field,
      LocalisedText(
        vi: "mã của một đơn vị có ngày cuối là \(day)",
        en: "the code of a unit whose last day is \(day)"
      )
    )
    return nil
  }

  /// The code of a unit whose state begins on a day.
  func unit(_ field: Int, _ units: OrgUnits, beginningOn day: CalendarDate) -> String? {
    let code = text(field)
    if units.unit(code, on: day)?.validFrom == day { return code }
    report(
      "unknown-unit",
      field,
      LocalisedText(
        vi: "mã của một đơn vị có ngày đầu là \(day)",
        en: "the code of a unit whose first day is \(day)"
      )
    )
    return nil
  }

  func text(_ field: Int) -> String { table.batch.text(record, field) }

  private func report(_ code: String, _ field: Int, _ expected: LocalisedText) {
    findings.add(
      Finding(
        code,
        .error,
        at: Location(file: table.file, line: table.batch.line(of: record), column: field + 1),
        found: text(field),
        expected: expected
      )
    )
  }
}
