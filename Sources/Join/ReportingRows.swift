import Diagnostics
import Plan
import Tables

/// One row for each form, sender and year in which it is due.
///
/// A report is on time if its first usable file came before the due day: plans say "trước ngày". Rows
/// that a register does not have count as none, so that a file whose rows are all set aside is not
/// usable: it would be taken for a register without cases.
func reportingRows(
  _ plan: Plan,
  years: ClosedRange<Int>,
  files: [SourceFileRow],
  accounts: [RowAccountRow],
  records byForm: [String: TypedRecords],
  reports: YearReports
) -> [ReportingRow] {
  let wasted = Set(accounts.filter { $0.rows > 0 && $0.setAside == $0.rows }.map(\.file))
  var rows: [ReportingRow] = []
  for form in plan.forms {
    let counts = SentRows(byForm[form.name])
    // A province's communes may all be senders, each with files of its own.
    let sentFiles = Dictionary(
      grouping: files.filter { $0.forms.contains(form.name) && $0.reason != "after-as-of" }
    ) { SenderYear(sender: reports.sender(ofFile: $0), year: $0.year) }
    for year in years where form.years.contains(year) {
      let due = CalendarDate(year: year, month: form.due.month, day: form.due.day)
      let members = plan.members(in: year).count
      for sender in plan.senders(of: form, in: year, reports) {
        let sent = sentFiles[SenderYear(sender: sender, year: year)] ?? []
        let usable = sent.filter {
          $0.status == .read && (form.kind != .register || !wasted.contains($0.file))
        }
        let received = usable.compactMap(\.received).min()
        let counts = counts.of(sender, year: year)
        let expected = form.covers == .members ? members : 1
        let hasAll = form.kind == .register && !usable.isEmpty
        let units = form.covers == .members ? reports.expected(form, in: year) : nil
        let told = units.map { $0.later.isEmpty ? counts.units : $0.told } ?? counts.units
        rows.append(
          ReportingRow(
            form: form.name,
            sender: sender,
            year: year,
            status: status(sent: sent, usable: usable, received: received, due: due),
            due: due,
            received: received,
            files: sent.count,
            rows: counts.rows,
            unitsExpected: expected,
            unitsReported: hasAll ? expected : min(expected, told)
          )
        )
      }
    }
  }
  return rows
}

private struct SenderYear: Hashable {
  var sender: String
  var year: Int?
}

private func status(
  sent: [SourceFileRow],
  usable: [SourceFileRow],
  received: CalendarDate?,
  due: CalendarDate?
) -> ReportingRow.Status {
  if sent.isEmpty { return .missing }
  if usable.isEmpty { return .setAside }
  guard let received, let due, received >= due else { return .onTime }
  return .late
}
