/// Makes the rows of comparisons from what is known of units and years.
package protocol ComparisonSource: Sendable {
  var count: Int { get }

  /// Adds the rows at some places; those that are made come by indicator, then by unit, then by year.
  func append(_ places: Range<Int>, to rows: inout [ComparisonRow])

  /// The rows of an indicator in a year, in their order.
  func rows(of indicator: String, in year: Int) -> [ComparisonRow]
}

/// The rows of comparisons in their order.
///
/// Of a country they are the widest table by far, and most of a row follows from what is kept of units
/// and years anyway: rows are made whenever they are looked at, best many one after the other, as a
/// loop does. `map` and a place make each row alone.
package struct ComparisonRows: Sendable {
  private let source: any ComparisonSource
  /// What becomes of each row; nil where nothing does.
  private let change: (@Sendable (ComparisonRow) -> ComparisonRow)?

  /// The rows that a source makes.
  package init(_ source: some ComparisonSource) {
    self.source = source
    change = nil
  }

  private init(
    _ source: any ComparisonSource,
    _ change: @escaping @Sendable (ComparisonRow) -> ComparisonRow
  ) {
    self.source = source
    self.change = change
  }

  /// Rows that are kept.
  package init(_ rows: [ComparisonRow]) { self.init(KeptComparisons(rows)) }

  /// The same rows, each changed when it is looked at.
  package func changing(
    _ change: @escaping @Sendable (ComparisonRow) -> ComparisonRow
  ) -> ComparisonRows {
    guard let earlier = self.change else { return ComparisonRows(source, change) }
    return ComparisonRows(source) { change(earlier($0)) }
  }

  /// The rows of an indicator in a year, in their order.
  package func rows(of indicator: String, in year: Int) -> [ComparisonRow] {
    changed(source.rows(of: indicator, in: year))
  }

  private func rows(at places: Range<Int>) -> [ComparisonRow] {
    var rows: [ComparisonRow] = []
    rows.reserveCapacity(places.count)
    source.append(places, to: &rows)
    return changed(rows)
  }

  private func changed(_ rows: [ComparisonRow]) -> [ComparisonRow] {
    guard let change else { return rows }
    return rows.map(change)
  }
}

extension ComparisonRows: RowList {
  package func withRows(_ places: Range<Int>, _ body: (Span<ComparisonRow>) -> Void) {
    let rows = rows(at: places)
    body(rows.span)
  }
}

extension ComparisonRows: RandomAccessCollection {
  package var count: Int { source.count }
  package var startIndex: Int { 0 }
  package var endIndex: Int { count }

  /// The row at a place, which is made alone: who wants all asks for them one after the other.
  package subscript(place: Int) -> ComparisonRow {
    let rows = rows(at: place..<(place + 1))
    return rows[0]
  }

  package func makeIterator() -> Iterator { Iterator(self) }

  /// Makes some rows at a time.
  package struct Iterator: IteratorProtocol {
    private let all: ComparisonRows
    private var some: [ComparisonRow] = []
    private var place = 0
    private var made = 0

    fileprivate init(_ all: ComparisonRows) { self.all = all }

    package mutating func next() -> ComparisonRow? {
      if place == some.count {
        guard made < all.count else { return nil }
        let end = Swift.min(made + 1_024, all.count)
        some = all.rows(at: made..<end)
        (place, made) = (0, end)
      }
      defer { place += 1 }
      return some[place]
    }
  }
}

extension ComparisonRows: Equatable {
  package static func == (a: ComparisonRows, b: ComparisonRows) -> Bool { a.elementsEqual(b) }
}

extension ComparisonRows: ExpressibleByArrayLiteral {
  package init(arrayLiteral rows: ComparisonRow...) { self.init(rows) }
}

/// Rows that were read, or that somebody wrote down.
private struct KeptComparisons: ComparisonSource {
  private let rows: [ComparisonRow]
  /// Where the rows of each indicator stand.
  private let runs: [String: [Range<Int>]]

  init(_ rows: [ComparisonRow]) {
    self.rows = rows
    var runs: [String: [Range<Int>]] = [:]
    var first = 0
    for place in rows.indices {
      let next = place + 1
      if next < rows.count, rows.span[next].indicator == rows.span[first].indicator { continue }
      runs[rows[first].indicator, default: []].append(first..<next)
      first = next
    }
    self.runs = runs
  }

  var count: Int { rows.count }

  func append(_ places: Range<Int>, to rows: inout [ComparisonRow]) { rows += self.rows[places] }

  func rows(of indicator: String, in year: Int) -> [ComparisonRow] {
    (runs[indicator] ?? []).flatMap { rows[$0].filter { $0.year == year } }
  }
}
