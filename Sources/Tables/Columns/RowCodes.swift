/// Codes by row, such as positions of texts, each in as few bytes as the largest of them needs.
///
/// A country's rows have many columns of which most have few texts.
package struct RowCodes: Sendable {
  /// `width` bytes a row, the lowest first, and three more, so that any row's can be read as four.
  @usableFromInline private(set) var bytes: [UInt8] = [0, 0, 0]
  /// 1 to 4.
  @usableFromInline private(set) var width = 1
  /// All bits of so many bytes, which is the largest code that they hold.
  @usableFromInline private(set) var mask: UInt32 = 0xFF
  package private(set) var count = 0
  /// How many rows room was asked for.
  private var reserved = 0

  package init() {}

  package init(_ codes: [Int32]) {
    var all: UInt32 = 0
    for code in codes { all |= UInt32(bitPattern: code) }
    widen(for: all)
    add(codes.count) { codes[$0] }
  }

  /// So many rows.
  ///
  /// - Parameters:
  ///   - count: How many.
  ///   - limit: No code is as large.
  ///   - code: The code of a row.
  package init(count: Int, below limit: Int32, _ code: (Int) -> Int32) {
    append(count: count, below: limit, code)
  }

  /// The same code for so many rows.
  package init(repeating code: Int32, count: Int) {
    widen(for: UInt32(bitPattern: code))
    add(count) { _ in code }
  }

  /// Makes room for so many rows.
  package mutating func reserveCapacity(_ rows: Int) {
    reserved = rows
    bytes.reserveCapacity(rows * width + 3)
  }

  package mutating func append(_ code: Int32) {
    widen(for: UInt32(bitPattern: code))
    add(1) { _ in code }
  }

  /// Appends so many rows.
  ///
  /// - Parameters:
  ///   - count: How many.
  ///   - limit: No code of them is as large.
  ///   - code: The code of a row by its place among them.
  package mutating func append(count: Int, below limit: Int32, _ code: (Int) -> Int32) {
    widen(for: UInt32(bitPattern: Swift.max(limit - 1, 0)))
    add(count, code)
  }

  /// Appends other codes, each with a number added to it.
  ///
  /// - Parameters:
  ///   - other: The codes.
  ///   - first: What is added.
  ///   - limit: None of the sums is as large.
  package mutating func append(_ other: RowCodes, adding first: Int32, below limit: Int32) {
    widen(for: UInt32(bitPattern: Swift.max(limit - 1, 0)))
    add(other.count) { first + other[$0] }
  }

  /// The codes of some ranges of rows, one range after the other.
  package func picking(_ ranges: [Range<Int>]) -> RowCodes {
    var picked = RowCodes()
    picked.widen(for: mask)
    picked.count = ranges.reduce(0) { $0 + $1.count }
    picked.bytes = []
    picked.bytes.reserveCapacity(picked.count * width + 3)
    for rows in ranges {
      picked.bytes += bytes[rows.lowerBound * width..<rows.upperBound * width]
    }
    picked.bytes += [0, 0, 0]
    return picked
  }

  /// Adds rows with codes that fit, each given by its place among them.
  @inline(__always)
  private mutating func add(_ rows: Int, _ code: (Int) -> Int32) {
    let (start, width, mask) = (count * width, width, mask)
    count += rows
    bytes.append(contentsOf: repeatElement(0, count: rows * width))
    unsafe bytes.withUnsafeMutableBytes { bytes in
      for row in 0..<rows {
        let code = code(row)
        assert(UInt32(bitPattern: code) <= mask, "a code would reach into the next row")
        // What is above the width is nought, and stands where the next row or nothing is.
        unsafe bytes.storeBytes(
          of: code.littleEndian,
          toByteOffset: start + row * width,
          as: Int32.self
        )
      }
    }
  }

  /// Sees to it that a code fits.
  private mutating func widen(for code: UInt32) {
    guard code > mask else { return }
    var wider = RowCodes()
    wider.width = (32 - code.leadingZeroBitCount + 7) / 8
    wider.mask = UInt32.max >> UInt32(32 - 8 * wider.width)
    wider.reserveCapacity(Swift.max(reserved, count))
    wider.add(count) { self[$0] }
    self = wider
  }
}

extension RowCodes: RandomAccessCollection {
  /// Rows one after the other, without asking the codes for each where it ends.
  package struct Iterator: IteratorProtocol {
    @usableFromInline let codes: RowCodes
    @usableFromInline var row = 0

    @usableFromInline
    init(_ codes: RowCodes) { self.codes = codes }

    @inlinable
    package mutating func next() -> Int32? {
      guard row < codes.count else { return nil }
      defer { row += 1 }
      return codes[row]
    }
  }

  @inlinable
  package func makeIterator() -> Iterator { Iterator(self) }

  @inlinable package var startIndex: Int { 0 }
  @inlinable package var endIndex: Int { count }

  package subscript(row: Int) -> Int32 {
    @inlinable @inline(__always) get {
      // Beyond the last row the four bytes are not there, and the span stops the program.
      let four = unsafe bytes.span.bytes
        .unsafeLoadUnaligned(fromByteOffset: row * width, as: UInt32.self)
      return Int32(bitPattern: UInt32(littleEndian: four) & mask)
    }
    set {
      let code = UInt32(bitPattern: newValue)
      widen(for: code)
      precondition(row >= 0 && row < count, "a code is set where there is a row")
      let (place, mask) = (row * width, mask)
      unsafe bytes.withUnsafeMutableBytes { bytes in
        let four = unsafe bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self)
        let kept = UInt32(littleEndian: four) & ~mask
        unsafe bytes.storeBytes(
          of: (kept | code).littleEndian,
          toByteOffset: place,
          as: UInt32.self
        )
      }
    }
  }
}

extension RowCodes: Equatable {
  package static func == (a: RowCodes, b: RowCodes) -> Bool {
    a.width == b.width ? a.bytes == b.bytes : a.elementsEqual(b)
  }
}

extension RowCodes: ExpressibleByArrayLiteral {
  package init(arrayLiteral elements: Int32...) { self.init(elements) }
}
