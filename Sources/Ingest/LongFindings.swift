import Diagnostics

// Rows of files with one figure a row.
extension FileContext {
  private func row(
    _ code: String,
    _ severity: Severity = .error,
    line: Int,
    column: Int?,
    found: String,
    vi: String,
    en: String
  ) -> Finding {
    Finding(
      code,
      severity,
      at: Location(file: path, line: line, column: column.map { $0 + 1 }),
      sender: sender,
      year: year,
      found: found,
      expected: LocalisedText(
        vi: vi + "; cả hàng không được dùng",
        en: en + "; the row is not used"
      )
    )
  }

  func unknownElement(_ text: String, mayBe names: [String], line: Int, column: Int?) -> Finding {
    let list = names.joined(separator: ", ")
    return row(
      "unknown-element",
      line: line,
      column: column,
      found: text,
      vi: names.isEmpty
        ? "mã hoặc tên một chỉ tiêu trong biểu mẫu của nơi gửi" : "một trong các mã \(list)",
      en: names.isEmpty
        ? "the code or title of a figure that this sender reports" : "one of the codes \(list)"
    )
  }

  func period(_ text: String, year: Int, line: Int, column: Int?) -> Finding {
    row(
      "wrong-period",
      line: line,
      column: column,
      found: text,
      vi: "kỳ báo cáo là năm của thư mục, \(year)",
      en: "the year of the folder, \(year), as the period"
    )
  }

  func category(_ text: String, line: Int, column: Int?) -> Finding {
    row(
      "category-combination",
      line: line,
      column: column,
      found: text,
      vi: "số liệu chung không chia theo nhóm ('default')",
      en: "a figure without categories ('default')"
    )
  }

  func deleted(line: Int, column: Int?) -> Finding {
    row(
      "deleted-value",
      .note,
      line: line,
      column: column,
      found: "true",
      vi: "số liệu chưa bị xóa ở nơi gửi",
      en: "a figure that the sender has not deleted"
    )
  }

  func unitNotPlan(_ text: String, line: Int, column: Int?) -> Finding {
    row(
      "unit-not-plan",
      line: line,
      column: column,
      found: text,
      vi: "đơn vị của kế hoạch hoặc để trống, vì chỉ tiêu này không chia theo đơn vị",
      en: "the plan's own unit or none, since this figure is not given by unit"
    )
  }

  func unreadColumn(_ text: String, line: Int, column: Int) -> Finding {
    Finding(
      "unknown-column",
      .warning,
      at: Location(file: path, line: line, column: column + 1),
      sender: sender,
      year: year,
      found: text,
      expected: LocalisedText(
        vi: "cột chỉ tiêu, đơn vị, kỳ hoặc giá trị; cột này không được đọc",
        en: "a column of elements, units, periods or values; this one is not read"
      )
    )
  }
}
