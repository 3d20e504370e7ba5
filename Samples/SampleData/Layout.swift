import VietnameseText

/// How a clerk's program writes a file.
struct Layout: Decodable {
  /// An encoding by its name: `utf-8`, `utf-16le-bom`, `tcvn3`, `utf-8+vni`.
  struct Encoding: Decodable {
    let encoding: TextEncoding

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      let name = try container.decode(String.self)
      guard let encoding = TextEncoding(name: name) else {
        throw DecodingError.dataCorruptedError(
          in: container,
          debugDescription: "found '\(name)', expected the name of an encoding"
        )
      }
      self.encoding = encoding
    }
  }

  enum Newline: String, Decodable {
    case lineFeed = "lf"
    case carriageReturnLineFeed = "crlf"

    var text: String { self == .lineFeed ? "\n" : "\r\n" }
  }

  enum Headers: String, Decodable {
    case title
    case variant
    case upper
  }

  enum Ordinals: String, Decodable {
    case arabic
    case roman
  }

  enum UnitNames: String, Decodable {
    case full
    case bare
    case short
    case office
    case upper
    case newCountryside = "ntm"
    case code
  }

  enum Dates: String, Decodable {
    case slashed = "dd/mm/yyyy"
    case slashedShort = "d/m/yyyy"
    case iso
  }

  enum Categories: String, Decodable {
    case label
    case spelling
    case value
  }

  var encoding: Encoding
  var delimiter: String
  var newline: Newline
  /// All cells in quotes, or only those that need them.
  var quoteAll: Bool?
  /// Rows as wide as the table, as spreadsheets write them.
  var padded: Bool?
  var titles: [String]?
  /// A row (1), (2), … below the header.
  var columnNumbers: Bool?
  var headers: Headers
  var ordinals: Ordinals?
  var ordinalHeader: String?
  var total: String?
  var signature: [String]?
  /// Columns in another order, the key and the unit still first.
  var shuffled: Bool?
  var units: UnitNames
  /// Between groups of three digits.
  var thousands: String?
  var decimalComma: Bool
  /// A blank and a percent sign behind a number with decimals.
  var percent: Bool?
  /// Money in millions, where the form accepts such a header.
  var millions: Bool?
  var dates: Dates
  /// What is written for zero, for a missing value, for one that does not apply; drawn for each cell.
  var zero: [String]
  var missing: [String]
  var notApplicable: [String]
  var yes: String
  var no: String
  var categories: Categories
}
