import Diagnostics
package import Plan

/// Who has to send what, and whether it came.
package struct ReportingIndex: Sendable {
  private struct Key: Hashable {
    var form: String
    var sender: String
    var year: Int
  }

  private struct FormYear: Hashable {
    var form: String
    var year: Int
  }

  private let rows: [Key: ReportingRow]
  private let senders: [FormYear: [String]]

  package init(_ rows: [ReportingRow]) {
    self.rows = Dictionary(
      rows.map { (Key(form: $0.form, sender: $0.sender, year: $0.year), $0) }
    ) { first, _ in first }
    senders = Dictionary(grouping: rows) { FormYear(form: $0.form, year: $0.year) }
      .mapValues { $0.map(\.sender) }
  }

  /// Those who have to send a form for a year: ids of agencies and keys of units, in order.
  package func senders(_ form: String, year: Int) -> [String] {
    senders[FormYear(form: form, year: year)] ?? []
  }

  package func row(_ form: String, sender: String, year: Int) -> ReportingRow? {
    rows[Key(form: form, sender: sender, year: year)]
  }
}

extension ReportingRow {
  /// Whether something usable came.
  package var isReported: Bool { status == .onTime || status == .late }
}

extension Plan {
  /// Those who have to send a form for a year: ids of agencies and codes of units, in order.
  package func senders(of form: Form, in year: Int) -> [String] {
    guard form.years.contains(year) else { return [] }
    return form.senders.flatMap { id -> [String] in
      guard let sender = sender(id) else { return [] }
      guard let level = sender.eachLevel else { return [id] }
      return units(level: level, in: year)
    }
  }

  /// Codes of the units of a level below the plan's unit when a year begins.
  package func units(level: String, in year: Int) -> [String] {
    if level == memberLevel { return members(in: year).map(\.code) }
    return orgUnits.units(level: level, below: unit, year: year).map(\.code)
  }
}

extension OrgUnits {
  fileprivate func units(level: String, below parent: String, year: Int) -> [OrgUnit] {
    guard let start = CalendarDate(year: year, month: 1, day: 1) else { return [] }
    return units(level: level, below: parent, on: start)
  }
}
