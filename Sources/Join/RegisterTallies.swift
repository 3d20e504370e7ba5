import Diagnostics
import Tables

/// What rows of a register come to, by unit and category.
struct RegisterTallies {
  struct Tally {
    var sum = FixedDecimal.zero
    /// Numbers of the things that are told apart.
    var distinct: Set<Int32> = []
    /// Each value given, where rows have to agree.
    var given: [FixedDecimal] = []
    /// Some row could not be read or decided: the value is a lower bound.
    var isPartial = false
    /// The rows, as positions in their table.
    var rows: [Int32] = []
  }

  private struct Cell: Hashable {
    var unit: String
    var category: String
  }

  private var places: [Cell: Int] = [:]
  private(set) var cells: [(unit: String, category: String, tally: Tally)] = []

  /// The tally of a unit and category; nil where no row counts for them.
  subscript(unit: String, category: String) -> Tally? {
    places[Cell(unit: unit, category: category)].map { cells[$0].tally }
  }

  /// Place of the tally of a unit and category, which is begun if there is none.
  mutating func place(_ unit: String, _ category: String) -> Int {
    let cell = Cell(unit: unit, category: category)
    if let known = places[cell] { return known }
    places[cell] = cells.count
    cells.append((unit, category, Tally()))
    return cells.count - 1
  }

  /// Adds what a row comes to.
  mutating func add(_ term: RowTerms.Term, row: Int, at place: Int) {
    cells[place].tally.rows.append(Int32(clamping: row))
    switch term {
    case .open: cells[place].tally.isPartial = true
    case .one:
      let sum = cells[place].tally.sum
      cells[place].tally.sum = FixedDecimal.adding(sum, FixedDecimal(1)) ?? sum
    case .thing(let number): cells[place].tally.distinct.insert(number)
    case .stated(let value): cells[place].tally.given.append(value)
    case .number(let value):
      if let sum = FixedDecimal.adding(cells[place].tally.sum, value) {
        cells[place].tally.sum = sum
      } else {
        cells[place].tally.isPartial = true
      }
    }
  }
}
