/// The sign that stands before the fraction of a number; the other one parts thousands.
public enum DecimalMark: String, Sendable, Hashable, CaseIterable {
  /// As in `1.250,5`, the Vietnamese way.
  case comma = ","
  /// As in `1,250.5`.
  case point = "."

  /// What a cell proves about the writer's habit, whatever its column holds.
  ///
  /// `1.250.000`, `1.250,5` and `12,5` can only be meant with a decimal comma, `12.5` only with a
  /// point. `1.200`, `1,200` and `1 200` prove nothing.
  ///
  /// - Parameter text: Content of the cell.
  /// - Returns: The mark, or nil where the cell is no number or leaves it open.
  public static func shown(by text: String) -> DecimalMark? {
    // Most cells are digits alone; full-width signs have bytes beyond ASCII.
    guard text.utf8.contains(where: { $0 == 0x2C || $0 == 0x2E || $0 >= 0x80 }) else { return nil }
    var scanner = NumberScanner(withoutTextMark(plainText(text)))
    guard let spelling = scanner.number(), scanner.unit() != nil else { return nil }
    return spelling.decimalMark
  }
}

/// Leaves out a spreadsheet's mark for "this is text".
func withoutTextMark(_ plain: [Unicode.Scalar]) -> [Unicode.Scalar] {
  plain.first == "'" || plain.first == "\u{2019}" ? Array(plain.dropFirst()) : plain
}

extension NumberSpelling {
  /// The mark that the separators give away; nil where both readings are numbers.
  var decimalMark: DecimalMark? {
    guard let last = separators.last, let reading = reading(as: .decimal, mark: nil),
      reading.certainty == .certain
    else { return nil }
    switch (last, reading.fractionGroups) {
    case (",", 1), (".", 0): return .comma
    case (".", 1), (",", 0): return .point
    default: return nil
    }
  }
}
