/// Numbers that stand for one person: identity cards and telephones, told by their shape.
package enum PersonalNumber: Sendable {
  /// Twelve digits beginning with 0, as on the citizen's card: province codes end at 096.
  case citizenCard
  /// Nine digits, as on the old identity card.
  case identityCard
  case telephone

  /// The kind of number that a cell consists of, if any.
  package init?(cell: String) {
    let scalars = Array(cell.unicodeScalars.drop { $0.properties.isWhitespace })
    guard let match = Self.match(scalars, from: 0),
      scalars[match.end...].allSatisfy({ $0.properties.isWhitespace })
    else { return nil }
    self = match.kind
  }

  /// A text with such numbers replaced by asterisks, and how many there were.
  package static func masked(_ text: String) -> (text: String, count: Int) {
    // Most texts have too few digits to hide anything.
    guard text.utf8.count(where: { (0x30...0x39).contains($0) }) >= 9 else { return (text, 0) }
    let scalars = Array(text.unicodeScalars)
    var kept = String.UnicodeScalarView()
    var count = 0
    var index = 0
    while index < scalars.count {
      let isStart = index == 0 || !isPartOfNumber(scalars[index - 1])
      if isStart, let match = match(scalars, from: index) {
        // One by one: a string makes room anew for each sequence that it is given.
        for scalar in "***".unicodeScalars { kept.append(scalar) }
        count += 1
        index = match.end
      } else {
        kept.append(scalars[index])
        index += 1
      }
    }
    return count == 0 ? (text, 0) : (String(kept), count)
  }

  private static func isPartOfNumber(_ scalar: Unicode.Scalar) -> Bool {
    isDigit(scalar) || scalar == "+"
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  /// Digits from a place on, blanks, points and hyphens between them left out.
  private static func match(
    _ scalars: [Unicode.Scalar],
    from start: Int
  ) -> (kind: PersonalNumber, end: Int)? {
    var index = start
    let isInternational = index < scalars.count && scalars[index] == "+"
    if isInternational { index += 1 }
    var digits: [UInt32] = []
    var isParted = false
    var end = index
    while index < scalars.count, digits.count <= 13 {
      if isDigit(scalars[index]) {
        digits.append(scalars[index].value - 0x30)
        index += 1
        end = index
      } else if !digits.isEmpty, isSeparator(scalars[index]), index + 1 < scalars.count,
        isDigit(scalars[index + 1])
      {
        isParted = true
        index += 1
      } else {
        break
      }
    }
    guard let kind = kind(digits, isInternational: isInternational, isParted: isParted) else {
      return nil
    }
    return (kind, end)
  }

  private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "." || scalar == "-" || scalar == "\u{A0}"
  }

  private static func kind(
    _ digits: [UInt32],
    isInternational: Bool,
    isParted: Bool
  ) -> PersonalNumber? {
    if isInternational {
      return digits.starts(with: [8, 4]) && (11...12).contains(digits.count) ? .telephone : nil
    }
    guard digits.first == 0 else {
      // Parted digits that do not begin with 0 are thousands of a number.
      return digits.count == 9 && !isParted ? .identityCard : nil
    }
    switch digits.count {
    case 12: return .citizenCard
    // Mobile numbers have ten digits, those of fixed lines eleven.
    case 10 where digits[1] >= 2, 11 where digits[1] == 2: return .telephone
    case 9 where !isParted: return .identityCard
    default: return nil
    }
  }
}
