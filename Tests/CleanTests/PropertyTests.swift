import Diagnostics
import Ingest
import IngestPromises
import Plan
import SeededNumbers
import StageFixtures
import Tables
import Testing

/// Files made at random: whatever they are, every row and cell is accounted for.
@Suite("Random files", .timeLimit(.minutes(2)))
struct PropertyTests {
  /// The same files each time.
  private static let files = 300

  @Test("no value appears that stands in no cell, and no row or cell vanishes")
  func randomFiles() throws {
    let plan = try fixturePlan()
    let reader = SentFileReader(plan)
    var numbers = SeededNumbers(seed: 166)
    var used = 0
    for index in 0..<Self.files {
      let file = RandomFile(&numbers)
      var sent = [sentFile(file, "\(index).csv")]
      // A correction of the same, or a file of anybody beside it.
      if numbers.chance(20) { sent.append(sentFile(file, "\(index) (2).csv")) }
      if numbers.chance(20) { sent.append(sentFile(RandomFile(&numbers), "\(index) khác.csv")) }
      let sizes = index % 10 == 0 ? [1, 7] : [7]
      let promises = try IngestPromises(plan, reader, sent, year: 2021, chunkSizes: sizes)
      let text = String(decoding: file.bytes, as: UTF8.self)
      #expect(promises.broken == [], "file \(index), \(file.damage): \(text)")
      if sent.count == 1 { checkCells(of: file, promises.input, "file \(index): \(text)") }
      if file.damage == .none { checkRows(of: file, promises.output, "file \(index): \(text)") }
      used += promises.output.records.reduce(0) { $0 + $1.count }
    }
    // The files are not so broken that nothing was tested.
    #expect(used > Self.files)
  }

  private func sentFile(_ file: RandomFile, _ name: String) -> SentFile {
    SentFile(
      path: "2021/\(file.sender)/\(name)",
      year: 2021,
      sender: file.sender,
      contents: .memory(file.bytes)
    )
  }

  /// Texts that ingest hands on are those of cells, whole.
  private func checkCells(of file: RandomFile, _ tables: IngestTables, _ comment: String) {
    // Changed bytes make other cells.
    guard file.damage != .cut, file.damage != .flipped, file.damage != .quoteLost else { return }
    for records in tables.records {
      for column in records.columns {
        for row in 0..<column.count {
          let text = column.text(row)
          // What tells of a person is masked, and the rest of such a cell stays.
          let isWhole = text.isEmpty || file.cells.contains(text) || text.contains("***")
          #expect(isWhole, "'\(text)' of \(comment)")
        }
      }
    }
  }

  /// Every row that was written is in the account, and none besides.
  private func checkRows(of file: RandomFile, _ tables: CleanTables, _ comment: String) {
    guard let account = tables.accounts.first else { return }
    // A file in which no table was found has no layout.
    guard account.layoutRows > 0, account.used + account.superseded > 0 else { return }
    #expect(account.rows == file.rows, "\(account) of \(comment)")
  }
}
