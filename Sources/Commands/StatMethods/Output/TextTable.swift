import CommandLineOptions
import Diagnostics

/// Columns beside each other: texts begin together, numbers end together.
struct TextTable {
  private let language: Language
  private var columns: [(header: String, cells: [String], isText: Bool)] = []

  init(language: Language) { self.language = language }

  mutating func add(_ header: String, _ values: [StatValue]) {
    var numbers: [Double] = []
    var isText = false
    for value in values {
      switch value {
      case .number(let number): numbers.append(number)
      case .text, .truth: isText = true
      default: break
      }
    }
    let format = ColumnFormat(numbers)
    let cells = values.map { value in
      switch value {
      case .number(let number): format.text(number, language)
      case .integer(let number): "\(number)"
      case .text(let text): DisplayWidth.harmless(text)
      case .truth(let truth):
        language == .vietnamese ? (truth ? "có" : "không") : (truth ? "yes" : "no")
      case .list(let numbers):
        numbers.map { FigureFormat.short($0, language) }.joined(separator: " ")
      case .texts(let texts): texts.joined(separator: " ")
      case .missing: "–"
      }
    }
    columns.append((header, cells, isText))
  }

  /// Adds numbers of different sizes, each with its own digits, aligned at their decimal marks.
  mutating func add(_ header: String, list numbers: [Double]) {
    let mark: Character = language == .vietnamese ? "," : "."
    let parts = numbers.map { number in
      let text = FigureFormat.short(number, language)
      let whole = text.prefix { $0 != mark && $0 != "e" }
      return (whole: String(whole), rest: String(text.dropFirst(whole.count)))
    }
    let longest = parts.map(\.rest.count).max() ?? 0
    let cells = parts.map { part in
      part.whole + part.rest + String(repeating: " ", count: longest - part.rest.count)
    }
    columns.append((header, cells, false))
  }

  private var widths: [Int] {
    columns.map { column in
      max(DisplayWidth.of(column.header), column.cells.map { DisplayWidth.of($0) }.max() ?? 0)
    }
  }

  /// Columns of the terminal that it takes.
  var width: Int { widths.reduce(0) { $0 + $1 + 2 } }

  var text: String {
    let widths = widths
    let count = columns.map(\.cells.count).max() ?? 0
    var lines = [line(widths) { $0.header }]
    for row in 0..<count { lines.append(line(widths) { $0.cells[row] }) }
    return lines.joined(separator: "\n")
  }

  private func line(
    _ widths: [Int],
    _ cell: ((header: String, cells: [String], isText: Bool)) -> String
  ) -> String {
    var line = ""
    for (column, width) in zip(columns, widths) {
      let text = cell(column)
      let padding = String(repeating: " ", count: max(0, width - DisplayWidth.of(text)))
      line += "  " + (column.isText ? text + padding : padding + text)
    }
    while line.utf8.last == 0x20 { line.removeLast() }
    return line
  }
}
