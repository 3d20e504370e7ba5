/// Decodes a file, finding its encoding by byte order mark, NUL pattern and validity.
///
/// - Parameter bytes: Content of the file.
/// - Returns: The text as UTF-8 in form C, and the encoding found.
/// - Throws: `DecodingFault` where the file is no text or breaks the rules of its encoding.
public func decode(_ bytes: [UInt8]) throws(DecodingFault) -> DecodedText {
  if let kind = BinaryKind(signatureOf: bytes) { throw .binary(kind) }
  let encoding = try encoding(of: bytes)
  let body = bytes[encoding.mark.count...]
  let utf8: [UInt8]
  switch encoding {
  case .utf8, .utf8WithMark:
    if let bad = firstInvalidByte(in: body) {
      if isMostlyControls(body) { throw .binary(.unknown) }
      throw .invalid(
        encoding: encoding,
        byteOffset: bad,
        line: 1 + lineEnds(in: body[..<bad].lazy.map(UInt16.init))
      )
    }
    utf8 = Array(body)
  case .utf16LittleEndian, .utf16LittleEndianWithMark:
    utf8 = try decodeUTF16(body, encoding) { UInt16($1) << 8 | UInt16($0) }
  case .utf16BigEndian, .utf16BigEndianWithMark:
    utf8 = try decodeUTF16(body, encoding) { UInt16($0) << 8 | UInt16($1) }
  }
  if isMostlyControls(utf8[...]) { throw .binary(.unknown) }
  return DecodedText(bytes: composed(utf8), encoding: encoding)
}

private func encoding(of bytes: [UInt8]) throws(DecodingFault) -> TextEncoding {
  let marks: [TextEncoding] = [
    .utf8WithMark, .utf16LittleEndianWithMark, .utf16BigEndianWithMark,
  ]
  for encoding in marks where bytes.starts(with: encoding.mark) { return encoding }

  // Vietnamese text has ASCII letters and blanks in every word, hence a NUL in every other byte
  // of UTF-16; none of its letters is a multiple of 256, hence none in the bytes between.
  let sample = bytes.prefix(1 << 12)
  var nulls = [0, 0]
  for (index, byte) in sample.enumerated() where byte == 0 { nulls[index % 2] += 1 }
  let enough = sample.count / 10
  if nulls[1] > 0, nulls[1] >= enough, nulls[0] * 20 <= nulls[1] { return .utf16LittleEndian }
  if nulls[0] > 0, nulls[0] >= enough, nulls[1] * 20 <= nulls[0] { return .utf16BigEndian }
  return .utf8
}

private func firstInvalidByte(in body: ArraySlice<UInt8>) -> Int? {
  do {
    _ = try UTF8Span(validating: body.span)
    return nil
  } catch {
    return body.startIndex + error.byteOffsets.lowerBound
  }
}

/// Decodes code units and stops at the first that has no partner.
private func decodeUTF16(
  _ body: ArraySlice<UInt8>,
  _ encoding: TextEncoding,
  _ unit: (UInt8, UInt8) -> UInt16
) throws(DecodingFault) -> [UInt8] {
  var units: [UInt16] = []
  units.reserveCapacity(body.count / 2)
  var index = body.startIndex
  while index + 1 < body.endIndex {
    units.append(unit(body[index], body[index + 1]))
    index += 2
  }
  let badUnit = firstUnpairedSurrogate(in: units) ?? (index < body.endIndex ? units.count : nil)
  if let badUnit {
    throw .invalid(
      encoding: encoding,
      byteOffset: body.startIndex + 2 * badUnit,
      line: 1 + lineEnds(in: units[..<badUnit])
    )
  }
  return Array(String(decoding: units, as: UTF16.self).utf8)
}

private func firstUnpairedSurrogate(in units: [UInt16]) -> Int? {
  var index = 0
  while index < units.count {
    if UTF16.isLeadSurrogate(units[index]) {
      guard index + 1 < units.count, UTF16.isTrailSurrogate(units[index + 1]) else { return index }
      index += 1
    } else if UTF16.isTrailSurrogate(units[index]) {
      return index
    }
    index += 1
  }
  return nil
}

/// Counts LF, CR and CRLF.
private func lineEnds(in units: some Sequence<UInt16>) -> Int {
  var count = 0
  var previous: UInt16 = 0
  for unit in units {
    if unit == 0x0D || (unit == 0x0A && previous != 0x0D) { count += 1 }
    previous = unit
  }
  return count
}

/// Whether more than one byte in fifty is a control byte that texts do not have.
private func isMostlyControls(_ bytes: ArraySlice<UInt8>) -> Bool {
  let sample = bytes.prefix(1 << 16)
  // Tab to CR, the end-of-file mark of DOS, and escape occur in texts.
  let allowed: Set<UInt8> = [0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x1A, 0x1B]
  let controls = sample.count { $0 < 0x20 && !allowed.contains($0) }
  return controls * 50 > sample.count
}

extension BinaryKind {
  /// Finds the kind of a file by the signature that it begins with.
  fileprivate init?(signatureOf bytes: [UInt8]) {
    let signatures: [([UInt8], BinaryKind)] = [
      ([0x50, 0x4B, 0x03, 0x04], .archive),
      ([0x50, 0x4B, 0x05, 0x06], .archive),
      ([0xD0, 0xCF, 0x11, 0xE0], .oldOffice),
      (Array("%PDF-".utf8), .pdf),
      ([0x89, 0x50, 0x4E, 0x47], .picture),
      ([0xFF, 0xD8, 0xFF], .picture),
      (Array("GIF8".utf8), .picture),
      ([0x1F, 0x8B], .compressed),
      (Array("Rar!".utf8), .compressed),
      ([0x37, 0x7A, 0xBC, 0xAF], .compressed),
      ([0xFF, 0xFE, 0x00, 0x00], .utf32),
      ([0x00, 0x00, 0xFE, 0xFF], .utf32),
    ]
    guard let kind = signatures.first(where: { bytes.starts(with: $0.0) })?.1 else { return nil }
    self = kind == .archive && Self.isWorkbook(bytes) ? .workbook : kind
  }

  /// Whether a name of a workbook's first parts stands near the archive's beginning.
  private static func isWorkbook(_ bytes: [UInt8]) -> Bool {
    let head = bytes.prefix(1 << 12)
    let names = ["[Content_Types].xml", "xl/", "opendocument.spreadsheet"].map { Array($0.utf8) }
    return head.indices.contains { index in names.contains { head[index...].starts(with: $0) } }
  }
}
