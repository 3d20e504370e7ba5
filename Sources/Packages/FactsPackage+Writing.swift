package import Diagnostics
import Digests
package import Plan
package import Tables

extension FactsPackage {
  /// Name of the descriptor, by which a folder is known as a package.
  package static let descriptor = "datapackage.json"

  /// The files of the package; they depend on nothing but what it holds.
  package func written(of plan: Plan) -> [StageFile] {
    let handed = units.map { HandedTables($0) }
    let tables = [
      PackageTable(files),
      PackageTable(zip(units, handed).map { HandedUnitRow($0, sha256: $1.digest) }),
      PackageTable(HandedFact.schema, handed.map(\.facts)),
      PackageTable(HandedOverlap.schema, handed.map(\.overlaps)),
      PackageTable(HandedReport.schema, handed.map(\.reporting)),
      PackageTable(settings),
    ]
    let descriptor = DataPackage(
      name: "\(self.plan)-\(year)-facts",
      title: "\(plan.title.vietnamese) – \(year)",
      description: Self.notice.vietnamese + "\n\n" + Self.notice.english,
      day: asOf,
      sources: [DataPackage.Source(title: plan.document.number)].filter { !$0.title.isEmpty },
      resources: tables.map {
        DataPackage.Resource(
          $0.schema,
          count: $0.bytes.count,
          sha256: sha256(of: $0.bytes),
          as: .machine,
          language: .vietnamese
        )
      },
      factsPackage: Self.format
    )
    // A descriptor of texts and whole numbers always encodes.
    let json = (try? descriptor.json()) ?? []
    return tables.map { StageFile(name: "\($0.schema.name).csv", bytes: $0.bytes) } + [
      StageFile(name: Self.descriptor, bytes: json)
    ]
  }

  private static let notice = LocalisedText(
    vi: "Dữ kiện nộp lên cấp trên để tổng hợp. KHÔNG CÔNG BỐ: có các số nhỏ chưa che.",
    en: "Facts handed up to the next level. NOT FOR PUBLICATION: small counts stand unhidden."
  )

  /// The latest day for which a unit evaluated.
  package var asOf: CalendarDate? { units.map(\.asOf).max() }

  var settings: [SettingRow] {
    [SettingRow(key: "plan", value: plan), SettingRow(key: "year", value: String(year))]
  }
}

extension HandedUnit {
  /// Digest of all that is handed up, so that what a unit handed up can be known again in any package.
  var digest: String { HandedTables(self).digest }
}

/// What one unit hands up, as tables of their own.
private struct HandedTables {
  let facts: [UInt8]
  let overlaps: [UInt8]
  let reporting: [UInt8]

  init(_ unit: HandedUnit) {
    var facts = TableWriter(HandedFact.schema)
    for place in unit.handed.rows.indices {
      HandedFact.write(unit.unit, unit.handed.rows.span[place], to: &facts)
      facts.endRow()
    }
    self.facts = facts.bytes
    overlaps = write(unit.overlaps.map { HandedOverlap(planUnit: unit.unit, row: $0) })
    reporting = write(unit.reporting.map { HandedReport(planUnit: unit.unit, row: $0) })
  }

  var digest: String {
    var digest = SHA256()
    for table in [facts, overlaps, reporting] { digest.update(table) }
    return digest.finish()
  }
}

/// A table of a package: its schema and its file.
private struct PackageTable {
  var schema: TableSchema
  var bytes: [UInt8]

  init<Row: TableRow>(_ rows: [Row]) {
    schema = Row.schema
    bytes = write(rows)
  }

  /// Tables of one schema, one after the other under one header.
  init(_ schema: TableSchema, _ parts: [[UInt8]]) {
    self.schema = schema
    // One is the table as it stands.
    if let only = parts.first, parts.count == 1 {
      bytes = only
      return
    }
    let header = write(EmptyCollection<[Cell]>(), schema: schema)
    bytes = parts.reduce(into: header) { $0.append(contentsOf: $1.dropFirst(header.count)) }
  }
}
