import DelimitedText
import Diagnostics
import Tables
import Testing

/// Rows that write themselves, beside the lists of their cells.
@Suite struct StreamedRowTests {
  private static let numbers: [Double?] = [nil, 0, 12, -0.5, 100.0 / 3, .infinity, 1e20]

  private func check<Row: TableRow>(_ rows: [Row]) {
    for format in [TableFormat.machine, .spreadsheet] {
      #expect(write(rows, as: format) == write(rows.map(\.cells), schema: Row.schema, as: format))
    }
    for row in rows { #expect(row.cells.count == Row.schema.columns.count) }
  }

  @Test func factsAreTheirCells() {
    check(
      [
        [], [SourceRow(file: 1, line: 2)],
        [SourceRow(file: -1, line: 2), SourceRow(file: 3, line: 4)],
      ]
      .flatMap { sources in
        [MissingReason?.none, .suppressed].map { missing in
          FactRow(
            element: "a.b",
            unit: "=1;2",
            year: 2024,
            category: FactRow.total,
            value: missing == nil ? FixedDecimal(significand: 125, scale: 2) : nil,
            text: "x,y",
            missing: missing,
            isPartial: missing != nil,
            sources: FactSources(sources)
          )
        }
      }
    )
  }

  @Test func indicatorsAreTheirCells() {
    check(
      Self.numbers.map { number in
        IndicatorRow(
          indicator: "a",
          unit: "1",
          year: 2024,
          numerator: number,
          value: number,
          method: "wilson",
          worst: number,
          boundBasis: "",
          expected: 3,
          reported: 2,
          missing: number == nil ? .noCase : nil
        )
      }
    )
  }

  @Test func comparisonsAreTheirCells() {
    check(
      Self.numbers.map { number in
        var row = ComparisonRow(indicator: "a", unit: "1", year: 2024)
        row.name = "Xã \"Tân Hòa\""
        row.value = number
        row.changeQ = number
        row.leftOut = number == nil ? .noValue : nil
        row.trend = number == nil ? nil : .increasing
        row.breakYear = number == nil ? nil : 2021
        return row
      }
    )
  }

  @Test func trendsAreTheirCells() {
    check(
      Self.numbers.map { number in
        TrendRow(
          indicator: "a",
          unit: "1",
          firstYear: number == nil ? nil : 2015,
          points: 4,
          base: number,
          s: number == nil ? nil : -3,
          attainedLevel: number,
          method: "",
          conclusion: .constant,
          breakYear: nil
        )
      }
    )
  }
}
