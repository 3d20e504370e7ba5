import Clean
import Diagnostics
package import Ingest
package import Plan
package import Tables

/// What ingest and clean promise of any bytes, and where they break it.
package struct IngestPromises {
  package let input: IngestTables
  package let output: CleanTables
  /// Each promise that was broken, in words; none where all is well.
  package private(set) var broken: [String] = []

  /// Digits of an identity card that nobody has; files may hold it, and nothing else ever may.
  package static let plantedNumber = "079203001234"

  /// Reads and cleans files.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - reader: A reader for it.
  ///   - files: The files.
  ///   - year: Year that is evaluated.
  ///   - chunkSizes: Bytes that are parsed at a time when the files are read again.
  /// - Throws: `IngestFailure.yearOutsidePlan`.
  package init(
    _ plan: Plan,
    _ reader: SentFileReader,
    _ files: [SentFile],
    year: Int,
    chunkSizes: [Int] = [7]
  ) throws {
    input = try reader.read(files, options: IngestOptions(year: year))
    output = clean(plan, input)
    checkAccounts()
    checkRows()
    for form in plan.forms { checkCells(form) }
    checkPlantedNumber()
    for size in chunkSizes { try checkSameBytes(plan, reader, files, year: year, chunkSize: size) }
  }

  private mutating func require(_ holds: Bool, _ promise: @autoclosure () -> String) {
    if !holds { broken.append(promise()) }
  }

  private mutating func checkAccounts() {
    require(
      output.accounts.map(\.file) == input.files.map(\.file),
      "there is no account for each file"
    )
    require(Set(input.files.map(\.path)).count == input.files.count, "two files have one path")
    for account in output.accounts {
      require(
        account.closes && account.rows >= 0,
        "the account of '\(account.path)' does not close: \(account)"
      )
    }
    for file in input.files where file.status == .setAside {
      require(!file.reason.isEmpty, "'\(file.path)' is set aside without a reason")
      require(
        input.findings.contains { $0.code == file.reason },
        "'\(file.path)' is set aside without a finding"
      )
    }
  }

  private struct Place: Hashable {
    var file: Int
    var line: Int
  }

  /// Each row that ingest gave ends once: as used, superseded or set aside.
  private mutating func checkRows() {
    var open: [Place: Int] = [:]
    let broken = input.findings.filter { SourceFileRow.rowFaults.contains($0.code) }
    let numbers = Dictionary(input.files.map { ($0.path, $0.file) }) { first, _ in first }
    for finding in broken {
      guard let file = numbers[finding.location.file], let line = finding.location.line else {
        require(false, "a row is broken on no line of no file: \(finding)")
        continue
      }
      open[Place(file: file, line: line), default: 0] += 1
    }
    for records in input.records {
      for row in 0..<records.count {
        open[Place(file: records.files[row], line: records.lines[row]), default: 0] += 1
      }
    }
    for records in output.records {
      for row in 0..<records.count {
        open[Place(file: records.files[row], line: records.lines[row]), default: 0] -= 1
      }
    }
    for row in output.superseded { open[Place(file: row.file, line: row.line), default: 0] -= 1 }
    for row in output.setAside where row.extent == .row {
      open[Place(file: row.file, line: row.line), default: 0] -= 1
    }
    for (place, count) in open where count != 0 {
      require(false, "\(count) rows of file \(place.file), line \(place.line) are unaccounted for")
    }
  }

  /// A value stands in a cell, and a cell that cannot be read is set aside.
  private mutating func checkCells(_ form: Form) {
    guard let raw = input.records.first(where: { $0.form == form.name }),
      let typed = output.records.first(where: { $0.form == form.name })
    else {
      require(false, "'\(form.name)' has no records")
      return
    }
    var rows: [Place: [Int]] = [:]
    for row in 0..<raw.count {
      rows[Place(file: raw.files[row], line: raw.lines[row]), default: []].append(row)
    }
    var aside: Set<String> = []
    for cell in output.setAside where cell.extent == .cell {
      aside.insert("\(cell.file):\(cell.line):\(cell.field)")
    }
    for row in 0..<typed.count {
      let place = Place(file: typed.files[row], line: typed.lines[row])
      guard let source = rows[place], source.count == 1 else { continue }
      for (index, field) in form.fields.enumerated() where field.role != .unit {
        let text = raw.columns[index].text(source[0])
        let column = typed.columns[index]
        let cell = "\(place.file):\(place.line):\(field.name)"
        if column.missing(row) == .illegible {
          require(aside.contains(cell), "\(cell) is illegible and not set aside")
        }
        guard column.missing(row) == nil, field.role != .year else { continue }
        require(
          text.unicodeScalars.contains { !$0.properties.isWhitespace },
          "\(cell) has a value and no text"
        )
        if let number = column.number(row) {
          require(
            Self.digits(text).contains(Self.significant(number)),
            "\(cell) holds '\(text)' and is read as \(number)"
          )
        }
      }
    }
  }

  private static func digits(_ text: String) -> String {
    text.unicodeScalars.compactMap { scalar in
      scalar.properties.numericType == .decimal
        ? scalar.properties.numericValue.map { String(Int($0)) } : nil
    }.joined()
  }

  /// Digits of a number without the noughts that a scale may have put at either end.
  private static func significant(_ number: FixedDecimal) -> String {
    let digits = number.description.filter(\.isNumber)
    let trimmed = digits.drop { $0 == "0" }.reversed().drop { $0 == "0" }.reversed()
    return String(trimmed)
  }

  private mutating func checkPlantedNumber() {
    let needle = Array(Self.plantedNumber.utf8)
    for file in output.stageFiles() {
      require(!file.bytes.hold(needle), "\(file.name) of clean holds the number of a person")
    }
    var published = input
    published.records = []
    for file in published.stageFiles() {
      require(!file.bytes.hold(needle), "\(file.name) of ingest holds the number of a person")
    }
  }

  private mutating func checkSameBytes(
    _ plan: Plan,
    _ reader: SentFileReader,
    _ files: [SentFile],
    year: Int,
    chunkSize: Int
  ) throws {
    var options = IngestOptions(year: year)
    options.chunkSize = chunkSize
    let again = try reader.read(files, options: options)
    for (first, second) in zip(input.stageFiles(), again.stageFiles()) {
      require(
        first.bytes == second.bytes,
        "\(first.name) of ingest is another when \(chunkSize) bytes are parsed at a time"
      )
    }
    for (first, second) in zip(output.stageFiles(), clean(plan, again).stageFiles()) {
      require(first.bytes == second.bytes, "\(first.name) of clean is another on the second run")
    }
  }
}

extension [UInt8] {
  fileprivate func hold(_ needle: [UInt8]) -> Bool {
    guard let first = needle.first, count >= needle.count else { return false }
    var start = startIndex
    while let found = self[start...].firstIndex(of: first) {
      if self[found...].starts(with: needle) { return true }
      start = found + 1
    }
    return false
  }
}
