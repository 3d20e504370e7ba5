import Foundation
import Testing

@testable import Ingest

@Suite struct FileContentsTests {
  private func contents(_ path: String) -> FileContents {
    FileContents(of: SentFile(path: "x", year: nil, sender: "", contents: .disk(path: path)))
  }

  @Test(arguments: [0, 1, 4_095, 65_536, 200_001])
  func aFileIsReadWhole(_ count: Int) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(at: folder) }
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0) }
    let file = folder.appending(path: "a.csv")
    try Data(bytes).write(to: file)
    let link = folder.appending(path: "b.csv")
    try FileManager.default.createSymbolicLink(at: link, withDestinationURL: file)
    #expect(contents(file.path).bytes == bytes)
    #expect(contents(link.path).bytes == bytes)
    #expect(contents(folder.path).bytes == nil)
    #expect(contents(folder.appending(path: "c.csv").path).bytes == nil)
  }

  /// The file system says that it has no bytes.
  @Test func aFileOfUnknownSizeIsRead() throws {
    let path = "/proc/version"
    let known = try #require(FileManager.default.contents(atPath: path))
    #expect(FileStatus(of: path)?.size == 0)
    #expect(contents(path).bytes == Array(known))
  }
}

@Suite struct FoundBeforeTests {
  @Test func noMoreIsKeptThanHasRoom() {
    let found = FoundBefore<Int, Int>()
    var searches = 0
    func values(_ keys: Range<Int>) -> [Int] {
      found.values(of: Array(keys)) { key in
        searches += 1
        return key * 2
      }
    }
    let keys = 0..<40_000
    #expect(values(keys) == keys.map { $0 * 2 })
    #expect(searches == 40_000)
    #expect(values(keys) == keys.map { $0 * 2 })
    // 32,768 of them were kept.
    #expect(searches == 40_000 + 7_232)
    #expect(values(0..<100) == (0..<100).map { $0 * 2 })
    #expect(searches == 47_232)
  }
}
