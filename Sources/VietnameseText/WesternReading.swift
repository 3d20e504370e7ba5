/// Text that was saved as Unicode after its bytes had been taken for Western ones.
///
/// The Western code page of Windows is the usual one; Windows set up for Vietnamese has 1258, and
/// programs on other systems take ISO 8859-1. No character means two bytes in these three.
enum WesternReading {
  /// Bytes of the characters that are not those of ISO 8859-1, where byte and character are one.
  private static let bytes: [Unicode.Scalar: UInt8] = {
    var bytes: [Unicode.Scalar: UInt8] = [:]
    for table in [CodeTable.windows1252, CodeTable.windows1258] {
      for (scalar, byte) in table?.bytes ?? [:] where scalar.value > 0xFF { bytes[scalar] = byte }
    }
    return bytes
  }()

  /// What a file in valid UTF-8 has beyond ASCII.
  enum Survey {
    case ascii
    /// ASCII, and control codes that are capitals in VISCII or VPS.
    case asciiAndLetterControls
    /// Nothing but characters that stand for a byte.
    case western
    /// A character that no Western code page has: the text is Unicode and meant as such.
    case unicode
  }

  /// Looks through UTF-8 to the first character that no Western code page has.
  static func survey(_ utf8: ArraySlice<UInt8>) -> Survey {
    let controls = letterControls.reduce(into: UInt32(0)) { $0 |= 1 << UInt32($1) }
    let bytes = utf8.span
    var survey = Survey.ascii
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte >= 0x20, byte < 0x80 {
        index += 1
      } else if byte < 0x20 {
        if controls >> UInt32(byte) & 1 == 1, case .ascii = survey {
          survey = .asciiAndLetterControls
        }
        index += 1
      } else if byte < 0xC4 {
        survey = .western
        index += 2
      } else if byte < 0xF0 {
        let length = byte < 0xE0 ? 2 : 3
        var value = UInt32(byte & (length == 2 ? 0x1F : 0x0F))
        for next in index + 1..<min(index + length, bytes.count) {
          value = value << 6 | UInt32(bytes[next] & 0x3F)
        }
        guard let scalar = Unicode.Scalar(value), Self.bytes[scalar] != nil else {
          return .unicode
        }
        survey = .western
        index += length
      } else {
        return .unicode
      }
    }
    return survey
  }

  /// The bytes that were taken for Western ones; nil where a character stands for none.
  static func bytes(of utf8: ArraySlice<UInt8>) -> [UInt8]? {
    var result: [UInt8] = []
    result.reserveCapacity(utf8.count)
    var decoder = UTF8()
    var iterator = utf8.makeIterator()
    while case .scalarValue(let scalar) = decoder.decode(&iterator) {
      if scalar.value <= 0xFF {
        result.append(UInt8(scalar.value))
      } else if let byte = bytes[scalar] {
        result.append(byte)
      } else {
        return nil
      }
    }
    return result
  }

  /// Characters for which Western Windows takes bytes; what it lacks is a control code.
  static func utf8(of bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    for byte in bytes {
      let scalar = CodeTable.windows1252?.scalars[Int(byte)] ?? Unicode.Scalar(byte)
      if let units = UTF8.encode(scalar) { result.append(contentsOf: units) }
    }
    return result
  }
}
