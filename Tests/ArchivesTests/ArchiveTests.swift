import Archives
import Foundation
import Testing

/// An archive of `Tests/Fixtures/archives`, which `make.py` there writes.
private func fixture(_ name: String) throws -> [UInt8] {
  let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appending(path: "../Fixtures/archives")
  return [UInt8](try Data(contentsOf: folder.appending(path: name)))
}

private let table = """
  Xã, thị trấn;Năm;Số cây;Số cây chết;Kinh phí;Tỷ lệ sống
  Xã Tân Hòa;2021;12;1;500000;85,5 %

  """

private struct Unpacked {
  var names: [String] = []
  var texts: [String?] = []
  var faults: [ArchiveFault?] = []
  var end: ArchiveFault?

  init(_ bytes: [UInt8], limits: ArchiveLimits = ArchiveLimits()) throws {
    let kind = try #require(ArchiveKind(signatureOf: bytes))
    var entries: [ArchiveEntry] = []
    end = readArchive(bytes, as: kind, limits: limits) { entries.append($0) }
    for entry in entries {
      names.append(entry.name)
      switch entry.content {
      case .success(let bytes):
        texts.append(String(decoding: bytes, as: UTF8.self))
        faults.append(nil)
      case .failure(let failure):
        texts.append(nil)
        faults.append(failure.fault)
      }
    }
  }
}

@Suite("Archives", .timeLimit(.minutes(1)))
struct ArchiveTests {
  @Test("files of a zip archive come in its order, folders are passed over")
  func several() throws {
    let zip = try Unpacked(fixture("several.zip"))
    #expect(
      zip.names == [
        "Báo cáo/xã.csv", "Báo cáo/rừng.csv", "__MACOSX/Báo cáo/._xã.csv", "Báo cáo/.DS_Store",
        "Báo cáo/công văn.docx",
      ]
    )
    #expect(zip.texts.first == table)
    #expect(zip.end == nil)
  }

  @Test("a compressed file holds one file without a name")
  func gzip() throws {
    let bytes = try fixture("table.csv.gz")
    let file = try Unpacked(bytes)
    #expect(file.names == [""] && file.texts == [table] && file.end == nil)
    // Programs that write day by day put one stream behind the other.
    #expect(try Unpacked(bytes + bytes).texts == [table + table])
  }

  @Test("names without a flag are read in the code page of DOS")
  func codePage() throws {
    #expect(try Unpacked(fixture("code-page.zip")).names == ["Báo cáo.csv", "xa.csv", "xA.csv"])
  }

  @Test("no name leads upwards, breaks a line or stands twice")
  func names() throws {
    #expect(
      try Unpacked(fixture("upwards.zip")).names == ["etc/passwd.csv", "tuyệt đối/a_b.csv"]
    )
    let twice = try Unpacked(fixture("twice.zip"))
    #expect(twice.names.count == 3 && Set(twice.names).count == 3)
    #expect(twice.names.filter { $0.hasPrefix("xa.csv") }.count == 2)
  }

  @Test("an entry under a password is told, and nothing of it is given")
  func password() throws {
    let zip = try Unpacked(fixture("password.zip"))
    #expect(zip.names == ["a.csv"] && zip.faults == [.encrypted] && zip.texts == [nil])
  }

  @Test(
    "an archive that unpacks to far more than it packs is not read on",
    arguments: [
      "bomb.zip", "bomb.csv.gz",
    ]
  )
  func bomb(_ name: String) throws {
    let archive = try Unpacked(fixture(name))
    #expect(archive.faults == [.tooLarge] && archive.end == .tooLarge)
  }

  @Test("limits hold for all entries together")
  func limits() throws {
    let bytes = try fixture("several.zip")
    let few = try Unpacked(bytes, limits: ArchiveLimits(entries: 2))
    #expect(few.names == ["Báo cáo/xã.csv"] && few.end == .tooLarge)
    let small = try Unpacked(bytes, limits: ArchiveLimits(bytes: table.utf8.count))
    #expect(small.faults == [nil, .tooLarge] && small.end == .tooLarge)
  }

  @Test("a cut archive gives at most its first files, whole, and says that it is damaged")
  func truncated() throws {
    let bytes = try fixture("several.zip")
    for length in 4..<bytes.count {
      let zip = try Unpacked(Array(bytes.prefix(length)))
      for (text, fault) in Swift.zip(zip.texts, zip.faults) where fault == nil {
        #expect(text == table || text?.isEmpty == false)
      }
      // What follows the last file only lists them all once more.
      #expect(zip.end == .damaged || zip.names.count == 5, "cut at \(length)")
    }
    let gzip = try fixture("table.csv.gz")
    for length in 2..<gzip.count {
      let file = try Unpacked(Array(gzip.prefix(length)))
      #expect(file.end == .damaged, "cut at \(length)")
      #expect(file.texts.allSatisfy { $0 == nil }, "cut at \(length)")
    }
  }

  @Test("a byte that changed on the way is told by the checksum")
  func flipped() throws {
    var bytes = try fixture("table.csv.gz")
    bytes[bytes.count / 2] ^= 0x10
    #expect(try Unpacked(bytes).end == .damaged)
  }

  @Test("other files are no archives")
  func signature() {
    #expect(ArchiveKind(signatureOf: Array("PK;Năm".utf8)) == nil)
    #expect(ArchiveKind(signatureOf: []) == nil)
    #expect(ArchiveKind(signatureOf: [0x1F, 0x8B]) == .gzip)
  }

  @Test("an empty archive has no files")
  func empty() throws {
    let zip = try Unpacked(fixture("empty.zip"))
    #expect(zip.names.isEmpty && zip.end == nil)
  }
}
