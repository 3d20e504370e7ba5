extension String {
  /// The text without blanks and invisible characters at its ends.
  package var trimmedBlanks: String {
    if beginsAndEndsInSight { return self }
    let isIdle: (Unicode.Scalar) -> Bool = {
      $0.properties.isWhitespace || $0.properties.generalCategory == .format
    }
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !isIdle($0) }),
      let last = scalars.lastIndex(where: { !isIdle($0) })
    else { return "" }
    return String(scalars[first...last])
  }

  /// Whether both ends are visible signs of ASCII or Latin letters with marks, as of most texts.
  ///
  /// Those are U+00C0 to U+02FF and U+1E00 to U+1EFF; none of them is a blank or invisible.
  private var beginsAndEndsInSight: Bool {
    let bytes = utf8.span
    guard bytes.count > 0 else { return true }
    let last = bytes[bytes.count - 1]
    let isLastInSight: Bool
    if last < 0x80 {
      isLastInSight = (0x21...0x7E).contains(last)
    } else if bytes.count > 1, (0xC3...0xCB).contains(bytes[bytes.count - 2]) {
      isLastInSight = true
    } else {
      isLastInSight =
        bytes.count > 2 && bytes[bytes.count - 3] == 0xE1
        && (0xB8...0xBB).contains(bytes[bytes.count - 2])
    }
    guard isLastInSight else { return false }
    return switch bytes[0] {
    case 0x21...0x7E, 0xC3...0xCB: true
    case 0xE1: bytes.count > 1 && (0xB8...0xBB).contains(bytes[1])
    default: false
    }
  }
}
