import DelimitedText
import Diagnostics
import PersonalData
import Plan
import Tables
import VietnameseText

/// The file that findings speak of, and who is asked to correct it.
struct FileContext {
  let path: String
  let sender: String
  let year: Int?

  private func finding(
    _ code: String,
    _ severity: Severity = .error,
    line: Int? = nil,
    column: Int? = nil,
    field: String = "",
    found: String = "",
    vi: String,
    en: String
  ) -> Finding {
    Finding(
      code,
      severity,
      at: Location(file: path, line: line, column: column),
      sender: sender,
      field: field,
      year: year,
      found: found,
      message: LocalisedText(vi: vi, en: en)
    )
  }
}

// The file as a whole.
extension FileContext {
  func undecodable(_ fault: DecodingFault) -> Finding {
    switch fault {
    case .binary(let kind):
      finding(
        "binary-file",
        vi:
          "tệp không phải văn bản\(kind == .unknown ? "" : " (\(kind.rawValue))"); hãy lưu thành CSV UTF-8 rồi gửi lại",
        en:
          "found a file that is no text\(kind == .unknown ? "" : " (\(kind.rawValue))"), expected CSV in UTF-8"
      )
    case .invalid(let encoding, _, let line):
      finding(
        "invalid-encoding",
        line: line,
        vi: "chữ không đúng bảng mã \(encoding.rawValue), cần CSV UTF-8",
        en: "found bytes that are not \(encoding.rawValue), expected CSV in UTF-8"
      )
    }
  }

  var emptyFile: Finding {
    finding("empty-file", vi: "tệp trống", en: "found an empty file, expected a filled-in form")
  }

  var noRows: Finding {
    finding(
      "no-rows",
      vi: "chỉ có tiêu đề, không có hàng số liệu nào",
      en: "found a header only, expected rows of data"
    )
  }

  var emptyRegister: Finding {
    finding(
      "empty-register",
      .note,
      vi: "danh sách không có hàng nào: được hiểu là không phát sinh",
      en: "found a list without rows, which is taken to say that there was no case"
    )
  }

  /// Names the column and never what stands in it.
  func personal(_ batch: RecordBatch, record: Int, column: Int) -> Finding {
    let header = PersonalText(masking: batch.text(record, column).headOfCell).text
    return finding(
      "personal-data",
      line: batch.line(of: record),
      column: column + 1,
      vi: "cột \(column + 1) '\(header)' có dữ liệu cá nhân; tệp không được nhận, hãy bỏ cột ấy "
        + "rồi gửi lại",
      en: "found data of persons in column \(column + 1) '\(header)', expected counts only; "
        + "the file is not taken"
    )
  }

  /// The same where no row is known to be the header.
  func personal(column: Int) -> Finding {
    finding(
      "personal-data",
      column: column + 1,
      vi: "cột \(column + 1) có dữ liệu cá nhân; tệp không được nhận, hãy bỏ cột ấy rồi gửi lại",
      en: "found data of persons in column \(column + 1), expected counts only; the file is not "
        + "taken"
    )
  }

  func unknownForm(_ search: HeaderSearch, _ plan: Plan, _ forms: [FormHeaders]) -> Finding {
    switch search {
    case .unknown(let nearest?):
      let form = plan.forms[nearest.form]
      let missing = form.fields.indices.filter { nearest.columns[$0] == nil }
      let names = missing.map { "'\(form.fields[$0].title.vietnamese)'" }.joined(separator: ", ")
      return finding(
        "unknown-form",
        vi: "không rõ biểu mẫu nào; gần nhất là '\(form.title.vietnamese)' nhưng thiếu \(names)",
        en: "found no form's header; the nearest is '\(form.title.english)', which lacks \(names)"
      )
    case .ambiguous(let first, let second):
      let (a, b) = (plan.forms[first.form].title, plan.forms[second.form].title)
      return finding(
        "unknown-form",
        vi: "tiêu đề hợp với cả '\(a.vietnamese)' và '\(b.vietnamese)', cần chỉ một biểu mẫu",
        en: "found a header that fits '\(a.english)' and '\(b.english)', expected one form"
      )
    case .found, .unknown(nearest: nil):
      let titles = forms.map { plan.forms[$0.form].title }
      let (vi, en) = (titles.map(\.vietnamese), titles.map(\.english))
      return finding(
        "unknown-form",
        vi: "không thấy hàng tiêu đề, cần biểu mẫu: \(vi.joined(separator: "; "))",
        en: "found no header, expected one of the forms: \(en.joined(separator: "; "))"
      )
    }
  }
}

// Header and rows.
extension FileContext {
  func headerFindings(
    _ batch: RecordBatch,
    _ match: HeaderMatch,
    _ form: Form,
    rows: [Int]
  ) -> [Finding] {
    let line = batch.line(of: match.record)
    var findings: [Finding] = []
    for column in match.duplicates {
      let header = batch.text(match.record, column)
      findings.append(
        finding(
          "duplicate-column",
          line: line,
          column: column + 1,
          found: header,
          vi: "cột '\(header)' lặp lại một cột trước; chỉ cột trước được dùng",
          en: "found '\(header)' again, expected each column once; the first is used"
        )
      )
    }
    for column in match.unknown where !isIdle(column, batch, below: match.record) {
      let header = PersonalText(masking: batch.text(match.record, column).headOfCell).text
      // Under a sign such as "#" or nothing at all figures are ordinals, and texts may be names.
      guard !NameKey(header.headOfCell).isEmpty else {
        if rows.contains(where: { RowLayout.holdsLetters(batch, $0, column) }) {
          findings.append(unnamedColumn(column, line: line))
        }
        continue
      }
      findings.append(
        finding(
          "unknown-column",
          .warning,
          line: line,
          column: column + 1,
          found: header,
          vi: "biểu mẫu không có cột '\(header)'; cột không được dùng",
          en: "found '\(header)', expected a column of the form; it is not used"
        )
      )
    }
    for (index, field) in form.fields.enumerated()
    where match.columns[index] == nil && !isGiven(index, form) {
      findings.append(missingColumn(field, line: line))
    }
    return findings
  }

  /// Nobody can tell what stands in it: it may be names.
  private func unnamedColumn(_ column: Int, line: Int) -> Finding {
    finding(
      "unnamed-column",
      .error,
      line: line,
      column: column + 1,
      vi: "cột \(column + 1) không có tiêu đề nhưng có chữ; cột không được đọc, hãy bỏ cột ấy",
      en: "found texts in column \(column + 1), which has no header, expected none; "
        + "the column is not read"
    )
  }

  /// Spreadsheets export empty columns beside the table.
  private func isIdle(_ column: Int, _ batch: RecordBatch, below header: Int) -> Bool {
    (header..<batch.recordCount).allSatisfy { RowLayout.isBlank(batch, $0, column) }
  }

  /// The folder says the year, and the unit where rows are about the sender.
  private func isGiven(_ field: Int, _ form: Form) -> Bool {
    form.yearField == field || (form.unitField == field && form.covers != .members)
  }

  private func missingColumn(_ field: Field, line: Int) -> Finding {
    let severity: Severity =
      if field.isRequired { .error } else if field.role == .note { .note } else { .warning }
    let title = field.title
    return finding(
      "missing-column",
      severity,
      line: line,
      field: field.name,
      vi: "thiếu cột '\(title.vietnamese)'; coi như chưa báo cáo",
      en: "found no column '\(title.english)', expected one; it counts as not reported"
    )
  }

  /// Names the scale and not the title, which may say who reports.
  func scaleInTitle(line: Int, scale: String) -> Finding {
    finding(
      "scale-in-title",
      .warning,
      line: line,
      found: scale,
      vi: "thấy đơn vị tính '\(scale)' ở dòng tên bảng, cần ghi đơn vị tính trong tiêu đề cột; "
        + "số liệu được đọc theo tiêu đề cột",
      en: "found the scale '\(scale)' above the table, expected it in the column's header; "
        + "numbers are read by the header"
    )
  }

  /// Says nothing of what the row holds: where cells have moved, names may stand in any of them.
  func broken(_ fault: ParseFault, line: Int) -> Finding {
    let (vi, en) =
      switch fault.kind {
      case .strayQuote: ("dấu nháy kép ở giữa ô", "a quote inside an unquoted cell")
      case .textAfterQuote: ("chữ sau dấu nháy kép đóng", "text after a closing quote")
      case .unterminatedQuote: ("dấu nháy kép không được đóng", "a quote that is never closed")
      case .tooLong: ("hàng dài quá mức", "a row beyond the length limit")
      }
    return finding(
      fault.kind.rawValue,
      line: line,
      vi: "\(vi); cả hàng không được dùng",
      en: "found \(en), expected well-formed CSV; the row is not used"
    )
  }

  /// A line whose quotes could only mean one thing.
  func repaired(_ fault: ParseFault) -> Finding {
    finding(
      "loose-quote",
      .warning,
      line: fault.line,
      vi: "dấu nháy kép không bao trọn ô; các dấu nháy ấy được đọc như chữ, hàng vẫn được dùng",
      en: "found quotes that do not enclose a whole cell, expected them doubled; "
        + "they are read as text and the row is used"
    )
  }

  /// Counts the cells, whose texts may be names.
  func extraCells(line: Int, columns: Int, cells: Int) -> Finding {
    finding(
      SourceFileRow.extraCells,
      line: line,
      column: columns + 1,
      vi:
        "hàng có \(cells) ô, nhiều hơn \(columns) ô của tiêu đề, có thể do dấu phân cách trong ô; "
        + "cả hàng không được dùng",
      en: "found \(cells) cells under a header of \(columns), expected quotes around cells "
        + "with a delimiter; the row is not used"
    )
  }
}
