/// Content of a cell in plain characters: ASCII for full-width forms, one kind of blank and of
/// minus, single blanks, nothing invisible, no blank at either end.
func plainText(_ text: String) -> [Unicode.Scalar] {
  var plain: [Unicode.Scalar] = []
  for scalar in text.unicodeScalars {
    switch scalar.value {
    // Letters of Latin alphabets, the signs of multiplication and division among them.
    case 0x21..<0x7F, 0xC0...0x24F, 0x1E00...0x1EFF:
      plain.append(scalar)
    case 0x20:
      if let last = plain.last, last != " " { plain.append(scalar) }
    case 0xFF01...0xFF5E:
      if let ascii = Unicode.Scalar(scalar.value - 0xFEE0) { plain.append(ascii) }
    // Hyphens, dashes and the minus sign.
    case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63:
      plain.append("-")
    default:
      if scalar.properties.isWhitespace || scalar.properties.generalCategory == .control {
        if let last = plain.last, last != " " { plain.append(" ") }
      } else if scalar.properties.generalCategory != .format {
        plain.append(scalar)
      }
    }
  }
  if plain.last == " " { plain.removeLast() }
  return plain
}

extension Unicode.Scalar {
  /// Value of an ASCII digit.
  var digit: Int? {
    ("0"..."9").contains(self) ? Int(value - 0x30) : nil
  }
}

/// A text made of scalars.
func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
  var view = String.UnicodeScalarView()
  // The view's own way to append several makes a list of their code units first.
  for scalar in scalars { view.append(scalar) }
  return String(view)
}

/// Whether a cell holds what a spreadsheet shows for a failed formula or a column too narrow.
///
/// Excel writes `#REF!`, also in the words of its language, and `####`; LibreOffice `Err:502`.
func isSpreadsheetError(_ plain: [Unicode.Scalar]) -> Bool {
  if plain.first == "#" { return plain.count > 1 }
  guard plain.count == 7, plain.starts(with: "Err:".unicodeScalars) else { return false }
  return plain.suffix(3).allSatisfy { $0.digit != nil }
}

/// Errors of a spreadsheet's formulas, told from texts that may begin with `#` otherwise.
public enum SpreadsheetError {
  /// Whether a text is such an error in any column, one for free text among them.
  ///
  /// - Parameter text: Content of the cell.
  /// - Returns: Whether it is `####`, `Err:502`, or a word between `#` and `!`, `?` or `A`.
  public static func matches(_ text: String) -> Bool {
    guard let first = text.utf8.first(where: { $0 != 0x20 }), [0x23, 0x45, 0xEF].contains(first)
    else { return false }
    let plain = plainText(text)
    guard isSpreadsheetError(plain), plain.count <= 16 else { return false }
    if plain.first == "E" || plain.allSatisfy({ $0 == "#" }) { return true }
    return plain.last == "!" || plain.last == "?" || string(plain) == "#N/A"
  }
}
