import DelimitedText
import Diagnostics

extension PlanLoader {
  private static let header = [
    "code", "name", "kind", "level", "parent", "valid_from", "valid_to", "aliases", "source",
  ]

  /// Reads the reference table of org units that plan.json5 names.
  func readOrgUnits(_ root: PlanNode) throws(PlanFailure) -> OrgUnits {
    let name = root.text("orgUnits")
    guard !name.isEmpty else { return OrgUnits([]) }
    guard let bytes = try bytes(name) else {
      root.member("orgUnits")?.report(
        "no-such-file",
        found: name,
        expected: LocalisedText(vi: "tệp CSV của đơn vị hành chính", en: "a CSV file of org units")
      )
      return OrgUnits([])
    }
    let file = "\(folder)/\(name)"
    let result = parse(bytes, dialect: .comma)
    for fault in result.faults {
      findings.add(
        Finding(
          "malformed-csv",
          .error,
          at: Location(file: file, line: fault.line, column: fault.column),
          message: LocalisedText(vietnamese: "\(fault)")
        )
      )
    }
    let batch = result.batch
    let header = (0..<(batch.recordCount > 0 ? batch.fieldCount(of: 0) : 0)).map {
      batch.text(0, $0)
    }
    guard header == Self.header else {
      let names = Self.header.joined(separator: ",")
      findings.add(
        Finding(
          "wrong-header",
          .error,
          at: Location(file: file, line: 1),
          found: header.joined(separator: ","),
          expected: LocalisedText(vi: names, en: names)
        )
      )
      return OrgUnits([])
    }
    return OrgUnits((1..<max(1, batch.recordCount)).map { unit(batch, $0, file) })
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

  private func date(_ batch: RecordBatch, _ record: Int, _ field: Int, _ file: String)
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
