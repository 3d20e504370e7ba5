/// Text of a file in one form, whatever form the file has.
public struct DecodedText: Sendable, Equatable {
  /// UTF-8 without a byte order mark, in normalisation form C.
  public var bytes: [UInt8]
  /// The encoding that was found or declared.
  public var encoding: TextEncoding
  /// The encoding that the content shows, where a binding declaration says another.
  public var contradicted: TextEncoding?
}

/// An encoding that someone says a file has.
public struct EncodingDeclaration: Sendable, Hashable {
  /// The encoding.
  public var encoding: TextEncoding
  /// Whether it holds whatever the content shows, or only where the content leaves it open.
  public var isBinding: Bool

  /// Declares an encoding.
  ///
  /// - Parameters:
  ///   - encoding: The encoding.
  ///   - isBinding: Whether it holds whatever the content shows.
  public init(_ encoding: TextEncoding, isBinding: Bool) {
    self.encoding = encoding
    self.isBinding = isBinding
  }
}

/// Why a file could not be decoded.
public enum DecodingFault: Error, Sendable, Equatable {
  /// The bytes break the rules of the encoding; offset and line, from 1, of the first that does.
  case invalid(encoding: TextEncoding, byteOffset: Int, line: Int)
  /// The bytes break the rules of the encoding that was declared.
  case notAsDeclared(encoding: TextEncoding, byteOffset: Int, line: Int)
  /// These encodings give Vietnamese, the likeliest first, and none of them surely.
  case undecided([TextEncoding])
  /// The system's iconv lacks the table of an encoding.
  case unavailable(LegacyEncoding)
  /// The file is no text.
  case binary(BinaryKind)
}

extension DecodingFault: CustomStringConvertible {
  /// The fault in words, with its code last.
  public var description: String {
    switch self {
    case .invalid(let encoding, let offset, let line):
      "\(line): error: found bytes at offset \(offset) that are not \(encoding.name), "
        + "expected text in UTF-8 or UTF-16 [invalid-encoding]"
    case .notAsDeclared(let encoding, let offset, let line):
      "\(line): error: found bytes at offset \(offset) that are not \(encoding.name), "
        + "expected the declared encoding [encoding-not-as-declared]"
    case .undecided(let candidates):
      "error: found text that may be \(candidates.map(\.name).joined(separator: " or ")), "
        + "expected one encoding [ambiguous-encoding]"
    case .unavailable(let encoding):
      "error: found no table of \(encoding.rawValue) in this system's iconv, expected one "
        + "[unavailable-encoding]"
    case .binary(let kind):
      "error: found binary content (\(kind.rawValue)), expected delimited text [binary-file]"
    }
  }
}
