import Plan
import Tables

/// Whether those who know about a unit have sent a form, for all of some years.
struct ReportStates {
  enum State { case all, some, none }

  private struct Count {
    var expected = 0
    var reported = 0

    mutating func add(isReported: Bool) {
      expected += 1
      if isReported { reported += 1 }
    }

    mutating func add(_ other: Count?) {
      expected += other?.expected ?? 0
      reported += other?.reported ?? 0
    }
  }

  private let home: String
  private let yearUnits: YearUnits
  private var all = Count()
  /// Of senders that know about every unit.
  private var common = Count()
  /// Of units that send for themselves, and know only their own rows.
  private var own: [String: Count] = [:]

  init(
    _ plan: Plan,
    _ form: Form,
    _ years: ClosedRange<Int>,
    _ yearUnits: YearUnits,
    _ reporting: ReportingIndex
  ) {
    home = plan.unit
    self.yearUnits = yearUnits
    for year in years where form.years.contains(year) {
      for sender in reporting.senders(form.name, year: year) {
        let isReported =
          reporting.row(form.name, sender: sender, year: year)?.isReported ?? false
        all.add(isReported: isReported)
        if plan.sender(sender) != nil {
          common.add(isReported: isReported)
        } else {
          own[sender, default: Count()].add(isReported: isReported)
        }
      }
    }
  }

  func state(of unit: String) -> State {
    var count = unit == home ? all : common
    if unit != home, !own.isEmpty {
      count.add(own[unit])
      for heir in yearUnits.unit(unit)?.heirs ?? [] where heir != unit { count.add(own[heir]) }
    }
    return count.reported == 0 ? .none : count.reported == count.expected ? .all : .some
  }
}
