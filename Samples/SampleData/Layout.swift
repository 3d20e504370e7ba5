/// How a clerk's program writes a file.
struct Layout: Decodable {
  enum Newline: String, Decodable {
    case lineFeed = "lf"
    case carriageReturnLineFeed = "crlf"
    case carriageReturn = "cr"

    var text: String {
      switch self {
      case .lineFeed: "\n"
      case .carriageReturnLineFeed: "\r\n"
      case .carriageReturn: "\r"
      }
    }
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

  var encoding: FileEncoding
  var delimiter: String
  var newline: Newline
  /// A first line `sep=;`, which spreadsheets obey.
  var separatorLine: Bool?
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
  /// The header stands again after so many rows, as on printed pages.
  var rowsOnPage: Int?
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
