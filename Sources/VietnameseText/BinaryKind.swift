package import Diagnostics

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

  /// What people call it; nil where it is not known.
  package var label: LocalisedText? {
    switch self {
    case .workbook: LocalisedText(vi: "tệp Excel hoặc OpenDocument", en: rawValue)
    case .archive: LocalisedText(vi: "tệp nén ZIP, hoặc tệp Excel, Word", en: rawValue)
    case .oldOffice: LocalisedText(vi: "tệp Excel hoặc Word đời cũ, .xls, .doc", en: rawValue)
    case .pdf: LocalisedText(vi: "tệp PDF", en: rawValue)
    case .picture: LocalisedText(vi: "tệp ảnh", en: rawValue)
    case .compressed: LocalisedText(vi: "tệp nén", en: rawValue)
    case .utf32: LocalisedText(vi: "văn bản UTF-32", en: rawValue)
    case .unknown: nil
    }
  }

  /// Finds the kind of a file by the signature that it begins with.
  init?(signatureOf bytes: [UInt8]) {
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
    // Whole steps of paths, since a sender may call a folder of tables `bieu-xl`, too.
    let names = [
      "[Content_Types].xml", "xl/w", "xl/theme", "xl/styles", "opendocument.spreadsheet",
    ]
    .map { Array($0.utf8) }
    return head.indices.contains { index in names.contains { head[index...].starts(with: $0) } }
  }
}

/// The control bytes that VISCII or VPS use for capitals with a tone.
///
/// None is a tab, a line end, the end-of-file mark of DOS or escape, so that lines and cells can be
/// found before the encoding is known.
let letterControls: Set<UInt8> = [
  0x02, 0x03, 0x04, 0x05, 0x06, 0x10, 0x11, 0x12, 0x13, 0x14, 0x15, 0x19, 0x1C, 0x1D, 0x1E,
]

/// Whether more than one byte in fifty is a control byte that texts do not have.
///
/// - Parameters:
///   - bytes: Content of a file.
///   - letters: Control bytes that may be letters.
/// - Returns: Whether it is more likely no text.
func isMostlyControls(_ bytes: some Collection<UInt8>, letters: Set<UInt8> = []) -> Bool {
  let sample = bytes.prefix(1 << 16)
  // Tab to CR, the end-of-file mark of DOS, and escape occur in texts.
  let allowed: Set<UInt8> = [0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x1A, 0x1B]
  let controls = sample.count { $0 < 0x20 && !allowed.contains($0) && !letters.contains($0) }
  return controls * 50 > sample.count
}
