import Boundaries
import Diagnostics
import Foundation
import Plan
import Testing

/// The reorganisation of 1 July 2025 as resolution 1663/NQ-UBTVQH15 has it, article 1.
@Suite(.timeLimit(.minutes(1)))
struct ReorganisationOf2025Tests {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "pipelines/kh166").path

  private let plan: Plan
  private let before: CalendarDate
  private let after: CalendarDate

  init() throws {
    let loaded = try loadPlan(Self.folder)
    try #require(!loaded.hasErrors)
    plan = loaded.plan
    before = try #require(CalendarDate(iso: "2024-12-31"))
    after = try #require(CalendarDate(iso: "2025-07-01"))
  }

  struct NewUnit: Sendable, CustomTestStringConvertible {
    let code: String
    let name: String
    /// Codes that go into it whole.
    let whole: [String]
    /// Per thousand of 30079 that the estimate by land area gives it.
    var part: Int?
    /// Per cent of its land that lay in the district.
    var covered = 100
    var testDescription: String { "\(code) \(name)" }
  }

  private static let newUnits = [
    NewUnit(code: "30025", name: "Xã Phú Cường", whole: [], part: 104, covered: 6),
    NewUnit(code: "30043", name: "Xã Phương Thịnh", whole: ["30082"], covered: 43),
    NewUnit(code: "30088", name: "Xã Phong Mỹ", whole: ["30088"], part: 896),
    NewUnit(code: "30085", name: "Xã Ba Sao", whole: ["30085", "30094"]),
    NewUnit(code: "30076", name: "Xã Mỹ Thọ", whole: ["30076", "30100", "30109", "30121"]),
    NewUnit(code: "30118", name: "Xã Bình Hàng Trung", whole: ["30103", "30118", "30124"]),
    NewUnit(code: "30112", name: "Xã Mỹ Hiệp", whole: ["30112", "30115", "30127"]),
    NewUnit(code: "29884", name: "Phường Mỹ Ngãi", whole: ["30091"], covered: 49),
    NewUnit(code: "29888", name: "Phường Mỹ Trà", whole: ["30097", "30106"], covered: 78),
  ]

  private func links() throws -> [Link] {
    let boundaries = Boundaries(on: after, units: plan.orgUnits, changes: plan.unitChanges)
    return plan.members(in: 2024).flatMap(boundaries.links)
  }

  @Test(arguments: newUnits)
  func `a new unit gets what the resolution gives it`(_ unit: NewUnit) throws {
    let links = try links().filter { $0.target.code == unit.code }
    #expect(links.filter { $0.amount == .whole }.map(\.source.code).sorted() == unit.whole)
    let parts = links.filter { $0.amount != .whole }
    if let part = unit.part {
      let share = try #require(Share(part, of: 1_000))
      #expect(parts.map(\.source.code) == ["30079"])
      #expect(parts.map(\.amount) == [.part(share, isEstimate: true)])
    } else {
      #expect(parts.isEmpty)
    }
    let now = try #require(plan.orgUnits.unit(unit.code, on: after))
    #expect(now.name == unit.name)
    let boundaries = Boundaries(on: after, units: plan.orgUnits, changes: plan.unitChanges)
    #expect(boundaries.covered(now, since: before) == Share(unit.covered, of: 100))
  }

  @Test func `eighteen units become nine by nineteen links`() throws {
    let links = try links()
    #expect(links.count == 19)
    #expect(Set(links.map(\.source)).count == 18)
    #expect(Set(links.map(\.target)).count == 9)
  }

  @Test func `a code alone does not say which unit`() throws {
    // 30076 was the town, one of four that merged; 30043 was a commune of another district.
    let town = try #require(plan.orgUnits.unit("30076", on: before))
    let merged = try #require(plan.orgUnits.unit("30076", on: after))
    #expect(UnitKey(town) != UnitKey(merged))
    #expect(town.name == "Thị trấn Mỹ Thọ" && merged.name == "Xã Mỹ Thọ")
    #expect(plan.orgUnits.unit("30043", on: before) == nil)
    #expect(plan.orgUnits.unit("30100", on: after) == nil)
  }

  @Test func `new figures cannot be taken apart for the old units`() throws {
    let boundaries = Boundaries(on: before, units: plan.orgUnits, changes: plan.unitChanges)
    for unit in Self.newUnits {
      let now = try #require(plan.orgUnits.unit(unit.code, on: after))
      let links = boundaries.links(of: now)
      let sources = (unit.whole + (unit.part == nil ? [] : ["30079"])).sorted()
      #expect(links.map(\.target.code) == sources)
      #expect(links.allSatisfy { $0.amount == .unknown })
    }
  }
}
