import DelimitedText
package import Diagnostics
package import Plan
package import Tables

/// Empty forms for the senders to fill in, and a page that explains them.
///
/// - Parameters:
///   - plan: The plan.
///   - form: Name of the only form wanted; nil gives all.
///   - year: Year to write into the rows; nil: the plan's last.
///   - language: Language of the page; the forms have the headers of the plan.
/// - Returns: The files.
/// - Throws: `PipelineFailure` where the form or the year is none of the plan's.
package func templates(
  of plan: Plan,
  form: String?,
  year: Int?,
  in language: Language
) throws(PipelineFailure) -> [StageFile] {
  let year = year ?? plan.years.last
  guard plan.years.all.contains(year) else { throw .yearOutsidePlan(year, plan.years) }
  let forms = plan.forms.filter { form == nil || $0.name == form }
  if let form, forms.isEmpty { throw .unknownForm(form, known: plan.forms.map(\.name)) }
  return forms.map {
    StageFile(name: "\($0.name).csv", bytes: emptyForm($0, plan: plan, year: year))
  }
    + [
      StageFile(
        name: language == .vietnamese ? "HUONG-DAN.md" : "GUIDE.md",
        bytes: Array(guide(to: forms, of: plan, year: year, in: language).utf8)
      )
    ]
}

/// As Excel in Vietnam opens it: semicolons and a byte order mark.
private func emptyForm(_ form: Form, plan: Plan, year: Int) -> [UInt8] {
  var writer = DelimitedWriter(
    dialect: Dialect(delimiter: 0x3B),
    lineEnding: "\r\n",
    byteOrderMark: true,
    guardsFormulas: true
  )
  writer.write(form.fields.map { (text: $0.title.vietnamese, isText: true) })
  for row in givenRows(of: form, plan: plan, year: year) {
    writer.write(row.map { (text: $0, isText: true) })
  }
  return writer.bytes
}

/// Rows of a summary in which unit and year stand already; registers begin empty.
private func givenRows(of form: Form, plan: Plan, year: Int) -> [[String]] {
  guard form.kind == .summary else { return [] }
  let names: [String] =
    switch form.covers {
    case .members: plan.members(in: year).map(\.name)
    case .plan: [plan.planUnit(in: year)?.name ?? ""]
    case .sender: [""]
    }
  return names.map { name in
    form.fields.map { field in
      switch field.role {
      case .unit: name
      case .year: String(year)
      default: ""
      }
    }
  }
}

private func guide(
  to forms: [Form],
  of plan: Plan,
  year: Int,
  in language: Language
) -> String {
  let isVietnamese = language == .vietnamese
  var lines = [
    isVietnamese ? "# Hướng dẫn điền biểu mẫu" : "# How to fill in the forms",
    "",
    plan.title.text(in: language),
    "",
    isVietnamese
      ? "Lưu dưới dạng CSV (UTF-8), giữ nguyên hàng tiêu đề, rồi gửi vào thư mục "
        + "`\(year)/<nơi gửi>/`. Không ghi họ tên, số giấy tờ, ngày sinh, điện thoại hay địa chỉ "
        + "của bất kỳ ai: tệp có cột như vậy không được nhận."
      : "Save as CSV (UTF-8), keep the header as it is, and put the file into "
        + "`\(year)/<sender>/`. Write no person's name, identity number, birth date, telephone "
        + "number or address: a file with such a column is not accepted.",
    "",
  ]
  for form in forms { lines += FormGuide(form: form, plan: plan, language: language).lines }
  return lines.joined(separator: "\n")
}
