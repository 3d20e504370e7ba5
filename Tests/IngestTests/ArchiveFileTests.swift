import Diagnostics
import Foundation
import Ingest
import Plan
import StageFixtures
import Tables
import Testing

@Suite("Archives among the senders' files")
struct ArchiveFileTests {
  private func read(_ fixture: String, as name: String? = nil) throws -> IngestTables {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "../Fixtures/archives")
    let data = try Data(contentsOf: folder.appending(path: fixture))
    let file = SentFile(
      path: "2021/103/\(name ?? fixture)",
      year: 2021,
      sender: "103",
      contents: .memory([UInt8](data))
    )
    return try ingest(fixturePlan(), files: [file], options: IngestOptions(year: 2021))
  }

  private func hasNoTrailingDigest(_ tables: IngestTables) -> Bool {
    tables.files.allSatisfy { $0.sha256.utf8.count == 64 }
  }

  @Test("each file in an archive has a row of its own, and so has the archive")
  func several() throws {
    let tables = try read("several.zip")
    let outer = "2021/103/several.zip"
    #expect(
      tables.files.map(\.path) == [
        outer, "\(outer)/Báo cáo/xã.csv", "\(outer)/Báo cáo/rừng.csv",
        "\(outer)/Báo cáo/công văn.docx",
      ]
    )
    #expect(tables.files.map(\.file) == [1, 2, 3, 4])
    #expect(tables.files.map(\.status) == [.unpacked, .read, .read, .setAside])
    #expect(tables.files.map(\.form) == ["", "commune_year", "groves", ""])
    #expect(tables.files[3].reason == "unknown-extension")
    // printf of the table, piped through sha256sum.
    #expect(
      tables.files[1].sha256
        == "a398e9efa8cde5ae6c398b8947e9ac7a184aa2a1669c38ef43e81c9af489bd11"
    )
    #expect(hasNoTrailingDigest(tables))
    #expect(tables.records("commune_year").files == [2])
    #expect(tables.records("commune_year").lines == [2])
    #expect(tables.records("groves").files == [3])
    let note = tables.findings.first { $0.code == "unpacked-archive" }
    #expect(note?.message.english.contains("3 files") == true)
    #expect(note?.message.english.contains("and 2 of the operating system") == true)
  }

  @Test("a compressed table is read as the table is")
  func compressed() throws {
    let tables = try read("table.csv.gz")
    #expect(
      tables.files.map(\.path) == ["2021/103/table.csv.gz", "2021/103/table.csv.gz/table.csv"]
    )
    #expect(tables.files.map(\.status) == [.unpacked, .read])
    #expect(tables.records("commune_year").count == 1)
  }

  @Test("what it is counts, not what it is called")
  func named() throws {
    #expect(try read("table.csv.gz", as: "bao-cao.csv").records("commune_year").count == 1)
    #expect(try read("several.zip", as: "bao-cao").records("commune_year").count == 1)
  }

  @Test("a workbook is told as a workbook")
  func workbook() throws {
    let tables = try read("workbook.zip", as: "bao-cao.xlsx")
    #expect(tables.files.map(\.reason) == ["binary-file"])
    #expect(tables.findings.first?.message.english.contains("workbook") == true)
  }

  private struct Case: Sendable, CustomTestStringConvertible {
    var file: String
    var reasons: [String]
    var codes: Set<String>
    var testDescription: String { file }
  }

  private static let faults = [
    Case(file: "password.zip", reasons: ["", "encrypted-archive"], codes: ["encrypted-archive"]),
    Case(file: "bomb.zip", reasons: ["", "oversized-archive"], codes: ["oversized-archive"]),
    Case(file: "bomb.csv.gz", reasons: ["", "oversized-archive"], codes: ["oversized-archive"]),
    Case(file: "nested.zip", reasons: ["", "nested-archive", ""], codes: ["nested-archive"]),
    Case(file: "empty.zip", reasons: ["empty-archive"], codes: ["empty-archive"]),
  ]

  @Test("what cannot be unpacked is set aside with its reason", arguments: faults)
  private func cannotBeUnpacked(_ test: Case) throws {
    let tables = try read(test.file)
    #expect(tables.files.map(\.reason) == test.reasons)
    #expect(test.codes.isSubset(of: Set(tables.codes)))
  }

  @Test("numbers of persons in names of files are masked, and the files are told apart")
  func numbers() throws {
    let tables = try read("number.zip")
    #expect(tables.files.count == 3 && Set(tables.files.map(\.path)).count == 3)
    #expect(!tables.files.contains { $0.path.contains("07920300123") })
    #expect(!tables.findings.contains { $0.location.file.contains("07920300123") })
  }

  @Test("names of persons in names of files are masked, and each such file is told")
  func names() throws {
    let tables = try read("named.zip")
    #expect(tables.files.count == 4 && Set(tables.files.map(\.path)).count == 4)
    let shown =
      tables.files.map(\.path) + tables.findings.map(\.location.file)
      + tables.findings.flatMap { [$0.message.vietnamese, $0.message.english] }
    for secret in ["Văn Tám", "Thi_Chin", "Thi Chin", "0912345678"] {
      #expect(!shown.contains { $0.contains(secret) })
    }
    let named = tables.findings.filter { $0.code == "personal-file-name" }.map(\.location.file)
    #expect(named.sorted() == tables.files.dropFirst().map(\.path).sorted())
  }

  @Test("a workbook that was cut off is told to be saved as CSV, unless it is called an archive")
  func cutOff() throws {
    let bytes = Array("PK\u{3}\u{4}\u{14}\u{0}".utf8)
    func reasons(_ name: String) throws -> [String] {
      let path = "2021/103/\(name)"
      let file = SentFile(path: path, year: 2021, sender: "103", contents: .memory(bytes))
      return try ingest(fixturePlan(), files: [file], options: IngestOptions(year: 2021))
        .files.map(\.reason)
    }
    #expect(try reasons("a.xlsx") == ["binary-file"])
    #expect(try reasons("a.csv") == ["binary-file"])
    #expect(try reasons("a.zip") == ["damaged-archive"])
  }
}
