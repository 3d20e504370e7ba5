import Diagnostics
import Foundation
import Plan
import Testing

@Suite struct YearUnitsTests {
  private static let plan = Result {
    try loadPlan(
      URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "pipelines/kh166").path
    ).plan
  }

  @Test func aYearOfChangesHasOldAndNewUnits() throws {
    let units = YearUnits(try Self.plan.get(), 2025)
    #expect(units.first.count == 18 && units.later.count == 9)
    #expect(Set(units.all.map(\.key)).count == 27)
    // A code that nobody had before is its own key.
    #expect(
      units.later.map(\.key).sorted() == [
        "29884", "29888", "30025", "30043", "30076@2025-07-01", "30085@2025-07-01",
        "30088@2025-07-01", "30112@2025-07-01", "30118@2025-07-01",
      ]
    )
    #expect(units.unit("30076@2025-07-01")?.origins == ["30076", "30100", "30109", "30121"])
    #expect(units.unit("30079")?.heirs == ["30025", "30088@2025-07-01"])
    #expect(units.unit("30076")?.days.upperBound == CalendarDate(year: 2025, month: 6, day: 30))
    #expect(units.groups.count == 8)
    #expect(units.groups.flatMap(\.self).count == 27)
    #expect(units.groups.contains(["30079", "30088", "30025", "30088@2025-07-01"]))
  }

  @Test func otherYearsHaveNone() throws {
    let plan = try Self.plan.get()
    #expect(!YearUnits(plan, 2024).hasChanges && YearUnits(plan, 2024).first.count == 18)
    #expect(!YearUnits(plan, 2026).hasChanges && !YearUnits(plan, 0).hasChanges)
  }

  /// Two changes in one year: A and B merge in March, what they became is divided in September.
  @Test func changesOfOneYearChain() throws {
    var plan = try Self.plan.get()
    func day(_ month: Int, _ day: Int) -> CalendarDate? {
      CalendarDate(year: 2030, month: month, day: day)
    }
    let march = try #require(day(3, 1))
    let september = try #require(day(9, 1))
    func unit(_ code: String, _ from: CalendarDate?, _ to: CalendarDate?) -> OrgUnit {
      OrgUnit(
        code: code,
        name: code,
        kind: "commune",
        level: plan.memberLevel,
        parent: plan.unit,
        validFrom: from,
        validTo: to
      )
    }
    plan.orgUnits = OrgUnits([
      unit("A", nil, day(2, 28)), unit("B", nil, day(2, 28)), unit("A", march, day(8, 31)),
      unit("C", september, nil), unit("A", september, nil), unit("D", nil, nil),
    ])
    let half = try #require(Share(1, of: 2))
    plan.unitChanges = [
      UnitChange(date: march, kind: .merge, from: "A", to: "A"),
      UnitChange(date: march, kind: .merge, from: "B", to: "A"),
      UnitChange(date: september, kind: .split, from: "A", to: "A", share: half, basis: .persons),
      UnitChange(date: september, kind: .split, from: "A", to: "C", share: half, basis: .persons),
    ]
    let units = YearUnits(plan, 2030)
    #expect(units.first.map(\.key) == ["A", "B", "D"])
    #expect(units.later.map(\.key) == ["A@2030-03-01", "A@2030-09-01", "C"])
    #expect(units.unit("C")?.origins == ["A", "B", "A@2030-03-01"])
    #expect(units.unit("B")?.heirs == ["A@2030-03-01", "A@2030-09-01", "C"])
    #expect(units.groups.map(\.count) == [5, 1])
  }
}
