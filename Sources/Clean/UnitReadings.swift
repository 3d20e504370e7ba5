import Tables

/// What texts in columns of units mean; lists repeat them from row to row and from file to file.
struct UnitReadings {
  /// By field, then by code of the text: the number of its reading, or -1 where it has none.
  private var numbers: [[Int32]] = []
  /// Those of a sender and year that name one unit are one reading.
  private let readings: [UnitReading]

  init(_ readings: [UnitReading] = []) { self.readings = readings }

  /// How many readings there are; their numbers are lower.
  var count: Int { readings.count }

  /// What a text means; nil where it was not looked up.
  ///
  /// - Parameters:
  ///   - field: The field.
  ///   - code: Code of the text in the field's raw column.
  subscript(field: Int, code: Int) -> UnitReading? {
    number(field, code).map { readings[$0] }
  }

  /// The number of a text's reading; nil where it was not looked up.
  func number(_ field: Int, _ code: Int) -> Int? {
    guard field < numbers.count, code < numbers[field].count, numbers[field][code] >= 0 else {
      return nil
    }
    return Int(numbers[field][code])
  }

  /// Gives the texts of a field, by code, the numbers of their readings.
  mutating func set(_ field: Int, _ numbers: [Int32]) {
    while self.numbers.count <= field { self.numbers.append([]) }
    self.numbers[field] = numbers
  }
}

/// The distinct texts in columns of units by where they come from, which settles with the text what
/// is meant.
struct SentTexts {
  struct Origin: Hashable {
    var sender: String
    /// Number of the names of the file's year.
    var names: Int
  }

  private(set) var origins: [Origin] = []
  /// For each origin a year that has its names.
  private(set) var years: [Int] = []
  private var coders: [TextCoder] = []
  private var places: [Origin: Int] = [:]

  /// The place of an origin, which is given one if it has none.
  mutating func place(of origin: Origin, year: Int) -> Int {
    if let known = places[origin] { return known }
    places[origin] = origins.count
    origins.append(origin)
    years.append(year)
    coders.append(TextCoder())
    return origins.count - 1
  }

  /// The code of a text among those from a place.
  mutating func code(of text: Span<UInt8>, at place: Int) -> Int32 {
    coders[place].code(of: text)
  }

  /// The texts from a place.
  func texts(_ place: Int) -> TextArena { coders[place].texts }
}
