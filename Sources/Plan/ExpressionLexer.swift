import Diagnostics

/// A word of an expression and where it stands.
struct ExpressionToken {
  enum Kind: Equatable {
    case number(Double)
    case string, word, symbol, end
  }
  var kind: Kind
  var text: String
  /// 1-based character.
  var column: Int
}

enum ExpressionLexer {
  /// Splits an expression; the last token is always `.end`.
  static func tokens(of text: String) throws(ExpressionError) -> [ExpressionToken] {
    let characters = Array(text)
    var tokens: [ExpressionToken] = []
    var index = 0
    while index < characters.count {
      let start = index
      let character = characters[index]
      if character.isWhitespace {
        index += 1
        continue
      }
      if isWordStart(character) {
        while index < characters.count, isWordPart(characters[index]) { index += 1 }
        tokens.append(token(.word, characters[start..<index], start))
      } else if isDigit(character) {
        while index < characters.count, isDigit(characters[index]) || characters[index] == "." {
          index += 1
        }
        guard let number = Double(String(characters[start..<index])) else {
          throw ExpressionError(
            column: start + 1,
            found: String(characters[start..<index]),
            expected: LocalisedText(vi: "một số", en: "a number")
          )
        }
        tokens.append(token(.number(number), characters[start..<index], start))
      } else if character == "'" {
        index += 1
        while index < characters.count, characters[index] != "'" { index += 1 }
        guard index < characters.count else {
          throw ExpressionError(
            column: start + 1,
            found: String(characters[start...]),
            expected: LocalisedText(vi: "dấu ' đóng", en: "a closing '")
          )
        }
        tokens.append(token(.string, characters[(start + 1)..<index], start))
        index += 1
      } else {
        let isPair =
          index + 1 < characters.count && characters[index + 1] == "="
          && "!<>".contains(character)
        guard isPair || "=<>+-*/(),".contains(character) else {
          throw ExpressionError(
            column: start + 1,
            found: String(character),
            expected: LocalisedText(
              vi: "tên, số hoặc phép tính",
              en: "a name, a number or an operator"
            )
          )
        }
        index += isPair ? 2 : 1
        tokens.append(token(.symbol, characters[start..<index], start))
      }
    }
    tokens.append(ExpressionToken(kind: .end, text: "", column: characters.count + 1))
    return tokens
  }

  private static func token(
    _ kind: ExpressionToken.Kind,
    _ characters: ArraySlice<Character>,
    _ start: Int
  ) -> ExpressionToken {
    ExpressionToken(kind: kind, text: String(characters), column: start + 1)
  }

  private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }

  private static func isWordStart(_ character: Character) -> Bool {
    character == "_" || ("a"..."z").contains(character) || ("A"..."Z").contains(character)
  }

  private static func isWordPart(_ character: Character) -> Bool {
    isWordStart(character) || isDigit(character) || character == "."
  }
}
