/// Another way in which all senders' programs write, what the cells mean staying the same.
///
/// What is nil stays as each sender's own layout has it. Words for nothing, yes and no are not
/// among these: another word may mean something else.
struct Variant: Decodable {
  var encoding: FileEncoding?
  var delimiter: String?
  var newline: Layout.Newline?
  var separatorLine: Bool?
  var quoteAll: Bool?
  var padded: Bool?
  var titles: [String]?
  var columnNumbers: Bool?
  var headers: Layout.Headers?
  var ordinals: Layout.Ordinals?
  var ordinalHeader: String?
  var total: String?
  var signature: [String]?
  var rowsOnPage: Int?
  var shuffled: Bool?
  var units: Layout.UnitNames?
  var thousands: String?
  var decimalComma: Bool?
  var dates: Layout.Dates?

  func applied(to layout: Layout) -> Layout {
    var layout = layout
    layout.encoding = encoding ?? layout.encoding
    layout.delimiter = delimiter ?? layout.delimiter
    layout.newline = newline ?? layout.newline
    layout.separatorLine = separatorLine ?? layout.separatorLine
    layout.quoteAll = quoteAll ?? layout.quoteAll
    layout.padded = padded ?? layout.padded
    layout.titles = titles ?? layout.titles
    layout.columnNumbers = columnNumbers ?? layout.columnNumbers
    layout.headers = headers ?? layout.headers
    layout.ordinals = ordinals ?? layout.ordinals
    layout.ordinalHeader = ordinalHeader ?? layout.ordinalHeader
    layout.total = total ?? layout.total
    layout.signature = signature ?? layout.signature
    layout.rowsOnPage = rowsOnPage ?? layout.rowsOnPage
    layout.shuffled = shuffled ?? layout.shuffled
    layout.units = units ?? layout.units
    layout.thousands = thousands ?? layout.thousands
    layout.decimalComma = decimalComma ?? layout.decimalComma
    layout.dates = dates ?? layout.dates
    return layout
  }
}
