import Diagnostics
import Parallel
import Plan
import Tables
import VietnameseText

/// The units that have to report each form for each year, and who sent which file.
struct YearReports {
  private struct Place: Hashable {
    var form: String
    var year: Int
  }

  private let units: [Int: YearUnits]
  private let expected: [Place: ExpectedUnits]
  private let senders: [Int: String]

  init(
    _ plan: Plan,
    years: ClosedRange<Int>,
    _ ingest: IngestTables,
    _ records: [String: TypedRecords],
    jobs: Int
  ) {
    let ofYear = parallelMap(years.count, jobs: jobs) { YearUnits(plan, years.lowerBound + $0) }
    let units = Dictionary(uniqueKeysWithValues: zip(years, ofYear))
    let parts = StatedParts(ingest.files, ingest.notes)
    var senders: [Int: String] = [:]
    for form in plan.forms where form.covers == .sender {
      guard let rows = records[form.name] else { continue }
      for (file, own) in rows.files.runs { senders[file] = rows.senders[own.upperBound - 1] }
    }
    for file in ingest.files where senders[file.file] == nil {
      senders[file.file] = Self.sender(file, parts, units)
    }
    var expected: [Place: ExpectedUnits] = [:]
    for form in plan.forms {
      for year in years where form.years.contains(year) {
        guard let own = units[year] else { continue }
        let files =
          own.hasChanges
          ? ingest.files.filter {
            $0.forms.contains(form.name) && $0.year == year && $0.status == .read
          } : []
        expected[Place(form: form.name, year: year)] = ExpectedUnits(
          form,
          own,
          records: records[form.name],
          files: files.map { (senders[$0.file] ?? $0.sender, parts.part(file: $0.file)) }
        )
      }
    }
    self.units = units
    self.senders = senders
    self.expected = expected
  }

  /// A file without rows is of the unit that had the folder's code in the part that it states.
  private static func sender(
    _ file: SourceFileRow,
    _ parts: StatedParts,
    _ units: [Int: YearUnits]
  ) -> String {
    let own = file.year.flatMap { units[$0] }?.units(code: file.sender) ?? []
    guard let first = own.first else { return file.sender }
    guard case .months(let months)? = parts.part(file: file.file) else { return first.key }
    return (own.first { $0.days.upperBound.month >= months.upperBound } ?? first).key
  }

  /// Years within which units change.
  var yearsOfChanges: Set<Int> { Set(units.filter { $0.value.hasChanges }.keys) }

  func units(in year: Int) -> YearUnits? { units[year] }

  func expected(_ form: Form, in year: Int) -> ExpectedUnits? {
    expected[Place(form: form.name, year: year)]
  }

  /// Who sent a file: an agency, or a unit by its key.
  func sender(ofFile file: SourceFileRow) -> String { senders[file.file] ?? file.sender }
}

extension Plan {
  /// Those who have to send a form for a year, in order: ids of agencies and keys of units.
  func senders(of form: Form, in year: Int, _ reports: YearReports) -> [String] {
    guard let expected = reports.expected(form, in: year), !expected.later.isEmpty else {
      return senders(of: form, in: year)
    }
    return form.senders.flatMap { id -> [String] in
      guard let sender = sender(id) else { return [] }
      guard sender.eachLevel == memberLevel else {
        return sender.eachLevel == nil ? [id] : senders(of: form, in: year)
      }
      return expected.all
    }
  }
}
