import CommandLineOptions
import Diagnostics
import FindingCatalogue
import Pipeline
import Plan
import Tables

/// A check as a clerk reads it: what to do first, then what was recognised, then each finding.
struct CheckText {
  let plan: Plan
  let language: Language
  let check: FileCheck

  var text: String {
    let sheets = sheets
    let paths = Set(sheets.map { $0[0].path })
    var blocks = sheets.map { block($0, isAlone: sheets.count == 1) }
    let others = findings.filter { !paths.contains($0.location.file) }
    if !others.isEmpty { blocks.append(groups(others).joined(separator: "\n\n")) }
    if sheets.count > 1 { blocks.append(lastWord(of: findings, isAlone: false)) }
    return blocks.joined(separator: "\n\n")
  }

  /// The tables of each file, which have one path.
  private var sheets: [[FileCheck.File]] {
    var places: [String: Int] = [:]
    var sheets: [[FileCheck.File]] = []
    for file in check.files {
      if let place = places[file.path] {
        sheets[place].append(file)
      } else {
        places[file.path] = sheets.count
        sheets.append([file])
      }
    }
    return sheets
  }

  private var findings: [Finding] { check.findings.map(\.finding) }

  private func block(_ tables: [FileCheck.File], isAlone: Bool) -> String {
    let own = findings.filter { $0.location.file == tables[0].path }
    let head = [headline(tables, own)] + tables.map(recognised)
    var parts = [head.filter { !$0.isEmpty }.joined(separator: "\n")]
    parts += groups(own)
    if isAlone { parts.append(lastWord(of: own, isAlone: true)) }
    return parts.joined(separator: "\n\n")
  }
}

// What was recognised.
extension CheckText {
  /// The first line: whether the file can be sent.
  private func headline(_ tables: [FileCheck.File], _ findings: [Finding]) -> String {
    let verdict =
      if tables.allSatisfy({ $0.source.status == .setAside }) {
        say(vi: "KHÔNG DÙNG ĐƯỢC", en: "CANNOT BE USED")
      } else if tables[0].source.status == .unpacked {
        say(vi: "TỆP NÉN", en: "ARCHIVE")
      } else if findings.contains(where: { $0.severity == .error }) {
        say(vi: "CẦN SỬA", en: "NEEDS CORRECTION")
      } else if findings.contains(where: { $0.severity == .warning }) {
        say(vi: "NÊN XEM LẠI", en: "LOOK IT OVER")
      } else {
        say(vi: "DÙNG ĐƯỢC", en: "READY")
      }
    let counts = counts(findings)
    return DisplayWidth.harmless(tables[0].path) + ": " + verdict + (counts.isEmpty ? "" : ": ")
      + counts
  }

  /// Errors and warnings in numbers, as `2 lỗi, 1 cảnh báo`.
  private func counts(_ findings: [Finding]) -> String {
    [Severity.error, .warning].compactMap { severity in
      let count = findings.count { $0.severity == severity }
      return count == 0 ? nil : counted(count, severity)
    }
    .joined(separator: ", ")
  }

  private func counted(_ count: Int, _ severity: Severity) -> String {
    let label = severity.label(in: language)
    return "\(count) \(label)\(language == .english && count > 1 ? "s" : "")"
  }

  private func recognised(_ file: FileCheck.File) -> String {
    let source = file.source
    var entries: [(String, String)] = []
    for form in source.forms.compactMap(plan.form) {
      let number = form.number.isEmpty ? "" : "\(form.number) – "
      entries.append((say(vi: "Biểu mẫu", en: "Form"), number + form.title.text(in: language)))
    }
    if !source.sender.isEmpty {
      entries.append((say(vi: "Nơi gửi", en: "Sender"), senderName(source)))
    }
    if let year = source.year, !file.isOfNobody {
      entries.append((say(vi: "Năm", en: "Year"), "\(year)"))
    }
    if !source.encoding.isEmpty {
      var text = encodingName(source.encoding, in: language)
      if !source.delimiter.isEmpty {
        text +=
          say(vi: ", ngăn cách bằng ", en: ", delimited by ")
          + delimiterName(source.delimiter, in: language)
      }
      if let line = source.headerLine {
        text += say(vi: ", tiêu đề ở dòng \(line)", en: ", header on line \(line)")
      }
      entries.append((say(vi: "Định dạng", en: "Format"), text))
    }
    if let account = file.account {
      var text = say(
        vi: "\(account.rows) hàng số liệu, dùng được \(account.used)",
        en: "\(account.rows) of data, of which \(account.used) can be used"
      )
      if account.superseded > 0 {
        text += say(
          vi: ", trùng \(account.superseded)",
          en: ", \(account.superseded) repeated"
        )
      }
      if account.setAside > 0 {
        text += say(
          vi: ", để riêng \(account.setAside)",
          en: ", \(account.setAside) set aside"
        )
      }
      entries.append((say(vi: "Số hàng", en: "Rows"), text))
    }
    let width = (entries.map { DisplayWidth.of($0.0) }.max() ?? 0) + 2
    return entries.map { label, value in
      let gap = String(repeating: " ", count: width - DisplayWidth.of(label))
      return DisplayWidth.wrapped(
        DisplayWidth.harmless(value),
        first: "  \(label)\(gap)",
        rest: String(repeating: " ", count: width + 2)
      )
    }
    .joined(separator: "\n")
  }

  private func senderName(_ source: SourceFileRow) -> String {
    let name =
      plan.sender(source.sender)?.title.text(in: language)
      ?? source.year.flatMap { year in
        plan.members(in: year).first { $0.code == source.sender }?.name
      }
    return name.map { "\($0) (\(source.sender))" } ?? source.sender
  }
}

// What is wrong.
extension CheckText {
  private func groups(_ findings: [Finding]) -> [String] {
    FindingGroup.groups(of: findings).map(text)
  }

  private func text(_ group: FindingGroup) -> String {
    let entry = FindingCatalogue.entry(group.code)?.explanation(in: language)
    let severity = group.severity.label(in: language).uppercased()
    // A code that the catalogue lacks is a rule of the plan, whose sentence says it all.
    let title = entry?.title ?? say(vi: "Quy tắc của kế hoạch", en: "Rule of the plan")
    var head = "\(severity): \(title)"
    if let place = place(group) { head += ", \(place)" }
    if group.count > 1 { head += say(vi: " (\(group.count) chỗ)", en: " (\(group.count) places)") }
    var lines = [DisplayWidth.wrapped(DisplayWidth.harmless(head), rest: "    ")]
    let items = group.items()
    for item in items.prefix(Self.shownItems) { lines.append(text(item)) }
    let rest = items.dropFirst(Self.shownItems)
    if !rest.isEmpty {
      let count = rest.reduce(0) { $0 + $1.count }
      let places = FindingGroup.text(ofLines: rest.flatMap(\.lines), in: language)
      lines.append(
        paragraph(
          say(
            vi: "và \(count) ô khác" + (places.isEmpty ? "" : ": dòng \(places)"),
            en: "and \(count) more" + (places.isEmpty ? "" : ": lines \(places)")
          )
        )
      )
    }
    if let entry {
      lines.append(paragraph("\(say(vi: "Cách sửa", en: "To mend it")): \(entry.remedy)"))
    }
    lines.append("    [\(group.code)]")
    return lines.joined(separator: "\n")
  }

  /// Different texts of one column that are shown; those who mend them see what the others are.
  private static let shownItems = 4

  private func text(_ item: FindingGroup.Item) -> String {
    var text = item.text(in: language)
    if !item.lines.isEmpty {
      let places = FindingGroup.text(ofLines: item.lines, in: language)
      let isOne = Set(item.lines).count == 1
      text = say(vi: "dòng ", en: isOne ? "line " : "lines ") + "\(places): \(text)"
    }
    if !item.proposal.isEmpty {
      text += say(vi: " → nên ghi '\(item.proposal)'", en: " → write '\(item.proposal)'")
    }
    return paragraph(text)
  }

  private func paragraph(_ text: String) -> String {
    DisplayWidth.wrapped(DisplayWidth.harmless(text), first: "    ", rest: "      ")
  }

  /// The column as a spreadsheet shows it, with its title in the form.
  private func place(_ group: FindingGroup) -> String? {
    let forms = check.files.filter { $0.path == group.file }.flatMap(\.source.forms)
    let title = forms.lazy.compactMap(plan.form).compactMap { form in
      form.field(group.field).map { "“\(form.fields[$0].title.text(in: language))”" }
    }
    .first
    let column = group.column.map {
      say(vi: "cột ", en: "column ") + Location.letters(ofColumn: $0)
    }
    let parts = [column, title].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  /// What is to be done next.
  private func lastWord(of findings: [Finding], isAlone one: Bool) -> String {
    let errors = findings.count { $0.severity == .error }
    let warnings = findings.count { $0.severity == .warning }
    let label = say(vi: "VIỆC CẦN LÀM: ", en: "NEXT: ")
    let text: String
    if errors > 0 {
      let look =
        warnings > 0
        ? say(vi: ", xem lại \(warnings) cảnh báo", en: ", look at \(counted(warnings, .warning))")
        : ""
      text = say(
        vi: "sửa \(errors) lỗi\(look), lưu dạng “CSV UTF-8” rồi chạy lại lệnh này.",
        en:
          "mend \(counted(errors, .error))\(look), save as “CSV UTF-8” and run this command again."
      )
    } else if warnings > 0 {
      text = say(
        vi: "xem lại \(warnings) cảnh báo; nếu số liệu đã đúng thì gửi được.",
        en: "look at \(counted(warnings, .warning)); if the figures are right, "
          + "the \(one ? "file" : "files") can be sent."
      )
    } else {
      text = say(
        vi: one ? "tệp dùng được, có thể gửi." : "các tệp dùng được, có thể gửi.",
        en: one ? "the file can be used; send it." : "the files can be used; send them."
      )
    }
    return DisplayWidth.wrapped(label + text)
  }

  private func say(vi: String, en: String) -> String { language == .vietnamese ? vi : en }
}
