/// Where the values of a JSON5 document stand.
///
/// Foundation decodes the document and keeps no positions, so this walks the same text again and
/// notes only line and column of each value by its path (`targets[3].indicator`).
struct JSONPositions {
  struct Position: Comparable {
    var line: Int
    var column: Int

    static func < (a: Position, b: Position) -> Bool {
      (a.line, a.column) < (b.line, b.column)
    }
  }

  private(set) var positions: [String: Position] = [:]
  /// Paths of keys that an object has twice; decoders keep only one of them.
  private(set) var duplicates: [String] = []
  /// Where the walk could not go on; nil for a document that Foundation accepts.
  private(set) var fault: Position?

  // Bytes, since breaking a plan into characters takes longer than all the rest of reading it.
  private let bytes: [UInt8]
  private var index = 0
  private var line = 1
  private var column = 1

  /// Foundation refuses deeper documents too.
  private static let deepest = 256

  init(_ utf8: [UInt8]) {
    bytes = utf8
    skipBlanks()
    if !value(path: "", depth: 0) { fault = Position(line: line, column: column) }
  }

  private var next: UInt8? { index < bytes.count ? bytes[index] : nil }
  private var second: UInt8? { index + 1 < bytes.count ? bytes[index + 1] : nil }

  private func isNext(_ character: Unicode.Scalar) -> Bool { next == UInt8(ascii: character) }

  private mutating func advance() {
    if let byte = next {
      switch byte {
      // A CRLF counts at its LF.
      case 0x0D where second == 0x0A: break
      case 0x0A, 0x0D:
        line += 1
        column = 1
      // Bytes that go on with a character are in its column.
      case 0x80..<0xC0: break
      default: column += 1
      }
    }
    index += 1
  }

  /// Bytes of the blank that stands here; 0 where there is none.
  private var blankLength: Int {
    guard let next else { return 0 }
    return switch next {
    case 0x09...0x0D, 0x20: 1
    // The hard blank.
    case 0xC2 where second == 0xA0: 2
    // The byte order mark, and the line and paragraph separators.
    case 0xEF where bytes[index...].starts(with: [0xEF, 0xBB, 0xBF]): 3
    case 0xE2 where bytes[index...].starts(with: [0xE2, 0x80, 0xA8]): 3
    case 0xE2 where bytes[index...].starts(with: [0xE2, 0x80, 0xA9]): 3
    default: 0
    }
  }

  private mutating func skipBlanks() {
    while next != nil {
      let blank = blankLength
      if blank > 0 {
        for _ in 0..<blank { advance() }
      } else if isNext("/"), second == UInt8(ascii: "/") {
        while let byte = next, byte != 0x0A, byte != 0x0D { advance() }
      } else if isNext("/"), second == UInt8(ascii: "*") {
        advance()
        advance()
        while next != nil, !(isNext("*") && second == UInt8(ascii: "/")) { advance() }
        advance()
        advance()
      } else {
        return
      }
    }
  }

  private mutating func value(path: String, depth: Int) -> Bool {
    guard let byte = next, depth <= Self.deepest else { return false }
    positions[path] = Position(line: line, column: column)
    switch byte {
    case UInt8(ascii: "{"): return object(path: path, depth: depth)
    case UInt8(ascii: "["): return list(path: path, depth: depth)
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return string() != nil
    default: return bareWord() != nil
    }
  }

  private mutating func object(path: String, depth: Int) -> Bool {
    var keys: Set<String> = []
    advance()
    skipBlanks()
    while next != nil, !isNext("}") {
      guard let key = isNext("\"") || isNext("'") ? string() : bareWord() else { return false }
      let member = path.isEmpty ? key : "\(path).\(key)"
      if !keys.insert(key).inserted { duplicates.append(member) }
      skipBlanks()
      guard isNext(":") else { return false }
      advance()
      skipBlanks()
      guard value(path: member, depth: depth + 1), separator(before: "}") else { return false }
    }
    guard isNext("}") else { return false }
    advance()
    return true
  }

  private mutating func list(path: String, depth: Int) -> Bool {
    var position = 0
    advance()
    skipBlanks()
    while next != nil, !isNext("]") {
      guard value(path: "\(path)[\(position)]", depth: depth + 1), separator(before: "]") else {
        return false
      }
      position += 1
    }
    guard isNext("]") else { return false }
    advance()
    return true
  }

  private mutating func separator(before closing: Unicode.Scalar) -> Bool {
    skipBlanks()
    guard isNext(",") else { return isNext(closing) }
    advance()
    skipBlanks()
    return true
  }

  private mutating func string() -> String? {
    guard let quote = next else { return nil }
    advance()
    var text: [UInt8] = []
    while let byte = next, byte != quote {
      if byte == UInt8(ascii: "\\") { advance() }
      if let escaped = next { text.append(escaped) }
      advance()
    }
    guard next == quote else { return nil }
    advance()
    return String(decoding: text, as: UTF8.self)
  }

  private mutating func bareWord() -> String? {
    let start = index
    while let byte = next, blankLength == 0, !Self.ending.contains(byte) { advance() }
    return index == start ? nil : String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private static let ending = Array(",:{}[]\"'/".utf8)
}
