/// How a file's characters were encoded.
public enum TextEncoding: Sendable, Hashable {
  /// A form of Unicode.
  case unicode(UnicodeForm)
  /// An encoding of one byte a letter or mark, from before Unicode.
  case legacy(LegacyEncoding)
  /// Text of an older encoding that was taken for Western text and saved as Unicode.
  ///
  /// `Xã` in TCVN3 has the bytes of `X·` in Western text, and so it stands in the Unicode file.
  case misread(LegacyEncoding, in: UnicodeForm)

  /// UTF-8 without a byte order mark; ASCII too.
  public static let utf8 = TextEncoding.unicode(.utf8)

  /// A stable name: `utf-8`, `tcvn3`, `utf-8+tcvn3`.
  public var name: String {
    switch self {
    case .unicode(let form): form.rawValue
    case .legacy(let encoding): encoding.rawValue
    case .misread(let encoding, in: let form): "\(form.rawValue)+\(encoding.rawValue)"
    }
  }

  /// Finds an encoding by its name, or by a name that people give it.
  ///
  /// - Parameter name: A name such as `TCVN3`, `VNI Windows`, `utf-8+tcvn3`; nil for others.
  public init?(name: String) {
    let parts = name.split(separator: "+", omittingEmptySubsequences: false)
    guard let first = parts.first, parts.count <= 2 else { return nil }
    if let form = UnicodeForm(name: String(first)) {
      guard let last = parts.dropFirst().first else {
        self = .unicode(form)
        return
      }
      guard let encoding = LegacyEncoding(name: String(last)) else { return nil }
      self = .misread(encoding, in: form)
    } else if parts.count == 1, let encoding = LegacyEncoding(name: String(first)) {
      self = .legacy(encoding)
    } else {
      return nil
    }
  }

  /// Names that may be given for a file by hand, without those of misread text.
  public static let names: [String] =
    UnicodeForm.allCases.map(\.rawValue)
    + LegacyEncoding.allCases.filter { $0 != .utf8 }.map(\.rawValue)

  /// Whether the file was Unicode and meant as such.
  public var isUnicode: Bool {
    if case .unicode = self { true } else { false }
  }
}

/// A form of Unicode in a file.
public enum UnicodeForm: String, Sendable, Hashable, CaseIterable {
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

  var isUTF8: Bool { self == .utf8 || self == .utf8WithMark }

  init?(name: String) {
    switch NameKey(name).folded {
    case "utf 8", "utf8", "unicode": self = .utf8
    case "utf 8 bom", "utf8 bom": self = .utf8WithMark
    case "utf 16le", "utf 16 le", "utf16le", "utf16 le": self = .utf16LittleEndian
    case "utf 16le bom", "utf 16", "utf16": self = .utf16LittleEndianWithMark
    case "utf 16be", "utf 16 be", "utf16be", "utf16 be": self = .utf16BigEndian
    case "utf 16be bom": self = .utf16BigEndianWithMark
    default: return nil
    }
  }
}

/// An encoding from before Unicode, still found in accounting programs and old documents.
///
/// The order is that of preference where several give the same text.
public enum LegacyEncoding: String, Sendable, Hashable, CaseIterable {
  /// TCVN3, also called ABC: fonts named `.VnTime`. Has no capitals with a tone.
  case tcvn3
  /// VNI for Windows: fonts named `VNI-Times`. A mark is a byte of its own.
  case vni
  /// The code page of Vietnamese Windows: a tone is a byte of its own.
  case windows1258 = "windows-1258"
  /// The Western code page: no Vietnamese beyond `à á â ã è é ê ì í ò ó ô õ ù ú ý`.
  case windows1252 = "windows-1252"
  /// VISCII, RFC 1456.
  case viscii
  /// VPS, of the Vietnamese Professionals Society.
  case vps
  /// UTF-8 itself, where it was taken for Western text and saved as Unicode a second time.
  case utf8 = "utf-8"

  init?(name: String) {
    switch NameKey(name).folded {
    case "tcvn3", "tcvn 3", "abc", "tcvn3 abc", "tcvn": self = .tcvn3
    case "vni", "vni windows", "vni win": self = .vni
    case "windows 1258", "cp1258", "cp 1258", "1258": self = .windows1258
    case "viscii": self = .viscii
    case "vps": self = .vps
    case "windows 1252", "cp1252", "cp 1252", "1252", "latin1", "latin 1": self = .windows1252
    case "utf 8", "utf8": self = .utf8
    default: return nil
    }
  }
}
