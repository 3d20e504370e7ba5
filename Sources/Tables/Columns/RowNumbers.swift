/// Whole numbers by row, such as lines, in four bytes each.
///
/// Numbers beyond 32 bits are clamped: no file that is read has so many lines.
package struct RowNumbers: Sendable, Equatable {
  @usableFromInline private(set) package var values: [Int32]

  package init() { values = [] }

  package init(_ numbers: some Sequence<Int>) {
    values = numbers.map { Int32(clamping: $0) }
  }

  @inlinable
  package mutating func append(_ number: Int) { values.append(Int32(clamping: number)) }

  package mutating func append(contentsOf other: RowNumbers) {
    values.append(contentsOf: other.values)
  }

  package mutating func reserveCapacity(_ count: Int) { values.reserveCapacity(count) }

  /// The numbers of some ranges of rows, one range after the other.
  package func picking(_ ranges: [Range<Int>]) -> RowNumbers {
    var picked = RowNumbers()
    picked.values.reserveCapacity(ranges.reduce(0) { $0 + $1.count })
    for rows in ranges { picked.values += values[rows] }
    return picked
  }

  package static func == (numbers: RowNumbers, others: [Int]) -> Bool {
    numbers.elementsEqual(others)
  }
}

extension RowNumbers: RandomAccessCollection {
  @inlinable package var startIndex: Int { 0 }
  @inlinable package var endIndex: Int { values.count }
  @inlinable package subscript(row: Int) -> Int { Int(values[row]) }
}

extension RowNumbers: ExpressibleByArrayLiteral {
  package init(arrayLiteral elements: Int...) { self.init(elements) }
}
