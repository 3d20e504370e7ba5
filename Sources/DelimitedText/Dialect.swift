/// The two bytes that give a delimited file its structure.
public struct Dialect: Sendable, Equatable, Hashable {
  /// Byte between fields.
  public var delimiter: UInt8
  /// Byte around fields that hold delimiters, quotes or line breaks.
  public var quote: UInt8

  /// Creates a dialect.
  public init(delimiter: UInt8, quote: UInt8 = 0x22) {
    self.delimiter = delimiter
    self.quote = quote
  }

  /// Fields between commas.
  public static let comma = Dialect(delimiter: 0x2C)
  /// Fields between semicolons, as spreadsheets with a decimal comma write them.
  public static let semicolon = Dialect(delimiter: 0x3B)
  /// Fields between tabs.
  public static let tab = Dialect(delimiter: 0x09)
  /// Fields between vertical bars.
  public static let pipe = Dialect(delimiter: 0x7C)

  /// The dialects that spreadsheets write.
  private static let usual: [Dialect] = [.semicolon, .tab, .comma, .pipe]

  /// This dialect, then the other usual ones, in the order in which they are worth a try.
  package var andOthers: [Dialect] { [self] + Self.usual.filter { $0 != self } }

  /// The delimiter as tables name it; a tab would be lost in them.
  package var name: String { self == .tab ? "tab" : String(UnicodeScalar(delimiter)) }

  /// Whether delimiter, quote and line ends can be told apart.
  var isUsable: Bool {
    let lineEnds: [UInt8] = [Byte.lineFeed, Byte.carriageReturn]
    return delimiter != quote && !lineEnds.contains(delimiter) && !lineEnds.contains(quote)
  }
}

enum Byte {
  static let lineFeed: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D
  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  static func isLineEnd(_ byte: UInt8) -> Bool { byte == lineFeed || byte == carriageReturn }
}
