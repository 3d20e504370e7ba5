/// A place where the quoting of a delimited file is broken.
public struct ParseFault: Error, Sendable, Equatable {
  /// What is wrong.
  public enum Kind: String, Sendable, Equatable, CaseIterable {
    /// A quote inside a field that did not begin with one, also after a leading blank.
    case strayQuote = "stray-quote"
    /// Text between a closing quote and the next delimiter, also a trailing blank.
    case textAfterQuote = "text-after-quote"
    /// The file ends inside a quoted field.
    case unterminatedQuote = "unterminated-quote"
    /// A record is longer than the parser's limit, which is nearly always a quote never closed.
    case tooLong = "record-too-long"
  }

  /// What is wrong.
  public var kind: Kind
  /// Physical line of the offending byte, from 1; for a quote never closed, of that quote.
  public var line: Int
  /// Byte column of the offending byte in its line, from 1.
  public var column: Int
  /// Offset of the offending byte from the start of the input.
  public var byteOffset: Int
  /// Index, in the batch, of the record that keeps the raw text.
  public var record: Int

  /// Creates a fault.
  public init(kind: Kind, line: Int, column: Int, byteOffset: Int, record: Int) {
    self.kind = kind
    self.line = line
    self.column = column
    self.byteOffset = byteOffset
    self.record = record
  }
}

extension ParseFault: CustomStringConvertible {
  /// The fault in words, with its code last.
  public var description: String {
    let words =
      switch kind {
      case .strayQuote: "found a quote inside an unquoted field, expected a delimiter"
      case .textAfterQuote: "found text after a closing quote, expected a delimiter"
      case .unterminatedQuote: "found the end of the file inside quotes, expected a closing quote"
      case .tooLong: "found a record beyond the length limit, expected a line end"
      }
    return "\(line):\(column): error: \(words) [\(kind.rawValue)]"
  }
}
