/// Bytes of an older encoding, read.
struct LegacyReading {
  /// UTF-8 in form C.
  var utf8: [UInt8]
  /// Whether each byte has a meaning where it stands.
  var isExplained: Bool
}

/// A byte that an encoding has no character for.
struct UndefinedByte: Error {
  var offset: Int
}

extension LegacyEncoding {
  /// Encodings whose tables this system lacks, which are iconv's.
  static let unavailable = allCases.filter { encoding in
    switch encoding {
    case .utf8: false
    case .vni: !VNITable.shared.isAvailable
    default: encoding.table == nil
    }
  }

  var table: CodeTable? {
    switch self {
    case .tcvn3: .tcvn3
    case .windows1258: .windows1258
    case .viscii: .viscii
    case .vps: .vps
    case .windows1252: .windows1252
    case .vni, .utf8: nil
    }
  }

  /// Reads text of this encoding.
  func read(_ bytes: ArraySlice<UInt8>) throws(UndefinedByte) -> LegacyReading {
    switch self {
    case .vni: return try readVNI(bytes)
    case .utf8:
      if let bad = firstInvalidByte(in: bytes) { throw UndefinedByte(offset: bad) }
      return LegacyReading(utf8: composed(Array(bytes)), isExplained: true)
    case .tcvn3, .windows1258, .viscii, .vps, .windows1252:
      guard let table else { throw UndefinedByte(offset: bytes.startIndex) }
      return try read(bytes, table)
    }
  }

  private func read(
    _ bytes: ArraySlice<UInt8>,
    _ table: CodeTable
  ) throws(UndefinedByte) -> LegacyReading {
    var utf8: [UInt8] = []
    utf8.reserveCapacity(bytes.count + bytes.count / 2)
    var carrier: UInt8 = 0
    for index in bytes.indices {
      let byte = bytes[index]
      var units = table.utf8[Int(byte)]
      if units.isEmpty { throw UndefinedByte(offset: index) }
      if self == .tcvn3, Self.tones.contains(byte), !Self.carriers.contains(carrier) {
        units = CodeTable.windows1252?.utf8[Int(byte)] ?? units
      }
      utf8.append(contentsOf: units)
      carrier = byte
    }
    return LegacyReading(utf8: composed(utf8), isExplained: true)
  }

  /// Bytes of TCVN 5712 that are a tone alone.
  ///
  /// No program writes them, since each letter with a tone has a byte of its own; after anything but
  /// a vowel they are the signs of Windows: `25 °C`, `m²`.
  static let tones: ClosedRange<UInt8> = 0xB0...0xB4
  private static let carriers = Set("aeiouyAEIOUY".utf8).union(0xA1...0xA6).union(0xA8...0xAD)

  private func readVNI(_ bytes: ArraySlice<UInt8>) throws(UndefinedByte) -> LegacyReading {
    let table = VNITable.shared
    var utf8: [UInt8] = []
    utf8.reserveCapacity(bytes.count)
    var isExplained = true
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let next = index + 1 < bytes.endIndex ? bytes[index + 1] : nil
      guard let (scalar, length, isKnown) = table.read(bytes[index], next: next) else {
        throw UndefinedByte(offset: index)
      }
      if let units = UTF8.encode(scalar) { utf8.append(contentsOf: units) }
      if !isKnown { isExplained = false }
      index += length
    }
    return LegacyReading(utf8: utf8, isExplained: isExplained)
  }
}

/// Position of the first byte that breaks the rules of UTF-8.
func firstInvalidByte(in bytes: ArraySlice<UInt8>) -> Int? {
  do {
    _ = try UTF8Span(validating: bytes.span)
    return nil
  } catch {
    return bytes.startIndex + error.byteOffsets.lowerBound
  }
}
