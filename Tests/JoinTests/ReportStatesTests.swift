import Diagnostics
import GardenPlan
import Plan
import SeededNumbers
import Tables
import Testing

@testable import Join

@Suite struct ReportStatesTests {
  /// Beside the rule by itself: who knows about a unit are the unit, agencies, and all for the whole.
  @Test func whoKnowsAboutAUnitIsAsked() throws {
    let plan = try loadPlan(GardenPlan.folder).plan
    let year = plan.years.first
    let units = YearUnits(plan, year)
    let senders = plan.senders.filter { $0.eachLevel == nil }.map(\.id) + units.first.map(\.key)
    var numbers = SeededNumbers(seed: 53)
    var states: Set<ReportStates.State> = []
    for form in plan.forms where form.years.contains(year) {
      for _ in 0..<200 {
        let most = Int.random(in: 0...100, using: &numbers)
        let rows = senders.filter { _ in numbers.chance(70) }.map { sender in
          ReportingRow(
            form: form.name,
            sender: sender,
            year: year,
            status: numbers.chance(most) ? .onTime : .missing,
            due: nil,
            received: nil,
            files: 0,
            rows: 0,
            unitsExpected: 0,
            unitsReported: 0
          )
        }
        let kept = ReportStates(plan, form, year...year, units, ReportingIndex(rows))
        for unit in units.first.map(\.key) + [plan.unit] {
          let known = rows.filter {
            $0.sender == unit || unit == plan.unit || plan.sender($0.sender) != nil
          }
          let reported = known.count { $0.status == .onTime }
          let state: ReportStates.State =
            reported == 0 ? .none : reported == known.count ? .all : .some
          #expect(kept.state(of: unit) == state)
          states.insert(state)
        }
      }
    }
    #expect(states.count == 3)
  }
}
