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

  func finding(
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
  var emptyFile: Finding {
    finding("empty-file", vi: "tệp trống", en: "found an empty file, expected a filled-in form")
  }

  var tooManyColumns: Finding {
    finding(
      "too-many-columns",
      vi: "tệp có hơn \(HeaderSearch.widest) cột, không phải một biểu; tệp không được đọc, hãy xem "
        + "có gửi nhầm tệp không",
      en: "found more than \(HeaderSearch.widest) columns, expected a form; the file is not read"
    )
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
  func personal(_ text: String, line: Int, column: Int) -> Finding {
    let header = PersonalText(masking: text.headOfCell).text
    return finding(
      "personal-data",
      line: line,
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
      let missing = form.fields.indices.filter {
        nearest.columns[$0] == nil && !hasPart($0, nearest, form)
      }
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
