package import Diagnostics
internal import Parallel
package import Plan
package import Tables

extension FactsPackage {
  /// Name of the descriptor, by which a folder is known as a package.
  package static let descriptor = "datapackage.json"

  /// The files of the package; they depend on nothing but what it holds.
  package func written(of plan: Plan) -> [StageFile] {
    let handed = units.map(HandedTables.init)
    let told = PackageTable(HandedUnitRow.schema, isDescriptor: true) { [units] _, put in
      put(write(zip(units, handed).map { HandedUnitRow($0, sha256: $1.digest) }))
    }
    let tables = [
      PackageTable(PlanFileRow.schema, bytes: write(files)), told,
      PackageTable(HandedFact.schema) { jobs, put in
        if handed.isEmpty { put(write([HandedFact]())) }
        guard min(jobs, handed.count) > 1 else {
          for (place, unit) in handed.enumerated() { unit.facts(hasHeader: place == 0, put) }
          return
        }
        parallelPieces(handed.count, jobs: jobs) { place in
          var bytes: [UInt8] = []
          handed[place].facts(hasHeader: place == 0) { bytes += $0 }
          return bytes
        } _: {
          put($0)
        }
      },
      PackageTable(HandedOverlap.schema, bytes: write(handed.flatMap(\.overlaps))),
      PackageTable(HandedReport.schema, bytes: write(handed.flatMap(\.reporting))),
      PackageTable(SettingRow.schema, bytes: write(settings)),
    ]
    let descriptor = StageFile(name: Self.descriptor, isDescriptor: true) { put in
      put(self.descriptor(of: plan, tables))
    }
    return tables.map(\.content.file) + [descriptor]
  }

  private func descriptor(of plan: Plan, _ tables: [PackageTable]) -> [UInt8] {
    let descriptor = DataPackage(
      name: "\(self.plan)-\(year)-facts",
      title: "\(plan.title.vietnamese) – \(year)",
      description: Self.notice.vietnamese + "\n\n" + Self.notice.english,
      day: asOf,
      sources: [DataPackage.Source(title: plan.document.number)].filter { !$0.title.isEmpty },
      resources: tables.map { table in
        let made = table.content.description
        return DataPackage.Resource(
          table.schema,
          count: made.count,
          sha256: made.sha256,
          as: .machine,
          language: .vietnamese
        )
      },
      factsPackage: Self.format
    )
    // A descriptor of texts and whole numbers always encodes.
    return (try? descriptor.json()) ?? []
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

/// A table of a package: its schema and its content, which is made when it is written.
private struct PackageTable: Sendable {
  let schema: TableSchema
  let content: DescribedFile

  init(
    _ schema: TableSchema,
    isDescriptor: Bool = false,
    making pieces: @escaping @Sendable (_ jobs: Int, _ put: ([UInt8]) -> Void) -> Void
  ) {
    self.schema = schema
    content = DescribedFile(
      StageFile(name: "\(schema.name).csv", isDescriptor: isDescriptor, sharing: pieces)
    )
  }

  init(_ schema: TableSchema, bytes: [UInt8]) { self.init(schema) { $1(bytes) } }
}
