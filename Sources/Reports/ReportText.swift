internal import Diagnostics
internal import Plan
internal import Tables

/// The report itself: the plan's template with its directives replaced.
extension ReportContext {
  func rendered(_ template: Template) -> String {
    var text: [String] = []
    for line in template.lines {
      let rendered = line.parts.map(rendered).joined()
      let isBlock = line.parts.contains { if case .block = $0 { true } else { false } }
      // Blocks begin after a blank line, or lists and tables would run into the text above.
      if isBlock, !rendered.isEmpty, text.last?.isEmpty == false { text.append("") }
      if rendered.isEmpty, text.last?.isEmpty != false { continue }
      text.append(rendered)
    }
    while text.last?.isEmpty == true { text.removeLast() }
    return text.joined(separator: "\n")
  }

  private func rendered(_ part: Template.Part) -> String {
    switch part {
    case .text(let text): text
    case .inline(let name): InlineDirective(rawValue: name).map(inline) ?? ""
    case .block(let name, let arguments):
      BlockDirective(rawValue: name).map { block($0, arguments) } ?? ""
    case .unclosed: ""
    }
  }

  private func inline(_ directive: InlineDirective) -> String {
    switch directive {
    case .planTitle: say(plan.title)
    case .planNumber: plan.document.number
    case .unitName: unitName(plan.unit)
    case .year: String(year)
    case .asOf: numbers.date(tables.settings.asOf)
    case .years: year > plan.years.base ? "\(plan.years.base)–\(year)" : String(year)
    case .notice: say(tables.settings.notice)
    }
  }

  private func block(_ directive: BlockDirective, _ arguments: [String]) -> String {
    switch directive {
    case .notice: notice
    case .summary: summaryBlock()
    case .targets: targetsBlock()
    case .targetUnits: targetUnitsBlock()
    case .targetDetails: targetDetailsBlock()
    case .sentences: sentencesBlock(arguments)
    case .indicators: indicatorsBlock(arguments)
    case .agency: arguments.first.map(agencyBlock) ?? ""
    case .discipline: disciplineBlock()
    case .notes: arguments.first.map(notesBlock) ?? ""
    case .contradictions: contradictionsBlock(ofAllYears: arguments == ["all"])
    case .findings: findingsBlock()
    case .revisions: revisionsBlock()
    case .reconciliation: reconciliationBlock()
    case .scoring: scoringBlock()
    case .trends: trendsBlock()
    case .comparison: comparisonBlock()
    case .clauses: clausesBlock()
    case .readings: readingsBlock()
    case .methods: methodsBlock()
    case .register: arguments.first.map(registerBlock) ?? ""
    case .units: unitsBlock(arguments)
    }
  }
}
