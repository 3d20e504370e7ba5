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
    return OrgUnits(table.records.map { unit(table.batch, $0, table.file) })
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
