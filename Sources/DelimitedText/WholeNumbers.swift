/// Whole numbers as texts of digits, eight digits at a time.
extension OutputSpan<UInt8> {
  /// Room that one number needs: a sign, twenty digits, and what is written beyond the last of them.
  package static var roomForNumber: Int { 28 }

  /// Appends the digits of a whole number, with a sign before those below nought.
  ///
  /// There must be `roomForNumber` bytes left.
  package mutating func append(decimal number: Int) {
    if number < 0 { append(UInt8(ascii: "-")) }
    append(magnitude: UInt64(number.magnitude))
  }

  private mutating func append(magnitude: UInt64) {
    if magnitude < 10 { return append(UInt8(ascii: "0") + UInt8(magnitude)) }
    if magnitude < Self.eightDigits {
      let digits = Self.digits(UInt32(truncatingIfNeeded: magnitude))
      // The first digit is the lowest byte; one of them is not nought.
      let noughts = digits.trailingZeroBitCount >> 3
      append(digits: digits >> UInt64(noughts << 3), 8 - noughts)
    } else {
      let (first, last) = magnitude.quotientAndRemainder(dividingBy: Self.eightDigits)
      append(magnitude: first)
      append(digits: Self.digits(UInt32(truncatingIfNeeded: last)), 8)
    }
  }

  /// Appends the lowest bytes as digits; the bytes above them are written as well, and count as room.
  private mutating func append(digits: UInt64, _ count: Int) {
    precondition(freeCapacity >= 8, "no room for eight digits")
    let text = digits | 0x3030_3030_3030_3030
    unsafe withUnsafeMutableBufferPointer { room, filled in
      unsafe UnsafeMutableRawBufferPointer(room).storeBytes(
        of: text.littleEndian,
        toByteOffset: filled,
        as: UInt64.self
      )
      filled += count
    }
  }

  private static var eightDigits: UInt64 { 100_000_000 }

  /// The eight digits of a number below 10^8, a byte each, the first one lowest.
  ///
  /// Parts of four digits, then of two, then single digits are divided side by side in one word: 10486 / 2^20
  /// is near enough to 1/100 below 10,000, and 103 / 2^10 to 1/10 below 100.
  private static func digits(_ number: UInt32) -> UInt64 {
    let fours = UInt64(number / 10_000) | UInt64(number % 10_000) << 32
    let hundreds = (fours &* 10_486) >> 20 & 0x0000_007F_0000_007F
    let twos = hundreds | (fours &- hundreds &* 100) << 16
    let tens = (twos &* 103) >> 10 & 0x000F_000F_000F_000F
    return tens | (twos &- tens &* 10) << 8
  }
}

extension [UInt8] {
  /// Appends the digits of a whole number, with a sign before those below nought.
  package mutating func append(decimal number: Int) {
    append(addingCapacity: OutputSpan<UInt8>.roomForNumber) { $0.append(decimal: number) }
  }
}
