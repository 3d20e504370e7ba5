import VietnameseText

/// What a cell of a column of numbers holds.
///
/// Taken are a sign, digits with at most one decimal mark, and an exponent, as programs write them.
/// Thousands are parted only where the caller says how: `1.250` could be 1250 or 1.25.
enum NumberCell: Equatable {
  case missing
  /// A number; `isOpen` where its decimal mark could as well part thousands.
  case number(Double, mark: DecimalMark?, isOpen: Bool)
  /// A number but for its decimal mark, which is not that of the column.
  case wrongMark
  /// A number that no double can hold.
  case outOfRange
  case notANumber

  /// Reads a cell.
  ///
  /// - Parameters:
  ///   - cell: The bytes of the cell.
  ///   - style: How numbers are written.
  ///   - mark: The decimal mark of the column; nil while it is not known, when either is taken.
  /// - Returns: What it holds.
  static func read(_ cell: Span<UInt8>, _ style: NumberStyle, mark: DecimalMark?) -> NumberCell {
    let bytes = cell.extracting(trimmedRange(of: cell))
    if style.isMissing(bytes) { return .missing }
    let result = scan(bytes, mark: mark)
    switch result {
    case .notANumber, .wrongMark:
      guard let plain = plainText(bytes, style, mark: mark) else { return result }
      let mended = scan(plain.span, mark: mark)
      // Where thousands are marked, the mark before the fraction cannot be one of them.
      if case .number(let value, let mark, _) = mended, style.thousands != nil {
        return .number(value, mark: mark, isOpen: false)
      }
      return mended
    default: return result
    }
  }

  /// The cell without blanks, no-break blanks among them, at its ends.
  static func trimmedRange(of cell: Span<UInt8>) -> Range<Int> {
    var (start, end) = (0, cell.count)
    while start < end {
      if isBlank(cell[start]) {
        start += 1
      } else if start + 1 < end, cell[start] == 0xC2, cell[start + 1] == 0xA0 {
        start += 2
      } else {
        break
      }
    }
    while start < end {
      if isBlank(cell[end - 1]) {
        end -= 1
      } else if start + 1 < end, cell[end - 2] == 0xC2, cell[end - 1] == 0xA0 {
        end -= 2
      } else {
        break
      }
    }
    return start..<end
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  /// The cell with a hyphen for a minus sign and without the marks of thousands; nil where it has
  /// neither.
  private static func plainText(
    _ bytes: Span<UInt8>,
    _ style: NumberStyle,
    mark: DecimalMark?
  ) -> [UInt8]? {
    var plain: [UInt8] = []
    var index = 0
    var hasMinus = false
    while index < bytes.count {
      let isPair = index + 1 < bytes.count
      if index + 2 < bytes.count, bytes[index] == 0xE2, bytes[index + 1] == 0x88,
        bytes[index + 2] == 0x92
      {
        // U+2212, the minus sign of typesetters.
        plain.append(0x2D)
        index += 3
        hasMinus = true
      } else if isPair, bytes[index] == 0xC2, bytes[index + 1] == 0xA0 {
        plain.append(0x20)
        index += 2
      } else {
        plain.append(bytes[index])
        index += 1
      }
    }
    guard let thousands = style.thousands, plain.contains(thousands) else {
      return hasMinus ? plain : nil
    }
    let sign = plain.prefix { $0 == 0x2D || $0 == 0x2B }
    let whole = plain[sign.endIndex...].prefix { NumberStyle.isDigit($0) || $0 == thousands }
    let groups = whole.split(separator: thousands, omittingEmptySubsequences: false)
    guard let first = groups.first, (1...3).contains(first.count),
      groups.dropFirst().allSatisfy({ $0.count == 3 })
    else { return nil }
    return Array(sign) + groups.joined() + plain[whole.endIndex...]
  }
}

// Numbers, byte by byte.
extension NumberCell {
  private static func scan(_ bytes: Span<UInt8>, mark: DecimalMark?) -> NumberCell {
    var index = 0
    let count = bytes.count
    let isNegative = count > 0 && bytes[0] == 0x2D
    if isNegative || (count > 0 && bytes[0] == 0x2B) { index = 1 }

    var mantissa: UInt64 = 0
    // More digits than 18 could overflow; they are left to the library.
    var significant = 0
    var exponent = 0
    let firstDigit = index
    while index < count, NumberStyle.isDigit(bytes[index]) {
      add(bytes[index], to: &mantissa, &significant)
      index += 1
    }
    let wholeDigits = index - firstDigit
    let beginsWithNought = wholeDigits > 0 && bytes[firstDigit] == 0x30
    var found: DecimalMark?
    var fractionDigits = 0
    if index < count, bytes[index] == 0x2E || bytes[index] == 0x2C {
      found = bytes[index] == 0x2E ? .point : .comma
      index += 1
      while index < count, NumberStyle.isDigit(bytes[index]) {
        add(bytes[index], to: &mantissa, &significant)
        index += 1
        fractionDigits += 1
      }
    }
    guard wholeDigits + fractionDigits > 0 else { return .notANumber }
    let hasExponent = index < count && bytes[index] | 0x20 == 0x65
    if hasExponent {
      index += 1
      let isBelow = index < count && bytes[index] == 0x2D
      if isBelow || (index < count && bytes[index] == 0x2B) { index += 1 }
      let first = index
      while index < count, NumberStyle.isDigit(bytes[index]) {
        exponent = min(exponent * 10 + Int(bytes[index] - 0x30), 100_000)
        index += 1
      }
      guard index > first else { return .notANumber }
      if isBelow { exponent = -exponent }
    }
    guard index == count else { return .notANumber }
    if let found, let mark, found != mark { return .wrongMark }

    let isOpen =
      !hasExponent && fractionDigits == 3 && (1...3).contains(wholeDigits) && !beginsWithNought
    let scale = exponent - fractionDigits
    let value = value(mantissa, significant, scale) ?? value(of: bytes)
    guard value.isFinite else { return .outOfRange }
    return .number(isNegative ? 0 - value : value, mark: found, isOpen: isOpen)
  }

  private static func add(_ digit: UInt8, to mantissa: inout UInt64, _ significant: inout Int) {
    if mantissa > 0 || digit > 0x30 { significant += 1 }
    if significant <= 18 { mantissa = mantissa * 10 + UInt64(digit - 0x30) }
  }

  /// The nearest double where one division or multiplication gives it: both numbers are exact.
  ///
  /// Clinger W. D., How to read floating point numbers accurately, PLDI 1990, 92-101.
  private static func value(_ mantissa: UInt64, _ significant: Int, _ scale: Int) -> Double? {
    guard significant <= 15 else { return nil }
    if mantissa == 0 { return 0 }
    guard scale >= -22, scale <= 22 else { return nil }
    let whole = Double(mantissa)
    return scale < 0 ? whole / powersOfTen[-scale] : whole * powersOfTen[scale]
  }

  /// The powers of ten that a double holds exactly.
  private static let powersOfTen: [Double] = (0...22).map { power in
    (0..<power).reduce(1) { product, _ in product * 10 }
  }

  /// The nearest double by the library, without its sign.
  private static func value(of bytes: Span<UInt8>) -> Double {
    var text = ""
    for index in bytes.indices where bytes[index] != 0x2D || index > 0 {
      text.unicodeScalars.append(bytes[index] == 0x2C ? "." : Unicode.Scalar(bytes[index]))
    }
    // The grammar was checked, so that there is a value, if an infinite one.
    return Double(text) ?? .infinity
  }
}
