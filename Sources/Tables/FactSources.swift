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
    var text = text
    guard let sources = text.withUTF8({ unsafe FactSources($0.span) }) else { return nil }
    self = sources
  }

  /// Reads the same from its bytes.
  init?(_ text: Span<UInt8>) {
    var builder = Builder()
    var place = 0
    while place < text.count {
      if place > 0 {
        guard text[place] == UInt8(ascii: " ") else { return nil }
        place += 1
      }
      guard let file = Self.number(text, &place), place < text.count,
        text[place] == UInt8(ascii: ":")
      else { return nil }
      place += 1
      guard let line = Self.number(text, &place) else { return nil }
      builder.append(SourceRow(file: file, line: line))
    }
    self = builder.sources(builder.range)
  }

  /// Takes a whole number off a place; nil where there is none, or it is written as no table
  /// writes it, such as `+1` or `02`.
  private static func number(_ text: Span<UInt8>, _ place: inout Int) -> Int? {
    let isNegative = place < text.count && text[place] == UInt8(ascii: "-")
    if isNegative { place += 1 }
    var number = 0
    var digits = 0
    while place < text.count, case 0x30...0x39 = text[place] {
      guard digits == 0 || number != 0 else { return nil }
      let (tens, isTooLong) = number.multipliedReportingOverflow(by: 10)
      let digit = Int(text[place] - 0x30)
      let (sum, isTooLarge) = tens.addingReportingOverflow(isNegative ? -digit : digit)
      guard !isTooLong, !isTooLarge else { return nil }
      number = sum
      digits += 1
      place += 1
    }
    return digits == 0 || isNegative && number == 0 ? nil : number
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
    var field = FieldParts()
    put(into: &field)
    return field.text
  }

  /// Puts the description together.
  func put(into field: inout FieldParts) {
    var rows = makeIterator()
    var isFirst = true
    var next = rows.next()
    while next != nil {
      // So many at a time that growing is no matter, and that room for them is not much.
      let most = 64
      field.put(atMost: most * 2 * (OutputSpan<UInt8>.roomForNumber + 1)) { room in
        for _ in 0..<most {
          guard let row = next else { return }
          if !isFirst { room.append(UInt8(ascii: " ")) }
          isFirst = false
          room.append(decimal: row.file)
          room.append(UInt8(ascii: ":"))
          room.append(decimal: row.line)
          next = rows.next()
        }
      }
    }
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
