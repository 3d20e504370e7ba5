import VietnameseText

/// A cell that shows how a file writes.
struct HabitExample: Equatable {
  var row: Int
  var field: Int
  var text: String
}

/// What the cells of a column, or of all columns of a file, show of the decimal sign.
struct NumberHabit {
  private(set) var comma: HabitExample?
  private(set) var point: HabitExample?

  mutating func add(_ mark: DecimalMark, _ example: HabitExample) {
    switch mark {
    case .comma: comma = comma ?? example
    case .point: point = point ?? example
    }
  }

  var hasBoth: Bool { comma != nil && point != nil }

  /// The sign that all of them show.
  var mark: DecimalMark? {
    switch (comma, point) {
    case (_?, nil): .comma
    case (nil, _?): .point
    default: nil
    }
  }

  /// A cell that shows the sign.
  var example: HabitExample? { hasBoth ? nil : comma ?? point }
}

/// What the dates of a column, or of all columns of a file, show of the order of day and month.
struct DateHabit {
  private(set) var dayFirst: HabitExample?
  private(set) var monthFirst: HabitExample?
  /// Whether two different dates have the month first: one may be a slip of the pen.
  private(set) var hasSeveralMonthFirst = false

  mutating func add(_ evidence: VietnameseDate.OrderEvidence, _ example: HabitExample) {
    switch evidence {
    case .dayFirst: dayFirst = dayFirst ?? example
    case .monthFirst:
      if let first = monthFirst, first.text != example.text { hasSeveralMonthFirst = true }
      monthFirst = monthFirst ?? example
    case .either: break
    }
  }

  var isMixed: Bool { dayFirst != nil && monthFirst != nil }
}

/// How one file answers questions of yes or no.
struct AnswerHabit {
  /// First blank cell of each column, and how many there are.
  private(set) var blanks: [Int: (row: Int, count: Int)] = [:]
  private(set) var hasMarks = false
  /// Whether anything but a mark or a blank stands in a cell.
  var hasWords = false

  mutating func addMark() { hasMarks = true }

  mutating func addBlank(row: Int, field: Int) {
    let first = blanks[field]?.row ?? row
    blanks[field] = (first, (blanks[field]?.count ?? 0) + 1)
  }

  /// Whether yes has a mark and no has no word, so that a blank may be meant for it.
  var hasMarksOnly: Bool { hasMarks && !hasWords }
}

/// How one file writes the columns of a form, gathered before any of its cells is read.
///
/// Every cell of the file counts, in the order of rows, so that the same file is always read alike.
struct FileHabits {
  private var numbers: [Int: NumberHabit] = [:]
  private var dates: [Int: DateHabit] = [:]
  private var allNumbers = NumberHabit()
  private var allDates = DateHabit()
  var answers = AnswerHabit()

  mutating func add(_ mark: DecimalMark, _ example: HabitExample) {
    numbers[example.field, default: NumberHabit()].add(mark, example)
    allNumbers.add(mark, example)
  }

  mutating func add(_ evidence: VietnameseDate.OrderEvidence, _ example: HabitExample) {
    dates[example.field, default: DateHabit()].add(evidence, example)
    allDates.add(evidence, example)
  }

  /// The column's own habit, or else the file's.
  func number(_ field: Int) -> NumberHabit { numbers[field] ?? allNumbers }

  /// The first date of the file that has the month first.
  var firstMonthFirst: HabitExample? { allDates.monthFirst }

  func date(_ field: Int) -> DateHabit { dates[field] ?? DateHabit() }

  /// How a column is to be read under a header that multiplies its numbers.
  func manner(_ field: Int, scale: Int) -> Manner {
    let habit = number(field)
    return Manner(
      scale: scale,
      mark: habit.mark,
      hasBothMarks: habit.hasBoth,
      dates: dateManner(date(field))
    )
  }

  private func dateManner(_ own: DateHabit) -> DateManner {
    // Vietnamese dates are the rule, and one cell that proves it settles the column.
    if own.dayFirst != nil { return .dayFirst }
    let isUnanimous = allDates.dayFirst == nil && allDates.hasSeveralMonthFirst
    if own.monthFirst != nil { return isUnanimous ? .monthFirst : .doubtful }
    return isUnanimous ? .doubtful : .dayFirst
  }
}
