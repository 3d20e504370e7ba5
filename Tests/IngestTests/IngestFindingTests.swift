import Diagnostics
import StageFixtures
import Tables
import Testing

@testable import Ingest

@Suite struct IngestFindingTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var code: String
    var path = commune
    var text: String
    var status = SourceFileRow.Status.read
    var line: Int?
    var column: Int?
    var rows = 1
    var testDescription: String { "\(code): \(text.prefix(40))" }
  }

  static let cases: [Case] = [
    Case(code: "misplaced-file", path: "notes.csv", text: "a;b", status: .setAside, rows: 0),
    Case(code: "misplaced-file", path: "2021/notes.csv", text: "a;b", status: .setAside, rows: 0),
    Case(code: "unknown-year", path: "2026/103/a.csv", text: "a", status: .setAside, rows: 0),
    Case(code: "unknown-year", path: "cu/a.csv", text: "a", status: .setAside, rows: 0),
    Case(code: "unknown-sender", path: "2021/999/a.csv", text: "a", status: .setAside, rows: 0),
    Case(code: "unknown-extension", path: "2021/103/a.xlsx", text: "a", status: .setAside, rows: 0),
    Case(code: "empty-file", text: "", status: .setAside, rows: 0),
    Case(code: "empty-file", text: " ; ; \n", status: .setAside, rows: 0),
    Case(code: "binary-file", text: "PK\u{3}\u{4}xl/", status: .setAside, rows: 0),
    Case(code: "no-rows", text: "\(header)\n", status: .setAside, rows: 0),
    Case(code: "unknown-form", text: "a;b\n1;2\n", status: .setAside, rows: 2),
    Case(code: "unknown-form", text: "Xã, thị trấn;Số cây\nXã A;2\n", status: .setAside, rows: 2),
    // A list without its header: days of opening are nobody's births.
    Case(
      code: "unknown-form",
      text: "K1;Xã Tân Hòa;05/06/2009\nK2;Xã Tân Hòa;07/08/1999\n",
      status: .setAside,
      rows: 2
    ),
    Case(
      code: "too-many-columns",
      text: String(repeating: "a;", count: 16_384) + "\n",
      status: .setAside
    ),
    Case(
      code: "empty-register",
      path: "2021/foresters/a.csv",
      text: "Mã lượt;Mã khu;Ngày kiểm tra\n",
      rows: 0
    ),
    Case(
      code: "duplicate-column",
      text: "\(header);Số cây\n\(row);5\n",
      line: 1,
      column: 11
    ),
    Case(code: "unknown-column", text: "\(header);Lạ\n\(row);5\n", line: 1, column: 11),
    Case(
      code: "unnamed-column",
      text: "\(header);;Lạ\n\(row);Nguyễn chưa rõ;5\n",
      line: 1,
      column: 11
    ),
    Case(
      code: "personal-data",
      text: "\(header);Họ, tên đối tượng vi phạm\n\(row);Nguyễn Văn A\n",
      status: .setAside,
      line: 1,
      column: 11
    ),
    Case(
      code: "missing-column",
      text: goodFile.replacing(";Khó khăn", with: "").replacing("2021;\n", with: "2021\n"),
      line: 1
    ),
    Case(code: "stray-quote", text: "\(goodFile)Xã \"x\";2021;1\n", line: 3, rows: 2),
    Case(code: "text-after-quote", text: "\(goodFile)\"Xã\" x;2021;1\n", line: 3, rows: 2),
    Case(code: "unterminated-quote", text: "\(goodFile)\"Xã;2021;1\n", line: 3, rows: 2),
    Case(
      code: "loose-quote",
      text: "\(goodFile)\(row.replacing("Xã", with: "Xã \"x\""))\n",
      line: 3,
      rows: 2
    ),
    Case(code: "extra-cells", text: "\(goodFile)\(row);9\n", line: 3, column: 11, rows: 2),
    Case(code: "scale-in-title", text: "Đơn vị tính: triệu đồng\n\(goodFile)", line: 1),
    Case(code: "scale-in-title", text: "ĐVT: 1.000 đồng\n\(goodFile)", line: 1),
    Case(
      code: "personal-data",
      text: "\(header);Họ và tên\n\(row);Nguyễn Văn A\n",
      status: .setAside,
      line: 1,
      column: 11
    ),
    Case(
      code: "personal-data",
      text: "\(header);Khác\n\(row);012345678901\n",
      status: .setAside,
      line: 1,
      column: 11
    ),
    Case(
      code: "personal-data",
      text: goodFile.replacing("Tốt", with: "0912 345 678"),
      status: .setAside,
      line: 1,
      column: 8
    ),
    Case(
      code: "personal-data",
      text: "STT;HỌ TÊN;SỐ CMND\n1;Trần B;123456789\n",
      status: .setAside,
      line: 1,
      column: 2,
      rows: 2
    ),
  ]

  @Test func aProvinceInATitleIsNoScale() throws {
    let tables = try ingest([commune: "Đơn vị tính: người; tỉnh Phú Tân\n\(goodFile)"])
    #expect(tables.codes.isEmpty)
  }

  @Test(arguments: cases)
  func finding(_ example: Case) throws {
    // A second sender keeps the folder usable.
    let tables = try ingest([example.path: example.text, "2021/102/tot.csv": goodFile])
    let finding = try #require(tables.findings.first { $0.code == example.code })
    #expect(finding.location.file == example.path)
    #expect(finding.location.line == example.line)
    #expect(finding.location.column == example.column)
    let file = try #require(tables.file(example.path))
    #expect(file.status == example.status)
    #expect(file.reason == (example.status == .setAside ? example.code : ""))
    #expect(file.records - file.layoutRows == example.rows)
    if example.code == "personal-data" { expectNothingKept(tables, of: file) }
    if example.code == "unnamed-column" { expectUnwritten(tables) }
  }

  private func expectNothingKept(_ tables: IngestTables, of file: SourceFileRow) {
    #expect(tables.notes.allSatisfy { $0.file != file.file })
    #expect(tables.records.allSatisfy { !$0.files.contains(file.file) })
    expectUnwritten(tables)
  }

  private func expectUnwritten(_ tables: IngestTables) {
    for secret in ["Nguyễn", "Trần", "123456789", "012345678901", "345 678"] {
      let written = tables.stageFiles().map { String(decoding: $0.bytes, as: UTF8.self) }
      #expect(written.allSatisfy { !$0.contains(secret) })
    }
  }

  @Test func lettersOfAnotherEncoding() throws {
    let folder = try TemporaryFolder()
    try folder.write(Array("caf".utf8) + [0xE9, 0x0A], to: "2021/103/a.csv")
    try folder.writeLink(to: "2021/103/b.csv")
    try folder.write(goodFile, to: "2021/103/c.csv")
    let tables = try Ingest.ingest(
      try fixturePlan(),
      options: IngestOptions(dataFolder: folder.path, year: 2021)
    )
    #expect(tables.codes == ["ambiguous-encoding", "unreadable-file"])
    #expect(tables.files.map(\.status) == [.setAside, .setAside, .read])
  }

  @Test func unknownFormNamesTheNearest() throws {
    let tables = try ingest([
      commune: goodFile, "2021/103/b.csv": "Xã, thị trấn;Năm;Số cây\nXã Tân Hòa;2021;1\n",
    ])
    let finding = try #require(tables.findings.first)
    #expect(finding.code == "unknown-form")
    #expect(finding.message.vietnamese.contains("'Báo cáo xã' nhưng thiếu 'Số cây chết'"))
  }

  @Test func laterYearsAreLeftAlone() throws {
    let tables = try ingest([commune: goodFile, "2022/103/a.csv": goodFile])
    #expect(tables.codes == ["later-year"])
    #expect(tables.files.count == 1)
  }

  @Test func receiptsAreChecked() throws {
    let tables = try ingest([
      commune: goodFile, "2021/102/a.csv": "\(goodFile)\n", "README.md": "", "SOURCE.md": "",
      "receipts.csv":
        "path,received\n\(commune),2021-12-20\n2021/102/a.csv,20/20/2021\nx,2021-01-01\n",
    ])
    #expect(
      tables.codes == ["files-without-receipt", "malformed-receipt", "receipt-without-file"]
    )
    #expect(tables.findings.map(\.location.line) == [nil, 3, 4])
    #expect(tables.file(commune)?.received == CalendarDate(year: 2021, month: 12, day: 20))
    #expect(tables.files.map(\.receivedBasis) == [.fileTime, .receipt])
    #expect(tables.settings.asOf == CalendarDate(year: 2021, month: 12, day: 20))
  }

  /// Two links to their own folder double the paths at each level; following them never ends.
  @Test(.timeLimit(.minutes(1))) func linkedFoldersAreNotFollowed() throws {
    let folder = try TemporaryFolder()
    try folder.write(goodFile, to: commune)
    for name in ["a", "b"] { try folder.writeLink(to: "2021/103/\(name)", leadingTo: "2021/103") }
    let tables = try Ingest.ingest(
      try fixturePlan(),
      options: IngestOptions(dataFolder: folder.path, year: 2021)
    )
    #expect(tables.files.map(\.path) == [commune])
    #expect(tables.codes.filter { $0 == "unreadable-folder" }.count == 2)
  }

  @Test func whatCameAfterTheDayOfTheEvaluationIsNotUsed() throws {
    let files = [
      commune: goodFile, "2021/102/bao-cao.csv": goodFile,
      "receipts.csv": "path,received\n\(commune),2021-12-20\n2021/102/bao-cao.csv,2021-12-10\n",
    ]
    let tables = try ingest(files, asOf: CalendarDate(year: 2021, month: 12, day: 16))
    #expect(tables.file(commune)?.reason == "after-as-of")
    #expect(tables.file("2021/102/bao-cao.csv")?.status == .read)
    #expect(try ingest(files).file(commune)?.status == .read)
  }

  @Test(arguments: ["2017-12-31", "2026-01-01", "9999-12-31"])
  func receiptsOfOtherTimesAreNotUsed(_ day: String) throws {
    let files = [commune: goodFile, "receipts.csv": "path,received\n\(commune),\(day)\n"]
    let tables = try ingest(files)
    #expect(tables.codes == ["files-without-receipt", "receipt-out-of-range"])
    #expect(tables.files.map(\.receivedBasis) == [.fileTime])
    #expect(tables.settings.asOf == CalendarDate(year: 2021, month: 12, day: 15))
  }

  @Test func receiptsOfLaterYearsAreNoFault() throws {
    let files = [
      commune: goodFile, "2022/103/bao-cao.csv": goodFile,
      "receipts.csv": "path,received\n\(commune),2021-12-10\n2022/103/bao-cao.csv,2022-12-10\n",
    ]
    #expect(!(try ingest(files).codes.contains("receipt-without-file")))
  }
}
