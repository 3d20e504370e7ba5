import Diagnostics
import Ingest
import Tables
import Testing

/// Files of so many rows that threads share out their columns; nothing may depend on how many do.
@Suite struct LargeFileTests {
  private static let path = "2021/foresters/danh-sach.csv"
  private static let head = "Mã khu rừng;Mã xã;Xã, thị trấn;Ngày lập;Diện tích;Ghi thêm"
  private static let names = [
    "Xã Tân Hòa", "TT Lâm Sơn", "xã lâm sơn", "Xã Bình Thạnh", "Nơi khác",
  ]
  private static let codes = ["103", "101", "102", "0104", ""]

  /// Groves with what goes wrong in a register here and there.
  private static let rows = (0..<20_000).map { row in
    let name = names[row % 5]
    let code = codes[row % 5]
    let day = "\(row % 28 + 1)/\(row % 12 + 1)/2021"
    let area = row % 41 == 0 ? "chừng \(row)" : "\(row % 90),5"
    let more = row % 67 == 0 ? "thửa \(row)" : ""
    let cells =
      switch row % 1_000 {
      case 7: ["Cộng", "", "", "", "\(row)", ""]
      case 8: ["", "", "", "", "", ""]
      case 9: ["", "R\(row)", code, name, day, area]
      case 10: ["R\(row)", code, name, day, area, more, "thừa"]
      case 11:
        [
          "R\(row)", code, "\(name) (ông Trần Văn Bình, 0912345\(100 + row % 900))", day, area,
          more,
        ]
      default: ["R\(row)", code, name, day, area, more]
      }
    return cells.joined(separator: ";")
  }

  private func read(_ rows: [String], jobs: Int) throws -> IngestTables {
    let lines = ["DANH SÁCH KHU RỪNG", Self.head] + rows + ["", "Người lập biểu", "A"]
    let text = lines.joined(separator: "\n")
    return try ingest([Self.path: text, commune: goodFile], jobs: jobs)
  }

  @Test func aLargeFileIsReadAlikeByAnyNumberOfThreads() throws {
    let one = try read(Self.rows, jobs: 1)
    #expect(one.file(Self.path)?.form == "groves")
    #expect(one.records("groves").count > 19_000 && one.totals.count == 20)
    let codes = Set(one.codes)
    #expect(codes.isSuperset(of: ["shifted-row", "extra-cells"]), "\(codes)")
    #expect(
      !one.records("groves").columns.contains { column in
        (0..<column.texts.count).contains { column.texts.text($0).contains("Trần Văn Bình") }
      }
    )
    for jobs in [2, 3, 8] { #expect(try read(Self.rows, jobs: jobs) == one) }
  }

  /// Whichever thread finds persons first, the first column is named.
  @Test func ofSeveralColumnsOfPersonsTheFirstIsNamed() throws {
    let rows = (0..<9_000).map { row in
      "R\(row);0912\(345_678 + row);Xã Tân Hòa;1/2/2021;1;0\(79_085_001_000 + row)"
    }
    let one = try read(rows, jobs: 1)
    #expect(one.file(Self.path)?.reason == "personal-data")
    for jobs in [2, 3, 8] {
      let tables = try read(rows, jobs: jobs)
      #expect(tables == one)
      #expect(tables.findings.contains { $0.location.column == 2 })
    }
  }
}
