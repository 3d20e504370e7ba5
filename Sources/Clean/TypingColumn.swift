import Diagnostics
import Plan
import Tables

/// What is remembered of a column while its cells are typed, to be said once for each file.
struct TypingColumn {
  /// Cells that are read alike, with the first of them.
  struct Group {
    var row: Int
    var text: String
    var count = 1
    var remark: CellReading.Remark?
  }

  /// Position of the field.
  let index: Int
  private let habits: [Int: FileHabits]
  private(set) var byHabit: [Int: Group] = [:]
  /// Dates that are days of the year if the workbook counts from 1904, and serial dates in all.
  var lateEpoch: [Int: Group] = [:]
  var serials: [Int: Int] = [:]

  init(index: Int, habits: [Int: FileHabits]) {
    self.index = index
    self.habits = habits
  }

  mutating func addByHabit(row: Int, file: Int, text: String, _ remark: CellReading.Remark) {
    byHabit[file, default: Group(row: row, text: text, count: 0, remark: remark)].count += 1
  }

  mutating func addLateEpoch(row: Int, file: Int, text: String) {
    lateEpoch[file, default: Group(row: row, text: text, count: 0)].count += 1
  }

  /// A cell that shows the habit by which a field of a file is read.
  func example(_ file: Int, _ field: Field) -> HabitExample? {
    guard let habits = habits[file] else { return nil }
    if field.type == .date { return habits.date(index).monthFirst ?? habits.firstMonthFirst }
    return habits.number(index).example
  }
}
