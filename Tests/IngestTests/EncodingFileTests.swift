import Diagnostics
import Ingest
import StageFixtures
import Tables
import Testing
import VietnameseText

/// Encodings of senders' files, found and set by hand.
@Suite struct EncodingFileTests {
  private func ingest(
    _ files: [(path: String, bytes: [UInt8])],
    declared: EncodingDeclaration? = nil
  ) throws -> IngestTables {
    let folder = try TemporaryFolder()
    try folder.write(goodFile, to: "2021/103/z.csv")
    for file in files { try folder.write(file.bytes, to: file.path) }
    return try Ingest.ingest(
      try fixturePlan(),
      options: IngestOptions(dataFolder: folder.path, year: 2021, encoding: declared)
    )
  }

  /// The one good file in an encoding.
  private func report(_ encoding: TextEncoding) throws -> [UInt8] {
    try #require(encoding.encode(goodFile))
  }

  @Test(arguments: [LegacyEncoding.tcvn3, .vni, .windows1258, .viscii, .vps])
  func `a report is read in each encoding, with a note`(_ legacy: LegacyEncoding) throws {
    for encoding in [TextEncoding.legacy(legacy), .misread(legacy, in: .utf8)] {
      let tables = try ingest([(commune, try report(encoding))])
      let file = try #require(tables.file(commune))
      #expect(file.encoding == encoding.name)
      #expect(file.status == .read)
      #expect(tables.findings.map(\.code) == ["legacy-encoding"])
      #expect(tables.findings.first?.severity == .note)
      let records = tables.records("commune_year")
      #expect(records.files.count == 2)
      for column in records.columns { #expect(column.text(0) == column.text(1)) }
    }
  }

  /// Too little to tell: a syllable that is right in two encodings.
  private let open: [UInt8] = Array("a;b\n1;".utf8) + [0x62, 0xB7, 0x0A]

  @Test func `a tie sets the file aside`() throws {
    let tables = try ingest([(commune, open)])
    #expect(tables.file(commune)?.status == .setAside)
    #expect(tables.file(commune)?.reason == "ambiguous-encoding")
    let finding = try #require(tables.findings.first)
    #expect(finding.message.english.contains("TCVN3 (ABC) or"))
    #expect(finding.message.vietnamese.contains("TCVN3 (ABC) hoặc"))
    // No text of the file is repeated.
    #expect(finding.found.isEmpty)
  }

  @Test(arguments: [commune, "2021/103", "2021", "103", "/2021/103/ "])
  func `the sidecar settles it for a file, a folder, a sender`(_ place: String) throws {
    let tables = try ingest([
      (commune, open), ("encodings.csv", Array("path,encoding\n\(place),TCVN3 (ABC)\n".utf8)),
    ])
    #expect(tables.file(commune)?.encoding == "tcvn3")
    #expect(tables.file(commune)?.reason == "unknown-form")
    // The other file is Unicode, and stays so.
    #expect(tables.file("2021/103/z.csv")?.encoding == "utf-8")
    #expect(tables.codes == ["unknown-form"])
  }

  @Test(arguments: [
    "path;encoding\n2021\\103\\bao-cao.csv;abc\n",
    "BẢNG MÃ CÁC TỆP\n\nBảng mã,Đường dẫn\nTCVN3,D:\\so-lieu\\2021\\103\\Bao-Cao.CSV\n",
    "\(commune),tcvn3\n",
  ])
  func `the sidecar is read as people write lists`(_ list: String) throws {
    let tables = try ingest([(commune, open), ("encodings.csv", Array(list.utf8))])
    #expect(tables.file(commune)?.encoding == "tcvn3")
    #expect(tables.codes == ["unknown-form"])
  }

  @Test(arguments: [LegacyEncoding.tcvn3, .vni, .windows1258, .viscii, .vps])
  func `lists of the folder may have an older encoding`(_ legacy: LegacyEncoding) throws {
    let path = "2021/103/báo cáo.csv"
    let receipts = TextEncoding.legacy(legacy).encode(
      "Đường dẫn;Ngày nhận\n\(path);10/12/2021\n2021/103/z.csv;10/12/2021\n"
    )
    let encodings = TextEncoding.legacy(legacy).encode("Đường dẫn;Bảng mã\n\(path);tcvn3\n")
    let tables = try ingest([
      (path, open), ("receipts.csv", try #require(receipts)),
      ("encodings.csv", try #require(encodings)),
    ])
    #expect(tables.file(path)?.encoding == "tcvn3")
    #expect(tables.file(path)?.received?.description == "2021-12-10")
    #expect(tables.codes == ["unknown-form"])
  }

  @Test func `the end of another path is no sender`() throws {
    let lines = Array("path,encoding\n2020/nowhere/103,tcvn3\n".utf8)
    let tables = try ingest([(commune, open), ("encodings.csv", lines)])
    #expect(tables.codes.sorted() == ["ambiguous-encoding", "encoding-without-file"])
  }

  @Test func `the most specific line wins`() throws {
    let lines = "path,encoding\n103,vni\n2021/103,viscii\n\(commune),vps\n"
    let tables = try ingest([(commune, open), ("encodings.csv", Array(lines.utf8))])
    #expect(tables.file(commune)?.encoding == "vps")
    let folders = "path,encoding\n103,vni\n2021/103,viscii\n2021,vps\n"
    let others = try ingest([(commune, open), ("encodings.csv", Array(folders.utf8))])
    #expect(others.file(commune)?.encoding == "viscii")
  }

  @Test func `a file's own line holds whatever it shows`() throws {
    let lines = Array("path,encoding\n\(commune),viscii\n".utf8)
    let tables = try ingest([(commune, Array(goodFile.utf8)), ("encodings.csv", lines)])
    #expect(tables.file(commune)?.encoding == "viscii")
    let broken = Array("path,encoding\n\(commune),utf-8\n".utf8)
    let refused = try ingest([(commune, try report(.legacy(.tcvn3))), ("encodings.csv", broken)])
    #expect(refused.file(commune)?.reason == "encoding-not-as-declared")
    #expect(refused.findings.first?.location.line == 1)
  }

  @Test func `a declaration that the content contradicts is followed with a warning`() throws {
    // Headers of letters that the two encodings share, and one that they do not.
    let lines = Array("path,encoding\n\(commune),windows-1252\n".utf8)
    let bytes = Array("Nam;x\n2021;".utf8) + (try report(.legacy(.vni)))
    let tables = try ingest([(commune, bytes), ("encodings.csv", lines)])
    #expect(tables.file(commune)?.encoding == "windows-1252")
  }

  @Test func `lines that mean nothing are findings`() throws {
    let lines = """
      path,encoding
      103,klingon
      2021/104,tcvn3
      103,vni
      103,vps
      2022/103,vni

      """
    let tables = try ingest([("encodings.csv", Array(lines.utf8))])
    #expect(
      tables.findings.map { "\($0.location.line ?? 0) \($0.code)" } == [
        "2 unknown-encoding", "3 encoding-without-file", "5 repeated-encoding",
      ]
    )
    #expect(tables.findings.allSatisfy { $0.severity == .warning })
  }

  @Test func `an option fills the gap`() throws {
    let declared = EncodingDeclaration(.legacy(.tcvn3), isBinding: false)
    let tables = try ingest(
      [(commune, open), ("2021/103/vni.csv", try report(.legacy(.vni)))],
      declared: declared
    )
    #expect(tables.file(commune)?.encoding == "tcvn3")
    #expect(tables.file("2021/103/vni.csv")?.encoding == "vni")
  }

  @Test func `lost letters set a file aside with its header, else warn`() throws {
    let lost = goodFile.map { $0.isASCII ? String($0) : "?" }.joined()
    let tables = try ingest([(commune, Array(lost.utf8))])
    #expect(tables.file(commune)?.reason == "lost-letters")
    let cells = goodFile.replacing("05/06/2021;", with: "05/06/2021;thi?u n??c, c?n tr?")
    let used = try ingest([(commune, Array(cells.utf8))])
    #expect(used.file(commune)?.status == .read)
    #expect(used.codes == ["lost-letters"])
    #expect(used.findings.first?.severity == .warning)
    #expect(used.findings.first?.location.line == 2)
  }
}
