import Clean
import Diagnostics
import Foundation
import Ingest
import Plan
import StageFixtures
import Tables
import Testing

/// Names and codes of 2025, which the town of a code had until June and a merged commune after.
@Suite struct YearPartTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "pipelines/kh166").path

  private static let plan = Result { try loadPlan(folder).plan }

  private static func cleaned(_ files: [String: String]) throws -> CleanTables {
    let folder = try TemporaryFolder()
    for (path, text) in files { try folder.write(text, to: "2025/\(path)") }
    let plan = try plan.get()
    let input = try ingest(plan, options: IngestOptions(dataFolder: folder.path, year: 2025))
    let tables = Clean.clean(plan, input)
    for account in tables.accounts { #expect(account.closes, "\(account)") }
    return tables
  }

  private static let communes =
    "Xã, thị trấn;Năm;Số buổi truyền thông;Số lượt người dự truyền thông;Số hình thức truyền thông"
  private static func commune(_ unit: String, _ year: String = "2025") -> String {
    "\(communes)\n\(unit);\(year);3;90;2\n"
  }
  private static func legal(_ rows: [String]) -> String {
    "Xã, thị trấn;Năm;Số cuộc phổ biến pháp luật;Số lượt người dự phổ biến pháp luật\n"
      + rows.map { "\($0);4;120\n" }.joined()
  }
  private static func cases(_ rows: [(unit: String, date: String)]) -> String {
    "Mã vụ việc;Xã, thị trấn;Ngày phát hiện vụ việc;Hành vi\n"
      + rows.enumerated().map { "V\($0);\($1.unit);\($1.date);Bán dâm\n" }.joined()
  }

  /// Files, and the units of the rows of one form that are used, or the code of what is not.
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var form: String
    var files: [String: String]
    var units: [String]
    var codes: Set<String> = []
  }

  static let cases: [Case] = [
    Case(
      testDescription: "nothing speaks of new units: a code means what it meant in January",
      form: "commune_year",
      files: ["30085/a.csv": commune("Xã Ba Sao"), "30076/a.csv": commune("30076")],
      units: ["30076", "30085"]
    ),
    Case(
      testDescription: "the file's name tells both units of a code",
      form: "commune_year",
      files: [
        "30085/bao cao 6 thang dau nam.csv": commune("Xã Ba Sao"),
        "30085/bao cao 6 thang cuoi nam.csv": commune("Ba Sao"),
      ],
      units: ["30085", "30085@2025-07-01"]
    ),
    Case(
      testDescription: "the column of the year tells both",
      form: "commune_year",
      files: [
        "30118/a.csv": commune("30118", "6 tháng đầu năm 2025"),
        "30118/b.csv": commune("30118", "6 tháng cuối năm 2025"),
      ],
      units: ["30118", "30118@2025-07-01"]
    ),
    Case(
      testDescription: "the town and the commune of 30076 are told by their names",
      form: "commune_year",
      files: [
        "30076/a.csv": commune("TT Mỹ Thọ"), "30076/b 6 thang cuoi nam.csv": commune("Xã Mỹ Thọ"),
      ],
      units: ["30076", "30076@2025-07-01"]
    ),
    Case(
      testDescription: "xã Mỹ Thọ in the folder of the old commune is the old one",
      form: "commune_year",
      files: [
        "30100/a.csv": commune("Xã Mỹ Thọ"),
        "29884/b 6 thang cuoi nam.csv": commune("Phường Mỹ Ngãi"),
      ],
      units: ["29884", "30100"],
      codes: ["land-from-elsewhere"]
    ),
    Case(
      testDescription: "Phương Thịnh is 30082 and then 30043",
      form: "commune_year",
      files: [
        "30082/a 6 thang dau nam.csv": commune("Xã Phương Thịnh"),
        "30043/a 6 thang cuoi nam.csv": commune("Xã Phương Thịnh"),
      ],
      units: ["30043", "30082"],
      codes: ["land-from-elsewhere"]
    ),
    Case(
      testDescription: "30085 beside new units without a part is not guessed",
      form: "commune_year",
      files: [
        "30085/a.csv": commune("Xã Ba Sao"), "30094/a 6 thang dau nam.csv": commune("Phương Trà"),
      ],
      units: ["30094"],
      codes: ["part-not-told"]
    ),
    Case(
      testDescription: "a new unit alone tells the whole year",
      form: "commune_year",
      files: ["29888/a.csv": commune("Phường Mỹ Trà")],
      units: ["29888"],
      codes: ["whole-year-of-later-unit", "land-from-elsewhere"]
    ),
    Case(
      testDescription: "who tells the whole year exists at its end",
      form: "commune_year",
      files: [
        "30112/a ca nam.csv": commune("30112"), "29884/a 6 thang cuoi nam.csv": commune("29884"),
      ],
      units: ["29884", "30112@2025-07-01"],
      codes: ["unit-by-time", "whole-year-of-later-unit", "land-from-elsewhere"]
    ),
    Case(
      testDescription: "old and new units telling one time are never added",
      form: "commune_year",
      files: ["29888/a.csv": commune("Phường Mỹ Trà"), "30097/a.csv": commune("Nhị Mỹ")],
      units: ["30097"],
      codes: ["year-told-twice"]
    ),
    Case(
      testDescription: "an old unit that states the whole year leaves nothing to the new one",
      form: "commune_year",
      files: [
        "29888/a 6 thang cuoi nam.csv": commune("Phường Mỹ Trà"),
        "30097/a.csv": commune("Nhị Mỹ", "cả năm 2025"),
      ],
      units: ["30097"],
      codes: ["year-told-twice"]
    ),
    Case(
      testDescription: "a unit that had ended has no second half",
      form: "commune_year",
      files: [
        "30109/a 6 thang cuoi nam.csv": commune("Mỹ Hội"),
        "29884/a 6 thang cuoi nam.csv": commune("29884"),
      ],
      units: ["29884"],
      codes: ["part-outside-unit", "land-from-elsewhere"]
    ),
    Case(
      testDescription: "a list of the old units is read on the old ones",
      form: "justice",
      files: [
        "tu-phap/a.csv": legal([
          "Xã Ba Sao;2025", "Phương Trà;2025", "Xã Mỹ Thọ;2025", "TT Mỹ Thọ;2025",
        ])
      ],
      units: ["30085", "30094", "30100", "30076"]
    ),
    Case(
      testDescription: "a list of the new units is read on the new ones",
      form: "justice",
      files: [
        "tu-phap/a.csv": legal(["Xã Ba Sao;2025", "Phường Mỹ Trà;2025", "30076 - Xã Mỹ Thọ;2025"])
      ],
      units: ["30085@2025-07-01", "29888", "30076@2025-07-01"],
      codes: ["unit-by-time", "whole-year-of-later-unit", "land-from-elsewhere"]
    ),
    Case(
      testDescription: "rows of both beside each other, by the column of the year",
      form: "justice",
      files: [
        "tu-phap/a.csv": legal([
          "Xã Mỹ Thọ;6 tháng đầu năm 2025", "TT Mỹ Thọ;6 tháng đầu năm 2025",
          "Xã Mỹ Thọ;6 tháng cuối năm 2025", "Ba Sao;6 tháng cuối năm 2025",
        ])
      ],
      units: ["30100", "30076", "30076@2025-07-01", "30085@2025-07-01"]
    ),
    Case(
      testDescription: "groups below labels",
      form: "justice",
      files: [
        "tu-phap/a.csv": "Xã, thị trấn;Năm;Số cuộc phổ biến pháp luật\nI. 6 tháng đầu năm;;\n"
          + "Xã Ba Sao;2025;1\nII. 6 tháng cuối năm;;\nXã Ba Sao;2025;2\n"
      ],
      units: ["30085", "30085@2025-07-01"]
    ),
    Case(
      testDescription: "both without a word of the part are not told apart",
      form: "justice",
      files: ["tu-phap/a.csv": legal(["Phương Trà;2025", "Ba Sao;2025", "Phường Mỹ Ngãi;2025"])],
      units: ["30094", "29884"],
      codes: ["part-not-told", "whole-year-of-later-unit", "land-from-elsewhere"]
    ),
    Case(
      testDescription: "events are placed by their days",
      form: "cases",
      files: [
        "cong-an/a.csv": cases([
          ("30076", "05/03/2025"), ("30076", "05/09/2025"), ("Xã Ba Sao", "30/06/2025"),
          ("Xã Ba Sao", "01/07/2025"), ("Phường Mỹ Trà", "02/08/2025"),
        ])
      ],
      units: ["30076", "30076@2025-07-01", "30085", "30085@2025-07-01", "29888"],
      codes: ["land-from-elsewhere"]
    ),
    Case(
      testDescription: "a register that keeps old names is read on them",
      form: "cases",
      files: [
        "cong-an/a.csv": cases([("Phương Trà", "05/09/2025"), ("Xã Ba Sao", "06/09/2025")]),
        "29884/a 6 thang cuoi nam.csv": commune("29884"),
      ],
      units: ["30094", "30085"],
      codes: ["unit-by-time"]
    ),
  ]

  @Test(arguments: YearPartTests.cases) func unitsAreToldByTheirTime(_ test: Case) throws {
    let tables = try Self.cleaned(test.files)
    let records = try tables.records(test.form)
    let isBySender = test.form == "commune_year"
    #expect((isBySender ? records.units.sorted() : Array(records.units)) == test.units)
    let own: Set = [
      "part-not-told", "part-outside-unit", "year-told-twice", "unit-by-time",
      "whole-year-of-later-unit", "land-from-elsewhere",
    ]
    let said = tables.findings.filter { finding in
      isBySender || finding.location.file.contains(test.form == "cases" ? "cong-an" : "tu-phap")
    }
    #expect(Set(said.map(\.code)).intersection(own) == test.codes)
  }
}
