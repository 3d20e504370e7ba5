import Diagnostics
import Tables

/// What rows of a register come to, by unit and category.
///
/// Rows are noted one by one and added up together: a country's rows are many, and go to as many
/// tallies in any order.
struct RegisterTallies {
  struct Tally {
    var sum = FixedDecimal.zero
    /// Numbers of the things that are told apart.
    var distinct: Set<Int32> = []
    /// Each value given, where rows have to agree.
    var given: [FixedDecimal] = []
    /// Some row could not be read or decided: the value is a lower bound.
    var isPartial = false
    /// Where the tally's rows stand among those of all tallies.
    fileprivate var range = 0..<0
  }

  /// A row that was noted: its tally, its position in its table, and the number of its term.
  private struct Note {
    var tally: Int32
    var row: Int32
    var term: Int32
  }

  /// A `SourceRow` in half of the room; both numbers come from 32 bits.
  private struct Source {
    var file: Int32
    var line: Int32
  }

  private struct Cell: Hashable {
    var unit: String
    var category: String
  }

  /// Places of totals by unit, which are most, and of categories.
  private var totals: [String: Int] = [:]
  private var places: [Cell: Int] = [:]
  private(set) var cells: [(unit: String, category: String, tally: Tally)] = []
  private var noted: [Note] = []
  /// Where the rows of one tally after the other stand, each in the order in which they were noted.
  private var sources: [Source] = []

  /// Makes room for the totals of so many units.
  mutating func reserveCapacity(_ units: Int) {
    totals.reserveCapacity(units)
    cells.reserveCapacity(units)
  }

  /// The tally of a unit and category; nil where no row counts for them.
  subscript(unit: String, category: String) -> Tally? {
    known(unit, category).map { cells[$0].tally }
  }

  /// The rows of a tally.
  func sources(of tally: Tally) -> some Collection<SourceRow> {
    sources[tally.range].lazy.map { SourceRow(file: Int($0.file), line: Int($0.line)) }
  }

  /// Place of the tally of a unit and category, which is begun if there is none.
  mutating func place(_ unit: String, _ category: String) -> Int {
    if let known = known(unit, category) { return known }
    if category == FactRow.total {
      totals[unit] = cells.count
    } else {
      places[Cell(unit: unit, category: category)] = cells.count
    }
    cells.append((unit, category, Tally()))
    return cells.count - 1
  }

  private func known(_ unit: String, _ category: String) -> Int? {
    category == FactRow.total ? totals[unit] : places[Cell(unit: unit, category: category)]
  }

  /// Notes a row for a tally, with the number of what it adds.
  mutating func note(_ term: Int32, row: Int, at place: Int) {
    noted.append(
      Note(tally: Int32(clamping: place), row: Int32(clamping: row), term: term)
    )
  }

  /// Adds up what was noted; once, when all rows have been.
  ///
  /// - Parameters:
  ///   - terms: What a row adds, by number.
  ///   - files: The file of each row of their table.
  ///   - lines: The line of each row.
  mutating func addUp(_ terms: [RowTerms.Term], files: RowRuns, lines: RowNumbers) {
    var next = Array(repeating: 0, count: cells.count)
    for note in noted { next[Int(note.tally)] += 1 }
    var start = 0
    for place in cells.indices {
      cells[place].tally.range = start..<(start + next[place])
      (next[place], start) = (start, start + next[place])
    }
    sources = Array(repeating: Source(file: 0, line: 0), count: start)
    // Notes come in the order of rows, so that files and lines are read straight on; tally by tally
    // they would be read at random.
    let lines = lines.values
    var file = (value: 0, rows: 0..<0)
    for note in noted {
      let (place, row) = (Int(note.tally), Int(note.row))
      if !file.rows.contains(row) { file = files.run(at: row) }
      sources[next[place]] = Source(file: Int32(truncatingIfNeeded: file.value), line: lines[row])
      next[place] += 1
      Self.add(terms[Int(note.term)], to: &cells[place].tally)
    }
    noted = []
  }

  private static func add(_ term: RowTerms.Term, to tally: inout Tally) {
    switch term {
    case .open: tally.isPartial = true
    case .one: tally.sum = FixedDecimal.adding(tally.sum, FixedDecimal(1)) ?? tally.sum
    case .thing(let number): tally.distinct.insert(number)
    case .stated(let value): tally.given.append(value)
    case .number(let value):
      if let sum = FixedDecimal.adding(tally.sum, value) {
        tally.sum = sum
      } else {
        tally.isPartial = true
      }
    }
  }
}
