import Diagnostics
import VietnameseText

/// What a column's cells are of persons, told by the cells themselves.
///
/// Cells are added one by one, each text once; nothing of them is kept but counts.
package struct PersonalColumn: Sendable {
  /// What the form says of the column.
  package enum Standing: Sendable {
    /// No field of the form claims it.
    case unknown
    /// Codes, categories, names of units, figures: a person's name has no place in it.
    case known
    /// Free text, in which one name is masked and a list of them is not taken.
    case note
  }

  private let standing: Standing
  private let year: Int?
  private let header: String
  private var cells = 0
  private var names = (possible: 0, certain: 0)
  private var firstWords: Set<String> = []
  private var addresses = 0
  private var births = (dates: 0, years: 0)
  private var photographs = 0
  private var accounts = 0
  private var mails = 0

  /// - Parameters:
  ///   - standing: What the form says of the column.
  ///   - header: The column's header, which may name another day than that of birth.
  ///   - year: Year of the file, from which ages are told.
  package init(_ standing: Standing, header: String, year: Int?) {
    self.standing = standing
    self.header = header
    self.year = year
  }

  /// Adds a text of the column; texts that the plan knows are not to be added.
  package mutating func add(_ cell: String) {
    cells += 1
    switch PersonalName.likeness(cell) {
    case .certain: names.certain += 1
    case .possible: names.possible += 1
    case .none: break
    }
    if names.certain + names.possible > firstWords.count, firstWords.count < 2 {
      firstWords.insert(String(cell.prefix { !$0.isWhitespace }))
    }
    guard standing != .note else { return }
    if cell.utf8.contains(0x40), cell.split(separator: " ").contains(where: PersonalText.isMail) {
      mails += 1
    }
    if Self.isPhotograph(cell) { photographs += 1 }
    if PersonalAddress.matches(cell) { addresses += 1 }
    guard standing == .unknown else { return }
    if Self.isAccount(cell) { accounts += 1 }
    addBirth(cell)
  }

  /// Whether the cells so far list persons.
  package var isPersonal: Bool {
    guard cells > 0 else { return false }
    let named = names.certain + names.possible
    if named * 2 >= cells {
      let isList = named >= 3 && firstWords.count > 1
      if standing == .note ? named >= 2 && names.certain > 0 : names.certain > 0 || isList {
        return true
      }
    }
    if mails > 0 || photographs > 0 { return true }
    if addresses * 2 >= cells, addresses > 0, !isOfPlaces { return true }
    if accounts >= 3, accounts * 5 >= cells * 4 { return true }
    let areBirths =
      (births.dates > 0 && births.dates * 5 >= cells * 4)
      || (births.years >= 3 && births.years == cells)
    return areBirths && !isOtherDay
  }
}

extension PersonalColumn {
  /// Whether the header names another day, such as that of an opening or a decision.
  private var isOtherDay: Bool {
    let words = " \(NameKey(header).folded) "
    return [
      "cap", "thanh lap", "ky", "ban hanh", "dang ky", "hoat dong", "mo", "khai truong", "lap",
      "quyet dinh", "kiem tra", "hieu luc", "bat dau", "ket thuc", "dong cua", "nhan", "cap nhat",
      "xay dung", "cong nhan",
    ].contains { words.contains(" \($0) ") }
  }

  private var isOfPlaces: Bool {
    let words = " \(NameKey(header).folded) "
    return ["dia diem", "dia ban", "diem", "noi to chuc", "tru so", "co so", "hoi truong"]
      .contains { words.contains(" \($0) ") }
  }

  private mutating func addBirth(_ cell: String) {
    guard let year, (4...40).contains(cell.utf8.count), cell.utf8.contains(where: { $0 < 0x3A })
    else { return }
    if cell.utf8.count == 4, let born = Int(cell) {
      // Of school age and more, or any list of founding years would be one of births.
      if (14...90).contains(year - born) { births.years += 1 }
      return
    }
    guard case .success(let date) = VietnameseDate.parse(cell), date.form != .serial else { return }
    if (5...100).contains(year - date.date.year) { births.dates += 1 }
  }

  private static func isPhotograph(_ cell: String) -> Bool {
    // A point before the kind of file, or the colon of `data:`.
    guard cell.utf8.contains(where: { $0 == 0x2E || $0 == 0x3A }) else { return false }
    let end = cell.suffix(6).lowercased()
    return [".jpg", ".jpeg", ".png", ".heic", ".webp", ".gif", ".bmp"].contains(
      where: end.hasSuffix
    )
      || cell.prefix(11).lowercased() == "data:image/"
  }

  /// Digits in one piece that end in no noughts, or a bank's name with digits.
  private static func isAccount(_ cell: String) -> Bool {
    let scalars = DigitRun.plain(cell).filter { !$0.properties.isWhitespace }
    let digits = scalars.count { DigitRun.isDigit($0) }
    if digits == scalars.count {
      return (9...19).contains(digits) && !(scalars.suffix(2).allSatisfy { $0 == "0" })
    }
    guard digits >= 6 else { return false }
    let words = NameKey(cell).folded.split(separator: " ")
    return words.contains { banks.contains(String($0)) }
  }

  private static let banks: Set<String> = [
    "vietcombank", "vcb", "agribank", "bidv", "vietinbank", "sacombank", "techcombank", "mbbank",
    "acb", "vpbank", "tpbank", "hdbank", "vib", "shb", "momo", "lienvietpostbank", "kienlongbank",
    "stk",
  ]
}
