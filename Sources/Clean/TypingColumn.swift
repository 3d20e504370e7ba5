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

  /// Remarks on texts; a column that is wrong throughout has few.
  private var remarks: [CellReading.Remark] = []
  private var places: [CellReading.Remark: Int] = [:]
  /// Place of its remark by the code of a text.
  private var remarkOfCode: [Int32: Int32] = [:]
  /// What was said of the file by place of the remark, to be said again of other cells: several
  /// remarks with one code come in turns.
  var said: [Int: Finding] = [:]
  /// The same of cells that lack a value.
  var saidOfMissing: Finding?

  init(index: Int, habits: [Int: FileHabits]) {
    self.index = index
    self.habits = habits
  }

  /// Goes on with another file, in which what is said begins anew.
  mutating func beginFile() {
    said = [:]
    saidOfMissing = nil
  }

  mutating func add(_ remark: CellReading.Remark, code: Int32) {
    let place = places[remark] ?? remarks.count
    if place == remarks.count {
      places[remark] = place
      remarks.append(remark)
    }
    remarkOfCode[code] = Int32(clamping: place)
  }

  func remark(of code: Int32) -> (place: Int, remark: CellReading.Remark)? {
    remarkOfCode[code].map { (Int($0), remarks[Int($0)]) }
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
