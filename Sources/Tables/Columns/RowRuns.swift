/// Whole numbers by row that mostly stay the same from row to row, such as numbers of files: each run
/// of equal ones is kept once.
///
/// Numbers beyond 32 bits are clamped, as in `RowNumbers`. A row's number is searched for among the
/// runs; who looks at all rows takes them run by run.
package struct RowRuns: Sendable, Equatable {
  private var values: [Int32] = []
  /// By run: the row after its last one.
  private var ends: [Int32] = []

  package init() {}

  package init(_ numbers: some Sequence<Int>) {
    for number in numbers { append(number) }
  }

  package var count: Int { Int(ends.last ?? 0) }

  /// The runs in the order of their rows; those next to each other differ.
  package var runs: [(value: Int, rows: Range<Int>)] {
    values.indices.map { (Int(values[$0]), rows(ofRun: $0)) }
  }

  var runCount: Int { values.count }

  func rows(ofRun run: Int) -> Range<Int> { (run == 0 ? 0 : Int(ends[run - 1]))..<Int(ends[run]) }

  /// The run that a row is of: its number, and all its rows.
  package func run(at row: Int) -> (value: Int, rows: Range<Int>) {
    let run = run(of: row)
    return (Int(values[run]), rows(ofRun: run))
  }

  /// The position of the run that a row is of.
  func run(of row: Int) -> Int {
    precondition(row >= 0, "rows are counted from 0")
    var (low, high) = (0, ends.count)
    while low < high {
      let middle = (low + high) / 2
      if Int(ends[middle]) > row { high = middle } else { low = middle + 1 }
    }
    return low
  }

  package mutating func append(_ number: Int) { append(repeating: number, count: 1) }

  package mutating func append(repeating number: Int, count: Int) {
    guard count > 0 else { return }
    let value = Int32(clamping: number)
    let end = Int32(clamping: self.count + count)
    if values.last == value {
      ends[ends.count - 1] = end
    } else {
      values.append(value)
      ends.append(end)
    }
  }

  /// The numbers of some ranges of rows, one range after the other.
  package func picking(_ ranges: [Range<Int>]) -> RowRuns {
    var picked = RowRuns()
    for range in ranges {
      var left = range
      while let row = left.first {
        let run = run(at: row)
        let own = left.clamped(to: run.rows)
        picked.append(repeating: run.value, count: own.count)
        left = own.upperBound..<range.upperBound
      }
    }
    return picked
  }
}

extension RowRuns: RandomAccessCollection {
  package var startIndex: Int { 0 }
  package var endIndex: Int { count }
  package subscript(row: Int) -> Int { Int(values[run(of: row)]) }
}

extension RowRuns: ExpressibleByArrayLiteral {
  package init(arrayLiteral elements: Int...) { self.init(elements) }
}

/// A name for each row that mostly stays the same from row to row, such as its sender.
package struct RunNames: Sendable {
  /// For each row the position of its name.
  package private(set) var codes = RowRuns()
  /// The names in the order in which they came up.
  package private(set) var names: [String] = []
  private var positions: [String: Int] = [:]

  package init() {}

  package init(_ list: some Sequence<String>) {
    for name in list { append(name) }
  }

  package mutating func append(_ name: String) { append(repeating: name, count: 1) }

  package mutating func append(repeating name: String, count: Int) {
    guard count > 0 else { return }
    let code = positions[name] ?? names.count
    if code == names.count {
      positions[name] = code
      names.append(name)
    }
    codes.append(repeating: code, count: count)
  }
}

extension RunNames: RandomAccessCollection {
  package var startIndex: Int { 0 }
  package var endIndex: Int { codes.count }
  package subscript(row: Int) -> String { names[codes[row]] }
}

extension RunNames: Equatable {
  package static func == (a: RunNames, b: RunNames) -> Bool {
    if a.codes == b.codes, a.names == b.names { return true }
    return a.elementsEqual(b)
  }
}

extension RunNames: ExpressibleByArrayLiteral {
  package init(arrayLiteral elements: String...) { self.init(elements) }
}
