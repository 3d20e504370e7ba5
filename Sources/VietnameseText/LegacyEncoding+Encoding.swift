extension TextEncoding {
  /// Encodes a text, as the programs that use the encoding write it.
  ///
  /// TCVN3 has no capitals with a tone; they become small letters, which its fonts for capitals show
  /// as capitals.
  ///
  /// - Parameter text: A text in any form of Unicode.
  /// - Returns: The bytes, or nil where the encoding lacks a character.
  public func encode(_ text: String) -> [UInt8]? {
    switch self {
    case .unicode(let form): form.encode(text)
    case .legacy(let legacy): legacy.encode(text)
    case .misread(let legacy, in: let form):
      legacy.encode(text).map {
        form.encode(String(decoding: WesternReading.utf8(of: $0), as: UTF8.self))
      }
    }
  }
}

extension UnicodeForm {
  fileprivate func encode(_ text: String) -> [UInt8] {
    let isBigEndian = self == .utf16BigEndian || self == .utf16BigEndianWithMark
    if isUTF8 { return mark + Array(text.utf8) }
    return mark
      + text.utf16.flatMap { unit -> [UInt8] in
        let (low, high) = (UInt8(unit & 0xFF), UInt8(unit >> 8))
        return isBigEndian ? [high, low] : [low, high]
      }
  }
}

extension LegacyEncoding {
  fileprivate func encode(_ text: String) -> [UInt8]? {
    let utf8 = composed(Array(text.utf8))
    if self == .utf8 { return utf8 }
    var bytes: [UInt8] = []
    for scalar in String(decoding: utf8, as: UTF8.self).unicodeScalars {
      guard let code = code(of: scalar) else { return nil }
      bytes.append(contentsOf: code)
    }
    return bytes
  }

  private func code(of scalar: Unicode.Scalar) -> [UInt8]? {
    switch self {
    case .vni: return VNITable.shared.bytes(of: scalar)
    case .tcvn3:
      // What VN1 alone has is no letter of TCVN3.
      let small = scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
      let hasTone = LetterTable.shared.letter(scalar).map { !$0.tone.isEmpty } ?? false
      if let byte = table?.bytes[hasTone ? small : scalar] { return [byte] }
      // Signs that share their byte with a tone alone, which no program writes.
      let sign = CodeTable.windows1252?.bytes[scalar]
      return sign.flatMap { Self.tones.contains($0) ? [$0] : nil }
    case .windows1258:
      if let byte = table?.bytes[scalar] { return [byte] }
      let parts = decomposed(scalar)
      // The tone comes last where the mark of the letter is another: `ộ` is `ô` and a dot below.
      guard let tone = parts.first(where: Letter.tones.contains) else { return nil }
      let rest = parts.filter { $0 != tone }
      let base = composed(Array(string(rest).utf8))
      guard let letter = String(decoding: base, as: UTF8.self).unicodeScalars.first,
        let first = table?.bytes[letter], let second = table?.bytes[tone]
      else { return nil }
      return [first, second]
    case .viscii, .vps, .windows1252: return table?.bytes[scalar].map { [$0] }
    case .utf8: return nil
    }
  }
}
