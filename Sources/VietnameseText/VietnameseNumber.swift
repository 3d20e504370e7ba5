public import Diagnostics

/// A number read from a cell, with what the reading took for granted.
public struct ParsedNumber: Hashable, Sendable {
  /// The value; a percentage is not divided by 100, a multiplier is applied.
  public var value: FixedDecimal
  /// Text after the number, such as `%`, `buổi` or `triệu đồng`; nil where there is none.
  public var unit: String?
  /// What a word such as `triệu` after the number multiplied it by; otherwise 1.
  public var multiplier: Int64
  /// How sure the reading of the separators is.
  public var certainty: Certainty
  /// Whether the cell was in scientific notation, where a spreadsheet rounds what it shows.
  public var isScientific: Bool

  /// How sure it is which separator is the decimal sign.
  public enum Certainty: Sendable, Hashable {
    /// The spelling or the kind of column leaves one reading.
    case certain
    /// The habit of the file chose between two readings.
    case byHabit
    /// The kind of column leaves one reading, but the file's habit is the other.
    case againstHabit
    /// Another reading is as good: `1.200` where decimals are expected.
    case ambiguous
  }

  /// Whether another reading of the separators is as good.
  public var isAmbiguous: Bool { certainty == .ambiguous }
}

/// Why a cell is no number.
public enum NumberFault: Error, Hashable, Sendable {
  /// Nothing but blanks.
  case empty
  /// Something else than one number and a unit.
  case notANumber(String)
  /// A number that the writer does not vouch for: `khoảng 12`, `> 12`, `12 trở lên`.
  case approximate(String)
  /// A range, sum or list: `12-15`, `10+2`.
  case severalNumbers(String)
  /// A fraction where things are counted.
  case notWhole(FixedDecimal)
  /// A spreadsheet's error such as `#REF!`, or `####` for a column too narrow.
  case excelError(String)
  /// More digits than a value can hold.
  case outOfRange(String)
}

extension NumberFault: CustomStringConvertible {
  /// The fault in words, with its code last.
  public var description: String {
    switch self {
    case .empty: "found an empty cell, expected a number [empty]"
    case .notANumber(let text): "found '\(text)', expected a number [not-a-number]"
    case .approximate(let text):
      "found '\(text)', expected an exact number [approximate-number]"
    case .severalNumbers(let text):
      "found '\(text)', expected one number [several-numbers]"
    case .notWhole(let value): "found '\(value)', expected a whole number [not-whole]"
    case .excelError(let text):
      "found '\(text)', expected a number instead of a spreadsheet error [excel-error]"
    case .outOfRange(let text): "found '\(text)', expected fewer digits [out-of-range]"
    }
  }
}

/// Numbers as Vietnamese officials and their spreadsheets write them.
///
/// The decimal sign is a comma and thousands are parted by points, but files from other settings
/// mix in the reverse. The decisions, separators being points, commas and blanks:
///
/// * Two kinds: the last one, standing once, is the decimal sign (`1.250,5`, `1,250.5`).
/// * One kind, more than once: thousands (`1.250.000`, `1,250,000`), or no number (`1.2.3`).
/// * One point before exactly three digits: thousands; ambiguous where decimals are expected.
/// * One comma before exactly three digits: thousands for counts and money, the latter being
///   ambiguous; the decimal sign where decimals are expected, also ambiguous.
/// * One separator otherwise, or after a lone nought: the decimal sign.
/// * Blanks: thousands only.
/// * Where a separator before three digits is left open, the file's habit decides if it has one.
///
/// Numbers in parentheses are refused: in these forms `(1)` numbers a column. So are digits of
/// other scripts, full-width ones apart.
public enum VietnameseNumber {
  /// What kind of number a column holds.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Whole things.
    case count
    /// Measures with a fraction, such as percentages.
    case decimal
    /// Amounts of money.
    case money
  }

  /// Reads a cell.
  ///
  /// - Parameters:
  ///   - text: Content of the cell.
  ///   - kind: What the column holds, which settles most ambiguities.
  ///   - mark: The decimal sign that the file writes where it can be told; nil where it cannot.
  /// - Returns: The number, or why there is none.
  public static func parse(
    _ text: String,
    as kind: Kind,
    mark: DecimalMark? = nil
  ) -> Result<ParsedNumber, NumberFault> {
    let plain = withoutTextMark(plainText(text))
    guard !plain.isEmpty else { return .failure(.empty) }
    let found = string(plain)
    if isSpreadsheetError(plain) { return .failure(.excelError(found)) }

    var scanner = NumberScanner(plain)
    guard let spelling = scanner.number(), let unit = scanner.unit() else {
      return .failure(InexactNumber.fault(plain, found: found) ?? .notANumber(found))
    }
    if !unit.isEmpty, InexactNumber.isQualified(by: unit) { return .failure(.approximate(found)) }
    let multiplier = unit.isEmpty ? 1 : multiplier(of: unit, kind)
    // `1,2 triệu` has a fraction whatever is counted in millions.
    guard let reading = spelling.reading(as: multiplier == 1 ? kind : .decimal, mark: mark) else {
      return .failure(.notANumber(found))
    }
    guard let unscaled = spelling.value(with: reading),
      let value = unscaled.multiplied(by: multiplier)
    else { return .failure(.outOfRange(found)) }
    if kind == .count, value.integer == nil { return .failure(.notWhole(value)) }
    return .success(
      ParsedNumber(
        value: value,
        unit: unit.isEmpty ? nil : unit,
        multiplier: multiplier,
        certainty: reading.certainty,
        isScientific: spelling.exponent != nil
      )
    )
  }

  /// Product of the multiplying words that a unit begins with, as in `nghìn tỷ đồng`.
  private static func multiplier(of unit: String, _ kind: Kind) -> Int64 {
    let words = NameKey.accented(unit).folded.split(separator: " ")
    // `tỷ lệ` is a rate, not a thousand million.
    guard !words.dropFirst().starts(with: ["lệ"]) else { return 1 }
    let factors = words.map { ScaleWord.factor(of: $0, isMoney: kind == .money) }
    // No language piles up more than two of them, and two cannot overflow.
    return factors.prefix(2).prefix { $0 != nil }.reduce(1) { $0 * ($1 ?? 1) }
  }
}
