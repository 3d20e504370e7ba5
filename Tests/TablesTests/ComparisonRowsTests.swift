import Tables
import Testing

/// Rows of comparisons that are kept, and rows that are changed when they are looked at.
@Suite struct ComparisonRowsTests {
  /// So many that an iterator makes them in several parts; the rows of one indicator come in two runs.
  private static let kept: [ComparisonRow] = ["a", "b", "a"].flatMap { indicator in
    (0..<500).flatMap { unit in
      [2023, 2024].map { ComparisonRow(indicator: indicator, unit: "\(unit)", year: $0) }
    }
  }

  private let rows = ComparisonRows(kept)

  @Test func theyAreTheRowsInTheirOrder() {
    #expect(rows.count == Self.kept.count && Array(rows) == Self.kept)
    #expect([0, 1, 1_023, 1_024, 2_999].allSatisfy { rows[$0] == Self.kept[$0] })
    #expect(ComparisonRows([]).isEmpty && ComparisonRows([]).first == nil)
    #expect(rows == ComparisonRows(Self.kept) && rows != ComparisonRows(Self.kept.dropLast()))
    #expect(write(rows) == write(Self.kept))
    for places in [0..<0, 5..<9, 1_000..<2_100, 3_000..<3_000] {
      rows.withRows(places) { some in
        #expect(some.count == places.count)
        #expect(some.indices.allSatisfy { some[$0] == Self.kept[places.lowerBound + $0] })
      }
    }
  }

  @Test func thoseOfAnIndicatorAndYearAreFound() {
    for indicator in ["a", "b"] {
      let expected = Self.kept.filter { $0.indicator == indicator && $0.year == 2024 }
      #expect(rows.rows(of: indicator, in: 2024) == expected)
    }
    #expect(rows.rows(of: "c", in: 2024).isEmpty && rows.rows(of: "a", in: 2022).isEmpty)
  }

  @Test func changesFollowOneAnother() {
    let changed = rows.changing { row in
      var row = row
      row.value = Double(row.year)
      return row
    }
    .changing { row in
      var row = row
      row.value = row.value.map { $0 + 1 }
      return row
    }
    #expect(changed.allSatisfy { $0.value == Double($0.year + 1) })
    #expect(changed[7].value == Double(Self.kept[7].year + 1))
    #expect(changed.rows(of: "b", in: 2023).map(\.value).allSatisfy { $0 == 2024 })
    #expect(changed != rows && rows.allSatisfy { $0.value == nil })
  }
}
