import CommandLineOptions
import Diagnostics
import Explain
import Foundation

/// What `chitieu explain` accepts beside the options that other commands share.
enum ExplainOptions {
  static let key = OperandDeclaration(
    LocalisedText(vi: "KHÓA", en: "KEY"),
    count: .optional,
    help: LocalisedText(
      vi: "cột key của các bảng công bố, thay cho --indicator, --unit, --year, --boundaries",
      en: "column key of the published tables, instead of --indicator, --unit, --year, --boundaries"
    )
  )

  static let unit = OptionSyntax.text(
    "unit",
    placeholder: LocalisedText(vi: "MÃ|TÊN", en: "CODE|NAME"),
    help: LocalisedText(
      vi: "mã hoặc tên đơn vị (mặc định: đơn vị của kế hoạch)",
      en: "code or name of the unit (default: the plan's own)"
    ),
    expected: LocalisedText(vi: "mã hoặc tên một đơn vị", en: "the code or name of a unit")
  )

  static let year = OptionSyntax<Int>.year(
    help: LocalisedText(vi: "năm của con số", en: "year of the number")
  )

  static let data = OptionSyntax<String>.path(
    "data",
    help: LocalisedText(
      vi: "thư mục số liệu đã gửi, khi kế hoạch không giữ bản sao các hàng (mặc định: kế hoạch "
        + "nêu)",
      en: "folder of the data that were sent, where the plan keeps no copy of rows (default: as "
        + "the plan says)"
    )
  )

  static let rows = count(
    "rows",
    all: true,
    help: LocalisedText(
      vi: "số hàng của sổ liệt kê cho mỗi số đếm, và số ghi chú nếu trên 20 (mặc định: 10)",
      en: "rows of a register that are listed for a count, and remarks beyond 20 (default: 10)"
    )
  )

  static let page = count(
    "page",
    all: false,
    help: LocalisedText(
      vi: "liệt kê trang thứ mấy của các hàng ấy (mặc định: 1)",
      en: "which page of those rows is listed (default: 1)"
    )
  )

  static let parts = count(
    "parts",
    all: true,
    help: LocalisedText(
      vi: "số đơn vị được liệt kê khi con số gộp từ nhiều đơn vị (mặc định: 100)",
      en: "units that are listed for a figure made of many (default: 100)"
    )
  )

  static let diff = OptionSyntax<String>.path(
    "diff",
    help: LocalisedText(
      vi:
        "thư mục làm việc của lần chạy trước: vì sao số khác; thiếu chỉ tiêu thì liệt kê mọi số khác",
      en:
        "workspace of an earlier run: why the number differs; without an indicator all that differ"
    )
  )

  static let format = OptionSyntax<ExplainFormat>(
    "format",
    placeholder: LocalisedText(vi: "text|json", en: "text|json"),
    help: LocalisedText(
      vi: "dạng kết quả (mặc định: text)",
      en: "form of the result (default: text)"
    ),
    expected: LocalisedText(vi: "text hoặc json", en: "text or json")
  ) { ExplainFormat(rawValue: $0) }

  static let notes = LocalisedText(
    vi: "Không có --work thì đọc work/<kế hoạch>/<năm>, hoặc lần chạy của năm sau gần nhất.",
    en: "Without --work the run in work/<plan>/<year> is read, or the next later one that there is."
  )

  /// Makes sure that nothing is asked of lists that a difference does not have.
  static func requireNoLists(_ arguments: ParsedArguments) throws(UsageFault) {
    for option in [rows, page, parts] where try arguments.value(option) != nil {
      throw .optionsDisagree(
        LocalisedText(
          vi: "--\(option.declaration.name) không dùng được cùng --diff",
          en: "--\(option.declaration.name) does nothing beside --diff; leave it out"
        )
      )
    }
  }

  static func lists(_ arguments: ParsedArguments) throws(UsageFault) -> ToldLists {
    ToldLists(
      rows: RowPage(
        number: try arguments.value(page) ?? 1,
        size: try arguments.value(rows) ?? 10
      ),
      parts: try arguments.value(parts) ?? 100
    )
  }

  private static func count(_ name: String, all: Bool, help: LocalisedText) -> OptionSyntax<Int> {
    OptionSyntax(
      name,
      placeholder: LocalisedText(vi: all ? "SỐ|all" : "SỐ", en: all ? "N|all" : "N"),
      help: help,
      expected: LocalisedText(
        vi: all ? "một số từ 1, hoặc all" : "một số từ 1",
        en: all ? "a number from 1, or all" : "a number from 1"
      )
    ) { text in
      if all, text == "all" { return .max }
      guard let count = Int(text), count > 0 else { return nil }
      return count
    }
  }
}

/// How an explanation is printed.
enum ExplainFormat: String {
  case text, json

  func text(of tree: Explanation) throws -> String {
    switch self {
    case .text: return tree.lines.map(DisplayWidth.harmless).joined(separator: "\n")
    case .json:
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      return String(decoding: try encoder.encode(tree), as: UTF8.self)
    }
  }
}
