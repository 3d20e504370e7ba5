import Foundation

/// Writes rows as senders would.
struct RowWriter {
  static let header =
    "Mã lượt thanh tra,Mã cơ sở,Mã xã,Tên xã,Ngày thanh tra,Số người làm việc,Kết luận,"
    + "Mức tiền phạt (đồng),Ghi chú\n"

  let year: Int
  let country: Country
  let names: NameVariants
  /// Number of each establishment within its commune.
  let ordinals: [Int]
  /// Whether no day and no number of workers can be read.
  var isFaulty = false

  private let compliant = phrases([
    "Không vi phạm", "không vi phạm", "KHÔNG VI PHẠM", "KVP", "Không",
  ])
  private let violation = phrases(["Vi phạm", "vi phạm", "Có vi phạm", "VP", "VI PHẠM"])
  private let notes = phrases([
    "Nhắc nhở tại chỗ", "Đã khắc phục", "Hẹn kiểm tra lại", "Đang sửa chữa", "Cơ sở mới mở",
    "Thiếu bảng giá", "Thiếu biển hiệu", "Sổ sách đầy đủ", "Chưa có sổ theo dõi", "Đã nộp phạt",
    "Chấp hành tốt", "Tạm nghỉ trong tháng", "Đổi địa điểm", "Giấy phép sắp hết hạn",
  ])
  private let quoted = phrases([
    #""Nhắc nhở, yêu cầu khắc phục trong 10 ngày""#, #""Treo biển ""Cấm lửa"" sai chỗ""#,
    "\"Đã lập biên bản\nhẹn kiểm tra lại\"", #""Sổ sách đủ, kho sạch, lối đi thoáng""#,
    "\"Thiếu biển \"\"Lối thoát\"\",\nđã nhắc nhở\"", #""Không có gì thêm""#,
  ])
  private let wrongNames: Texts
  private let wrongDates: [String]
  private let wrongWorkers = ["mười hai", "khoảng 10", "5-7", "12a"]
  private let wrongFines = ["khoảng 2 triệu", "-500.000", "2-3 triệu", "500.00.0"]
  private let wrongResults = ["", "?", "chờ kết luận", "xem biên bản"]

  init(year: Int, country: Country, names: NameVariants, ordinals: [Int]) {
    self.year = year
    self.country = country
    self.names = names
    self.ordinals = ordinals
    wrongDates = ["31/02/\(year)", "tháng 5/\(year)", "chưa rõ ngày", "", "30/2/\(year)"]
    var wrong = Texts()
    // Names that lost a letter on the way, as they do again and again.
    for index in stride(from: 0, to: Country.communeCount, by: 53) {
      var name = country.communes[index].base
      name.remove(at: name.index(before: name.endIndex))
      wrong.add("\(country.communes[index].kind.prefix) \(name)")
    }
    wrongNames = wrong
  }

  /// Each phrase and its NFD form.
  private static func phrases(_ list: [String]) -> Texts {
    var texts = Texts()
    for phrase in list { texts.addBothForms(phrase) }
    return texts
  }

  /// Appends a row; only some stretches of a file may hold quotes.
  func append(_ row: Row, mayQuote: Bool, to output: inout [UInt8]) {
    if row.hasKey {
      output.append(contentsOf: "KT".utf8)
      append(year % 100, digits: 2, to: &output)
      output.append(0x2D)
      append(row.number, digits: 7, to: &output)
    }
    output.append(comma)
    output.append(contentsOf: "CS".utf8)
    output.append(contentsOf: country.communes[row.commune].code.utf8)
    output.append(0x2D)
    append(ordinals[row.establishment], digits: 2, to: &output)
    output.append(comma)
    appendUnit(row, to: &output)
    output.append(comma)
    appendDate(row, to: &output)
    output.append(comma)
    appendWorkers(row, to: &output)
    output.append(comma)
    appendResult(row, to: &output)
    output.append(comma)
    appendFine(row, to: &output)
    output.append(comma)
    appendNote(row, mayQuote, to: &output)
    output.append(0x0A)
  }

  private var comma: UInt8 { 0x2C }

  private func append(_ number: Int, digits: Int, to output: inout [UInt8]) {
    let text = String(number)
    for _ in 0..<max(0, digits - text.utf8.count) { output.append(0x30) }
    output.append(contentsOf: text.utf8)
  }

  private func appendUnit(_ row: Row, to output: inout [UInt8]) {
    switch row.unit {
    case .code, .both, .conflict:
      output.append(contentsOf: country.communes[row.commune].code.utf8)
    case .unknownCode: append(99_000 + row.pick % 100, digits: 5, to: &output)
    case .blank, .unknownName, .name: break
    }
    output.append(comma)
    switch row.unit {
    case .blank, .code: break
    case .unknownName: wrongNames.append(row.pick % wrongNames.count, to: &output)
    case .name, .both, .unknownCode, .conflict:
      let isOther = row.unit == .conflict
      let other = (row.commune + 1 + row.pick % 1000) % Country.communeCount
      names.append(
        isOther ? other : row.commune,
        style: row.nameStyle,
        isDecomposed: row.isDecomposed,
        to: &output
      )
    }
  }

  private func appendDate(_ row: Row, to output: inout [UInt8]) {
    if isFaulty {
      append(row.day, digits: 2, to: &output)
      output.append(contentsOf: "/13/\(year)".utf8)
      return
    }
    if row.date == .bad {
      output.append(contentsOf: wrongDates[row.pick % wrongDates.count].utf8)
      return
    }
    let year = row.date == .otherYear ? year - 1 : year
    switch row.dateStyle {
    case 0:
      append(row.day, digits: 2, to: &output)
      output.append(0x2F)
      append(row.month, digits: 2, to: &output)
      output.append(0x2F)
      append(year, digits: 4, to: &output)
    case 1:
      append(year, digits: 4, to: &output)
      output.append(0x2D)
      append(row.month, digits: 2, to: &output)
      output.append(0x2D)
      append(row.day, digits: 2, to: &output)
    default:
      let sign: UInt8 = row.dateStyle == 2 ? 0x2D : 0x2E
      append(row.day, digits: 1, to: &output)
      output.append(sign)
      append(row.month, digits: 1, to: &output)
      output.append(sign)
      append(year, digits: 4, to: &output)
    }
  }

  private func appendWorkers(_ row: Row, to output: inout [UInt8]) {
    if isFaulty {
      output.append(contentsOf: "khoảng ".utf8)
      append(row.number, digits: 1, to: &output)
      return
    }
    switch row.workersStyle {
    case 0..<3: output.append(contentsOf: wrongWorkers[row.pick % wrongWorkers.count].utf8)
    case 3..<300: break
    default:
      append(row.workers, digits: 1, to: &output)
      if row.workersStyle < 500 { output.append(contentsOf: " người".utf8) }
    }
  }

  private func appendResult(_ row: Row, to output: inout [UInt8]) {
    let isDecomposed = row.resultStyle % 33 == 0
    // Most senders keep to the first word.
    let word = max(0, row.resultStyle / 4 - 20)
    switch row.result {
    case .bad: output.append(contentsOf: wrongResults[row.pick % wrongResults.count].utf8)
    case .compliant: compliant.append(2 * word + (isDecomposed ? 1 : 0), to: &output)
    case .violation: violation.append(2 * word + (isDecomposed ? 1 : 0), to: &output)
    }
  }

  private func appendFine(_ row: Row, to output: inout [UInt8]) {
    switch row.fine {
    case .blank: break
    case .bad: output.append(contentsOf: wrongFines[row.pick % wrongFines.count].utf8)
    case .amount(let amount):
      let isMillions = amount % 1_000_000 == 0
      switch row.fineStyle {
      case 0..<30: append(amount, digits: 1, to: &output)
      case 93... where isMillions:
        append(amount / 1_000_000, digits: 1, to: &output)
        output.append(contentsOf: " triệu".utf8)
      default:
        if amount >= 1_000_000 {
          append(amount / 1_000_000, digits: 1, to: &output)
          output.append(0x2E)
        }
        append(amount / 1000 % 1000, digits: amount >= 1_000_000 ? 3 : 1, to: &output)
        output.append(contentsOf: ".000".utf8)
        if row.fineStyle >= 85 { output.append(contentsOf: " đồng".utf8) }
      }
    }
  }

  private func appendNote(_ row: Row, _ mayQuote: Bool, to output: inout [UInt8]) {
    let lot = row.note % 100
    let pick = row.note / 100
    if mayQuote, lot >= 85 {
      quoted.append(pick % quoted.count, to: &output)
    } else if lot < 25 {
      let isDecomposed = pick % 20 == 0
      notes.append(pick / 20 % notes.count & ~1 | (isDecomposed ? 1 : 0), to: &output)
    } else if lot < 28 {
      output.append(contentsOf: "Biên bản số ".utf8)
      append(pick % 5000, digits: 1, to: &output)
    }
  }
}
