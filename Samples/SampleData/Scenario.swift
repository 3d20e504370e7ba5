/// The story that the sample data tell: everything particular, none of it real.
struct Scenario: Decodable {
  var title: Bilingual
  var notice: Bilingual
  var seed: String
  var years: Years
  /// Month and day of the deadline, and the days of December in which files arrive before it.
  var arrives: Arrival
  var prefixes: [String: Prefixes]
  var planUnit: Unit
  /// Who `each unit` means among the senders of a form.
  var unitSenders: String
  var units: [Unit]
  var agencies: [Agency]
  var layouts: [String: Layout]
  var variants: [String: Variant]
  var fileNames: [String: String]
  var summaries: [String: [String: Rule]]
  var registers: [String: Register]
  var facts: [Fact]
  var incidents: [Incident]
  var reorganisation: Reorganisation?

  struct Bilingual: Decodable {
    var vi: String
    var en: String
  }

  struct Years: Decodable {
    var base: Int
    var last: Int
  }

  struct Arrival: Decodable {
    var month: Int
    var days: [Int]
  }

  struct Prefixes: Decodable {
    var full: String
    var short: String
    var office: String
  }

  struct Unit: Decodable {
    var code: String
    var kind: String
    var name: String
    var letters: String
    var people: Double
    var trade: Double
    /// One layout a year, and the pattern of file names.
    var layouts: [String]
    var files: String
  }

  struct Agency: Decodable {
    var id: String
    var title: String
    var letters: String
    var layouts: [String]
    var files: String
  }

  /// A value that the story fixes, before any other is made from it.
  struct Fact: Decodable {
    var form: String
    var field: String
    var unit: String
    var year: Int
    var value: Literal
  }

  var allYears: ClosedRange<Int> { years.base...max(years.base, years.last) }

  func index(of year: Int) -> Int { year - years.base }
}

/// How a field of a summary comes to its value; the first of these that is given decides.
struct Rule: Decodable {
  /// Values by unit, one a year; `otherwise` for all other units.
  var units: [String: [Literal]]?
  var otherwise: Literal?
  /// One value a year, the same for all units.
  var values: [Literal]?
  /// Share of the units that say yes, by year; a unit that says yes goes on saying it.
  var yes: [Double]?
  /// Another field `form.field` of the same unit and year; a score may differ by `share` and `spread`.
  var same: String?
  /// Rows of a register that belong to the unit, counted or summed.
  var rows: RowCount?
  /// A part of another field of the row.
  var of: String?
  var share: [Double]?
  /// Another field of the row, times the mean.
  var times: String?
  var mean: [Double]?
  /// Spread about the mean, as a part of it.
  var spread: Double?
  /// Weight of the unit: `people` or `trade`.
  var weighted: String?
  /// The same in every year.
  var steady: Bool?
  /// Rounded to a multiple of this.
  var step: Int?
  var least: Double?
  var most: Double?
  /// A day in these months, where another field is yes.
  var months: [Int]?
  var when: String?
  /// One of these texts, in some of the rows.
  var texts: [String]?
  var chance: Double?
}

/// Rows of a register to be counted, or one of its fields to be summed.
struct RowCount: Decodable {
  var register: String
  var sum: String?
  /// Fields that must have these values; an empty text asks for a field with none.
  var having: [String: String]?
}
