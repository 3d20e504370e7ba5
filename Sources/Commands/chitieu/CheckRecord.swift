import Diagnostics
import Foundation
import Pipeline
import Plan
import Tables

/// A check for programs; the keys are those of the published tables where there is one.
struct CheckRecord: Encodable {
  struct File: Encodable {
    var path: String
    var status: String
    var reason: String?
    var encoding: String?
    var delimiter: String?
    var headerLine: Int?
    var form: String?
    var formTitle: String?
    var sender: String?
    var senderName: String?
    var year: Int?
    var rows: Int?
    var used: Int?
    var superseded: Int?
    var setAside: Int?
  }

  struct Entry: Encodable {
    var stage: String
    var severity: String
    var code: String
    var file: String
    var line: Int?
    var column: Int?
    var columnLetters: String?
    var sender: String?
    var field: String?
    var year: Int?
    var found: String?
    var proposal: String?
    var messageVi: String
    var messageEn: String
  }

  var files: [File]
  var findings: [Entry]

  init(_ check: FileCheck, _ plan: Plan, _ language: Language) {
    files = check.files.map { file in
      let source = file.source
      return File(
        path: file.path,
        status: source.status.rawValue,
        reason: source.reason.nonEmpty,
        encoding: source.encoding.nonEmpty,
        delimiter: source.delimiter.nonEmpty,
        headerLine: source.headerLine,
        form: source.form.nonEmpty,
        formTitle: plan.form(source.form)?.title.text(in: language),
        sender: source.sender.nonEmpty,
        senderName: plan.sender(source.sender)?.title.text(in: language)
          ?? source.year.flatMap { year in
            plan.members(in: year).first { $0.code == source.sender }?.name
          },
        year: file.isOfNobody ? nil : source.year,
        rows: file.account?.rows,
        used: file.account?.used,
        superseded: file.account?.superseded,
        setAside: file.account?.setAside
      )
    }
    findings = Self.entries(check.findings)
  }

  /// Of a plan folder, in which there is no file of a sender.
  init(findings: [FindingRow]) {
    files = []
    self.findings = Self.entries(findings)
  }

  private static func entries(_ rows: [FindingRow]) -> [Entry] {
    rows.map { row in
      let finding = row.finding
      return Entry(
        stage: row.stage,
        severity: finding.severity.rawValue,
        code: finding.code,
        file: finding.location.file,
        line: finding.location.line,
        column: finding.location.column,
        columnLetters: finding.location.column.map(Location.letters(ofColumn:)),
        sender: finding.sender.nonEmpty,
        field: finding.field.nonEmpty,
        year: finding.year,
        found: finding.found.nonEmpty,
        proposal: finding.proposal.nonEmpty,
        messageVi: finding.message.vietnamese,
        messageEn: finding.message.english
      )
    }
  }

  var json: String {
    get throws {
      let encoder = JSONEncoder()
      encoder.keyEncodingStrategy = .convertToSnakeCase
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
  }
}

extension String {
  fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}
