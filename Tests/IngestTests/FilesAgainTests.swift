import Diagnostics
import Foundation
import Ingest
import StageFixtures
import Tables
import Testing
import VietnameseText

/// Files of a folder that are read again one by one.
@Suite struct FilesAgainTests {
  private func folder(_ files: [(path: String, bytes: [UInt8])]) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for file in files { try folder.write(file.bytes, to: file.path) }
    return folder
  }

  private func options(_ folder: TemporaryFolder) -> IngestOptions {
    IngestOptions(dataFolder: folder.path, year: 2021)
  }

  @Test func `a file is read as it was among all of them`() throws {
    let good = Array(goodFile.utf8)
    let folder = try folder([(commune, good), ("2021/103/z.csv", good)])
    let all = try Ingest.ingest(try fixturePlan(), options: options(folder))
    let again = try FilesAgain(try fixturePlan(), options(folder))
    for path in [commune, "2021/103/z.csv"] {
      let one = try #require(again.read(path, encoding: nil))
      let (file, expected) = (try #require(one.files.first), try #require(all.file(path)))
      #expect(one.files.count == 1 && file.path == path && file.sha256 == expected.sha256)
      #expect(file.form == expected.form && file.columns == expected.columns)
      #expect(file.encoding == expected.encoding && file.headerLine == expected.headerLine)
      let own = try #require(one.records.first { $0.count > 0 })
      let whole = all.records(own.form)
      let rows = whole.files.indices.filter { whole.files[$0] == all.file(path)?.file }
      #expect(own.lines.map(\.self) == rows.map { whole.lines[$0] })
      for (column, other) in zip(own.columns, whole.columns) {
        #expect((0..<own.count).map(column.text) == rows.map(other.text))
      }
    }
    #expect(again.read("2021/103/none.csv", encoding: nil) == nil)
    #expect(again.read("2021/103", encoding: nil) == nil)
  }

  @Test func `an encoding is taken where the file shows none`() throws {
    let folder = try folder([(commune, Array("a;b\n1;".utf8) + [0x62, 0xB7, 0x0A])])
    let again = try FilesAgain(try fixturePlan(), options(folder))
    #expect(again.read(commune, encoding: nil)?.files.map(\.reason) == ["ambiguous-encoding"])
    let read = again.read(commune, encoding: .legacy(.tcvn3))
    #expect(read?.files.map(\.encoding) == [TextEncoding.legacy(.tcvn3).name])
  }

  @Test func `a file is found by the name that tables show`() throws {
    let shown = "2021/103/Nguyễn Văn An 0912345678.csv"
    let folder = try folder([(shown, Array(goodFile.utf8))])
    let all = try Ingest.ingest(try fixturePlan(), options: options(folder))
    let path = try #require(all.files.first?.path)
    #expect(path != shown)
    let again = try FilesAgain(try fixturePlan(), options(folder))
    #expect(again.read(path, encoding: nil)?.files.map(\.path) == [path])
    #expect(again.read(shown, encoding: nil) == nil)
  }

  @Test func `a file in an archive is read with all others in it`() throws {
    let fixture = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "../Fixtures/archives/several.zip")
    let archive = "2021/103/several.zip"
    let folder = try folder([(archive, [UInt8](try Data(contentsOf: fixture)))])
    let again = try FilesAgain(try fixturePlan(), options(folder))
    let one = try #require(again.read("\(archive)/Báo cáo/xã.csv", encoding: nil))
    #expect(one.files.map(\.form) == ["", "commune_year", "groves", ""])
    #expect(one.records.filter { $0.count > 0 }.map(\.form) == ["commune_year", "groves"])
    #expect(again.read("\(archive)/Báo cáo/rừng.csv", encoding: nil)?.files == one.files)
    #expect(again.read("2021/103/other.zip/Báo cáo/xã.csv", encoding: nil) == nil)
  }

  @Test func `names that are masked alike are all read`() throws {
    let names = ["Nguyễn Văn An 0912345678", "Lê Thị Ba 0912345670"]
    let folder = try folder(
      names.map { ("2021/103/\($0).csv", Array((goodFile + $0.prefix(1)).utf8)) }
    )
    let all = try Ingest.ingest(try fixturePlan(), options: options(folder)).files
    let again = try FilesAgain(try fixturePlan(), options(folder))
    for file in all {
      let read = try #require(again.read(file.path, encoding: nil)).files
      #expect(read.map(\.sha256).sorted() == all.map(\.sha256).sorted())
    }
  }
}
