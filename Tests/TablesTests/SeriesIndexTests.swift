import SeededNumbers
import Tables
import Testing

@Suite struct SeriesIndexTests {
  /// Rows in any order are found as a search through all of them finds them.
  @Test(arguments: 1...20) func rowsAreFoundWhereTheyStand(_ seed: UInt64) {
    var numbers = SeededNumbers(seed: seed)
    var rows: [(name: String, unit: String, year: Int)] = (0..<400).map { _ in
      (
        numbers.pick(["a", "b", "", "á"], or: ""), numbers.pick(["1", "2", "3", ""], or: ""),
        Int.random(in: 2020...2023, using: &numbers)
      )
    }
    if seed % 2 == 0 { rows.sort { ($0.name, $0.unit, $0.year) < ($1.name, $1.unit, $1.year) } }
    let isTaken = { (place: Int) in place % 7 != 0 }
    let index = SeriesIndex(count: rows.count) { isTaken($0) ? rows[$0] : nil }
    for name in ["a", "b", "", "á", "other"] {
      for unit in ["1", "2", "3", "", "other"] {
        let own = rows.indices.filter {
          isTaken($0) && rows[$0].name == name && rows[$0].unit == unit
        }
        #expect(index.entries(name, unit: unit).map { Int($0.place) } == own)
        for year in 2019...2024 {
          #expect(
            index.place(name, unit: unit, year: year) == own.first { rows[$0].year == year }
          )
        }
      }
    }
    let keys = Set(rows.indices.filter(isTaken).map { [rows[$0].name, rows[$0].unit] })
    #expect(
      index.keys.map { [$0.name, $0.unit] } == keys.sorted { $0.lexicographicallyPrecedes($1) }
    )
  }

  /// What was found last must not change what is found.
  @Test(arguments: 1...20) func aHintChangesNothing(_ seed: UInt64) {
    var numbers = SeededNumbers(seed: seed)
    let names = ["a", "b", "c", "d", "e", "f"]
    let units = ["1", "2", "3", "4", "other"]
    var rows: [(name: String, unit: String, year: Int)] = (0..<90).map { _ in
      (
        numbers.pick(names.dropLast(), or: ""), numbers.pick(units.dropLast(), or: ""),
        Int.random(in: 2020...2023, using: &numbers)
      )
    }
    if seed % 2 == 0 { rows.sort { ($0.name, $0.unit, $0.year) < ($1.name, $1.unit, $1.year) } }
    let index = SeriesIndex(count: rows.count) { rows[$0] }
    var hint = SeriesIndex.Hint()
    for place in 0..<2_000 {
      // One unit after the other, as a rule.
      let unit = place % 7 == 0 ? numbers.pick(units, or: "") : units[place / 6 % units.count]
      let name = place % 11 == 0 ? numbers.pick(names, or: "") : names[place % names.count]
      let year = Int.random(in: 2019...2024, using: &numbers)
      let found = index.number(ofName: name).flatMap {
        index.place(name: $0, unit: unit, year: year, &hint)
      }
      #expect(found == index.place(name, unit: unit, year: year))
    }
    #expect(index.units == Set(rows.map(\.unit)))
  }

  @Test func anIndexOfNothingFindsNothing() {
    let index = SeriesIndex(count: 0) { _ in nil }
    #expect(index.keys.isEmpty)
    #expect(index.place("a", unit: "1", year: 2020) == nil)
    #expect(index.number(ofName: "a") == nil)
  }
}

@Suite struct SparseTests {
  private struct Row: Equatable {
    @Sparse var value: Double?

    init(_ value: Double? = nil) { self.value = value }
  }

  @Test(arguments: [
    nil, 0, -0.0, 1.5, -.infinity, .nan, .greatestFiniteMagnitude, .leastNonzeroMagnitude,
  ])
  func aNumberOrNoneComesBack(_ value: Double?) {
    var row = Row()
    #expect(row.value == nil)
    row.value = value
    #expect(row.value?.bitPattern == value?.bitPattern)
    #expect((row == Row(value)) == (value == value))
    row.value = nil
    #expect(row == Row())
  }

  @Test func noughtsOfEitherSignAreEqual() { #expect(Row(0) == Row(-0.0)) }
}
