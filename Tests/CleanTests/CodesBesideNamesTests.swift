import Diagnostics
import Tables
import Testing

/// A column of codes and a column of names in one file.
@Suite struct CodesBesideNamesTests {
  /// Cells of the two columns, and the unit or what is wrong.
  @Test(
    arguments: [
      ("Mã xã;Đơn vị;Số hộ", "101;Thị trấn Lâm Sơn;5", "101", []),
      ("Đơn vị;Mã xã;Số hộ", "Thị trấn Lâm Sơn;101;5", "101", []),
      // The code tells namesakes apart; a code without its nought is one.
      ("Mã xã;Đơn vị;Số hộ", "102;Lâm Sơn;5", "102", []),
      ("Mã xã;Đơn vị;Số hộ", "104;Xã Bình Thạnh;5", "0104", []),
      // One of the two is enough.
      ("Mã xã;Đơn vị;Số hộ", ";Xã Tân Hòa;5", "103", []),
      ("Mã xã;Đơn vị;Số hộ", "103;;5", "103", []),
      // Neither is chosen where they disagree.
      ("Mã xã;Đơn vị;Số hộ", "103;Xã Lâm Sơn;5", nil, ["unit-conflict"]),
      ("Mã xã;Đơn vị;Số hộ", "103;Lâm Sơn;5", nil, ["unit-conflict"]),
      ("Mã xã;Đơn vị;Số hộ", "103;Xã Tân Hóa;5", nil, ["unknown-unit"]),
    ] as [(String, String, String?, [String])]
  )
  func units(_ header: String, _ row: String, _ unit: String?, _ codes: [String]) throws {
    let (input, tables) = try clean(["2021/office/a.csv": text(header, [row])])
    #expect(input.findings.map(\.code) == [])
    #expect(try tables.records("survey").units == [unit].compactMap { $0 })
    #expect(tables.codes == codes)
    #expect(tables.setAside.allSatisfy { $0.text.contains(row.prefix(3)) })
    #expect(tables.accounts.allSatisfy { $0.closes })
  }

  /// Two columns of names are no code and name: the second is not used, and a finding says so.
  @Test func twoNamesAreNoPair() throws {
    let header = "Đơn vị;Đơn vị;Số hộ"
    let (input, tables) = try clean([
      "2021/office/a.csv": text(header, ["Xã Tân Hòa;Xã Lâm Sơn;5"])
    ])
    #expect(input.findings.map(\.code) == ["duplicate-column"])
    #expect(try tables.records("survey").units == ["103"])
  }
}
