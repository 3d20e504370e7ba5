import Diagnostics
import Digests
import Plan
import StageFixtures
import Tables
import Testing

@testable import Ingest

@Suite struct IngestTableTests {
  @Test func digestIsThatOfTheStandard() {
    // FIPS 180-2, appendix B.1, and the digest of no bytes.
    #expect(
      sha256(of: Array("abc".utf8))
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    )
    #expect(
      sha256(of: []) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    )
  }

  @Test func layoutRowsAreNoData() throws {
    let text = """
      ỦY BAN NHÂN DÂN;;;;;;;;;
      Người báo cáo: Nguyễn Văn A;;;;;;;;;
      ;;;;;;;;;
      STT;\(header)
      (1);(2);(3);(4);(5);(6);(7);(8);(9);(10);(11)
      1;\(row)
      STT;\(header)
      2;\(row)
      ;Tổng cộng;;24;2;;;;;;
      ;;;;;;;;;;
      ;;;;;;;;Tân Hòa, ngày 10 tháng 12 năm 2021;;
      ;Người lập biểu;;;;;Thủ trưởng;;;;
      ;Nguyễn Thị B;;;;;Trần C;;;;

      """
    let tables = try ingest([commune: text])
    #expect(
      tables.notes.map(\.kind) == [
        .title, .title, .blank, .header, .numbering, .header, .total, .blank, .signature,
        .signature, .signature,
      ]
    )
    #expect(tables.notes.filter { $0.kind == .signature }.allSatisfy { $0.text.isEmpty })
    #expect(tables.notes.allSatisfy { $0.text.isEmpty == ($0.kind != .header) })
    #expect(tables.codes.isEmpty)
    #expect(tables.records("commune_year").lines == [6, 8])
    let file = try #require(tables.file(commune))
    #expect(file.headerLine == 4)
    #expect(file.records - file.layoutRows == 2)
    #expect(file.fieldColumns["trees"] == 4)
  }

  @Test func aRowThatCountsIsNoColumnNumbering() throws {
    let tables = try ingest([
      commune: goodFile, "2021/office/a.csv": "Năm;Số lớp;Số văn bản\n2021;1;2\n2021;2;3\n",
    ])
    #expect(tables.records("agency_year").count == 2)
  }

  @Test func headersGiveScales() throws {
    let text = goodFile.replacing("Kinh phí", with: "KINH PHÍ (triệu  đồng)")
    let file = try #require(try ingest([commune: text]).file(commune))
    #expect(file.columns.contains("cost=5*1000000"))
    #expect(file.fieldColumns["cost"] == 5)
    #expect(file.fieldScales == ["cost": 1_000_000])
  }

  struct Writing: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var encoding: String
    var delimiter: String
    var bytes: [UInt8]
  }

  static let writings: [Writing] = [
    Writing(
      testDescription: "plain",
      encoding: "utf-8",
      delimiter: ";",
      bytes: Array(goodFile.utf8)
    ),
    Writing(
      testDescription: "mark",
      encoding: "utf-8-bom",
      delimiter: ";",
      bytes: [0xEF, 0xBB, 0xBF] + Array(goodFile.utf8)
    ),
    Writing(
      testDescription: "unicode text",
      encoding: "utf-16le-bom",
      delimiter: "tab",
      bytes: [0xFF, 0xFE]
        + goodFile.replacing(";", with: "\t").utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    ),
    Writing(
      testDescription: "decomposed, CRLF, sep=",
      encoding: "utf-8",
      delimiter: ";",
      bytes: Array(
        "sep=;\r\n\(goodFile)".replacing("\n", with: "\r\n").replacing("Xã", with: "Xa\u{303}").utf8
      )
    ),
  ]

  @Test(arguments: writings)
  func encodings(_ writing: Writing) throws {
    let folder = try TemporaryFolder()
    try folder.write(writing.bytes, to: "2021/103/a.CSV")
    let tables = try Ingest.ingest(
      try fixturePlan(),
      options: IngestOptions(dataFolder: folder.path, year: 2021)
    )
    #expect(tables.files.first?.encoding == writing.encoding)
    #expect(tables.files.first?.delimiter == writing.delimiter)
    #expect(tables.records("commune_year").columns.first?.text(0) == "Xã Tân Hòa")
    #expect(tables.files.first?.sha256 == sha256(of: writing.bytes))
  }

  @Test func datasetIsDescribed() throws {
    let description = "{ title: 'Mẫu', synthetic: true, notice: { vi: 'giả', en: 'fake' } }"
    let tables = try ingest([commune: goodFile, "dataset.json5": description])
    #expect(tables.settings.isSynthetic)
    #expect(tables.settings.datasetTitle == LocalisedText(vi: "Mẫu", en: "Mẫu"))
    #expect(tables.settings.notice == LocalisedText(vi: "giả", en: "fake"))
    #expect(tables.settings.asOf == CalendarDate(year: 2021, month: 12, day: 15))
  }

  static let manyFiles: [String: String] = {
    var files: [String: String] = [:]
    for (index, sender) in ["101", "102", "103", "0104"].enumerated() {
      for year in 2020...2021 {
        files["\(year)/\(sender)/a\(index).csv"] = goodFile
        files["\(year)/\(sender)/sub/b.csv"] = "\(goodFile)x\n\"y\n"
        files["\(year)/\(sender)/c.csv"] = "a;b\n"
      }
    }
    return files
  }()

  @Test func jobsDoNotMatter() throws {
    let folder = try TemporaryFolder()
    for (path, text) in Self.manyFiles { try folder.write(text, to: path) }
    let plan = try fixturePlan()
    let results = try [1, 2, 7].map { jobs in
      try Ingest.ingest(
        plan,
        options: IngestOptions(dataFolder: folder.path, year: 2021, jobs: jobs)
      ).stageFiles()
    }
    #expect(results[0] == results[1])
    #expect(results[0] == results[2])
    #expect(results[0].count == 5 + plan.forms.count)
  }

  @Test func tablesReadBackAsWritten() throws {
    let workspace = try TemporaryFolder()
    let tables = try ingest(Self.manyFiles)
    try workspace.write(tables.stageFiles(), stage: .ingest)
    #expect(try IngestTables(workspace: workspace.path, plan: try fixturePlan()) == tables)
  }
}
