/// Units of a scenario that are merged and divided within a year, and who reports on which of them.
struct Reorganisation: Decodable {
  /// First day of the new units, as `yyyy-mm-dd`.
  var date: String
  /// Folder of the scenario's plain data, as seen from that of this variant.
  var plain: String
  var title: Scenario.Bilingual
  var units: [Unit]
  /// New units that report the whole year, their old ones nothing.
  var wholeYear: [String]
  /// How agencies send forms of the year, by form; the old units all year where it is not said.
  var forms: [String: Manner]
  /// Words for the two parts of the year.
  var first: String
  var last: String

  struct Unit: Decodable {
    var code: String
    var kind: String
    var name: String
    var layout: String
    var files: String
    /// Codes of the old units of which it is made, and the part of each.
    var origins: [String: Double]
  }

  enum Manner: String, Decodable {
    /// Rows of old and new units beside each other, each with its part in the column of the year.
    case rows
    /// A group of rows for each part, below a label.
    case groups
    /// A file for each part.
    case files
    /// The new units alone.
    case later
  }

  /// Where a sender says which part of the year a file is of.
  enum Place: Int {
    case fileName, yearCell, title
  }
}

extension Reorganisation {
  /// The first day, or the last one that there is where the text names none.
  var day: Day { Day(iso: date) ?? Day(year: 9999, month: 12, day: 31) }

  /// A new unit as rows name it: its code may be an old one's too.
  static func name(of unit: Unit) -> String { "\(unit.code)+" }

  func unit(named name: String) -> Unit? { units.first { Self.name(of: $0) == name } }

  /// New units that hold something of an old one, those with the first share first.
  func heirs(of code: String) -> [(unit: Unit, share: Double)] {
    units.compactMap { unit in unit.origins[code].map { (unit, $0) } }
      .sorted { ($1.share, $0.unit.code) < ($0.share, $1.unit.code) }
  }
}

/// How figures of parts of a year go together, as forms say.
enum OverYear: String, Decodable {
  case sum, last, max, any, all
}
