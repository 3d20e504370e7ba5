import Diagnostics
import Digests
import Foundation
import Plan
import Tables

extension FactsPackage {
  /// Whether a folder holds a package, or the tables of one.
  package static func isPackage(_ folder: String) -> Bool {
    FileManager.default.fileExists(atPath: "\(folder)/\(descriptor)")
  }

  /// Reads a package, and makes sure that it is as it was written.
  ///
  /// - Parameter folder: Path of the package.
  /// - Throws: `PackageFailure` where it is none, is of a later program, or was changed.
  package init(reading folder: String) throws(PackageFailure) {
    let source = try PackageFolder(folder)
    let settings = try source.rows(SettingRow.self)
    try source.requireOrder(settings, by: \.key)
    func setting(_ key: String) -> String { settings.first { $0.key == key }?.value ?? "" }
    guard let year = Int(setting("year")), PlanYears.possible.contains(year) else {
      throw .changed(
        file: source.path(SettingRow.self),
        found: setting("year"),
        expected: PlanYears.expected
      )
    }
    let facts = try source.byUnit(HandedFact.self)
    let overlaps = try source.byUnit(HandedOverlap.self)
    let reports = try source.byUnit(HandedReport.self)
    let rows = try source.rows(HandedUnitRow.self)
    try source.requireOrder(rows, by: \.unit)
    var units: [HandedUnit] = []
    for row in rows {
      let unit = HandedUnit(
        row,
        facts[row.unit] ?? [],
        overlaps[row.unit] ?? [],
        reports[row.unit] ?? []
      )
      guard let unit, unit.digest == row.sha256 else {
        throw .changed(
          file: source.path(HandedUnitRow.self),
          found: row.unit,
          expected: LocalisedText(vi: "dữ kiện như đã nộp", en: "the facts as they were handed up")
        )
      }
      units.append(unit)
    }
    let known = Set(units.map(\.unit))
    let named = Set(facts.keys).union(overlaps.keys).union(reports.keys)
    for unit in named.subtracting(known).sorted() {
      throw .changed(
        file: source.path(HandedFact.self),
        found: unit,
        expected: LocalisedText(vi: "một đơn vị của gói", en: "a unit of the package")
      )
    }
    let files = try source.rows(PlanFileRow.self)
    try source.requireOrder(files, by: \.path)
    self.init(plan: setting("plan"), year: year, files: files, units: units)
  }
}

extension HandedUnit {
  fileprivate init?(
    _ row: HandedUnitRow,
    _ facts: [FactRow],
    _ overlaps: [OverlapRow],
    _ reporting: [ReportingRow]
  ) {
    guard let asOf = row.asOf else { return nil }
    unit = row.unit
    self.asOf = asOf
    datasetTitle = row.datasetTitle
    isSynthetic = row.isSynthetic
    notice = row.notice
    handed = .coded(CodedFacts(facts))
    self.overlaps = overlaps
    self.reporting = reporting
  }
}

/// The folder of a package with the digests that its descriptor gives.
private struct PackageFolder {
  private let folder: String
  private let digests: [String: String]

  private struct Descriptor: Decodable {
    struct Resource: Decodable {
      var path: String
      var hash: String
    }

    var factsPackage: Int
    var resources: [Resource]?
  }

  init(_ folder: String) throws(PackageFailure) {
    self.folder = folder
    let path = "\(folder)/\(FactsPackage.descriptor)"
    guard let data = FileManager.default.contents(atPath: path) else { throw .noPackage(folder) }
    guard let descriptor = try? JSONDecoder().decode(Descriptor.self, from: data) else {
      throw .notFacts(path)
    }
    guard descriptor.factsPackage <= FactsPackage.format else {
      throw .newerFormat(path, found: descriptor.factsPackage, expected: FactsPackage.format)
    }
    digests = Dictionary((descriptor.resources ?? []).map { ($0.path, $0.hash) }) { a, _ in a }
  }

  private static let digestInDescriptor = LocalisedText(
    vi: "mã băm nêu trong \(FactsPackage.descriptor)",
    en: "a digest that \(FactsPackage.descriptor) gives"
  )

  func path<Row: TableRow>(_ type: Row.Type) -> String { "\(folder)/\(Row.schema.name).csv" }

  func rows<Row: TableRow>(_ type: Row.Type) throws(PackageFailure) -> [Row] {
    let path = path(type)
    guard let data = FileManager.default.contents(atPath: path) else {
      throw .table(
        TableError(
          location: Location(file: path),
          found: "",
          expected: LocalisedText(vi: "một bảng của gói", en: "a table of the package")
        )
      )
    }
    let bytes = [UInt8](data)
    let (found, expected) = ("sha256:\(sha256(of: bytes))", digests["\(Row.schema.name).csv"] ?? "")
    guard found == expected else {
      let digest = LocalisedText(vi: expected, en: expected)
      let told = expected.isEmpty ? Self.digestInDescriptor : digest
      throw .changed(file: path, found: found, expected: told)
    }
    do {
      return try read(type, from: bytes, file: path)
    } catch {
      throw .table(error)
    }
  }

  /// The rows of each unit, of which no two may have one place.
  func byUnit<Handed: HandedRow>(
    _ type: Handed.Type
  ) throws(PackageFailure) -> [String: [Handed.Row]] {
    var rows: [String: [Handed.Row]] = [:]
    var last: Handed?
    for row in try self.rows(type) {
      if let last, !last.comes(before: row) {
        throw .changed(
          file: path(type),
          found: row.place.joined(separator: " "),
          expected: LocalisedText(vi: "hàng theo thứ tự, không lặp", en: "rows in order, each once")
        )
      }
      rows[row.planUnit, default: []].append(row.row)
      last = row
    }
    return rows
  }

  func requireOrder<Row: TableRow>(
    _ rows: [Row],
    by key: (Row) -> String
  ) throws(PackageFailure) {
    for (row, next) in zip(rows, rows.dropFirst()) where key(row) >= key(next) {
      throw .changed(
        file: path(Row.self),
        found: key(next),
        expected: LocalisedText(vi: "hàng theo thứ tự, không lặp", en: "rows in order, each once")
      )
    }
  }
}
