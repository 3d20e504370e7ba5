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

  private let characters: [Character]
  private var index = 0
  private var line = 1
  private var column = 1

  /// Foundation refuses deeper documents too.
  private static let deepest = 256

  init(_ text: String) {
    characters = Array(text)
    skipBlanks()
    if !value(path: "", depth: 0) { fault = Position(line: line, column: column) }
  }

  private var next: Character? { index < characters.count ? characters[index] : nil }

  private mutating func advance() {
    if let character = next {
      // A CRLF is one Character, and a newline as well.
      if character.isNewline {
        line += 1
        column = 1
      } else {
        column += 1
      }
    }
    index += 1
  }

  private mutating func skipBlanks() {
    while let character = next {
      if character.isWhitespace {
        advance()
      } else if character == "/", index + 1 < characters.count, characters[index + 1] == "/" {
        while let other = next, !other.isNewline {
          _ = other
          advance()
        }
      } else if character == "/", index + 1 < characters.count, characters[index + 1] == "*" {
        advance()
        advance()
        while next != nil,
          !(next == "*" && index + 1 < characters.count && characters[index + 1] == "/")
        {
          advance()
        }
        advance()
        advance()
      } else {
        return
      }
    }
  }

  private mutating func value(path: String, depth: Int) -> Bool {
    guard let character = next, depth <= Self.deepest else { return false }
    positions[path] = Position(line: line, column: column)
    switch character {
    case "{": return object(path: path, depth: depth)
    case "[": return list(path: path, depth: depth)
    case "\"", "'": return string() != nil
    default: return bareWord() != nil
    }
  }

  private mutating func object(path: String, depth: Int) -> Bool {
    var keys: Set<String> = []
    advance()
    skipBlanks()
    while let character = next, character != "}" {
      let isQuoted = character == "\"" || character == "'"
      guard let key = isQuoted ? string() : bareWord() else { return false }
      let member = path.isEmpty ? key : "\(path).\(key)"
      if !keys.insert(key).inserted { duplicates.append(member) }
      skipBlanks()
      guard next == ":" else { return false }
      advance()
      skipBlanks()
      guard value(path: member, depth: depth + 1), separator(before: "}") else { return false }
    }
    guard next == "}" else { return false }
    advance()
    return true
  }

  private mutating func list(path: String, depth: Int) -> Bool {
    var position = 0
    advance()
    skipBlanks()
    while let character = next, character != "]" {
      guard value(path: "\(path)[\(position)]", depth: depth + 1), separator(before: "]") else {
        return false
      }
      position += 1
    }
    guard next == "]" else { return false }
    advance()
    return true
  }

  private mutating func separator(before closing: Character) -> Bool {
    skipBlanks()
    guard next == "," else { return next == closing }
    advance()
    skipBlanks()
    return true
  }

  private mutating func string() -> String? {
    guard let quote = next else { return nil }
    advance()
    var text = ""
    while let character = next, character != quote {
      if character == "\\" { advance() }
      if let escaped = next { text.append(escaped) }
      advance()
    }
    guard next == quote else { return nil }
    advance()
    return text
  }

  private mutating func bareWord() -> String? {
    var text = ""
    while let character = next, !character.isWhitespace, !",:{}[]\"'/".contains(character) {
      text.append(character)
      advance()
    }
    return text.isEmpty ? nil : text
  }
}
