import CommandLineOptions
import CommandRunner
import Diagnostics
import Foundation
import Pipeline
import VietnameseText

extension Command {
  private static let year = OptionSyntax<Int>.year(
    help: LocalisedText(
      vi: "năm đánh giá (mặc định: năm cuối có số liệu)",
      en: "year to evaluate (default: the last with data)"
    )
  )
  private static let data = OptionSyntax<String>.path(
    "data",
    help: LocalisedText(
      vi:
        "thư mục số liệu, có <năm>/<nơi gửi>/*.csv, hoặc có số liệu và gói dữ kiện của nhiều đơn vị "
        + "(mặc định: kế hoạch nêu)",
      en: "data folder with <year>/<sender>/*.csv, or with the data and facts packages of several "
        + "units (default: as the plan says)"
    )
  )
  private static let work = OptionSyntax<String>.path(
    "work",
    help: LocalisedText(
      vi: "thư mục làm việc, bảng của từng công đoạn (mặc định: work/<kế hoạch>/<năm>)",
      en: "workspace for the tables of the stages (default: work/<plan>/<year>)"
    )
  )
  private static let reports = OptionSyntax<String>.path(
    "reports",
    help: LocalisedText(
      vi: "thư mục báo cáo; ghi vào <kế hoạch>/<năm> bên trong (mặc định: reports)",
      en: "folder of reports; written to <plan>/<year> in it (default: reports)"
    )
  )

  private static let again = OptionSyntax<Bool>.flag(
    "again",
    help: LocalisedText(
      vi: "chạy lại từ đầu dù không có gì thay đổi từ lần trước",
      en: "runs all of it although nothing has changed since the last time"
    )
  )

  /// `chitieu run`: the whole evaluation of a year.
  static let run = Command(
    CommandSyntax(
      "chitieu run",
      summary: LocalisedText(
        vi: "Đánh giá một năm của kế hoạch và viết báo cáo.",
        en: "Evaluates a year of a plan and writes the reports."
      ),
      operands: [.plan],
      options: [
        year.declaration, data.declaration, work.declaration, reports.declaration,
        OptionSyntax<CalendarDate>.asOf.declaration,
        OptionSyntax<CalendarDate>.boundaries.declaration,
        OptionSyntax<TextEncoding>.openEncoding.declaration,
        OptionSyntax<Language>.language.declaration, OptionSyntax<Int>.jobs.declaration,
        again.declaration,
      ]
    )
  ) { arguments, console in
    let request = RunRequest(
      data: try arguments.value(data),
      year: try arguments.value(year),
      work: try arguments.value(work),
      reports: try arguments.value(reports) ?? "reports",
      asOf: try arguments.value(OptionSyntax<CalendarDate>.asOf),
      boundaries: try arguments.value(OptionSyntax<CalendarDate>.boundaries),
      language: console.language,
      jobs: try arguments.jobs(),
      encoding: try arguments.value(OptionSyntax<TextEncoding>.openEncoding),
      again: try arguments.value(again) != nil
    )
    let began = Date()
    var memory = RunMemory(arguments.plan, request, began: began)
    let language = console.language
    if !request.again, let said = memory.unchanged() {
      try console.print(said + "\n" + nothingChanged.text(in: language))
      return .done
    }
    memory.beginWithPlan()
    let plan = try usablePlan(arguments.plan)
    try memory.beginWithData(plan)
    let clock = RunClock()
    let evaluation = try evaluate(plan, request, began: began) { progress in
      console.progress.show { clock.text(progress, in: language) }
    } done: { evaluation in
      let summary = evaluation.summary(in: language)
      try console.print(summary)
      memory.add(evaluation, said: summary)
    }
    memory.keep()
    if let evaluation { FreedMemory.leave(evaluation) }
    return .done
  }

  private static let nothingChanged = LocalisedText(
    vi: "Không có gì thay đổi từ lần chạy trước, kết quả còn nguyên (--again để chạy lại).",
    en: "Nothing has changed since the last run, the results stand as they were (--again runs it)."
  )
}
