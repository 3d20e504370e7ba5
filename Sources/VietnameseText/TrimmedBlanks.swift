extension String {
  /// The text without blanks and invisible characters at its ends.
  package var trimmedBlanks: String {
    let isIdle: (Unicode.Scalar) -> Bool = {
      $0.properties.isWhitespace || $0.properties.generalCategory == .format
    }
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !isIdle($0) }),
      let last = scalars.lastIndex(where: { !isIdle($0) })
    else { return "" }
    return String(scalars[first...last])
  }
}
