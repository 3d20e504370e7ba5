import Diagnostics
import Plan

/// The section of the senders' guide that explains one form.
struct FormGuide {
  let form: Form
  let plan: Plan
  let language: Language

  var lines: [String] {
    let number = form.number.isEmpty ? "" : "\(form.number) – "
    return [
      "## \(number)\(form.title.text(in: language))",
      "",
      "- \(text("Tệp", "File")): `\(form.name).csv`",
      "- \(text("Nơi gửi", "Senders")): \(senders)",
      "- \(text("Hạn", "Due")): \(due)",
      "- \(text("Mỗi hàng", "One row")): \(row)",
      "",
      "| \(text("Cột", "Column")) | \(text("Kiểu", "Type")) | \(text("Để làm gì", "What for")) "
        + "| \(text("Giá trị", "Values")) |",
      "|---|---|---|---|",
    ] + form.fields.map(line) + [""]
  }

  private func text(_ vietnamese: String, _ english: String) -> String {
    language == .vietnamese ? vietnamese : english
  }

  private var senders: String {
    form.senders.map { id in
      let name = plan.sender(id)?.title.text(in: language) ?? id
      return "\(name) (`\(id)`)"
    }
    .joined(separator: "; ")
  }

  private var due: String {
    let (day, month) = (form.due.day, form.due.month)
    return text("ngày \(day)/\(month) hằng năm", "\(day)/\(month) (day/month) of each year")
  }

  private var row: String {
    switch (form.kind, form.covers) {
    case (.register, _): text("một việc hoặc một đối tượng", "a thing or event")
    case (.summary, .sender): text("đơn vị gửi và một năm", "the sending unit and a year")
    case (.summary, .members): text("một đơn vị và một năm", "a unit and a year")
    case (.summary, .plan): text("cả địa bàn và một năm", "the whole area and a year")
    }
  }

  private func line(_ field: Field) -> String {
    let star = field.isRequired ? " \\*" : ""
    let cells = [
      "\(field.title.text(in: language))\(star)", type(of: field), field.purpose, values(of: field),
    ]
    return "| \(cells.map(escaped).joined(separator: " | ")) |"
  }

  private func escaped(_ text: String) -> String {
    text.replacing("|", with: "\\|").replacing("\n", with: " ")
  }

  private func type(of field: Field) -> String {
    let unit = field.unit.text(in: language)
    return switch field.type {
    case .string: text("chữ", "text")
    case .integer: text("số nguyên", "whole number") + (unit.isEmpty ? "" : " (\(unit))")
    case .number: text("số", "number") + (unit.isEmpty ? "" : " (\(unit))")
    case .boolean: text("có/không", "yes/no")
    case .date: text("ngày dd/mm/yyyy", "date dd/mm/yyyy")
    case .year: text("năm", "year")
    }
  }

  private func values(of field: Field) -> String {
    if !field.categories.isEmpty {
      return field.categories.map { $0.label.text(in: language) }.joined(separator: "; ")
    }
    var parts: [String] = []
    if let minimum = field.minimum { parts.append("≥ \(minimum)") }
    if let maximum = field.maximum { parts.append("≤ \(maximum)") }
    guard field.type == .integer || field.type == .number else {
      return parts.joined(separator: ", ")
    }
    switch field.blank {
    case .notReported:
      parts.append(
        text("trống là chưa báo cáo; không có thì ghi 0", "empty: not reported; none: 0")
      )
    case .none: parts.append(text("trống là không phát sinh", "empty: no such case"))
    case .notApplicable: parts.append(text("trống là không áp dụng", "empty: not applicable"))
    }
    return parts.joined(separator: ", ")
  }
}
