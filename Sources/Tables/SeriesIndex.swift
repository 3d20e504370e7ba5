/// Finds the rows of a table by a name and a unit, and by year.
///
/// It holds places rather than rows, and each name and unit once: a country's rows are many, and are
/// not kept twice. Rows may come in any order.
package struct SeriesIndex: Sendable {
  /// A row of a series: its year, and its place in the table.
  package struct Entry: Sendable {
    package var year: Int32
    package var place: Int32
  }

  /// What the rows of one series are about.
  package struct Key: Hashable, Comparable, Sendable {
    package var name: String
    package var unit: String

    package static func < (a: Key, b: Key) -> Bool { (a.name, a.unit) < (b.name, b.unit) }
  }

  /// Where rows were found last: who asks for one unit after the other mostly wants the next series
  /// of each name.
  package struct Hint {
    /// Numbers of names, of which an expression refers to few.
    fileprivate var names: InlineArray<4, Int> = .init(repeating: -1)
    fileprivate var series: InlineArray<4, Int> = .init(repeating: 0)
    fileprivate var count = 0

    package init() {}
  }

  private var names: [String: Int] = [:]
  /// By number of the name: numbers of the series, by unit.
  private var series: [[String: Int32]] = []
  /// What each series is about.
  private var subjects: [Key] = []
  /// Number of the name of each series.
  private var subjectNames: [Int32] = []
  /// Entries of one series after the other, each in the order of the table.
  private var entries: [Entry] = []
  private var starts: [Int32] = [0]

  /// Takes the rows of a table.
  ///
  /// - Parameters:
  ///   - count: How many rows there are.
  ///   - row: What the row at a place is about, and its year; nil for one that is not looked for.
  package init(count: Int, _ row: (Int) -> (name: String, unit: String, year: Int)?) {
    var rows: [(series: Int32, entry: Entry)] = []
    rows.reserveCapacity(count)
    var counts: [Int32] = []
    var (lastName, lastUnit) = ("", "")
    // Of the row before: the numbers of its name and of its series.
    var (name, own) = (-1, Int32(-1))
    var next = 0
    for place in 0..<count {
      guard let row = row(place) else { continue }
      // Rows of one name, or of one series, mostly follow one another.
      if name < 0 || row.name != lastName {
        name = number(ofName: row.name)
        (lastName, own) = (row.name, -1)
      }
      if own < 0 || row.unit != lastUnit {
        // Where the years follow one another, the units of each come in the order of the first.
        if next < subjects.count, subjects[next].unit == row.unit, subjects[next].name == row.name {
          own = Int32(clamping: next)
        } else {
          own = number(ofSeries: row.unit, name)
        }
        if Int(own) == counts.count {
          subjects.append(Key(name: row.name, unit: row.unit))
          subjectNames.append(Int32(clamping: name))
          counts.append(0)
        }
        lastUnit = row.unit
        next = Int(own) + 1
      }
      counts[Int(own)] += 1
      let entry = Entry(year: Int32(clamping: row.year), place: Int32(clamping: place))
      rows.append((own, entry))
    }
    for count in counts { starts.append(starts[starts.count - 1] + count) }
    var places = starts
    entries = Array(repeating: Entry(year: 0, place: 0), count: rows.count)
    for row in rows {
      entries[Int(places[Int(row.series)])] = row.entry
      places[Int(row.series)] += 1
    }
  }

  /// The number of a unit's series, which is the next one where the unit is new.
  private mutating func number(ofSeries unit: String, _ name: Int) -> Int32 {
    if let known = series[name][unit] { return known }
    let number = Int32(clamping: subjects.count)
    series[name][unit] = number
    return number
  }

  private mutating func number(ofName name: String) -> Int {
    if let known = names[name] { return known }
    names[name] = series.count
    series.append([:])
    return series.count - 1
  }

  /// All series that have a row, in order.
  package var keys: [Key] {
    // As a rule they come in order.
    zip(subjects, subjects.dropFirst()).allSatisfy { $0 < $1 } ? subjects : subjects.sorted()
  }

  /// Rows of a series, in the order of the table; none where there are none.
  package func entries(_ name: String, unit: String) -> ArraySlice<Entry> {
    guard let number = names[name], let own = series[number][unit] else { return [] }
    return entries(ofSeries: Int(own))
  }

  private func entries(ofSeries number: Int) -> ArraySlice<Entry> {
    entries[Int(starts[number])..<Int(starts[number + 1])]
  }

  /// Place of the first row of a series and year.
  package func place(_ name: String, unit: String, year: Int) -> Int? {
    Self.place(entries(name, unit: unit), year)
  }

  /// The number of a name, by which rows are found without comparing texts; nil where it has no row.
  package func number(ofName name: String) -> Int? { names[name] }

  /// Place of the first row of a series and year, for one unit after the other.
  ///
  /// - Parameters:
  ///   - name: Number of the name.
  ///   - unit: The unit.
  ///   - year: The year.
  ///   - hint: Where rows were found before.
  /// - Returns: The place; nil where there is no such row.
  package func place(name: Int, unit: String, year: Int, _ hint: inout Hint) -> Int? {
    number(name, unit, &hint).flatMap { Self.place(entries(ofSeries: $0), year) }
  }

  private static func place(_ entries: ArraySlice<Entry>, _ year: Int) -> Int? {
    for entry in entries where Int(entry.year) == year { return Int(entry.place) }
    return nil
  }

  private func number(_ name: Int, _ unit: String, _ hint: inout Hint) -> Int? {
    var known = -1
    for slot in 0..<hint.count where hint.names[slot] == name { known = slot }
    if known >= 0 {
      let last = hint.series[known]
      for number in last..<min(last + 2, subjects.count)
      where Int(subjectNames[number]) == name && subjects.span[number].unit == unit {
        hint.series[known] = number
        return number
      }
    }
    guard let own = series[name][unit] else { return nil }
    if known >= 0 {
      hint.series[known] = Int(own)
    } else if hint.count < hint.names.count {
      hint.names[hint.count] = name
      hint.series[hint.count] = Int(own)
      hint.count += 1
    }
    return Int(own)
  }

  /// The units that have a series.
  package var units: Set<String> { Set(subjects.lazy.map(\.unit)) }
}
