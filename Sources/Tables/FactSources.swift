import DelimitedText

/// A row of a sender's file.
package struct SourceRow: Hashable, Sendable {
  package var file: Int
  package var line: Int

  package init(file: Int, line: Int) {
    self.file = file
    self.line = line
  }
}

/// The rows that a fact was made from, in their order.
///
/// Facts name each row of a register, some of them several times, so that rows are kept as steps from
/// one to the next, of two or three bytes each; facts that were made together share one run of bytes.
package struct FactSources: Sendable {
  private let steps: [UInt8]
  private let own: Range<Int>

  fileprivate init(_ steps: [UInt8], _ own: Range<Int>) {
    self.steps = steps
    self.own = own
  }

  package init(_ rows: some Sequence<SourceRow>) {
    var builder = Builder()
    for row in rows { builder.append(row) }
    self = builder.sources(builder.range)
  }

  /// Joins the rows of several facts.
  package init(joining parts: some Sequence<FactSources>) {
    self.init(parts.lazy.joined())
  }

  /// Reads `file:line file:line`, as tables have it; nil where it is something else.
  package init?(_ text: String) {
    guard !text.isEmpty else {
      self.init([])
      return
    }
    var rows: [SourceRow] = []
    for row in text.utf8.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false) {
      let parts = row.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
      guard parts.count == 2, let file = Int(Substring(parts[0])),
        let line = Int(Substring(parts[1]))
      else { return nil }
      rows.append(SourceRow(file: file, line: line))
    }
    self.init(rows)
    // `+1:02` is written otherwise.
    guard description == text else { return nil }
  }

  package var isEmpty: Bool { own.isEmpty }

  /// The first row; nil where there is none.
  package var first: SourceRow? { first { _ in true } }
}

extension FactSources {
  /// Keeps the rows of facts that are made together.
  package struct Builder {
    private var steps: [UInt8] = []
    private var start = 0
    private var last = SourceRow(file: 0, line: 0)

    package init() {}

    /// Begins the rows of the next fact.
    package mutating func begin() {
      start = steps.count
      last = SourceRow(file: 0, line: 0)
    }

    /// Adds a row of the fact.
    package mutating func append(_ row: SourceRow) {
      let step = row.line &- last.line
      // Mostly the next row of a list stands further down in the same file.
      if row.file == last.file, step >= 0, step < Int.max / 2 {
        append(UInt(step) << 1)
      } else {
        append(1)
        append(Self.unsigned(row.file))
        append(Self.unsigned(row.line))
      }
      last = row
    }

    /// Where the fact's rows are kept, for `sources`.
    package var range: Range<Int> { start..<steps.count }

    /// The rows that were added, once all have been.
    package func sources(_ own: Range<Int>) -> FactSources { FactSources(steps, own) }

    /// Seven bits a byte, the lowest first; all but the last byte have the eighth.
    private mutating func append(_ number: UInt) {
      var rest = number
      while rest >= 0x80 {
        steps.append(UInt8(truncatingIfNeeded: rest) | 0x80)
        rest >>= 7
      }
      steps.append(UInt8(rest))
    }

    /// Numbers below nought are the odd ones.
    private static func unsigned(_ number: Int) -> UInt {
      UInt(bitPattern: number << 1 ^ number >> 63)
    }
  }
}

extension FactSources: Sequence {
  package struct Iterator: IteratorProtocol {
    private let steps: [UInt8]
    private var place: Int
    private let end: Int
    private var last = SourceRow(file: 0, line: 0)

    fileprivate init(_ sources: FactSources) {
      steps = sources.steps
      place = sources.own.lowerBound
      end = sources.own.upperBound
    }

    package mutating func next() -> SourceRow? {
      guard place < end else { return nil }
      let step = number()
      if step & 1 == 0 {
        last.line &+= Int(step >> 1)
      } else {
        last.file = signed(number())
        last.line = signed(number())
      }
      return last
    }

    @inline(__always)
    private mutating func number() -> UInt {
      var (number, shift): (UInt, UInt) = (0, 0)
      while true {
        let byte = steps[place]
        place += 1
        number |= UInt(byte & 0x7F) << shift
        if byte < 0x80 { return number }
        shift += 7
      }
    }

    private func signed(_ number: UInt) -> Int {
      Int(bitPattern: number >> 1) ^ -Int(bitPattern: number & 1)
    }
  }

  package func makeIterator() -> Iterator { Iterator(self) }
}

extension FactSources: CustomStringConvertible {
  /// `file:line` of each row, separated by blanks.
  package var description: String {
    if isEmpty { return "" }
    var text: [UInt8] = []
    text.reserveCapacity(own.count * 5)
    for row in self {
      if !text.isEmpty { text.append(UInt8(ascii: " ")) }
      text.append(decimal: row.file)
      text.append(UInt8(ascii: ":"))
      text.append(decimal: row.line)
    }
    return String(decoding: text, as: UTF8.self)
  }
}

extension FactSources: Equatable {
  package static func == (a: FactSources, b: FactSources) -> Bool {
    a.steps[a.own].elementsEqual(b.steps[b.own])
  }
}

extension FactSources: ExpressibleByArrayLiteral {
  package init(arrayLiteral rows: SourceRow...) { self.init(rows) }
}
