import CommandLineOptions
import CommandRunner
import Diagnostics
import Pipeline
import Tables
import VietnameseText

extension Command {
  private static let year = OptionSyntax<Int>.year(
    help: LocalisedText(
      vi: "năm của số liệu (mặc định: theo đường dẫn hoặc nội dung tệp)",
      en: "year of the data (default: as path or content say)"
    )
  )
  private static let sender = OptionSyntax<String>.text(
    "sender",
    placeholder: LocalisedText(vi: "NƠI-GỬI", en: "SENDER"),
    help: LocalisedText(
      vi: "mã nơi gửi hoặc mã đơn vị (mặc định: theo đường dẫn hoặc nội dung tệp)",
      en: "sender's id or unit's code (default: as path or content say)"
    ),
    expected: LocalisedText(vi: "mã của một nơi gửi", en: "the id of a sender")
  )
  private static let format = OptionSyntax<CheckFormat>(
    "format",
    placeholder: LocalisedText(vi: "text|csv|json", en: "text|csv|json"),
    help: LocalisedText(
      vi: "cách in kết quả: cho người đọc, bảng findings, hoặc JSON (mặc định: text)",
      en: "for a reader, the table of findings, or JSON (default: text)"
    ),
    expected: LocalisedText(vi: "text, csv hoặc json", en: "text, csv or json")
  ) { CheckFormat(rawValue: $0) }

  /// `chitieu check`: what is wrong with a plan folder, or with files before they are sent.
  static let check = Command(
    CommandSyntax(
      "chitieu check",
      summary: LocalisedText(
        vi: "Kiểm tra thư mục kế hoạch, hoặc các tệp trước khi gửi.",
        en: "Checks a plan folder, or files before they are sent."
      ),
      operands: [
        .plan,
        OperandDeclaration(
          LocalisedText(vi: "TỆP", en: "FILE"),
          count: .any,
          help: LocalisedText(
            vi: "tệp CSV cần kiểm tra; không có tệp nào thì kiểm tra kế hoạch",
            en: "CSV file to check; without any, the plan is checked"
          )
        ),
      ],
      options: [
        year.declaration, sender.declaration,
        OptionSyntax<TextEncoding>.encoding.declaration, format.declaration,
        OptionSyntax<Int>.jobs.declaration, OptionSyntax<Language>.language.declaration,
      ]
    )
  ) { arguments, console in
    let year = try arguments.value(year)
    let sender = try arguments.value(sender)
    let format = try arguments.value(format) ?? .text
    let encoding = try arguments.value(OptionSyntax<TextEncoding>.encoding)
    let files = Array(arguments.operands.dropFirst())
    guard !files.isEmpty else { return try checkPlanFolder(arguments.plan, format, console) }
    let plan = try usablePlan(arguments.plan)
    let check = try checkFiles(
      files,
      plan: plan,
      year: year,
      sender: sender,
      encoding: encoding,
      jobs: try arguments.jobs()
    )
    switch format {
    case .text:
      let text = CheckText(plan: plan, language: console.language, check: check)
      try console.print(text.text)
    case .csv: try console.print(String(decoding: write(check.findings).dropLast(), as: UTF8.self))
    case .json: try console.print(try CheckRecord(check, plan, console.language).json)
    }
    return check.findings.contains { $0.finding.severity > .note } ? .checkFailed : .done
  }

  private static func checkPlanFolder(
    _ folder: String,
    _ format: CheckFormat,
    _ console: Console
  ) throws -> ExitStatus {
    let checked = try checkPlan(folder)
    let rows = checked.findings.map { FindingRow(stage: "plan", finding: $0) }
    switch format {
    case .text:
      for finding in checked.findings {
        try console.print(finding.description(in: console.language))
      }
    case .csv: try console.print(String(decoding: write(rows).dropLast(), as: UTF8.self))
    case .json:
      try console.print(try CheckRecord(findings: rows).json)
    }
    return checked.findings.contains { $0.severity == .error } ? .checkFailed : .done
  }
}

/// How a check is written.
enum CheckFormat: String, Sendable {
  case text, csv, json
}
