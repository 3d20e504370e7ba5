package import CommandLineOptions
package import Diagnostics
import Foundation
import Pipeline
package import Tables
import VietnameseText

/// Options that the executables of the stages share.
private enum StageOption {
  static let pipeline = OptionSyntax<String>.path(
    "pipeline",
    help: LocalisedText(vi: "thư mục kế hoạch", en: "plan folder")
  )
  static let workspace = OptionSyntax<String>.path(
    "in",
    help: LocalisedText(
      vi: "thư mục làm việc, có kết quả của các công đoạn trước",
      en: "workspace with what the stages before left"
    )
  )
  static let data = OptionSyntax<String>.path(
    "in",
    help: LocalisedText(
      vi: "thư mục số liệu, có <năm>/<nơi gửi>/*.csv",
      en: "data folder with <year>/<sender>/*.csv"
    )
  )
  static let output = OptionSyntax<String>.path(
    "out",
    help: LocalisedText(
      vi: "thư mục làm việc để ghi kết quả vào",
      en: "workspace to write to"
    )
  )
  static let reports = OptionSyntax<String>.path(
    "out",
    help: LocalisedText(
      vi: "thư mục báo cáo; ghi vào <kế hoạch>/<năm> bên trong",
      en: "folder of reports; written to <plan>/<year> in it"
    )
  )
  static let year = OptionSyntax<Int>.year(
    help: LocalisedText(
      vi: "năm đánh giá (mặc định: năm cuối có số liệu)",
      en: "year to evaluate (default: the last with data)"
    )
  )
  static let required: Set<String> = ["pipeline", "in", "out"]
}

extension Command {
  /// The executable of ingest.
  package static var ingest: Command {
    let syntax = CommandSyntax(
      "chitieu-ingest",
      summary: LocalisedText(
        vi: "Đọc các tệp CSV của nơi gửi thành bản ghi theo biểu mẫu.",
        en: "Reads the senders' CSV files into records by form."
      ),
      options: [
        StageOption.pipeline.declaration, StageOption.data.declaration,
        StageOption.output.declaration, StageOption.year.declaration,
        OptionSyntax<CalendarDate>.asOf.declaration,
        OptionSyntax<CalendarDate>.boundaries.declaration,
        OptionSyntax<TextEncoding>.openEncoding.declaration,
        OptionSyntax<Int>.jobs.declaration, OptionSyntax<Language>.language.declaration,
      ],
      required: StageOption.required
    )
    return Command(syntax) { arguments, console in
      let year = try arguments.value(StageOption.year)
      let asOf = try arguments.value(OptionSyntax<CalendarDate>.asOf)
      let encoding = try arguments.value(OptionSyntax<TextEncoding>.openEncoding)
      let jobs = try arguments.jobs()
      let plan = try usablePlan(try arguments.required(StageOption.pipeline))
      try console.print(
        try runIngest(
          plan,
          data: try arguments.required(StageOption.data),
          into: try arguments.required(StageOption.output),
          year: year,
          asOf: asOf,
          boundaries: try arguments.value(OptionSyntax<CalendarDate>.boundaries),
          jobs: jobs,
          encoding: encoding
        )
      )
      return .done
    }
  }

  /// The executable of one of the stages that work from a workspace into a workspace.
  package static func stage(_ stage: Stage, summary: LocalisedText) -> Command {
    let syntax = CommandSyntax(
      "chitieu-\(stage.rawValue)",
      summary: summary,
      options: [
        StageOption.pipeline.declaration, StageOption.workspace.declaration,
        StageOption.output.declaration, OptionSyntax<Int>.jobs.declaration,
        OptionSyntax<Language>.language.declaration,
      ],
      required: StageOption.required
    )
    return Command(syntax) { arguments, console in
      let jobs = try arguments.jobs()
      let plan = try usablePlan(try arguments.required(StageOption.pipeline))
      try console.print(
        try runStage(
          stage,
          plan,
          from: try arguments.required(StageOption.workspace),
          into: try arguments.required(StageOption.output),
          jobs: jobs
        )
      )
      return .done
    }
  }

  /// The executable of report.
  package static var report: Command {
    let syntax = CommandSyntax(
      "chitieu-report",
      summary: LocalisedText(
        vi: "Viết báo cáo từ kết quả của các công đoạn trước.",
        en: "Writes the reports from what the stages before left."
      ),
      options: [
        StageOption.pipeline.declaration, StageOption.workspace.declaration,
        StageOption.reports.declaration, OptionSyntax<Int>.jobs.declaration,
        OptionSyntax<Language>.language.declaration,
      ],
      required: StageOption.required
    )
    return Command(syntax) { arguments, console in
      let jobs = try arguments.jobs()
      let plan = try usablePlan(try arguments.required(StageOption.pipeline))
      try console.print(
        try runReport(
          plan,
          from: try arguments.required(StageOption.workspace),
          into: try arguments.required(StageOption.reports),
          language: console.language,
          jobs: jobs
        )
      )
      return .done
    }
  }
}

extension ParsedArguments {
  /// The most threads: as asked for, or one for each of the machine's cores.
  package func jobs() throws(UsageFault) -> Int {
    try value(OptionSyntax<Int>.jobs) ?? max(1, ProcessInfo.processInfo.activeProcessorCount)
  }
}
