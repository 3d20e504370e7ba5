import Diagnostics
import Plan
import Tables
import Testing

@testable import Reports

@Suite struct ReconciliationTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var own: FactRow
    var office: FactRow
    var outcome: ReconciliationRow.Outcome
    var difference: Int64?
    var relative: Double?
    var testDescription: String { "\(own.value.map(\.description) ?? "–") \(outcome)" }
  }

  private static func own(
    _ value: Int64?,
    missing: MissingReason? = nil,
    isPartial: Bool = false
  ) -> FactRow {
    SharedPlan.fact("year.checked", "p1", value, missing: missing, isPartial: isPartial)
  }

  private static func office(_ value: Int64?, isPartial: Bool = false) -> FactRow {
    SharedPlan.fact("cases.checked", "p1", value, isPartial: isPartial)
  }

  @Test(arguments: [
    Case(own: own(7), office: office(7), outcome: .agrees, difference: 0, relative: 0),
    Case(own: own(9), office: office(6), outcome: .differs, difference: 3, relative: 0.5),
    Case(own: own(3), office: office(6), outcome: .differs, difference: -3, relative: -0.5),
    Case(own: own(3), office: office(0), outcome: .differs, difference: 3),
    Case(own: own(0), office: office(0), outcome: .agrees, difference: 0),
    Case(own: own(nil, missing: .noCase), office: office(0), outcome: .agrees, difference: 0),
    Case(
      own: own(nil, missing: .noCase),
      office: office(2),
      outcome: .differs,
      difference: -2,
      relative: -1
    ),
    // What nobody reported is no difference, and a lower bound neither agrees nor differs.
    Case(own: own(nil), office: office(6), outcome: .notCompared),
    Case(own: own(6), office: office(nil), outcome: .notCompared),
    Case(own: own(nil, missing: .suppressed), office: office(6), outcome: .notCompared),
    Case(own: own(nil, missing: .conflict), office: office(6), outcome: .notCompared),
    Case(own: own(7, isPartial: true), office: office(6), outcome: .notCompared),
    Case(own: own(7), office: office(7, isPartial: true), outcome: .notCompared),
  ])
  func `a source is set against the one that is used`(_ example: Case) throws {
    let rows = reconciliation(try SharedPlan.plan(), [example.own, example.office])
      .filter { $0.measure == "visits" }
    #expect(rows.map(\.source) == ["year.checked", "cases.checked"])
    #expect(rows.map(\.sender) == ["p1", "office"])
    #expect(rows[1].outcome == .used && rows[1].difference == nil)
    #expect(rows[0].outcome == example.outcome)
    #expect(rows[0].difference == example.difference.map { FixedDecimal($0) })
    #expect(rows[0].relativeDifference == example.relative)
  }

  @Test func `of a measure of the whole plan members' figures are summed`() throws {
    let plan = try SharedPlan.plan()
    func rows(_ facts: [FactRow]) -> [ReconciliationRow] {
      reconciliation(plan, facts).filter { $0.measure == "all-visits" }
    }
    let own = (1...3).map { SharedPlan.fact("year.checked", "p\($0)", Int64($0)) }
    let office = (1...3).map { SharedPlan.fact("cases.checked", "p\($0)", 3) }
    let all = rows(own + office)
    #expect(all.map(\.unit) == ["S", "S"])
    #expect(all.map(\.value) == [FixedDecimal(6), FixedDecimal(9)])
    #expect(all[1].outcome == .differs && all[1].difference == FixedDecimal(3))
    #expect(all.map(\.sender) == ["parishes", "office"])
    // Without one of them the sum is the least that it can be; with a hidden one it is none.
    let lacking = rows(own + office.dropLast() + [SharedPlan.fact("cases.checked", "p3", nil)])
    #expect(lacking[1].value == FixedDecimal(6) && lacking[1].isPartial)
    #expect(lacking[1].outcome == .notCompared)
    let hidden = SharedPlan.fact("cases.checked", "p3", nil, missing: .suppressed)
    #expect(rows(own + office.dropLast() + [hidden])[1].missing == .suppressed)
    #expect(rows(own + office.dropLast() + [hidden])[1].value == nil)
  }

  @Test func `one source alone is no comparison`() throws {
    let plan = try SharedPlan.plan()
    #expect(reconciliation(plan, [Self.own(4)]).isEmpty)
    let years = [Self.own(4), SharedPlan.fact("cases.checked", "p1", 4, year: 2022)]
    #expect(reconciliation(plan, years).isEmpty)
    #expect(reconciliation(try Invented.plan(), [Self.own(4), Self.office(5)]).isEmpty)
  }

  @Test func `the report says who agrees and shows the largest difference first`() throws {
    var tables = InventedTables.example
    tables.otherFacts = SharedPlan.office(tables, "checked", plus: [0, 1, -2, 0, nil])
    let text = try #require(tables.texts(plan: try SharedPlan.plan())["bao-cao.md"])
    // p4 did not report, p5's figure of the office is not there.
    #expect(
      text.contains(
        "**Việc visits.** 1 trong 5 đơn vị khớp nhau; 2 khác nhau; 2 có nguồn chưa báo cáo. "
          + "Dùng số của Văn phòng (02): vì ghi từng việc."
      )
    )
    let lines = text.split(separator: "\n").map(String.init)
    let first = try #require(lines.firstIndex { $0.hasPrefix("| Xã Ba |") })
    #expect(lines[first] == "| Xã Ba | 2 | 0 | +2 | – |")
    #expect(lines[first + 1] == "| Xã Hai | 5 | 6 | −1 | −16,7 % |")
    #expect(!text.contains("| Xã Một |"))
    #expect(text.contains("**Việc all-visits.** Chưa so sánh được; có nguồn mới là cận dưới."))
    let english = tables.texts(plan: try SharedPlan.plan(), language: .english)
    #expect(
      try #require(english["bao-cao.md"]).contains(
        "1 of 5 units agree; 2 differ; 2 lack a source that has not reported. Used: Văn phòng (02)."
      )
    )
  }

  @Test func `each sender is asked about what others state otherwise`() throws {
    var tables = InventedTables.example
    tables.otherFacts =
      SharedPlan.office(tables, "checked", plus: [0, 1, 0, 0, 0])
      + SharedPlan.office(tables, "need", plus: [0, 20, 0, 0, 0])
    let texts = tables.texts(plan: try SharedPlan.plan())
    let own = try #require(texts["tra-lai/p2.md"])
    #expect(own.contains("## Số liệu khác với nguồn khác (2)"))
    #expect(own.contains("| Xã Hai | Việc visits | Các xã (01): 5 | Văn phòng (02): 6 |"))
    #expect(own.contains("| Xã Hai | Việc persons | Các xã (01): 14 | Văn phòng (02): không nêu"))
    let office = try #require(texts["tra-lai/office.md"])
    #expect(office.contains("| Xã Hai | Việc visits | Văn phòng (02): 6 | Các xã (01): 5 |"))
    #expect(
      office.contains("| Xã Hai | Việc persons | Văn phòng (02): 34 | Các xã (01): không nêu")
    )
    #expect(office.contains("| Huyện Mẫu | Việc all-visits |") == false)
    for unit in ["p1", "p3", "p4", "p5"] {
      let text = try #require(texts["tra-lai/\(unit).md"])
      #expect(!text.contains("Số liệu khác với nguồn khác"))
    }
  }
}
