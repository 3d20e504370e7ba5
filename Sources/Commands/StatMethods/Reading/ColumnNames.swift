import CommandLineOptions
import DelimitedText
import VietnameseText

/// The names of a table's columns, and where each stands.
struct ColumnNames {
  let names: [String]
  /// Physical line of the header.
  let line: Int

  /// Takes the header, which must have a name that is no number.
  init?(_ batch: RecordBatch, _ record: Int) {
    var names: [String] = []
    var hasName = false
    for field in 0..<batch.fieldCount(of: record) {
      let name = batch.text(record, field).trimmedBlanks
      names.append(name)
      let isFigure = batch.withBytes(record, field) { bytes in
        NumberCell.read(bytes, NumberStyle(), mark: nil) != .notANumber
      }
      if !isFigure { hasName = true }
    }
    // Years as headers are common, beside at least one name.
    guard hasName, !batch.isFaulty(record) else { return nil }
    self.names = names
    line = batch.line(of: record)
  }

  /// The place of a column: by its very name, or else by its name in letters of any case.
  ///
  /// - Parameters:
  ///   - name: The name as the caller typed it.
  ///   - option: The option that names it.
  /// - Returns: The index.
  /// - Throws: `UsageFault` where no column has the name, or several have.
  func index(of name: String, option: String) throws(UsageFault) -> Int {
    let typed = name.trimmedBlanks
    var matches = names.indices.filter { names[$0] == typed }
    if matches.isEmpty {
      let folded = typed.lowercased()
      matches = names.indices.filter { names[$0].lowercased() == folded }
    }
    guard let first = matches.first else {
      throw .unknownColumn(
        name,
        option: option,
        columns: names.filter { !$0.isEmpty },
        // Any letter is near to a name of one.
        nearest: typed.count > 2 ? nearest(to: typed, among: names) : nil
      )
    }
    guard matches.count == 1 else {
      throw .ambiguousColumn(name, option: option, places: matches.map { $0 + 1 })
    }
    return first
  }
}
