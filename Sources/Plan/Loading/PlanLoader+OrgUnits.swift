import DelimitedText
import Diagnostics

extension PlanLoader {
  private static let unitHeader = [
    "code", "name", "kind", "level", "parent", "valid_from", "valid_to", "aliases", "source",
  ]

  /// Reads the reference table of org units that plan.json5 names.
  func readOrgUnits(_ root: PlanNode) throws(PlanFailure) -> OrgUnits {
    guard let table = try referenceTable(root, "orgUnits", isRequired: true, Self.unitHeader) else {
      return OrgUnits([])
    }
    let units = table.records.map { unit(table.batch, $0, table.file) }
    checkCodes(units, table)
    return OrgUnits(units)
  }

  /// A code means one unit on each day, and names folders of results.
  private func checkCodes(_ units: [OrgUnit], _ table: ReferenceTable) {
    func report(_ code: String, _ record: Int, _ unit: OrgUnit, _ expected: LocalisedText) {
      let line = table.batch.line(of: record)
      let location = Location(file: table.file, line: line, column: 1)
      findings.add(Finding(code, .error, at: location, found: unit.code, expected: expected))
    }
    var known: [String: [OrgUnit]] = [:]
    for (record, unit) in zip(table.records, units) {
      if !Self.isName(unit.code) {
        report(
          "wrong-value",
          record,
          unit,
          LocalisedText(
            vi: "một mã có thể làm tên thư mục, không có '/'",
            en: "a code that can be the name of a folder, without '/'"
          )
        )
      }
      if let other = known[unit.code, default: []].first(where: { $0.exists(beside: unit) }) {
        report(
          "duplicate-id",
          record,
          unit,
          LocalisedText(
            vi: "một mã mà lúc ấy không đơn vị nào khác có (đã là mã của '\(other.name)')",
            en: "a code that no other unit has at the time (it is that of '\(other.name)')"
          )
        )
      }
      known[unit.code, default: []].append(unit)
    }
  }

  private static func isName(_ code: String) -> Bool {
    !code.isEmpty && code != "." && code != ".."
      && !code.utf8.contains { $0 == UInt8(ascii: "/") || $0 < 0x20 || $0 == 0x7F }
  }

  private func unit(_ batch: RecordBatch, _ record: Int, _ file: String) -> OrgUnit {
    OrgUnit(
      code: batch.text(record, 0),
      name: batch.text(record, 1),
      kind: batch.text(record, 2),
      level: batch.text(record, 3),
      parent: batch.text(record, 4),
      validFrom: date(batch, record, 5, file),
      validTo: date(batch, record, 6, file),
      aliases: batch.text(record, 7).split(separator: "|").map(String.init)
    )
  }

  func date(_ batch: RecordBatch, _ record: Int, _ field: Int, _ file: String)
    -> CalendarDate?
  {
    let text = batch.text(record, field)
    if text.isEmpty { return nil }
    let date = CalendarDate(iso: text)
    if date == nil {
      findings.add(
        Finding(
          "not-a-date",
          .error,
          at: Location(file: file, line: batch.line(of: record), column: field + 1),
          found: text,
          expected: LocalisedText(vi: "ngày năm-tháng-ngày", en: "a date yyyy-mm-dd")
        )
      )
    }
    return date
  }
}

extension OrgUnit {
  /// Whether there is a day on which both exist.
  fileprivate func exists(beside other: OrgUnit) -> Bool {
    func begins(_ unit: OrgUnit, by last: CalendarDate?) -> Bool {
      guard let first = unit.validFrom, let last else { return true }
      return first <= last
    }
    return begins(self, by: other.validTo) && begins(other, by: validTo)
  }
}
