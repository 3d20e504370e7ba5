import VietnameseText

/// Numbers that stand for one person: identity cards, telephones and bank accounts, told by shape.
package enum PersonalNumber: Sendable {
  /// Twelve digits beginning with 0, as on the citizen's card: province codes end at 096.
  case citizenCard
  /// Nine digits, as on the old identity card.
  case identityCard
  case telephone
  /// Thirteen digits or more in one piece, as of a card or an account.
  case account

  /// Digits of the shortest such number.
  package static let fewestDigits = 7

  /// Digits of a citizen's number.
  package static let citizenDigits = 12

  /// The kind of number that a cell consists of, if any.
  package init?(cell: String) {
    var scalars = DigitRun.plain(cell)
    if let first = scalars.first, DigitRun.isApostrophe(first) { scalars.removeFirst() }
    while let last = scalars.last, last.isBlank { scalars.removeLast() }
    scalars = Array(scalars.drop { $0.isBlank })
    guard let run = DigitRun(scalars, from: 0), run.groups.last?.end == scalars.count,
      let kind = run.kind(groups: run.groups.count)
    else { return nil }
    self = kind
  }

  /// A text with such numbers replaced by asterisks, and how many there were.
  ///
  /// Amounts of money and dates are left as they are.
  package static func masked(_ text: String) -> (text: String, count: Int) {
    // Most texts have too few digits to hide anything.
    guard mayHold(text) else { return (text, 0) }
    let plain = DigitRun.plain(text)
    let raw = Array(text.unicodeScalars)
    var kept = String.UnicodeScalarView()
    var count = 0
    var index = 0
    while index < plain.count {
      if let run = DigitRun(plain, from: index) {
        if let (end, _) = run.match(context: NumberContext(plain, before: index)) {
          // One by one: a string makes room anew for each sequence that it is given.
          for scalar in "***".unicodeScalars { kept.append(scalar) }
          count += 1
          index = end
          continue
        }
        // The digits up to the next group are no beginning of another number.
        let end = run.groups[0].end
        for place in index..<end { kept.append(raw[place]) }
        index = end
      } else {
        kept.append(raw[index])
        index += 1
      }
    }
    return count == 0 ? (text, 0) : (String(kept), count)
  }

  /// Whether a citizen's number stands anywhere in a text, as in `K1 (012345678901)`.
  package static func isCitizenCard(in text: String) -> Bool {
    guard mayHold(text, digits: citizenDigits) else { return false }
    let plain = DigitRun.plain(text)
    return plain.indices.contains { index in
      let run = DigitRun(plain, from: index)
      return run?.match(context: NumberContext(plain, before: index))?.kind == .citizenCard
    }
  }

  /// Whether a text has so many digits at least.
  private static func mayHold(_ text: String, digits fewest: Int = fewestDigits) -> Bool {
    var digits = 0
    for scalar in text.unicodeScalars where DigitRun.isDigit(DigitRun.plain(scalar)) {
      digits += 1
      if digits >= fewest { return true }
    }
    return false
  }
}

/// Digits side by side, in groups with blanks, points, hyphens or brackets between them.
struct DigitRun {
  struct Group {
    var digits: ArraySlice<Unicode.Scalar>
    /// Place after its last digit.
    var end: Int
    /// The first sign between it and the group before.
    var separator: Unicode.Scalar?
  }

  private(set) var groups: [Group] = []
  private(set) var isInternational = false
  private let scalars: [Unicode.Scalar]

  /// More digits than any number of a person has; one run may be a whole cell of them.
  private static let mostDigits = 24

  /// Reads a run that begins at a place; nil where none does.
  init?(_ scalars: [Unicode.Scalar], from start: Int) {
    guard start < scalars.count else { return nil }
    self.scalars = scalars
    var index = start
    if start > 0, Self.isDigit(scalars[start - 1]) || scalars[start - 1] == "+" { return nil }
    if scalars[index] == "(" { index += 1 }
    if index < scalars.count, scalars[index] == "+" {
      isInternational = true
      index += 1
    }
    var total = 0
    var separator: Unicode.Scalar?
    while index < scalars.count, Self.isDigit(scalars[index]) {
      let first = index
      while index < scalars.count, Self.isDigit(scalars[index]) { index += 1 }
      total += index - first
      groups.append(Group(digits: scalars[first..<index], end: index, separator: separator))
      guard total < Self.mostDigits else { break }
      var next = index
      while next < scalars.count, next - index < 3, Self.isSeparator(scalars[next]) { next += 1 }
      guard next > index, next < scalars.count, Self.isDigit(scalars[next]) else { break }
      separator = scalars[index]
      index = next
    }
    if groups.isEmpty { return nil }
  }

  /// The longest number of a person that begins here, and where it ends; nil for none.
  ///
  /// Few runs are long enough to ask what stands before them.
  func match(
    context: @autoclosure () -> NumberContext
  ) -> (end: Int, kind: PersonalNumber)? {
    guard digitCount(groups.count) >= PersonalNumber.fewestDigits, !isDate else { return nil }
    let context = context()
    for count in stride(from: groups.count, through: 1, by: -1) {
      guard digitCount(count) >= PersonalNumber.fewestDigits else { return nil }
      let end = groups[count - 1].end
      if context.isIdentity || context.isAccount {
        guard !NumberContext.isAmount(scalars, after: end) else { continue }
        return (end, context.isAccount ? .account : .identityCard)
      }
      guard let kind = kind(groups: count) else { continue }
      switch kind {
      case .citizenCard, .telephone: return (end, kind)
      case .identityCard, .account:
        let isAmount = context.isAmount || NumberContext.isAmount(scalars, after: end)
        if !isAmount { return (end, kind) }
      }
    }
    return nil
  }

  private func digitCount(_ count: Int) -> Int {
    groups[..<count].reduce(0) { $0 + $1.digits.count }
  }

  /// What the first so many groups are together.
  func kind(groups count: Int) -> PersonalNumber? {
    if isDate { return nil }
    let digits = groups[..<count].flatMap(\.digits).map { Int($0.value) - 0x30 }
    // Figures of a row side by side are no number in parts.
    guard digits.count >= 2 * count else { return nil }
    let isParted = count > 1
    if isInternational {
      return digits.starts(with: [8, 4]) && (11...13).contains(digits.count) ? .telephone : nil
    }
    if digits.starts(with: [0, 0, 8, 4]) && (13...14).contains(digits.count) { return .telephone }
    guard digits.first == 0 else {
      if digits.starts(with: [8, 4]), digits.count == 11, [3, 5, 7, 8, 9].contains(digits[2]) {
        return .telephone
      }
      if !isParted, (13...19).contains(digits.count) { return .account }
      // Parted digits that do not begin with 0 are thousands of a number.
      return digits.count == 9 && !isParted ? .identityCard : nil
    }
    switch digits.count {
    case 12: return .citizenCard
    // Mobile numbers have ten digits, those of fixed lines eleven; `02 2020 12 05` is a form's
    // number and a day.
    case 10 where isFormAndYear(isParted), 11 where isFormAndYear(isParted): return nil
    case 10 where digits[1] >= 2, 11 where digits[1] == 2: return .telephone
    case 9 where !isParted: return .identityCard
    case 13...19 where !isParted: return .account
    default: return nil
    }
  }

  private func isFormAndYear(_ isParted: Bool) -> Bool {
    guard isParted, groups[0].digits.count <= 2 else { return false }
    let text = String(String.UnicodeScalarView(groups[1].digits))
    return text.utf8.count == 4 && (text.hasPrefix("19") || text.hasPrefix("20"))
  }

  /// `05.12.2021` or `2021-12-05`, whatever follows.
  private var isDate: Bool {
    guard groups.count >= 3, groups[1].separator == groups[2].separator,
      groups[1].separator == "." || groups[1].separator == "-" || groups[1].separator == " "
    else { return false }
    // Larger numbers are no part of a date, whatever comes after.
    let parts = groups[..<3].map { group in
      group.digits.reduce(0) { $0 > 9_999 ? $0 : $0 * 10 + Int($1.value) - 0x30 }
    }
    let lengths = groups[..<3].map(\.digits.count)
    func isDate(_ day: Int, _ month: Int, _ year: Int, _ length: Int) -> Bool {
      length == 4 && (1...31).contains(day) && (1...12).contains(month)
        && (1900...2100).contains(year)
    }
    return (lengths[0] <= 2 && isDate(parts[0], parts[1], parts[2], lengths[2]))
      || (lengths[2] <= 2 && isDate(parts[2], parts[1], parts[0], lengths[0]))
  }

  /// A text's scalars with full-width signs as plain ones, one for one.
  static func plain(_ text: String) -> [Unicode.Scalar] { text.unicodeScalars.map(plain) }

  static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard (0xFF01...0xFF5E).contains(scalar.value) else { return scalar }
    return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
  }

  static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "'" || scalar == "\u{2019}"
  }

  private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case " ", ".", "-", "(", ")", "\u{A0}", "\u{202F}", "\u{2010}"..."\u{2014}", "\u{200B}": true
    default: false
    }
  }
}
