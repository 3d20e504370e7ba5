/// Codes by row, such as positions of texts, each in as few bytes as the largest of them needs.
///
/// A country's rows have many columns of which most have few texts.
package struct RowCodes: Sendable {
  /// `width` bytes a row, the lowest first, and three more, so that any row's can be read as four.
  @usableFromInline private(set) var bytes: [UInt8] = [0, 0, 0]
  /// 1 to 4.
  @usableFromInline private(set) var width = 1
  /// How many rows room was asked for.
  private var reserved = 0

  package init() {}

  package init(_ codes: [Int32]) {
    var all: UInt32 = 0
    for code in codes { all |= UInt32(bitPattern: code) }
    width = Self.width(of: all)
    add(codes.count) { codes[$0] }
  }

  /// The same code for so many rows.
  package init(repeating code: Int32, count: Int) {
    width = Self.width(of: UInt32(bitPattern: code))
    add(count) { _ in code }
  }

  @inlinable package var count: Int { (bytes.count - 3) / width }

  /// Makes room for so many rows.
  package mutating func reserveCapacity(_ rows: Int) {
    reserved = rows
    bytes.reserveCapacity(rows * width + 3)
  }

  package mutating func append(_ code: Int32) {
    widen(for: code)
    add(1) { _ in code }
  }

  /// Appends other codes, each with a number added to it.
  ///
  /// - Parameters:
  ///   - other: The codes.
  ///   - first: What is added.
  ///   - limit: None of the sums is as large.
  package mutating func append(_ other: RowCodes, adding first: Int32, below limit: Int32) {
    widen(for: Swift.max(limit - 1, 0))
    add(other.count) { first + other[$0] }
  }

  /// The codes of the rows that are given, in their order.
  package func picking(_ rows: [Int32]) -> RowCodes {
    var picked = RowCodes()
    picked.width = width
    picked.add(rows.count) { self[Int(rows[$0])] }
    return picked
  }

  /// Adds rows with codes that fit, each given by its place among them.
  @inline(__always)
  private mutating func add(_ rows: Int, _ code: (Int) -> Int32) {
    let (start, width) = (count * width, width)
    bytes.append(contentsOf: repeatElement(0, count: rows * width))
    unsafe bytes.withUnsafeMutableBytes { bytes in
      for row in 0..<rows {
        // What is above the width is nought, and stands where the next row or nothing is.
        unsafe bytes.storeBytes(
          of: code(row).littleEndian,
          toByteOffset: start + row * width,
          as: Int32.self
        )
      }
    }
  }

  /// Sees to it that a code fits.
  private mutating func widen(for code: Int32) {
    let width = Self.width(of: UInt32(bitPattern: code))
    guard width > self.width else { return }
    var wider = RowCodes()
    wider.width = width
    wider.reserveCapacity(Swift.max(reserved, count))
    wider.add(count) { self[$0] }
    self = wider
  }

  /// How many bytes a code takes.
  private static func width(of code: UInt32) -> Int {
    Swift.max(1, (32 - code.leadingZeroBitCount + 7) / 8)
  }
}

extension RowCodes: RandomAccessCollection {
  @inlinable package var startIndex: Int { 0 }
  @inlinable package var endIndex: Int { count }

  package subscript(row: Int) -> Int32 {
    @inlinable get {
      // Beyond the last row the four bytes are not there, and the span stops the program.
      let four = unsafe bytes.span.bytes
        .unsafeLoadUnaligned(fromByteOffset: row * width, as: UInt32.self)
      return Int32(bitPattern: UInt32(littleEndian: four) & (UInt32.max >> UInt32(32 - 8 * width)))
    }
    set {
      widen(for: newValue)
      for place in 0..<width {
        let byte = UInt32(bitPattern: newValue) >> UInt32(8 * place)
        bytes[row * width + place] = UInt8(truncatingIfNeeded: byte)
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
