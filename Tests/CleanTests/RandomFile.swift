import Foundation
import SeededNumbers

/// A table as some sender may have exported it, and what it was made of.
struct RandomFile {
  /// What was done to the file on its way.
  enum Damage: CaseIterable {
    case none, cut, flipped, quoteLost, rowTwice, cellLost
  }

  private(set) var bytes: [UInt8] = []
  private(set) var sender = ""
  /// Texts of all cells, headers and titles included.
  private(set) var cells: Set<String> = []
  /// Rows that are data, where no damage has changed their number.
  private(set) var rows = 0
  private(set) var damage = Damage.none

  private static let forms: [(sender: String, columns: [(header: String, cells: [String])])] = [
    (
      "103",
      [
        ("Xã, thị trấn", ["Xã Tân Hòa", "xã tân hoà", "Tân Hòa", "X. Tân Hòa", "103", ""]),
        ("Năm", ["2021", "2021", "năm 2021", "", "2020"]),
        ("Số cây", ["12", "0", "-", "", "1.200", "12 cây", "mười", "#REF!", "１２", "-5", "1,5"]),
        ("Số cây chết", ["1", "", "-", "0", "không phát sinh", "99"]),
        ("Kinh phí", ["500000", "1.250.000", "1,5 triệu", "1,25E+06", "0,5", "", "đang tổng hợp"]),
        ("Tỷ lệ sống", ["85,5 %", "85.5", "101", "", "-", "miễn"]),
        ("Có kế hoạch", ["có", "không", "x", "được", "1", "", "có lẽ"]),
        ("Loại", ["Tốt", "giỏi", "Kém", "", "Khá"]),
        ("Ngày ban hành", ["05/06/2021", "5/6/21", "2021-06-05", "31/02/2021", "44352", ""]),
        ("Khó khăn", ["", "Thiếu nước; đất mặn", "Dòng 1\nDòng 2", "gọi \"khẩn\"", "0912345678"]),
      ]
    ),
    (
      "foresters",
      [
        ("Mã khu rừng", ["R1", "R2", "r3", "", "R-4", "5"]),
        (
          "Xã, thị trấn",
          ["Xã Tân Hòa", "Lâm Sơn", "TT Lâm Sơn", "104", "Xã Bình Thạnh", "Xã Lạ", ""]
        ),
        ("Ngày lập", ["01/02/2021", "1/2/2020", "", "tháng 2", "30/02/2021"]),
        ("Diện tích", ["12,5", "1.200", "3.5 ha", "", "-", "0"]),
      ]
    ),
    (
      "foresters",
      [
        ("Mã lượt", ["V1", "V2", "V3", "V4", ""]),
        ("Mã khu", ["R1", "R9", "", "r2"]),
        ("Ngày kiểm tra", ["05/06/2021", "6/7/2021", "", "hôm qua"]),
      ]
    ),
    (
      "office",
      [
        ("Đơn vị", ["Xã Tân Hòa", "Xã Lâm Sơn", "Xã Bình Thạnh", "TT Lâm Sơn", "Lâm Sơn", "?"]),
        ("Số hộ", ["120", "1 200", "2.540", "", "không"]),
      ]
    ),
    (
      "office",
      [
        ("Năm", ["2021", "", "2022"]),
        ("Số lớp", ["4", "bốn", "", "-"]),
        ("Số văn bản", ["2", "2,0", "x"]),
      ]
    ),
  ]

  init(_ numbers: inout SeededNumbers) {
    let form = numbers.pick(Self.forms, or: Self.forms[0])
    sender = form.sender
    var columns = form.columns
    if numbers.chance(30) { columns.shuffle(using: &numbers) }
    if numbers.chance(15), columns.count > 2 {
      columns.remove(at: Int.random(in: 0..<columns.count, using: &numbers))
    }
    if numbers.chance(20) {
      columns.insert(("STT", ["1", "2", "3"]), at: 0)
    }
    if numbers.chance(15) { columns.append(("Ghi thêm", ["", "a", "b 1"])) }

    var lines: [[String]] = []
    if numbers.chance(40) { lines.append(["ỦY BAN NHÂN DÂN"]) }
    if numbers.chance(20) { lines.append(["BÁO CÁO", "", "Năm 2021"]) }
    if numbers.chance(20) { lines.append([]) }
    let headers = columns.map { column in
      numbers.chance(20) ? column.header.uppercased() : column.header
    }
    lines.append(headers)
    for _ in 0..<Int.random(in: 0...6, using: &numbers) {
      var row = columns.map { numbers.pick($0.cells, or: "") }
      // A row of blanks is none.
      if row.allSatisfy(\.isEmpty) { row[0] = "R7" }
      lines.append(row)
      rows += 1
      if numbers.chance(10) {
        lines.append(row)
        rows += 1
      }
      if numbers.chance(5) { lines.append(headers) }
    }
    if numbers.chance(15) { lines.append(["Tổng cộng"]) }
    if numbers.chance(15) { lines += [["Người lập biểu"], ["(ký tên)"]] }
    cells = Set(lines.joined())
    write(lines, columns: columns.count, &numbers)
  }

  private mutating func write(
    _ lines: [[String]],
    columns: Int,
    _ numbers: inout SeededNumbers
  ) {
    let delimiter = numbers.pick([";", ",", "\t", "|"], or: ";")
    let end = numbers.pick(["\n", "\r\n"], or: "\n")
    let quotesAll = numbers.chance(20)
    let isPadded = numbers.chance(50)
    var texts = lines.map { line in
      let cells = line + Array(repeating: "", count: isPadded ? max(0, columns - line.count) : 0)
      return cells.map { cell in
        let needsQuotes = quotesAll || cell.contains { "\"\n\r;,\t|".contains($0) }
        return needsQuotes ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
      }
    }
    damage = numbers.pick(Damage.allCases, or: .none)
    switch damage {
    case .rowTwice:
      let row = Int.random(in: 0..<texts.count, using: &numbers)
      texts.insert(texts[row], at: row)
    case .cellLost:
      let row = Int.random(in: 0..<texts.count, using: &numbers)
      if !texts[row].isEmpty { texts[row].removeFirst() }
    default: break
    }
    var text = texts.map { $0.joined(separator: delimiter) }.joined(separator: end)
    if numbers.chance(80) { text += end }
    if damage == .quoteLost, let quote = text.lastIndex(of: "\"") { text.remove(at: quote) }
    encode(text, &numbers)
    switch damage {
    case .cut: bytes.removeLast(Int.random(in: 0...bytes.count, using: &numbers))
    case .flipped:
      for _ in 0..<3 where !bytes.isEmpty {
        let place = Int.random(in: 0..<bytes.count, using: &numbers)
        bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &numbers)
      }
    default: break
    }
  }

  private mutating func encode(_ text: String, _ numbers: inout SeededNumbers) {
    switch Int.random(in: 0..<5, using: &numbers) {
    case 0: bytes = [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    case 1: bytes = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case 2: bytes = Array(text.decomposedStringWithCanonicalMapping.utf8)
    default: bytes = Array(text.utf8)
    }
  }
}
