package import Diagnostics
package import Ingest
package import Packages
package import Plan
package import Tables

/// Why a run ends without a result.
package enum PipelineFailure: Error, Sendable {
  case plan(PlanFailure)
  /// The plan folder has errors.
  case faultyPlan(folder: String, [Finding])
  /// Neither the plan nor the caller says where the data are.
  case noDataNamed(plan: String)
  case noDataFolder(String)
  case noYearInData(String, PlanYears)
  case yearOutsidePlan(Int, PlanYears)
  /// None of the plan's units exists on the day whose boundaries are asked for.
  case noUnitOn(CalendarDate)
  /// Data, or a workspace, of a unit for which the plan cannot be evaluated.
  case unknownUnit(String, String, Int)
  /// Beside what units hand in lies something that is neither data nor a package.
  case noPart(String)
  /// Units above those that have the plan are evaluated at the boundaries of each year only.
  case boundariesAbove
  /// Units that handed in have no unit above all of them.
  case nothingAbove([String])
  case package(PackageFailure)
  case ingest(IngestFailure)
  /// A file to check does not exist.
  case noFile(String)
  /// A file to check is a folder or may not be read.
  case unreadableFile(String)
  /// No form of any sender is recognised in a file to check.
  case unknownContent(String)
  /// Neither path nor content of a file to check tells who sends it.
  case unknownOrigin(String, known: [String])
  case unknownSender(String, known: [String])
  case unknownForm(String, known: [String])
  /// A table of an earlier stage is missing or malformed.
  case table(TableError)
  /// No run left its tables in a workspace; the command makes one.
  case noRun(workspace: String, command: String)
  /// A folder that is no workspace, though it may hold what a run published.
  case noWorkspace(String)
  /// A workspace of what several units handed up: its numbers come from theirs.
  case workspaceAbove(String)
  /// The workspace was made from another plan.
  case otherPlan(found: String, expected: String)
  /// Files whose rows are not all accounted for: a fault of the program.
  case openAccount([RowAccountRow])
  case publication(PublicationFailure)

  package var status: ExitStatus {
    switch self {
    case .plan, .noDataNamed, .noDataFolder, .noYearInData, .noFile, .unreadableFile, .noRun,
      .noWorkspace:
      .noInput
    case .faultyPlan, .otherPlan, .unknownUnit, .noPart, .nothingAbove: .malformedInput
    case .package(let failure): failure.status
    case .boundariesAbove, .workspaceAbove, .noUnitOn, .yearOutsidePlan, .unknownContent,
      .unknownOrigin,
      .unknownSender, .unknownForm:
      .usage
    case .ingest(let failure): failure.exitStatus
    case .table(let error): error.found.isEmpty ? .noInput : .malformedInput
    case .openAccount: .internal
    case .publication(let failure): failure.status
    }
  }

  package var message: LocalisedText {
    switch self {
    case .plan(let failure): failure.message
    case .faultyPlan(let folder, let findings):
      LocalisedText(
        vi: "kế hoạch '\(folder)' có \(findings.count) lỗi; hãy sửa rồi chạy lại",
        en: "the plan '\(folder)' has \(findings.count) errors; correct them and run again"
      )
    case .noDataNamed(let plan):
      LocalisedText(
        vi: "kế hoạch '\(plan)' không nêu thư mục số liệu; hãy thêm --data THƯ-MỤC",
        en: "the plan '\(plan)' names no data folder; add --data DIR"
      )
    case .noDataFolder(let path):
      LocalisedText(
        vi: "không có thư mục số liệu '\(path)'; cần một thư mục có <năm>/<nơi gửi>/*.csv",
        en: "no data folder '\(path)'; expected a folder with <year>/<sender>/*.csv"
      )
    case .noYearInData(let path, let years):
      LocalisedText(
        vi: "'\(path)' không có thư mục của năm nào từ \(years.base) đến \(years.last)",
        en: "'\(path)' has no folder of a year from \(years.base) to \(years.last)"
      )
    case .yearOutsidePlan(let year, let years):
      LocalisedText(
        vi: "thấy năm \(year), cần một năm của kế hoạch từ \(years.base) đến \(years.last)",
        en:
          "found the year \(year), expected a year of the plan from \(years.base) to \(years.last)"
      )
    case .noUnitOn(let day):
      LocalisedText(
        vi: "ngày \(day) không có đơn vị nào của kế hoạch; hãy chọn ngày khác cho --boundaries",
        en: "none of the plan's units exists on \(day); choose another day for --boundaries"
      )
    case .unknownUnit(let path, let unit, let year):
      LocalisedText(
        vi: "'\(path)': không đánh giá được kế hoạch cho đơn vị '\(unit)' năm \(year); cần mã một "
          + "đơn vị cùng cấp với đơn vị của kế hoạch, có đơn vị trực thuộc trong tệp đơn vị hành chính",
        en:
          "'\(path)': cannot evaluate the plan for the unit '\(unit)' in \(year); expected the code "
          + "of a unit of the level of the plan's own, with members in the file of org units"
      )
    case .noPart(let path):
      LocalisedText(
        vi: "'\(path)' không phải số liệu của một đơn vị (thư mục có dataset.json5) và cũng không "
          + "phải gói dữ kiện (thư mục có datapackage.json); hãy chuyển đi nơi khác, hoặc giải nén",
        en: "'\(path)' is neither the data of a unit (a folder with dataset.json5) nor a facts "
          + "package (a folder with datapackage.json); move it elsewhere, or unpack it"
      )
    case .boundariesAbove:
      LocalisedText(
        vi: "--boundaries chưa dùng được cho nhiều đơn vị; hãy chạy riêng từng đơn vị",
        en: "--boundaries cannot be used for several units yet; run each unit by itself"
      )
    case .nothingAbove(let units):
      LocalisedText(
        vi: "không có đơn vị nào là cấp trên của mọi đơn vị \(Self.list(units)); hãy ghi 'unit' "
          + "vào dataset.json5 của thư mục",
        en: "no unit lies above all of \(Self.list(units)); name the 'unit' in the folder's "
          + "dataset.json5"
      )
    case .package(let failure): failure.message
    case .ingest(let failure): failure.message
    case .noFile(let path):
      LocalisedText(vi: "không có tệp '\(path)'", en: "no file '\(path)'")
    case .unreadableFile(let path):
      LocalisedText(
        vi: "không đọc được '\(path)'; cần một tệp CSV có quyền đọc",
        en: "cannot read '\(path)'; expected a CSV file that may be read"
      )
    case .unknownOrigin(let path, let known):
      LocalisedText(
        vi: "không rõ '\(path)' của nơi nào gửi; hãy thêm --sender MÃ, với một trong các mã sau:"
          + Self.lines(known),
        en: "cannot tell who sends '\(path)'; add --sender ID, with one of these ids:"
          + Self.lines(known)
      )
    case .unknownContent(let path):
      LocalisedText(
        vi: "không nhận ra biểu mẫu nào trong '\(path)'. Hàng tiêu đề phải như biểu mẫu trống do "
          + "'chitieu template' tạo ra; thêm --sender MÃ để xem tệp thiếu cột nào",
        en: "no form is recognised in '\(path)'. The header row must be that of the empty form "
          + "that 'chitieu template' writes; add --sender ID to see which columns are missing"
      )
    case .unknownSender(let sender, let known):
      LocalisedText(
        vi: "không có nơi gửi '\(sender)', cần một trong: \(Self.list(known))",
        en: "no sender '\(sender)', expected one of: \(Self.list(known))"
      )
    case .unknownForm(let form, let known):
      LocalisedText(
        vi: "không có biểu mẫu '\(form)', cần một trong: \(Self.list(known))",
        en: "no form '\(form)', expected one of: \(Self.list(known))"
      )
    case .table(let error): error.finding.message
    case .noRun(let workspace, let command):
      LocalisedText(
        vi: "chưa có lần chạy nào trong '\(workspace)'; hãy chạy: \(command)",
        en: "no run has left its tables in '\(workspace)'; make one with: \(command)"
      )
    case .noWorkspace(let folder):
      LocalisedText(
        vi: "'\(folder)' không phải thư mục làm việc của một lần chạy (--work), nên không so được",
        en: "'\(folder)' is not the workspace of a run (--work), with which alone one can compare"
      )
    case .workspaceAbove(let folder):
      LocalisedText(
        vi: "'\(folder)' là của cấp trên, cộng từ số các đơn vị gửi lên; hãy hỏi thư mục làm việc "
          + "của từng đơn vị ấy bằng --work",
        en: "'\(folder)' sums what units below handed up; ask the workspace of each of them with "
          + "--work"
      )
    case .otherPlan(let found, let expected):
      LocalisedText(
        vi: "thư mục làm việc thuộc kế hoạch '\(found)', cần '\(expected)'; hãy chạy lại từ đầu",
        en:
          "the workspace belongs to the plan '\(found)', expected '\(expected)'; run from the start"
      )
    case .openAccount(let rows):
      LocalisedText(
        vi: "đối chiếu số hàng không khớp ở \(Self.paths(rows)); không có gì được công bố",
        en: "the row account does not close for \(Self.paths(rows)); nothing was published"
      )
    case .publication(let failure): failure.message
    }
  }

  /// What was found besides, one line each.
  package var findings: [Finding] {
    switch self {
    case .faultyPlan(_, let findings): findings
    case .ingest(.noUsableFile(_, let findings)): findings.sorted()
    case .table(let error), .package(.table(let error)): [error.finding]
    default: []
    }
  }

  private static func lines(_ names: [String]) -> String { names.map { "\n  \($0)" }.joined() }

  private static func list(_ names: [String]) -> String { names.joined(separator: ", ") }

  private static func paths(_ rows: [RowAccountRow]) -> String {
    rows.map { "'\($0.path)'" }.joined(separator: ", ")
  }
}
