import CommandLineOptions
import CommandRunner
import Diagnostics
import Pipeline
import Tables

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
        year.declaration, sender.declaration, OptionSyntax<Language>.language.declaration,
      ]
    )
  ) { arguments, console in
    let year = try arguments.value(year)
    let sender = try arguments.value(sender)
    let files = Array(arguments.operands.dropFirst())
    guard !files.isEmpty else { return try checkPlanFolder(arguments.plan, console) }
    let plan = try usablePlan(arguments.plan)
    let check = try checkFiles(files, plan: plan, year: year, sender: sender)
    for file in check.files {
      try console.print(file.description(in: console.language))
    }
    for finding in check.findings {
      try console.print(finding.description(in: console.language))
    }
    return check.findings.contains { $0.severity > .note } ? .checkFailed : .done
  }

  private static func checkPlanFolder(
    _ folder: String,
    _ console: Console
  ) throws -> ExitStatus {
    let checked = try checkPlan(folder)
    for finding in checked.findings {
      try console.print(finding.description(in: console.language))
    }
    return checked.findings.contains { $0.severity == .error } ? .checkFailed : .done
  }
}

extension FileCheck.File {
  /// What was recognised, in one line.
  fileprivate func description(in language: Language) -> String {
    let isVietnamese = language == .vietnamese
    guard let source, source.status == .read else {
      return isVietnamese ? "\(path): không dùng được" : "\(path): cannot be used"
    }
    let year = source.year.map(String.init) ?? ""
    let line = source.headerLine.map(String.init) ?? ""
    var parts =
      isVietnamese
      ? [
        "biểu mẫu \(source.form)", "nơi gửi \(source.sender)", "năm \(year)",
        "bảng mã \(source.encoding)", "dấu phân cách '\(source.delimiter)'",
        "tiêu đề ở dòng \(line)",
      ]
      : [
        "form \(source.form)", "sender \(source.sender)", "year \(year)",
        "encoding \(source.encoding)", "delimiter '\(source.delimiter)'", "header on line \(line)",
      ]
    if let account {
      parts.append(
        isVietnamese
          ? "\(account.rows) hàng, dùng được \(account.used)"
          : "\(account.rows) rows, \(account.used) usable"
      )
    }
    return "\(path): \(parts.joined(separator: ", "))"
  }
}
