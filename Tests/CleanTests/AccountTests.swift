import Clean
import Diagnostics
import Ingest
import Plan
import StageFixtures
import Tables
import Testing

@Suite struct AccountTests {
  static let files: [String: String] = [
    report: text("Tên bảng\n\(header)", [row(), row([2: "x"]), "Tổng cộng;;2", "Xã \"a;1"]),
    "2021/103/v2.csv": text(header, [row([2: "3"]), row([1: "2019"]), "\(row());9"]),
    "2021/102/a.csv": "a;b\n1;2\n",
    "2021/102/b.csv": "",
    "2021/102/c.csv": text("\(header);Họ tên", ["\(row());A"]),
    "2021/102/d.xlsx": "PK",
    "2020/foresters/a.csv": text(visits, ["V1;K1;1/1/2020", "v1;K1;1/1/2020", ";;"]),
    "2021/foresters/a.csv": text(visits, []),
    "2026/x/a.csv": "a",
  ]

  @Test func theAccountOfEachFileCloses() throws {
    let (input, tables) = try clean(Self.files)
    #expect(tables.accounts.map(\.path) == input.files.map(\.path))
    for account in tables.accounts {
      #expect(account.closes, "\(account)")
      let rows = tables.setAside.filter { $0.extent == .row && $0.file == account.file }
      let isWhole = input.files.contains { $0.file == account.file && $0.status == .setAside }
      #expect(isWhole || rows.count == account.setAside)
    }
    #expect(tables.accounts.map(\.rows).reduce(0, +) == 11)
    #expect(tables.accounts.map(\.used).reduce(0, +) == 2)
    #expect(tables.accounts.map(\.superseded).reduce(0, +) == 3)
    #expect(tables.accounts.map(\.setAside).reduce(0, +) == 6)
  }

  @Test func tablesReadBackAsWritten() throws {
    let workspace = try TemporaryFolder()
    let (input, tables) = try clean(Self.files)
    try workspace.write(tables.stageFiles(), stage: .clean)
    #expect(try CleanTables(workspace: workspace.path, plan: try fixturePlan()) == tables)
    // The stage alone, from the files of the stage before it, gives the same bytes.
    try workspace.write(input.stageFiles(), stage: .ingest)
    let plan = try fixturePlan()
    let again = Clean.clean(plan, try IngestTables(workspace: workspace.path, plan: plan))
    #expect(again.stageFiles() == tables.stageFiles())
  }

  /// Copies of a file from two systems may lie side by side; names in form C and D are equal texts.
  @Test func filesWhoseNamesDifferInFormOnlyHaveAccountsOfTheirOwn() throws {
    let folder = try TemporaryFolder()
    for name in ["b\u{E1}o-cao.csv", "ba\u{301}o-cao.csv"] {
      try folder.write(text(header, [row(), row() + ";x"]), to: "2021/103/\(name)")
    }
    let plan = try fixturePlan()
    let input = try ingest(plan, options: IngestOptions(dataFolder: folder.path, year: 2021))
    let tables = Clean.clean(plan, input)
    #expect(tables.accounts.map(\.setAside) == [1, 1])
    #expect(tables.accounts.map(\.closes) == [true, true])
  }
}
