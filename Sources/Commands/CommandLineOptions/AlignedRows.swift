/// Rows of texts with their columns beside each other, for a terminal.
package struct AlignedRows {
  /// How the cells of a column stand.
  package enum Side: Sendable { case left, right }

  private let sides: [Side]
  private var rows: [[String]] = []

  package init(_ columns: [(header: String, side: Side)]) {
    sides = columns.map(\.side)
    rows.append(columns.map(\.header))
  }

  /// Adds a row; cells beyond the columns are left out, and missing ones are empty.
  package mutating func add(_ cells: [String]) {
    rows.append(sides.indices.map { $0 < cells.count ? DisplayWidth.harmless(cells[$0]) : "" })
  }

  package var lines: [String] {
    let widths = sides.indices.map { column in
      rows.map { DisplayWidth.of($0[column]) }.max() ?? 0
    }
    return rows.map { row in
      var line = ""
      for (column, cell) in row.enumerated() {
        let padding = String(repeating: " ", count: widths[column] - DisplayWidth.of(cell))
        line +=
          (column == 0 ? "" : "  ") + (sides[column] == .left ? cell + padding : padding + cell)
      }
      while line.last == " " { line.removeLast() }
      return line
    }
  }
}

/// Values as a line of small bars, lowest to highest; a space where there is none.
package func sparkline(_ values: [Double?]) -> String {
  let bars: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
  let known = values.compactMap { $0 }
  guard let least = known.min(), let most = known.max() else {
    return String(repeating: " ", count: values.count)
  }
  return String(
    values.map { value -> Character in
      guard let value else { return " " }
      // All equal: in the middle, neither high nor low.
      guard most > least else { return bars[3] }
      let place = ((value - least) / (most - least) * Double(bars.count - 1)).rounded()
      return place.isFinite ? bars[max(0, min(bars.count - 1, Int(place)))] : " "
    }
  )
}
