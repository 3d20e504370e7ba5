import Diagnostics
import Plan
import Tables

/// Figures that do not fit the same unit's other years, as findings for their senders.
///
/// The year evaluated is asked about as the plan says; errors of the hand in earlier years are noted,
/// as their figures are the base of changes. No figure is changed.
func outlierFindings(
  _ plan: Plan,
  years: ClosedRange<Int>,
  facts: [FactRow],
  files: [SourceFileRow]
) -> [Finding] {
  guard !plan.checks.isEmpty else { return [] }
  let table = OwnYearsTable(plan, facts)
  let alarms = OutlierAlarms(plan, years: years, table: table).alarms().onePerFigure()
  let places = SourcePlaces(plan, files)
  return alarms.map { finding($0, table, places) }
    + copiedFindings(plan, years: years, table: table, places: places)
}

private func finding(_ alarm: Alarm, _ table: OwnYearsTable, _ places: SourcePlaces) -> Finding {
  let sources = table.years(of: alarm.element, unit: alarm.unit)?.point(alarm.year)?.sources ?? []
  let place = places.place(of: sources, element: alarm.element)
  return Finding(
    alarm.code,
    alarm.severity,
    at: place.location,
    sender: place.sender,
    field: place.field,
    year: alarm.year,
    found: place.typed(alarm.found),
    proposal: alarm.proposal.map(place.typed) ?? "",
    message: alarm.message,
    isSensitive: alarm.isSensitive
  )
}

private func copiedFindings(
  _ plan: Plan,
  years: ClosedRange<Int>,
  table: OwnYearsTable,
  places: SourcePlaces
) -> [Finding] {
  var findings: [Finding] = []
  for check in plan.checks {
    guard case .copied(let settings) = check.kind else { continue }
    let copied = LastYearCopied(
      check: settings,
      plan: plan,
      table: table,
      senders: places.senders
    )
    for name in settings.forms {
      guard let form = plan.form(name) else { continue }
      for year in years.dropFirst() {
        for repeated in copied.repeats(of: form, year) {
          findings.append(
            Finding(
              check.kind.code,
              year == years.upperBound ? check.severity : .note,
              at: places.place(of: repeated.sources, element: "").location,
              sender: repeated.sender,
              year: year,
              message: LastYearCopied.sentence(repeated, form, year)
            )
          )
        }
      }
    }
  }
  return findings
}

/// Where figures stand in the senders' files.
struct SourcePlaces {
  let senders: [Int: String]
  private let files: [Int: SourceFileRow]
  private let fields: [String: String]

  struct Place {
    var location: Location
    var sender: String
    /// Field of the form, or id of an element that stands in no single cell.
    var field: String
    /// What the header multiplies the cell by.
    var scale: Int64

    /// A number as it stands in the cell; empty where it cannot stand there.
    func typed(_ number: FixedDecimal) -> String {
      guard scale != 1 else { return number.description }
      guard let whole = number.integer, whole.isMultiple(of: scale) else { return "" }
      return String(whole / scale)
    }
  }

  init(_ plan: Plan, _ files: [SourceFileRow]) {
    self.files = Dictionary(files.map { ($0.file, $0) }) { first, _ in first }
    senders = self.files.mapValues(\.sender)
    var fields: [String: String] = [:]
    for element in plan.elements {
      guard case .field(let form, let field) = element.source else { continue }
      fields[element.id] = plan.form(form)?.fields[field].name
    }
    self.fields = fields
  }

  /// The first place of a figure's sources.
  func place(of sources: FactSources, element: String) -> Place {
    guard let row = sources.first, let file = files[row.file] else {
      return Place(location: Location(file: ""), sender: "", field: element, scale: 1)
    }
    let field = fields[element]
    return Place(
      location: Location(
        file: file.path,
        line: row.line,
        column: field.flatMap { file.fieldColumns[$0] }
      ),
      sender: file.sender,
      field: field ?? element,
      scale: max(1, Int64(field.flatMap { file.fieldScales[$0] } ?? 1))
    )
  }
}
