import DelimitedText
import Diagnostics
import VietnameseText

/// What is wrong with cells, the first few in words and the others in number.
struct BadCells {
  /// Findings that are shown; who mends the first ones sees what the others are.
  static let shown = 20

  enum Fault {
    case notANumber
    /// Figures with points, commas or blanks that may part thousands.
    case perhapsThousands
    case wrongMark(DecimalMark)
    case outOfRange
    case notWhole
    case extraCells(expected: Int)
  }

  private(set) var findings: [Finding] = []
  private(set) var warnings: [Finding] = []
  /// All of them, shown or not.
  private(set) var count = 0

  mutating func add(_ fault: Fault, at place: Location, found: () -> String) {
    count += 1
    guard findings.count < Self.shown else { return }
    let found = found()
    var fault = fault
    if case .notANumber = fault, found.allSatisfy({ "0123456789., -\u{A0}".contains($0) }),
      found.contains(where: { "123456789".contains($0) })
    {
      fault = .perhapsThousands
    }
    findings.append(fault.finding(at: place, found: found))
  }

  mutating func add(_ fault: ParseFault, in file: String) {
    count += 1
    guard findings.count < Self.shown else { return }
    findings.append(
      Finding(
        fault.kind.rawValue,
        .error,
        at: Location(file: file, line: fault.line, column: nil),
        message: fault.kind.message
      )
    )
  }

  mutating func tellOpenMark(column: String, mark: DecimalMark, at place: Location) {
    let sign = mark.rawValue
    let word = mark == .comma ? "comma" : "point"
    let other = mark == .comma ? "point" : "comma"
    warnings.append(
      Finding(
        "ambiguous-number",
        .warning,
        at: place,
        message: LocalisedText(
          vi: "mọi dấu '\(sign)' trong cột '\(column)' đều đứng trước ba chữ số, được đọc là dấu "
            + "thập phân; thêm --decimal \(word) nếu đúng, --thousands \(word) nếu là dấu nghìn",
          en: "found three digits behind each '\(sign)' in the column '\(column)', read as decimal "
            + "marks; add --decimal \(word) if so, --thousands \(word) --decimal \(other) if not"
        )
      )
    )
  }

  /// The lines of standard error.
  func lines(in language: Language) -> [String] {
    var lines = (warnings + findings).map { $0.description(in: language) }
    if count > findings.count {
      let rest = count - findings.count
      lines.append(
        language == .vietnamese
          ? "… và \(rest) ô hoặc hàng khác có lỗi" : "… and \(rest) more bad cells or rows"
      )
    }
    return lines
  }
}

extension BadCells.Fault {
  fileprivate func finding(at place: Location, found: String) -> Finding {
    Finding(code, .error, at: place, found: found, expected: expected)
  }

  private var code: String {
    switch self {
    case .notANumber, .perhapsThousands, .wrongMark: "not-a-number"
    case .outOfRange: "out-of-range"
    case .notWhole: "not-whole"
    case .extraCells: "extra-cells"
    }
  }

  private var expected: LocalisedText {
    switch self {
    case .notANumber:
      LocalisedText(vi: "một số", en: "a number")
    case .perhapsThousands:
      LocalisedText(
        vi: "một số (dấu hàng nghìn phải khai bằng --thousands)",
        en: "a number (marks of thousands must be told by --thousands)"
      )
    case .wrongMark(.comma):
      LocalisedText(
        vi: "dấu phẩy thập phân như phần còn lại của cột",
        en: "a decimal comma as in the rest of the column"
      )
    case .wrongMark(.point):
      LocalisedText(
        vi: "dấu chấm thập phân như phần còn lại của cột",
        en: "a decimal point as in the rest of the column"
      )
    case .outOfRange:
      LocalisedText(vi: "một số không lớn đến thế", en: "a number less large")
    case .notWhole:
      LocalisedText(vi: "một số nguyên", en: "a whole number")
    case .extraCells(let expected):
      LocalisedText(
        vi: "\(expected) ô như hàng tiêu đề",
        en: "\(expected) cells as in the header"
      )
    }
  }
}

extension ParseFault.Kind {
  fileprivate var message: LocalisedText {
    switch self {
    case .strayQuote:
      LocalisedText(
        vi: "thấy dấu nháy kép giữa ô, cần dấu phân cách",
        en: "found a quote inside an unquoted field, expected a delimiter"
      )
    case .textAfterQuote:
      LocalisedText(
        vi: "thấy chữ sau dấu nháy kép đóng, cần dấu phân cách",
        en: "found text after a closing quote, expected a delimiter"
      )
    case .unterminatedQuote:
      LocalisedText(
        vi: "dấu nháy kép mở ở đây không có dấu đóng",
        en: "found the end of the file inside quotes, expected a closing quote"
      )
    case .tooLong:
      LocalisedText(
        vi: "hàng quá dài, cần dấu xuống dòng",
        en: "found a record beyond the length limit, expected a line end"
      )
    }
  }
}
