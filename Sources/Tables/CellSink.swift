package import Diagnostics

/// Takes the cells of a row one after the other: a table that is written, or a list of them.
package protocol CellSink {
  mutating func put(_ text: String)
  mutating func put(_ number: Int)
  mutating func put(_ number: Double)
  mutating func put(_ number: FixedDecimal)
  mutating func put(_ flag: Bool)
  mutating func put(_ sources: FactSources)
  mutating func putEmpty()
}

extension CellSink {
  package mutating func put(_ number: Int?) {
    if let number { put(number) } else { putEmpty() }
  }

  package mutating func put(_ number: Double?) {
    if let number { put(number) } else { putEmpty() }
  }

  package mutating func put(_ number: FixedDecimal?) {
    if let number { put(number) } else { putEmpty() }
  }
}

/// A list of cells.
struct CellList: CellSink {
  private(set) var cells: [Cell] = []

  init(count: Int) { cells.reserveCapacity(count) }

  mutating func put(_ text: String) { cells.append(.text(text)) }
  mutating func put(_ number: Int) { cells.append(.integer(number)) }
  mutating func put(_ number: Double) { cells.append(.number(number)) }
  mutating func put(_ number: FixedDecimal) { cells.append(.decimal(number)) }
  mutating func put(_ flag: Bool) { cells.append(.flag(flag)) }
  mutating func put(_ sources: FactSources) { cells.append(.text(sources.description)) }
  mutating func putEmpty() { cells.append(.empty) }
}
