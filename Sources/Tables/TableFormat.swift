import Diagnostics

/// How a table is written: for the next stage, or for a reader's spreadsheet.
package enum TableFormat: Sendable {
  /// Comma, full stop in numbers, line feeds, no byte order mark.
  case machine
  /// As Excel in Vietnam opens it: semicolon, decimal comma, byte order mark.
  case spreadsheet

  package var delimiter: UInt8 { self == .machine ? 0x2C : 0x3B }
  package var decimalMark: String { self == .machine ? "." : "," }
}

extension TableFormat {
  /// A cell's text; numbers never depend on a locale.
  package func text(_ cell: Cell) -> String {
    switch cell {
    case .empty: ""
    case .text(let text): text
    case .integer(let value): String(value)
    case .decimal(let value): mark(value.description)
    case .number(let value): mark(Self.plain(value))
    case .flag(let value): value ? "true" : "false"
    case .date(let date): date.description
    }
  }

  private func mark(_ number: String) -> String {
    guard self == .spreadsheet, number.utf8.contains(0x2E) else { return number }
    return String(decoding: number.utf8.map { $0 == 0x2E ? 0x2C : $0 }, as: UTF8.self)
  }

  /// Shortest digits that read back as the same number, without `.0` and without minus zero.
  private static func plain(_ value: Double) -> String {
    if value == 0 { return "0" }
    let text = value.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
