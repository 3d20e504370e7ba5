import DelimitedText
import Diagnostics

/// A table of reference data that plan.json5 names.
struct ReferenceTable {
  var file: String
  var batch: RecordBatch

  /// The records below the header.
  var records: Range<Int> { 1..<max(1, batch.recordCount) }
}

extension PlanLoader {
  /// Reads the table that a member of the plan names; nil where there is none to read.
  func referenceTable(
    _ root: PlanNode,
    _ member: String,
    isRequired: Bool,
    _ expected: [String]
  ) throws(PlanFailure) -> ReferenceTable? {
    let name = isRequired ? root.text(member) : root.optionalText(member) ?? ""
    guard !name.isEmpty else { return nil }
    guard let bytes = try bytes(name) else {
      root.member(member)?.report(
        "no-such-file",
        found: name,
        expected: LocalisedText(vi: "tệp CSV của đơn vị hành chính", en: "a CSV file of org units")
      )
      return nil
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
    guard header == expected else {
      let names = expected.joined(separator: ",")
      findings.add(
        Finding(
          "wrong-header",
          .error,
          at: Location(file: file, line: 1),
          found: header.joined(separator: ","),
          expected: LocalisedText(vi: names, en: names)
        )
      )
      return nil
    }
    return ReferenceTable(file: file, batch: batch)
  }
}
