import DelimitedText
import Diagnostics
import PersonalData
import Plan
import Tables
import VietnameseText

// The header.
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
      let header = match.text(column)
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
    for column in match.ambiguous {
      let header = match.text(column)
      findings.append(
        finding(
          "ambiguous-column",
          line: line,
          column: column + 1,
          found: header,
          vi: "'\(header)': nhiều nhóm có cột cùng tên, không rõ cột nào là số của năm; "
            + "các cột ấy không được dùng",
          en: "found '\(header)', expected one column of that name under one group; "
            + "none of them is used"
        )
      )
    }
    for column in match.unknown where !isIdle(column, batch, below: match.record) {
      let header = PersonalText(masking: match.text(column).headOfCell).text
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
    where match.columns[index] == nil && !isGiven(index, form) && !hasPart(index, match, form) {
      findings.append(missingColumn(field, line: line))
    }
    return findings
  }

  /// Whether a field is reported in parts; clean says which of them are lacking.
  func hasPart(_ field: Int, _ match: HeaderMatch, _ form: Form) -> Bool {
    zip(form.partColumns, match.partColumns).contains { $0.field == field && $1 != nil }
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
}
