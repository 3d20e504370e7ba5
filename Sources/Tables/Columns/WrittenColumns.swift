import DelimitedText

/// Columns as the cells of a delimited table; what a text needs to stand in one is done once for all
/// rows that have it.
struct WrittenColumns: Sendable {
  private enum Column: Sendable {
    case numbers(RowNumbers)
    /// For each row the position of its text.
    case texts(RowCodes, TextArena)
    /// The text of each run of rows.
    case runs(RowRuns, TextArena)
  }

  private var columns: [Column] = []

  mutating func add(_ numbers: RowNumbers) { columns.append(.numbers(numbers)) }

  mutating func add(_ codes: RowCodes, _ texts: TextArena) {
    columns.append(.texts(codes, texts.fitForCells()))
  }

  mutating func add(_ numbers: RowRuns) {
    var texts = TextArena()
    for run in numbers.runs { texts.append(String(run.value)) }
    columns.append(.runs(numbers, texts))
  }

  mutating func add(_ names: RunNames) {
    var texts = TextArena()
    for run in names.codes.runs { texts.append(names.names[run.value]) }
    columns.append(.runs(names.codes, texts.fitForCells()))
  }

  mutating func add(_ names: RowNames) {
    var texts = TextArena()
    for name in names.names { texts.append(name) }
    add(names.codes, texts)
  }

  /// Adds a column that is empty but for some rows.
  mutating func add(_ rows: [Int: String], count: Int) {
    var texts = TextArena()
    texts.append("")
    var codes = RowCodes(repeating: 0, count: count)
    for (row, text) in rows.sorted(by: { $0.key < $1.key }) where codes.indices.contains(row) {
      codes[row] = Int32(clamping: texts.count)
      texts.append(text)
    }
    add(codes, texts)
  }

  /// Writes a header and so many rows, some of them at a time.
  func write(_ header: [String], _ count: Int, _ put: ([UInt8]) -> Void) {
    var writer = DelimitedWriter()
    writer.write(header)
    put(writer.bytes)
    for start in stride(from: 0, to: count, by: Self.rowsAtATime) {
      put(written(start..<min(start + Self.rowsAtATime, count)))
    }
  }

  /// As many as the nearest caches hold with their texts.
  private static let rowsAtATime = 4096

  /// Some rows as they stand in the file, each with its line feed.
  ///
  /// Column by column: first how long each row is, then each cell into its place.
  private func written(_ rows: Range<Int>) -> [UInt8] {
    var places = Array(repeating: columns.count, count: rows.count)
    for column in columns { Self.add(column, rows, to: &places) }
    var size = 0
    for row in places.indices {
      let length = places[row]
      places[row] = size
      size += length
    }
    return unsafe [UInt8](unsafeUninitializedCapacity: size) { bytes, count in
      for (index, column) in columns.enumerated() {
        let end = index == columns.count - 1 ? Self.lineFeed : Self.comma
        unsafe Self.put(column, rows, ending: end, into: bytes, at: &places)
      }
      count = size
    }
  }

  private static let comma = UInt8(ascii: ",")
  private static let lineFeed = UInt8(ascii: "\n")

  private static func add(_ column: Column, _ rows: Range<Int>, to lengths: inout [Int]) {
    switch column {
    case .numbers(let numbers):
      for row in rows { lengths[row - rows.lowerBound] += digits(numbers[row]) }
    case .texts(let codes, let texts):
      for row in rows { lengths[row - rows.lowerBound] += texts.range(Int(codes[row])).count }
    case .runs(let runs, let texts):
      eachRun(runs, rows) { run, rows in
        let length = texts.range(run).count
        for place in rows { lengths[place] += length }
      }
    }
  }

  private static func put(
    _ column: Column,
    _ rows: Range<Int>,
    ending end: UInt8,
    into bytes: UnsafeMutableBufferPointer<UInt8>,
    at places: inout [Int]
  ) {
    switch column {
    case .numbers(let numbers):
      for row in rows {
        let place = places[row - rows.lowerBound]
        let next = place + digits(numbers[row])
        var rest = numbers[row].magnitude
        var last = next
        repeat {
          last -= 1
          unsafe bytes[last] = UInt8(ascii: "0") + UInt8(rest % 10)
          rest /= 10
        } while rest > 0
        if numbers[row] < 0 { unsafe bytes[place] = UInt8(ascii: "-") }
        unsafe bytes[next] = end
        places[row - rows.lowerBound] = next + 1
      }
    case .texts(let codes, let texts):
      unsafe texts.bytes.withUnsafeBufferPointer { all in
        for row in rows {
          unsafe put(all, texts.range(Int(codes[row])), end, &places[row - rows.lowerBound], bytes)
        }
      }
    case .runs(let runs, let texts):
      unsafe texts.bytes.withUnsafeBufferPointer { all in
        eachRun(runs, rows) { run, rows in
          let range = texts.range(run)
          for place in rows { unsafe put(all, range, end, &places[place], bytes) }
        }
      }
    }
  }

  /// Puts a cell into its place, and moves the place behind it.
  @inline(__always)
  private static func put(
    _ texts: UnsafeBufferPointer<UInt8>,
    _ range: Range<Int>,
    _ end: UInt8,
    _ place: inout Int,
    _ bytes: UnsafeMutableBufferPointer<UInt8>
  ) {
    let next = place + range.count
    // A row's cells were measured by the same ranges, so that they end where it does.
    if !range.isEmpty {
      _ = unsafe UnsafeMutableBufferPointer(rebasing: bytes[place..<next])
        .update(fromContentsOf: texts[range])
    }
    unsafe bytes[next] = end
    place = next + 1
  }

  /// Calls a function with each run of some rows, and with the places of its rows among these.
  private static func eachRun(
    _ runs: RowRuns,
    _ rows: Range<Int>,
    _ body: (Int, Range<Int>) -> Void
  ) {
    guard !rows.isEmpty else { return }
    var run = runs.run(of: rows.lowerBound)
    var start = rows.lowerBound
    while start < rows.upperBound, run < runs.runCount {
      let end = min(runs.rows(ofRun: run).upperBound, rows.upperBound)
      body(run, (start - rows.lowerBound)..<(end - rows.lowerBound))
      (run, start) = (run + 1, end)
    }
  }

  /// How many characters a whole number takes.
  private static func digits(_ number: Int) -> Int {
    var (digits, rest) = (number < 0 ? 2 : 1, number.magnitude / 10)
    while rest > 0 {
      digits += 1
      rest /= 10
    }
    return digits
  }
}

extension TextArena {
  /// The texts as cells, in quotes where they need them.
  fileprivate func fitForCells() -> TextArena {
    guard Dialect.comma.mustQuote(bytes.span) else { return self }
    var cells = TextArena()
    for code in 0..<count {
      withBytes(code) { text in
        var writer = DelimitedWriter()
        writer.append(text)
        // Without the delimiter that ends it.
        cells.append(writer.bytes.span.extracting(droppingLast: 1))
      }
    }
    return cells
  }
}
