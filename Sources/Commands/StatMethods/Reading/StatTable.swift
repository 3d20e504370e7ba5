import VietnameseText

/// The columns that a method needs, of the rows that have all of them.
struct StatTable {
  /// One column, with a value for each row.
  struct Column {
    var numbers: [Double] = []
    /// Codes of labels, in order of first appearance.
    var codes: [Int32] = []
    var labels = Labels()
  }

  /// Texts, each once, in order of first appearance.
  struct Labels {
    private(set) var texts: [String] = []
    private var codes: [String: Int32] = [:]

    mutating func code(of text: String) -> Int32 {
      if let code = codes[text] { return code }
      let code = Int32(truncatingIfNeeded: texts.count)
      codes[text] = code
      texts.append(text)
      return code
    }
  }

  /// Rows that are left out, and why.
  struct LeftOut {
    private(set) var missing = 0
    private(set) var bad = 0
    /// Whether a row between used ones was left out.
    private(set) var hasHole = false
    private var isUsed = false
    private var isLeftOutSince = false

    mutating func add(isMissing: Bool, isBad: Bool) {
      if isBad {
        bad += 1
      } else if isMissing {
        missing += 1
      } else {
        if isLeftOutSince { hasHole = true }
        isUsed = true
      }
      isLeftOutSince = isUsed && (isBad || isMissing)
    }
  }

  var columns: [Column]
  /// Physical lines of the rows; empty where nobody asks for them.
  var lines: [Int] = []
  var rowCount = 0
  /// Of all rows together.
  var leftOut = LeftOut()
  /// By code of the group; rows without a group are counted in no group.
  var leftOutOfGroups: [LeftOut] = []
  /// How columns of numbers are written, as they show.
  var habits: [ColumnHabit]

  init(columns: [BoundColumn]) {
    self.columns = columns.map { _ in Column() }
    habits = columns.map { _ in ColumnHabit() }
  }
}

/// A column of a file that a method needs.
struct BoundColumn: Sendable {
  enum Kind: Sendable {
    case number, count, label
  }

  var index: Int
  var name: String
  var kind: Kind
  /// The decimal mark; nil while it is not known.
  var mark: DecimalMark?
}

/// What the cells of a column tell of its decimal mark.
struct ColumnHabit {
  /// Cells with each mark.
  private(set) var points = 0
  private(set) var commas = 0
  /// Those whose mark cannot part thousands.
  private(set) var surePoints = 0
  private(set) var sureCommas = 0

  mutating func add(_ mark: DecimalMark, isOpen: Bool) {
    switch mark {
    case .point:
      points += 1
      if !isOpen { surePoints += 1 }
    case .comma:
      commas += 1
      if !isOpen { sureCommas += 1 }
    }
  }

  /// Whether some cells have a point and others a comma.
  var isMixed: Bool { points > 0 && commas > 0 }

  /// The mark of most cells; those that can mean one thing only count first.
  var mark: DecimalMark {
    if surePoints != sureCommas { return surePoints > sureCommas ? .point : .comma }
    return commas > points ? .comma : .point
  }

  /// Whether every mark in the column could part thousands.
  var isOpen: Bool { points + commas > 0 && surePoints + sureCommas == 0 }
}
