/// What lots are drawn for in a row; its texts follow from it.
struct Row {
  enum UnitCell { case blank, unknownName, unknownCode, conflict, code, name, both }
  enum DateCell { case valid, otherYear, bad }
  enum ResultCell { case compliant, violation, bad }
  enum FineCell {
    case blank, bad
    case amount(Int)
  }

  /// Rows of one year that have the same number have the same key.
  var number: Int
  var hasKey = true
  var establishment: Int
  var commune: Int
  var unit: UnitCell
  var nameStyle: Int
  var isDecomposed: Bool
  /// Which of the wrong names, codes and other communes stands in the cell.
  var pick: Int
  var date: DateCell
  var day: Int
  var month: Int
  var dateStyle: Int
  // What an inspector may change later.
  var workers = 0
  var workersStyle = 0
  var result = ResultCell.compliant
  var resultStyle = 0
  var fine = FineCell.blank
  var fineStyle = 0
  var note = 0

  /// Whether anybody can tell which inspection of which commune the row is about.
  var isUsed: Bool {
    guard hasKey else { return false }
    return switch unit {
    case .code, .name, .both: true
    case .blank, .unknownName, .unknownCode, .conflict: false
    }
  }
}

/// Draws the rows of a year, each from its number alone.
struct Lots {
  let year: Int
  let establishments: [Int]

  private static let longestMonths = 28

  func row(_ number: Int) -> Row {
    var random = Random(2, year, number)
    let hasKey = random.below(10_000) != 0
    let establishment = random.below(establishments.count)
    let commune = establishments[establishment]
    let unit = Self.unit(&random)
    let style = random.below(100)
    let date = random.below(10_000)
    let dateStyle = random.below(100)
    var row = Row(
      number: number,
      hasKey: hasKey,
      establishment: establishment,
      commune: commune,
      unit: unit,
      nameStyle: style < 60 ? 0 : style < 80 ? 1 : style < 92 ? 2 : 3,
      isDecomposed: random.below(100) < 5,
      pick: random.below(1 << 20),
      date: date < 2 ? .bad : date < 4 ? .otherYear : .valid,
      day: 1 + random.below(Self.longestMonths),
      month: 1 + random.below(12),
      dateStyle: dateStyle < 85 ? 0 : dateStyle < 93 ? 1 : dateStyle < 97 ? 2 : 3
    )
    settle(&row, &random)
    return row
  }

  /// A later row for the same inspection, with another outcome.
  func changed(_ row: Row, by number: Int) -> Row {
    var random = Random(3, year, number)
    var row = row
    settle(&row, &random)
    return row
  }

  /// The earlier row that a row repeats, and whether it changes it; one row in a hundred.
  func origin(of number: Int) -> (number: Int, isChanged: Bool)? {
    var random = Random(4, year, number)
    guard number > 0, random.below(100) == 0 else { return nil }
    var origin = random.below(number)
    while origin > 0, Random.repeats(year, origin) { origin -= 1 }
    return (origin, random.below(2) == 0)
  }

  private static func unit(_ random: inout Random) -> Row.UnitCell {
    let fault = random.below(10_000)
    let hasCode = random.below(100) < 60
    let hasName = random.below(100) < 85
    return switch fault {
    case 0..<5: .blank
    case 5..<10: .unknownName
    case 10..<13: .unknownCode
    case 13..<16: .conflict
    default: hasCode ? (hasName ? .both : .code) : .name
    }
  }

  /// Draws what was found; each commune has its own rate and its own way over the years.
  private func settle(_ row: inout Row, _ random: inout Random) {
    var own = Random(5, row.commune)
    let rate = 0.05 + 0.3 * own.fraction() + (own.fraction() - 0.5) * 0.04 * Double(year - 2019)
    let fault = random.below(10_000)
    row.result = fault < 2 ? .bad : random.fraction() < rate ? .violation : .compliant
    row.resultStyle = random.below(100)
    row.fine = .blank
    if row.result == .violation, random.below(100) < 80 {
      let amount = 500_000 * (1 + random.below(60))
      row.fine = random.below(10_000) < 8 ? .bad : .amount(amount)
    }
    row.fineStyle = random.below(100)
    row.workers = 1 + random.below(60)
    row.workersStyle = random.below(10_000)
    row.note = random.below(1 << 20)
  }
}

extension Random {
  /// Whether a row repeats an earlier one.
  fileprivate static func repeats(_ year: Int, _ number: Int) -> Bool {
    var random = Random(4, year, number)
    return random.below(100) == 0
  }
}
