internal import Diagnostics

/// A number as it is written: groups of digits and what stands between them.
struct NumberSpelling {
  var isNegative = false
  var groups: [[Int]] = [[]]
  var separators: [Unicode.Scalar] = []
  var exponent: Int?

  /// How the separators are understood.
  struct Reading {
    /// Number of groups, from the right, that stand after the decimal sign: none or one.
    var fractionGroups: Int
    var certainty = ParsedNumber.Certainty.certain
  }

  /// Decides what the separators mean, or finds that they mean nothing.
  ///
  /// - Parameters:
  ///   - kind: What the column holds.
  ///   - mark: The decimal sign of the file where it is known.
  /// - Returns: The reading.
  func reading(as kind: VietnameseNumber.Kind, mark: DecimalMark?) -> Reading? {
    guard let last = separators.last else { return Reading(fractionGroups: 0) }
    // A spreadsheet writes no thousands in scientific notation.
    guard exponent == nil else {
      return separators == [last] && last != " " ? Reading(fractionGroups: 1) : nil
    }
    let others = separators.dropLast()
    if others.contains(last) || last == " " {
      guard separators.allSatisfy({ $0 == last }), areThousands(groups[...]) else { return nil }
      return Reading(fractionGroups: 0)
    }
    if let first = others.first {
      guard others.allSatisfy({ $0 == first }), areThousands(groups.dropLast()) else { return nil }
      return Reading(fractionGroups: 1)
    }
    guard areThousands(groups[...]) else { return Reading(fractionGroups: 1) }
    return openReading(as: kind, last, mark: mark)
  }

  /// Reads one separator before three digits, which may be either sign.
  private func openReading(
    as kind: VietnameseNumber.Kind,
    _ separator: Unicode.Scalar,
    mark: DecimalMark?
  ) -> Reading {
    let fraction = mark.map { String(separator) == $0.rawValue ? 1 : 0 }
    switch (kind, fraction) {
    case (.decimal, let fraction?):
      return Reading(fractionGroups: fraction, certainty: .byHabit)
    case (.decimal, nil):
      return Reading(fractionGroups: separator == "," ? 1 : 0, certainty: .ambiguous)
    // Neither whole things nor money have a fraction of three digits, but who writes a comma before it may mean one.
    case (.money, let fraction) where separator == ",":
      let certainty: ParsedNumber.Certainty =
        switch fraction {
        case nil: .ambiguous
        case 1: .againstHabit
        default: .byHabit
        }
      return Reading(fractionGroups: 0, certainty: certainty)
    default: return Reading(fractionGroups: 0)
    }
  }

  /// Whether the groups are one to three digits, not beginning with a nought, and then threes.
  private func areThousands(_ groups: ArraySlice<[Int]>) -> Bool {
    guard let first = groups.first, (1...3).contains(first.count), first[0] != 0 else {
      return false
    }
    return groups.dropFirst().allSatisfy { $0.count == 3 }
  }

  /// The value under a reading, or nil where it does not fit.
  func value(with reading: Reading) -> FixedDecimal? {
    var scale = reading.fractionGroups > 0 ? groups.last?.count ?? 0 : 0
    var digits = groups.joined().drop { $0 == 0 }
    // Noughts at the end of a fraction take no room.
    while scale > 0, digits.last == 0 {
      digits.removeLast()
      scale -= 1
    }
    guard !digits.isEmpty else { return .zero }
    var significand: Int64 = 0
    for digit in digits {
      guard append(digit, to: &significand) else { return nil }
    }
    let (shifted, overflow) = scale.subtractingReportingOverflow(exponent ?? 0)
    guard !overflow, shifted <= Int(FixedDecimal.maximumScale) else { return nil }
    if shifted < 0 {
      guard shifted >= -Int(FixedDecimal.maximumScale) else { return nil }
      for _ in shifted..<0 {
        guard append(0, to: &significand) else { return nil }
      }
    }
    return FixedDecimal(
      significand: isNegative ? -significand : significand,
      scale: max(shifted, 0)
    )
  }

  private func append(_ digit: Int, to significand: inout Int64) -> Bool {
    let (tens, first) = significand.multipliedReportingOverflow(by: 10)
    let (sum, second) = tens.addingReportingOverflow(Int64(digit))
    significand = sum
    return !first && !second
  }
}

/// Takes a number, then a unit, from the plain text of a cell.
struct NumberScanner {
  private let text: [Unicode.Scalar]
  private var index = 0

  init(_ plain: [Unicode.Scalar]) {
    text = plain
  }

  private func peek(_ offset: Int = 0) -> Unicode.Scalar? {
    index + offset < text.count ? text[index + offset] : nil
  }

  /// Takes sign, digits, separators between digits, and an exponent.
  mutating func number() -> NumberSpelling? {
    var spelling = NumberSpelling()
    if let sign = peek(), sign == "+" || sign == "-" {
      spelling.isNegative = sign == "-"
      index += 1
      if peek() == " " { index += 1 }
    }
    // `,5` is how some write a half.
    if let point = peek(), point == "," || point == ".", peek(1)?.digit != nil {
      spelling.groups = [[0]]
    } else if peek()?.digit == nil {
      return nil
    }
    while let next = peek() {
      if let digit = next.digit {
        spelling.groups[spelling.groups.count - 1].append(digit)
      } else if next == "." || next == "," || next == " ", peek(1)?.digit != nil {
        spelling.separators.append(next)
        spelling.groups.append([])
      } else {
        break
      }
      index += 1
    }
    spelling.exponent = exponent()
    return spelling
  }

  private mutating func exponent() -> Int? {
    guard peek() == "e" || peek() == "E" else { return nil }
    var ahead = 1
    let sign = peek(ahead)
    if sign == "+" || sign == "-" { ahead += 1 }
    var value = 0
    let firstDigit = ahead
    while let digit = peek(ahead)?.digit {
      // More than any value can hold; the digits are still taken.
      value = min(value * 10 + digit, 1000)
      ahead += 1
    }
    guard ahead > firstDigit else { return nil }
    index += ahead
    return sign == "-" ? -value : value
  }

  /// Takes the rest: a percent sign or words without digits; nil where it is something else.
  mutating func unit() -> String? {
    if peek() == " " { index += 1 }
    let rest = text[index...]
    index = text.count
    guard let first = rest.first else { return "" }
    // A full stop, as after a sentence.
    if first == ".", rest.count == 1 { return "" }
    let isUnit = first == "%" || first == "\u{2030}" || first.properties.isAlphabetic
    return isUnit && rest.allSatisfy({ $0.digit == nil }) ? string(rest) : nil
  }
}
