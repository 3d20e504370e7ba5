import DelimitedText
import Diagnostics
import Dispatch
import Parallel
import PersonalData
package import Plan
import Synchronization
package import Tables
import VietnameseText

/// Reads the senders' files of all years up to the one evaluated.
///
/// - Parameters:
///   - plan: The plan, whose forms the files are.
///   - options: Where the files are and for what year and day.
/// - Returns: Files, records by form, and what is wrong with them.
/// - Throws: `IngestFailure` where there is nothing to evaluate.
package func ingest(
  _ plan: Plan,
  options: IngestOptions
) throws(IngestFailure) -> IngestTables {
  try requireYear(options.year, of: plan)
  let (sent, reader) = both(jobs: options.jobs) {
    Result { () throws(IngestFailure) in try SentFolder(plan, options) }
  } _: {
    FileReader(plan: plan)
  }
  let folder = try sent.get()
  let tables = try read(
    folder.files,
    reader,
    options,
    try Dataset(of: options.dataFolder),
    findings: folder.findings
  )
  guard tables.files.contains(where: { $0.status == .read }) else {
    throw .noUsableFile(folder: options.dataFolder, findings: tables.findings)
  }
  let years = Set(tables.files.filter { !$0.sender.isEmpty }.compactMap(\.year))
  guard years.contains(options.year) else {
    throw .noFileForYear(options.year, folder: options.dataFolder, years: years.sorted())
  }
  return tables
}

func requireYear(_ year: Int, of plan: Plan) throws(IngestFailure) {
  guard plan.years.all.contains(year) else {
    throw .yearOutsidePlan(year, first: plan.years.base, last: plan.years.last)
  }
}

/// Reads the files that were found, and puts what they hold together.
func read(
  _ found: [FoundFile],
  _ reader: FileReader,
  _ options: IngestOptions,
  _ dataset: Dataset,
  findings: [Finding]
) throws(IngestFailure) -> IngestTables {
  let plan = reader.plan
  var found = found
  let findings = findings + showPaths(&found)
  var files = readNumbered(found, reader, options)
  SameBytes(plan).mark(&files)
  rankByTime(&files)
  let asOf: CalendarDate
  if let given = options.asOf {
    asOf = given
  } else {
    asOf = try day(of: plan, year: options.year, files)
  }
  let records = takeRecords(plan, &files, jobs: options.jobs)
  return IngestTables(
    settings: RunSettings(
      plan: plan.id,
      unit: options.unit,
      year: options.year,
      asOf: asOf,
      boundaries: options.boundaries,
      datasetTitle: dataset.title,
      isSynthetic: dataset.isSynthetic,
      notice: dataset.notice
    ),
    files: files.map(\.row),
    notes: files.flatMap(\.notes),
    totals: files.flatMap(\.totals),
    records: records,
    findings: (findings + files.flatMap(\.findings)).map(\.masked).sorted()
  )
}

/// The later of the year's due date and the last receipt.
///
/// File times are left out: a copied folder has new ones, and would be another day's evaluation.
private func day(
  of plan: Plan,
  year: Int,
  _ files: [ReadFile]
) throws(IngestFailure) -> CalendarDate {
  let due = CalendarDate(year: year, month: plan.due.month, day: plan.due.day)
  let receipts = files.filter { $0.row.receivedBasis == .receipt }.compactMap(\.row.received)
  guard let day = ([due].compactMap { $0 } + receipts).max() else {
    throw .yearOutsidePlan(year, first: plan.years.base, last: plan.years.last)
  }
  return day
}

/// Reads files, and numbers them.
func readNumbered(
  _ found: [FoundFile],
  _ reader: FileReader,
  _ options: IngestOptions
) -> [ReadFile] {
  var reader = reader
  reader.asOf = options.asOf
  reader.chunkSize = options.chunkSize
  reader.encoding = options.encoding
  return numbered(readAll(found, reader, options))
}

/// Reads several files at a time; the result has their order, whoever was first.
///
/// Once the last file was begun, threads that have none left help with the large ones of others.
private func readAll(
  _ files: [FoundFile],
  _ reader: FileReader,
  _ options: IngestOptions
) -> [ReadFile] {
  let left = FilesLeft(files.count)
  var reader = reader
  reader.jobs = { left.isEmpty ? options.jobs : 1 }
  let results = Mutex<(files: [[ReadFile]], done: Int, rows: Int)>((files.map { _ in [] }, 0, 0))
  DispatchQueue.concurrentPerform(iterations: max(1, min(options.jobs, files.count))) {
    [reader] _ in
    while let index = left.take() {
      let result = reader.read(files[index])
      results.withLock {
        $0.files[index] = result
        $0.done += 1
        $0.rows += result.map(\.row.records).reduce(0, +)
        options.progress?($0.done, files.count, $0.rows)
      }
    }
  }
  return results.withLock { $0.files.flatMap { $0 } }
}

/// The files that no thread has begun to read.
private final class FilesLeft: Sendable {
  private let count: Int
  private let next = Atomic<Int>(0)

  init(_ count: Int) { self.count = count }

  var isEmpty: Bool { next.load(ordering: .relaxed) >= count }

  /// Position of the next file; nil where there is none.
  func take() -> Int? {
    let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
    return index < count ? index : nil
  }
}

/// Numbers files from 1 on; those of an archive follow it, and so do a file's further tables.
private func numbered(_ files: [ReadFile]) -> [ReadFile] {
  var files = files.flatMap { file in [file] + file.further }
  for index in files.indices {
    files[index].row.file = index + 1
    for note in files[index].notes.indices { files[index].notes[note].file = index + 1 }
    for total in files[index].totals.indices { files[index].totals[total].file = index + 1 }
  }
  return files
}

/// The rows of all files by form, in the order of files and lines; the files' own tables are given up
/// on the way, so that a country's rows do not stand twice.
func takeRecords(_ plan: Plan, _ files: inout [ReadFile], jobs: Int) -> [RawRecords] {
  var records = plan.forms.map { RawRecords(form: $0.name, fields: $0.columnNames) }
  for form in records.indices {
    records[form].reserveCapacity(for: files.compactMap(\.table).filter { $0.form == form })
  }
  for place in files.indices {
    for row in files[place].long {
      records[row.form].append(row, file: files[place].row.file, plan)
    }
    guard let table = files[place].table else { continue }
    files[place].table = nil
    records[table.form].append(table, file: files[place].row.file, jobs: jobs)
  }
  return records
}

extension RawRecords {
  fileprivate mutating func append(_ table: ReadTable, file: Int, jobs: Int) {
    files.append(repeating: file, count: table.lines.count)
    lines.append(contentsOf: table.lines)
    // Each column is taken out while it grows, so that its rows are not copied.
    let count = columns.count
    let left = Mutex(columns)
    columns = []
    columns = parallelMap(count, jobs: table.lines.count < 10_000 ? 1 : jobs) { column in
      var own = left.withLock { left in
        let own = left[column]
        left[column] = TextColumn()
        return own
      }
      own.append(table.columns[column])
      return own
    }
  }

  fileprivate mutating func reserveCapacity(for tables: [ReadTable]) {
    lines.reserveCapacity(tables.reduce(0) { $0 + $1.lines.count })
    for column in columns.indices {
      columns[column].reserveCapacity(for: tables.map { $0.columns[column] })
    }
  }
}
