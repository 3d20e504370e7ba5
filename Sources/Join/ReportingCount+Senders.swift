import Plan
import Tables

extension Plan {
  /// The number that a rule's `expected`, `reported` or `on_time` stands for in a year.
  func senders(_ count: ReportingCount, in year: Int, _ reporting: ReportingIndex) -> Int {
    var rows: [String: [ReportingRow?]] = [:]
    for form in count.forms.compactMap({ form($0) }) {
      for sender in reporting.senders(form.name, year: year) {
        rows[sender, default: []].append(reporting.row(form.name, sender: sender, year: year))
      }
    }
    return switch count.function {
    case .expected: rows.count
    case .reported: rows.values.count { $0.allSatisfy { $0?.isReported ?? false } }
    case .onTime: rows.values.count { $0.allSatisfy { $0?.status == .onTime } }
    }
  }
}
