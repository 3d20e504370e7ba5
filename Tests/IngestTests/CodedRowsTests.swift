import DelimitedText
import Tables
import Testing

@testable import Ingest

/// Coded cells of tables of about as many rows as are coded at a time, beside their texts.
@Suite struct CodedRowsTests {
  @Test(arguments: [0, 1, 4_095, 4_096, 4_097, 8_191, 8_192, 8_193, 12_289])
  func codedCellsAreThoseOfTheFile(_ count: Int) {
    // A column whose texts recur, one of new texts, one of new texts at first, and one that some
    // rows lack.
    let rows = (0..<count).map { row in
      ["\(row % 7)", "K\(row)", row < 8_192 ? "n\(row)" : "", row % 3 == 0 ? "" : "x\(row % 90)"]
    }
    let lines = [["title"], ["a", "b", "c", "d"]] + rows
    let text = lines.map { $0.joined(separator: ";") }.joined(separator: "\n") + "\n"
    let batch = parse(Array(text.utf8), dialect: .semicolon).batch
    var coded = CodedRows(batch, 0..<batch.recordCount, below: 1, width: 4)
    #expect(coded.first == 2)
    for jobs in [2, 3, 8] {
      let shared = CodedRows(batch, 0..<batch.recordCount, below: 1, width: 4, jobs: jobs)
      #expect(shared.columns == coded.columns)
    }
    for column in 0..<4 {
      let texts = (0..<coded.columns[column].count).map { coded.columns[column].text($0) }
      #expect(texts == rows.map { $0[column] })
    }
    let recurring = coded.columns.first.map(\.texts.count)
    #expect(recurring == min(7, count))
    let odd = (0..<count).filter { $0 % 2 == 1 }
    let taken = coded.takeColumns(of: odd.map { $0 + 2 })
    for column in 0..<4 {
      let texts = (0..<taken[column].count).map { taken[column].text($0) }
      #expect(texts == odd.map { rows[$0][column] })
    }
    #expect(coded.columns.allSatisfy { $0.count == 0 })
  }
}
