/// Decodes a file, finding its encoding by byte order mark, NUL pattern, validity, and by what each
/// of the older encodings makes of its words.
///
/// - Parameters:
///   - bytes: Content of the file.
///   - evidence: Texts that the file can be expected to hold.
///   - declared: What someone says of the file, if anyone does.
/// - Returns: The text as UTF-8 in form C, and the encoding found.
/// - Throws: `DecodingFault` where the file is no text, breaks the rules of its encoding, or may have
///   one encoding or another.
public func decode(
  _ bytes: consuming [UInt8],
  evidence: EncodingEvidence = .none,
  declared: EncodingDeclaration? = nil
) throws(DecodingFault) -> DecodedText {
  if let kind = BinaryKind(signatureOf: copy bytes) { throw .binary(kind) }
  var decoder = Decoder(consume bytes)
  // Kept only where the bytes may be asked for once more.
  let whole = declared == nil ? nil : decoder
  let found: DecodedText
  do {
    found = try decoder.decode(evidence)
  } catch {
    guard let declared, let whole else { throw error }
    return try whole.decode(as: declared.encoding)
  }
  guard let declared, let whole, declared.isBinding, found.encoding != declared.encoding else {
    return found
  }
  var text = try whole.decode(as: declared.encoding)
  if text.bytes != found.bytes { text.contradicted = found.encoding }
  return text
}

private struct Decoder {
  private(set) var bytes: [UInt8]
  /// The form that byte order mark or NUL pattern show, or else UTF-8, which the bytes may not be.
  let form: UnicodeForm

  init(_ bytes: consuming [UInt8]) {
    form = Self.form(of: bytes)
    self.bytes = bytes
  }

  /// Finds the encoding and decodes the bytes, which are given up where it is a form of Unicode.
  mutating func decode(_ evidence: EncodingEvidence) throws(DecodingFault) -> DecodedText {
    let text: UnicodeText
    do {
      text = try unicode(form)
    } catch {
      // A byte order mark and a pattern of NULs leave no doubt about what was meant.
      guard form == .utf8 else { throw error }
      if isMostlyControls(bytes, letters: letterControls) { throw .binary(.unknown) }
      return try decodeLegacy(evidence, error)
    }
    let encoding = try misreading(text.utf8, evidence)
    if case .unicode = encoding {
      if isMostlyControls(text.utf8) { throw .binary(.unknown) }
      bytes = []
      return DecodedText(bytes: (consume text).composed(), encoding: encoding)
    }
    return try decode(as: encoding)
  }

  private func decodeLegacy(
    _ evidence: EncodingEvidence,
    _ fault: DecodingFault
  ) throws(DecodingFault) -> DecodedText {
    if let missing = LegacyEncoding.unavailable.first { throw .unavailable(missing) }
    let encoding: TextEncoding
    do {
      encoding = try EncodingChoice(bytes[...], evidence.load()).legacy()
    } catch {
      // Broken UTF-8 is like no older encoding.
      throw isMostlyUTF8(bytes) ? fault : .undecided(error.candidates)
    }
    return try decode(as: encoding, fault: DecodingFault.invalid)
  }

  /// The encoding of text in Unicode: nearly always just that.
  private func misreading(
    _ utf8: [UInt8],
    _ evidence: EncodingEvidence
  ) throws(DecodingFault) -> TextEncoding {
    let candidates: [TextEncoding]
    switch WesternReading.survey(utf8[...]) {
    case .ascii, .unicode: return .unicode(form)
    case .asciiAndLetterControls where form == .utf8:
      candidates = [.legacy(.viscii), .legacy(.vps)]
    case .asciiAndLetterControls, .western:
      candidates = LegacyEncoding.allCases.filter { $0 != .windows1252 }
        .map { .misread($0, in: form) }
    }
    guard LegacyEncoding.unavailable.isEmpty, !isMostlyControls(utf8, letters: letterControls)
    else { return .unicode(form) }
    do {
      return try EncodingChoice(utf8[...], evidence.load()).misread(in: form, candidates)
        ?? .unicode(form)
    } catch {
      throw .undecided(error.candidates)
    }
  }

  /// Decodes whatever the content shows.
  func decode(as encoding: TextEncoding) throws(DecodingFault) -> DecodedText {
    try decode(as: encoding, fault: DecodingFault.notAsDeclared)
  }

  private func decode(
    as encoding: TextEncoding,
    fault: (TextEncoding, Int, Int) -> DecodingFault
  ) throws(DecodingFault) -> DecodedText {
    let utf8: [UInt8]
    do throws(DecodingFault) {
      switch encoding {
      case .unicode(let form):
        utf8 = try unicode(self.form.isSameWithoutMark(as: form) ? self.form : form).composed()
      case .legacy(let legacy):
        utf8 = try Self.read(legacy, bytes[...], as: encoding)
      case .misread(let legacy, in: let form):
        let western = WesternReading.bytes(of: try unicode(form).utf8[...])
        guard let western else {
          throw DecodingFault.invalid(encoding: encoding, byteOffset: 0, line: 1)
        }
        utf8 = try Self.read(legacy, western[...], as: encoding)
      }
    } catch {
      guard case .invalid(_, let offset, let line) = error else { throw error }
      throw fault(encoding, offset, line)
    }
    if isMostlyControls(utf8) { throw .binary(.unknown) }
    return DecodedText(bytes: utf8, encoding: encoding)
  }

  private static func read(
    _ legacy: LegacyEncoding,
    _ bytes: ArraySlice<UInt8>,
    as encoding: TextEncoding
  ) throws(DecodingFault) -> [UInt8] {
    if LegacyEncoding.unavailable.contains(legacy) { throw .unavailable(legacy) }
    do {
      return try legacy.read(bytes).utf8
    } catch {
      throw .invalid(
        encoding: encoding,
        byteOffset: error.offset,
        line: 1 + lineEnds(in: bytes[..<error.offset].lazy.map(UInt16.init))
      )
    }
  }
}

// Forms of Unicode.
extension Decoder {
  private static func form(of bytes: [UInt8]) -> UnicodeForm {
    for form in UnicodeForm.allCases where !form.mark.isEmpty && bytes.starts(with: form.mark) {
      return form
    }
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

  /// The text as UTF-8, not yet composed.
  private func unicode(_ form: UnicodeForm) throws(DecodingFault) -> UnicodeText {
    let body = bytes[(bytes.starts(with: form.mark) ? form.mark.count : 0)...]
    switch form {
    case .utf8, .utf8WithMark:
      let utf8 = body.count == bytes.count ? bytes : Array(body)
      if let pieces = ChangingPieces(utf8.span) { return UnicodeText(utf8: utf8, pieces: pieces) }
      // The standard library refuses the same texts, as tests show.
      let bad = firstInvalidByte(in: body) ?? body.startIndex
      if isMostlyControls(body, letters: letterControls) { throw .binary(.unknown) }
      throw .invalid(
        encoding: .unicode(form),
        byteOffset: bad,
        line: 1 + lineEnds(in: body[..<bad].lazy.map(UInt16.init))
      )
    case .utf16LittleEndian, .utf16LittleEndianWithMark:
      return UnicodeText(utf8: try decodeUTF16(body, form) { UInt16($1) << 8 | UInt16($0) })
    case .utf16BigEndian, .utf16BigEndianWithMark:
      return UnicodeText(utf8: try decodeUTF16(body, form) { UInt16($0) << 8 | UInt16($1) })
    }
  }
}

/// Text that was in a form of Unicode, as UTF-8 that is not yet composed.
private struct UnicodeText {
  var utf8: [UInt8]
  /// What may change in it; nil where that was not looked for.
  var pieces: ChangingPieces?

  consuming func composed() -> [UInt8] {
    guard let pieces else { return VietnameseText.composed(utf8) }
    compose(&utf8, pieces)
    return utf8
  }
}

extension UnicodeForm {
  /// Whether the two differ at most in a byte order mark: nobody says by hand whether a file has one.
  fileprivate func isSameWithoutMark(as other: UnicodeForm) -> Bool {
    self == other
      || Set([self, other]) == [.utf8, .utf8WithMark]
      || Set([self, other]) == [.utf16LittleEndian, .utf16LittleEndianWithMark]
      || Set([self, other]) == [.utf16BigEndian, .utf16BigEndianWithMark]
  }
}

/// Whether more characters beyond ASCII are proper UTF-8 than not.
private func isMostlyUTF8(_ bytes: [UInt8]) -> Bool {
  var (proper, broken) = (0, 0)
  var decoder = UTF8()
  var iterator = bytes.prefix(1 << 20).makeIterator()
  while true {
    switch decoder.decode(&iterator) {
    case .scalarValue(let scalar): if scalar.value >= 0x80 { proper += 1 }
    case .error: broken += 1
    case .emptyInput: return proper > broken
    }
  }
}

/// Decodes code units and stops at the first that has no partner.
private func decodeUTF16(
  _ body: ArraySlice<UInt8>,
  _ form: UnicodeForm,
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
      encoding: .unicode(form),
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
