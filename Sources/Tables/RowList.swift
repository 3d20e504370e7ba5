/// Rows of a table in their order, which are looked at some at a time.
///
/// A list keeps its rows, or makes them each time: a table is read from its beginning, once for each
/// file that it is written to, and need not stand in memory for that.
package protocol RowList<Row>: Sendable {
  associatedtype Row: TableRow

  var count: Int { get }

  /// Gives the rows at some places to a function, where they stand.
  ///
  /// - Parameters:
  ///   - places: Places within the list.
  ///   - body: Called once with all rows of the places.
  func withRows(_ places: Range<Int>, _ body: (Span<Row>) -> Void)
}

extension Array: RowList where Element: TableRow {
  package typealias Row = Element

  package func withRows(_ places: Range<Int>, _ body: (Span<Element>) -> Void) {
    // Looked at where they stand: copying a row would count its texts up and down.
    body(span.extracting(places))
  }
}
