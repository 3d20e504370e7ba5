/// Reads the plain part of JSON5, in which plans are written.
///
/// Foundation decides what is JSON5 and tries each value as each type in turn, which takes most of
/// the time of reading a plan. What stands here without a doubt is read at once: objects with each
/// key once, lists, strings without rare escapes, short decimal numbers, `true`, `false`, `null` and
/// comments. Whatever is anything else makes the whole document Foundation's, faults included.
struct PlainJSON {
  private let bytes: [UInt8]
  private var index = 0

  /// Deeper documents are Foundation's to judge.
  private static let deepest = 64

  /// The value of a document in valid UTF-8; nil where it is not plain.
  static func read(_ utf8: [UInt8]) -> JSONValue? {
    var reader = PlainJSON(bytes: utf8)
    guard let value = reader.value(depth: 0), reader.skipBlanks(), reader.next == nil else {
      return nil
    }
    return value
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private var next: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: character) else { return false }
    index += 1
    return true
  }

  /// Passes blanks and comments; false where a comment has no end.
  private mutating func skipBlanks() -> Bool {
    while let byte = next {
      switch byte {
      case 0x09, 0x0A, 0x0D, 0x20: index += 1
      case UInt8(ascii: "/"):
        guard skipComment() else { return false }
      default: return true
      }
    }
    return true
  }

  private mutating func skipComment() -> Bool {
    index += 1
    if skip("/") {
      while let byte = next, byte != 0x0A, byte != 0x0D { index += 1 }
      return true
    }
    guard skip("*") else { return false }
    while next != nil {
      if skip("*") {
        if skip("/") { return true }
      } else {
        index += 1
      }
    }
    return false
  }

  private mutating func value(depth: Int) -> JSONValue? {
    guard depth <= Self.deepest, skipBlanks(), let byte = next else { return nil }
    switch byte {
    case UInt8(ascii: "{"): return object(depth: depth)
    case UInt8(ascii: "["): return list(depth: depth)
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return string().map(JSONValue.text)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return number()
    default:
      return switch word() {
      case "true": .flag(true)
      case "false": .flag(false)
      case "null": .null
      default: nil
      }
    }
  }

  private mutating func object(depth: Int) -> JSONValue? {
    var members = JSONMembers(values: [:], order: [])
    index += 1
    guard skipBlanks() else { return nil }
    while !skip("}") {
      let isQuoted = next == UInt8(ascii: "\"") || next == UInt8(ascii: "'")
      guard let key = isQuoted ? string() : word(), skipBlanks(), skip(":"),
        let member = value(depth: depth + 1),
        members.values.updateValue(member, forKey: key) == nil, separator(before: "}")
      else { return nil }
      members.order?.append(key)
    }
    return .object(members)
  }

  private mutating func list(depth: Int) -> JSONValue? {
    var elements: [JSONValue] = []
    index += 1
    guard skipBlanks() else { return nil }
    while !skip("]") {
      guard let element = value(depth: depth + 1), separator(before: "]") else { return nil }
      elements.append(element)
    }
    return .list(elements)
  }

  /// Passes a comma, which may stand before the end too; false where neither follows.
  private mutating func separator(before closing: Unicode.Scalar) -> Bool {
    guard skipBlanks() else { return false }
    return skip(",") ? skipBlanks() : next == UInt8(ascii: closing)
  }

  private mutating func string() -> String? {
    guard let quote = next else { return nil }
    index += 1
    let start = index
    while let byte = next, byte != quote, byte != UInt8(ascii: "\\") {
      guard byte >= 0x20 else { return nil }
      index += 1
    }
    if next == quote {
      index += 1
      return String(decoding: bytes[start..<index - 1], as: UTF8.self)
    }
    var text = Array(bytes[start..<index])
    while let byte = next, byte != quote {
      guard byte >= 0x20 else { return nil }
      index += 1
      if byte == UInt8(ascii: "\\") {
        guard let escaped = next, Self.escapable.contains(escaped) else { return nil }
        index += 1
        text.append(escaped)
      } else {
        text.append(byte)
      }
    }
    guard next == quote else { return nil }
    index += 1
    return String(decoding: text, as: UTF8.self)
  }

  /// What stands for itself after a backslash.
  private static let escapable = Array("\"'\\/".utf8)

  /// A decimal number that a double holds as it is written.
  private mutating func number() -> JSONValue? {
    let isNegative = skip("-")
    guard let whole = digits(), whole.count == 1 || whole.first != UInt8(ascii: "0") else {
      return nil
    }
    var significand = whole.reduce(0) { 10 * $0 + Double($1 - UInt8(ascii: "0")) }
    var places = 1.0
    var count = whole.count
    if skip(".") {
      guard let fraction = digits() else { return nil }
      for digit in fraction {
        significand = 10 * significand + Double(digit - UInt8(ascii: "0"))
        places *= 10
      }
      count += fraction.count
    }
    // Up to 15 digits both are whole numbers without rounding, so that one division rounds once.
    guard count <= 15, !isWordByte(next) else { return nil }
    return .number((isNegative ? -significand : significand) / places)
  }

  private mutating func digits() -> ArraySlice<UInt8>? {
    let start = index
    while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { index += 1 }
    return index == start ? nil : bytes[start..<index]
  }

  /// Letters, digits and underlines, not beginning with a digit.
  private mutating func word() -> String? {
    let start = index
    while isWordByte(next) { index += 1 }
    guard index > start, !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[start]) else {
      return nil
    }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private func isWordByte(_ byte: UInt8?) -> Bool {
    guard let byte else { return false }
    return switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
