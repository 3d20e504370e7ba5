import Diagnostics
import StageFixtures
import Tables
import Testing

@testable import Ingest

/// Columns that list persons by what stands in them; nothing of them is kept.
@Suite struct PersonalColumnTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String { name }
    var name: String
    var text: String
    var planted: [String]

    init(_ name: String, _ text: String, _ planted: [String]) {
      self.name = name
      self.text = text
      self.planted = planted
    }
  }

  /// A file with a column more: its header, and what stands in it.
  private static func extra(_ title: String, _ cells: [String]) -> String {
    "\(header);\(title)\n" + cells.map { "\(row);\($0)\n" }.joined()
  }

  /// A file with one cell of the good row changed.
  private static func changed(_ column: Int, _ text: String) -> String {
    var cells = row.split(separator: ";", omittingEmptySubsequences: false).map { String($0) }
    cells[column] = text
    return "\(header)\n\(cells.joined(separator: ";"))\n"
  }

  static let cases = [
    Case("name", extra("Phụ trách", ["Nguyễn Văn Tèo"]), ["Tèo"]),
    Case("upper case", extra("Phụ trách", ["NGUYỄN THỊ TÈO"]), ["TÈO"]),
    Case("no accents", extra("X", ["Tran Van Teo"]), ["Teo"]),
    Case(
      "combining accents",
      extra("X", ["Nguye\u{302}\u{303}n Va\u{306}n Te\u{300}o"]),
      ["Tèo", "Nguy"]
    ),
    Case("no header", extra("", ["Nguyễn Văn Tèo"]), ["Tèo"]),
    Case("ordinal column", "STT;\(header)\nLê Văn Tèo;\(row)\n", ["Tèo"]),
    Case("beyond the header", "\(header)\n\(row);Nguyễn Văn Tèo\n", ["Tèo"]),
    Case("list of names", extra("X", ["Lê Hùng", "Cao Lan", "Mai Tèo"]), ["Tèo", "Hùng"]),
    Case("telephone", extra("X", ["0912 345 678"]), ["345 678"]),
    Case("full width", extra("X", ["０９１２３４５６７８"]), ["３４５"]),
    Case(
      "accounts",
      extra("X", ["1903456789011", "1903456789012", "1903456789013"]),
      ["190345678901"]
    ),
    Case("bank", extra("X", ["Agribank 670123", "BIDV 670124", "VCB 670125"]), ["67012"]),
    Case("mail", extra("X", ["teo@example.vn"]), ["teo@"]),
    Case("picture", extra("X", ["teo.JPG"]), ["teo"]),
    Case(
      "picture in the cell",
      extra("X", ["data:image/png;base64,QUJD".replacing(";", with: "_")]),
      ["QUJD"]
    ),
    Case("picture's header", extra("Ảnh thẻ", ["1"]), []),
    Case("address", extra("X", ["ấp 3 xã Tân Hòa"]), ["ấp 3"]),
    Case("birth", extra("X", ["05/06/1990"]), ["1990"]),
    Case(
      "years of birth",
      "\(header);X\n" + ["1990", "1985", "1978"].map { "\(row);\($0)\n" }.joined(),
      ["1985"]
    ),
    Case("names of units", changed(0, "Nguyễn Văn Tèo"), ["Tèo"]),
    Case("names for kinds", changed(7, "Trần Thị Tèo"), ["Tèo"]),
    Case("names for figures", changed(2, "Trần Thị Tèo"), ["Tèo"]),
    Case("telephones for figures", changed(2, "0912345678"), ["0912345678"]),
    Case("notes of names", "\(header)\n\(row)Lê Văn Tèo\n\(row)Lê Văn Tí\n", ["Tèo", "Tí"]),
    Case("unknown form", "A;B\n1;Lê Văn Tèo\n2;Lê Thị Tí\n", ["Tèo", "Tí"]),
  ]

  @Test(arguments: cases)
  func filesArePutAside(_ example: Case) throws {
    let tables = try ingest([commune: example.text, "2021/102/a.csv": goodFile])
    #expect(tables.file(commune)?.reason == "personal-data")
    #expect(tables.records("commune_year").count == 1)
    let written = tables.stageFiles().map { String(decoding: $0.bytes, as: UTF8.self) }
    for value in example.planted { #expect(written.allSatisfy { !$0.contains(value) }) }
  }

  static let harmless = [
    extra("Cơ quan phối hợp", ["Công an huyện"]), extra("Xã giáp ranh", ["Xã Bình Thạnh"]),
    extra("Tên xã", ["Bình Thạnh"]), extra("Ngày thành lập", ["05/06/2010"]),
    extra("Địa điểm", ["ấp 3 xã Tân Hòa"]), extra("Số quyết định", ["166/KH-UBND"]),
    extra("Dự toán", ["345000000"]), extra("Ngày họp", ["05/06/2021"]),
    extra("Lý do", ["Lý do khác"]), changed(9, "Trường THPT Nguyễn Thị Minh Khai chưa phối hợp"),
  ]

  @Test(arguments: harmless)
  func otherColumnsAreRead(_ text: String) throws {
    let tables = try ingest([commune: text])
    #expect(tables.file(commune)?.status == .read)
    #expect(tables.records("commune_year").count == 1)
  }

  @Test func notesAreMaskedBeforeTheyAreKept() throws {
    let note = "ông Nguyễn Văn Tèo, 0912.345.678, chi 120.000.000 đồng"
    let tables = try ingest([commune: Self.changed(9, note)])
    #expect(
      tables.records("commune_year").columns[9].text(0) == "ông ***, ***, chi 120.000.000 đồng"
    )
    #expect(tables.codes == ["masked-name", "masked-number"])
    #expect(tables.findings.allSatisfy { $0.location.column == 10 && $0.found == "***" })
  }

  @Test func filesAreNotNamedAfterPersons() throws {
    let tables = try ingest([
      "2021/103/BC_Nguyen_Van_Teo_0912345678.csv": goodFile,
      "2021/103/BC Nguyen Van Teo 0912345679.csv": goodFile,
    ])
    #expect(tables.files.map(\.path) == ["2021/103/BC *** ***.csv", "2021/103/BC *** ***.csv#2"])
    #expect(tables.codes == ["personal-file-name", "personal-file-name"])
  }
}
