package import Diagnostics
import Digests
package import Plan
package import Tables

extension FactsPackage {
  /// Name of the descriptor, by which a folder is known as a package.
  package static let descriptor = "datapackage.json"

  /// The files of the package; they depend on nothing but what it holds.
  package func written(of plan: Plan) -> [StageFile] {
    let tables = [
      PackageTable(files),
      PackageTable(units.map { HandedUnitRow($0, sha256: $0.digest) }),
      PackageTable(
        units.flatMap { unit in unit.facts.map { HandedFact(planUnit: unit.unit, row: $0) } }
      ),
      PackageTable(
        units.flatMap { unit in unit.overlaps.map { HandedOverlap(planUnit: unit.unit, row: $0) } }
      ),
      PackageTable(
        units.flatMap { unit in unit.reporting.map { HandedReport(planUnit: unit.unit, row: $0) } }
      ),
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
          $0.bytes,
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
  var digest: String {
    sha256(
      of: write(facts.map { HandedFact(planUnit: unit, row: $0) })
        + write(overlaps.map { HandedOverlap(planUnit: unit, row: $0) })
        + write(reporting.map { HandedReport(planUnit: unit, row: $0) })
    )
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
}
