extension Unicode.Scalar {
  /// Whether it is a blank of any kind, told without Unicode's tables for letters and signs of Latin.
  public var isBlank: Bool {
    switch value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0: true
    case ..<0x1680, 0x1E00...0x1EFF: false
    default: properties.isWhitespace
    }
  }
}
