package import Diagnostics
package import Plan

/// A report template: Markdown with directives in double braces.
struct Template: Sendable {
  enum Part: Sendable, Equatable {
    case text(String)
    /// Alone on its line: replaced by a block.
    case block(name: String, arguments: [String])
    /// Inside a line: replaced by a text.
    case inline(name: String)
    /// Braces that are never closed.
    case unclosed
  }

  struct Line: Sendable, Equatable {
    var number: Int
    var parts: [Part]
  }

  let lines: [Line]

  init(_ text: String) {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map {
      Line(number: $0 + 1, parts: Self.parts(of: $1))
    }
  }

  private static func parts(of line: Substring) -> [Part] {
    var parts: [Part] = []
    var rest = line.last == "\r" ? line.dropLast() : line
    while let open = rest.firstRange(of: "{{") {
      guard let close = rest[open.upperBound...].firstRange(of: "}}") else {
        return parts + [.unclosed]
      }
      let before = rest[..<open.lowerBound]
      if !before.isEmpty { parts.append(.text(String(before))) }
      let words = rest[open.upperBound..<close.lowerBound].split(whereSeparator: \.isWhitespace)
        .map(String.init)
      rest = rest[close.upperBound...]
      let isAlone = parts.allSatisfy(\.isBlank) && rest.allSatisfy(\.isWhitespace)
      let name = words.first ?? ""
      if isAlone, InlineDirective(rawValue: name) == nil || name == "notice" {
        return [.block(name: name, arguments: Array(words.dropFirst()))]
      }
      parts.append(.inline(name: words.joined(separator: " ")))
    }
    if !rest.isEmpty { parts.append(.text(String(rest))) }
    return parts
  }
}

extension Template.Part {
  fileprivate var isBlank: Bool {
    if case .text(let text) = self { text.allSatisfy(\.isWhitespace) } else { false }
  }
}

/// Directives that stand inside a line.
enum InlineDirective: String, CaseIterable, Sendable {
  case planTitle = "plan.title"
  case planNumber = "plan.number"
  case unitName = "unit.name"
  case year
  case asOf = "as-of"
  case years
  case notice
}

/// Directives that stand alone on a line.
enum BlockDirective: String, CaseIterable, Sendable {
  case notice, summary, targets
  case targetUnits = "target-units"
  case targetDetails = "target-details"
  case sentences, indicators, agency, discipline, notes, contradictions, findings, revisions,
    reconciliation, scoring
  case trends, comparison, clauses, readings, methods, register, units
}

/// What is wrong with a plan's report templates.
///
/// - Parameter plan: The plan; its templates are searched by language.
/// - Returns: Findings with the line in the template, worst first.
package func templateFaults(_ plan: Plan) -> [Finding] {
  var findings: [Finding] = []
  for language in Language.allCases {
    guard let text = plan.templates[language] else { continue }
    let file = "\(plan.folder)/report.\(language.rawValue).md"
    for line in Template(text).lines {
      for part in line.parts {
        guard let fault = fault(of: part, in: plan) else { continue }
        findings.append(
          Finding(
            fault.code,
            .error,
            at: Location(file: file, line: line.number),
            found: fault.found,
            expected: fault.expected
          )
        )
      }
    }
  }
  return findings.sorted()
}

private struct TemplateFault {
  var code: String
  var found: String
  var expected: LocalisedText
}

private func fault(of part: Template.Part, in plan: Plan) -> TemplateFault? {
  switch part {
  case .text:
    return nil
  case .unclosed:
    return TemplateFault(
      code: "template-unclosed",
      found: "{{",
      expected: LocalisedText(vi: "'}}' trên cùng dòng", en: "'}}' on the same line")
    )
  case .inline(let name):
    guard InlineDirective(rawValue: name) == nil else { return nil }
    return TemplateFault(
      code: "template-unknown-directive",
      found: name,
      expected: BlockDirective(rawValue: String(name.prefix { $0 != " " })) == nil
        ? oneOf(InlineDirective.allCases.map(\.rawValue))
        : LocalisedText(vi: "lệnh này đứng riêng một dòng", en: "this directive alone on a line")
    )
  case .block(let name, let arguments):
    guard let directive = BlockDirective(rawValue: name) else {
      return TemplateFault(
        code: "template-unknown-directive",
        found: name,
        expected: oneOf(
          BlockDirective.allCases.map(\.rawValue) + InlineDirective.allCases.map(\.rawValue)
        )
      )
    }
    return argumentFault(directive, arguments, plan)
  }
}

private func argumentFault(
  _ directive: BlockDirective,
  _ arguments: [String],
  _ plan: Plan
) -> TemplateFault? {
  func fault(_ found: String, vi: String, en: String) -> TemplateFault {
    TemplateFault(
      code: "template-argument",
      found: found,
      expected: LocalisedText(vi: vi, en: en)
    )
  }
  switch directive {
  case .sentences, .indicators, .units:
    let unknown = arguments.first { argument in
      !plan.clauses.contains { ReportContext.isClause($0.id, within: argument) }
    }
    guard arguments.isEmpty || unknown != nil else { return nil }
    return fault(unknown ?? directive.rawValue, vi: "mã các mục của kế hoạch", en: "ids of clauses")
  case .agency:
    guard arguments.count != 1 || !arguments.contains(where: { plan.sender($0) != nil }) else {
      return nil
    }
    return fault(
      arguments.joined(separator: " "),
      vi: "mã một nơi gửi báo cáo",
      en: "the id of one sender"
    )
  case .notes:
    guard arguments.count != 1 || !arguments.contains(where: { noteField($0, in: plan) != nil })
    else { return nil }
    return fault(
      arguments.joined(separator: " "),
      vi: "một trường ghi chú, viết 'biểu.trường'",
      en: "one note field, written 'form.field'"
    )
  case .register:
    guard arguments.count != 1 || !arguments.contains(where: { isRegister($0, in: plan) })
    else { return nil }
    return fault(
      arguments.joined(separator: " "),
      vi: "tên một biểu dạng sổ",
      en: "the name of one register"
    )
  case .contradictions:
    guard arguments.isEmpty || arguments == ["all"] else {
      return fault(
        arguments.joined(separator: " "),
        vi: "không có tham số, hoặc 'all' cho mọi năm",
        en: "no argument, or 'all' for every year"
      )
    }
    return nil
  default:
    guard let first = arguments.first else { return nil }
    return fault(first, vi: "không có tham số", en: "no argument")
  }
}

private func oneOf(_ names: [String]) -> LocalisedText {
  let list = names.joined(separator: ", ")
  return LocalisedText(vi: "một trong \(list)", en: "one of \(list)")
}

private func isRegister(_ name: String, in plan: Plan) -> Bool {
  plan.form(name)?.kind == .register
}

/// Positions of a note field's form and of the field in it.
func noteField(_ name: String, in plan: Plan) -> (form: Int, field: Int)? {
  let parts = name.split(separator: ".").map(String.init)
  guard parts.count == 2,
    let form = plan.forms.firstIndex(where: { $0.name == parts[0] }),
    let field = plan.forms[form].field(parts[1]),
    plan.forms[form].fields[field].type == .string
  else { return nil }
  return (form, field)
}
