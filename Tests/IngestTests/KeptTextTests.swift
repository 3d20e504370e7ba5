import Diagnostics
import StageFixtures
import Tables
import Testing

@testable import Ingest

/// What broken rows, titles and signatures say of persons is kept nowhere.
@Suite struct KeptTextTests {
  @Test(arguments: [
    "\(goodFile)\(row);Nguyễn chưa có;Trần B\n", "\(goodFile)Nguyễn \"Văn A;2021;1\n",
    "\(goodFile)\"Nguyễn\" Văn A;2021\n", "\(goodFile)\"Nguyễn Văn A;2021\n",
    "Người lập biểu: Nguyễn Văn A;\n\(goodFile)",
    "Nguyễn Văn A lập; ĐVT: triệu đồng\n\(goodFile)", "\(goodFile)Tổng cộng (Nguyễn Văn A);;12\n",
    "\(goodFile)Người lập biểu;;Nguyễn Văn A\nNguyễn Văn A;;\n",
  ])
  func namesAreNotKept(_ text: String) throws {
    let tables = try ingest([commune: text])
    let written = tables.stageFiles().map { String(decoding: $0.bytes, as: UTF8.self) }
    #expect(written.allSatisfy { !$0.contains("Nguyễn") })
    #expect(tables.records("commune_year").count == 1)
  }

  @Test func numbersInReceiptsAreMasked() throws {
    let tables = try ingest([
      commune: goodFile, "receipts.csv": "path,received\n\(commune),012345678901\n",
    ])
    #expect(tables.findings.map(\.found) == ["", "***"])
    #expect(tables.findings.allSatisfy { !$0.message.english.contains("012345678901") })
  }

  static let below: [(rows: String, lines: [Int])] = [
    ("V4;K1;05/06/2021\nV5;;06/06/2021\n", [2, 4, 5]),
    ("Mã lượt;Mã khu;Ngày kiểm tra\nV4;K1;\n", [2, 5]), ("Trần B;;Lê C\n", [2]),
    ("Trần B;;\n;;Ngày 5\n", [2]), ("V4;K1;05/06/2021\nTrần B;;Lê C\n", [2, 4]),
  ]

  @Test(arguments: below)
  func rowsBelowSignatures(_ rows: String, lines: [Int]) throws {
    let path = "2021/foresters/a.csv"
    let text = "Mã lượt;Mã khu;Ngày kiểm tra\nV1;K1;05/06/2021\nNgười lập biểu;;\n\(rows)"
    let tables = try ingest([path: text])
    #expect(tables.records("visits").lines == lines)
    #expect(tables.codes.isEmpty)
  }

  @Test func foldersAreAskedAbout() throws {
    let folder = try TemporaryFolder()
    try folder.write(goodFile, to: commune)
    try folder.write("", to: "2021/103/b.csv/.keep")
    try folder.writeLink(to: "2021/103/c", leadingTo: "2021/103")
    let tables = try Ingest.ingest(
      try fixturePlan(),
      options: IngestOptions(dataFolder: folder.path, year: 2021)
    )
    #expect(tables.codes == ["folder-for-file", "unreadable-folder"])
    #expect(tables.findings.allSatisfy { $0.sender == "103" && $0.year == 2021 })
  }

  @Test func aSignedYearIsNoFolder() throws {
    #expect(
      try ingest([commune: goodFile, "+2021/103/a.csv": goodFile]).codes == ["unknown-year"]
    )
  }
}
