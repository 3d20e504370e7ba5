/// How a file's characters were encoded.
public enum TextEncoding: String, Sendable, Hashable, CaseIterable {
  /// UTF-8 without a byte order mark; ASCII too.
  case utf8 = "utf-8"
  /// UTF-8 with a byte order mark.
  case utf8WithMark = "utf-8-bom"
  /// UTF-16, little end first, without a byte order mark.
  case utf16LittleEndian = "utf-16le"
  /// UTF-16, little end first, with a byte order mark: a spreadsheet's "Unicode text".
  case utf16LittleEndianWithMark = "utf-16le-bom"
  /// UTF-16, big end first, without a byte order mark.
  case utf16BigEndian = "utf-16be"
  /// UTF-16, big end first, with a byte order mark.
  case utf16BigEndianWithMark = "utf-16be-bom"

  /// Bytes of the byte order mark.
  var mark: [UInt8] {
    switch self {
    case .utf8, .utf16LittleEndian, .utf16BigEndian: []
    case .utf8WithMark: [0xEF, 0xBB, 0xBF]
    case .utf16LittleEndianWithMark: [0xFF, 0xFE]
    case .utf16BigEndianWithMark: [0xFE, 0xFF]
    }
  }
}

/// A kind of file that is no text, known by its first bytes.
public enum BinaryKind: String, Sendable, Hashable, CaseIterable {
  /// A workbook of the current spreadsheet formats, which is a ZIP archive inside.
  case workbook = "XLSX or ODS workbook"
  /// Another ZIP archive.
  case archive = "ZIP archive"
  /// A workbook or document of the old office formats.
  case oldOffice = "XLS or DOC file"
  /// A PDF document.
  case pdf = "PDF document"
  /// A picture.
  case picture = "picture"
  /// A compressed file.
  case compressed = "compressed file"
  /// UTF-32 text, which no spreadsheet writes.
  case utf32 = "UTF-32 text"
  /// Anything else with control bytes all over.
  case unknown = "of unknown kind"
}

/// Why a file could not be decoded.
public enum DecodingFault: Error, Sendable, Equatable {
  /// The bytes break the rules of the encoding; offset and line, from 1, of the first that does.
  case invalid(encoding: TextEncoding, byteOffset: Int, line: Int)
  /// The file is no text.
  case binary(BinaryKind)
}

extension DecodingFault: CustomStringConvertible {
  /// The fault in words, with its code last.
  public var description: String {
    switch self {
    case .invalid(let encoding, let offset, let line):
      "\(line): error: found bytes at offset \(offset) that are not \(encoding.rawValue), "
        + "expected text in UTF-8 or UTF-16 [invalid-encoding]"
    case .binary(let kind):
      "error: found binary content (\(kind.rawValue)), expected delimited text [binary-file]"
    }
  }
}

/// Text of a file in one form, whatever form the file has.
public struct DecodedText: Sendable, Equatable {
  /// UTF-8 without a byte order mark, in normalisation form C.
  public var bytes: [UInt8]
  /// The encoding that was found.
  public var encoding: TextEncoding
}
