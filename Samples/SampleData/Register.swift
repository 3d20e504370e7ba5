/// How the rows of a register are made.
struct Register: Decodable {
  var population: Population?
  var events: Events?
  var listed: [ListedRow]?
}

/// Things that begin and end, sent again in every year in which they exist.
struct Population: Decodable {
  var key: String
  var began: String
  var ended: String
  var category: String
  /// How many exist in the base year; units share them by `trade`.
  var size: Double
  var oldest: Int
  /// Share that begins and ends in a year.
  var begins: [Double]
  var ends: [Double]
  var shares: [String: Double]
  /// Mean by category of the count of which the others are parts.
  var total: String
  var means: [String: Double]
  var parts: [String: Double]
}

/// Things that happen to members of a population.
struct Events: Decodable {
  var key: String
  var date: String
  var reference: String
  var population: String
  var senders: [String: Series]
  /// Share of visits to a member already visited by this sender in the year.
  var again: Double
  var choices: [String: [String: Double]]
  /// Fields that have a value only where another has one of these.
  var consequences: [String: Consequence]

  struct Series: Decodable {
    var letters: String
    var number: [Double]
    var choices: [String: [String: Double]]
  }

  struct Consequence: Decodable {
    var of: String
    var among: [String]
    /// Chance of yes by year, or the mean amount.
    var chance: [Double]?
    var mean: Double?
    var step: Int?
    /// What stands where there is no such consequence; not applicable if absent.
    var otherwise: Bool?
  }
}

/// A row that the scenario writes out; days after the year sent are not yet known.
struct ListedRow: Decodable {
  var years: [Int]
  var cells: [String: Literal]
}

/// A row of a register as one sender sends it for one year.
struct Record {
  var unit: String
  var sender: String
  var cells: [String: Value]
}
