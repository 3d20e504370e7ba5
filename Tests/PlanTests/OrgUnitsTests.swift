import Diagnostics
import Foundation
import Plan
import SeededNumbers
import Testing

@Suite struct OrgUnitsTests {
  private static func pipeline(_ name: String) throws -> LoadedPlan {
    try loadPlan(
      URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "pipelines/\(name)").path
    )
  }

  private static let plan = Result { try pipeline("kh166").plan }

  private static func day(_ year: Int, _ month: Int) throws -> CalendarDate {
    try #require(CalendarDate(year: year, month: month, day: 1))
  }

  /// The index must give what a look at every unit gives, also for codes that are used again.
  @Test(arguments: [2010, 2020, 2024, 2025, 2026], [1, 7])
  func lookingUpEqualsLookingThrough(year: Int, month: Int) throws {
    let units = try Self.plan.get().orgUnits
    let day = try Self.day(year, month)
    for code in Set(units.all.map(\.code)).union(["", "0", "zz"]) {
      #expect(Array(units.units(code: code)) == units.all.filter { $0.code == code })
      let found = units.all.first { $0.code == code && $0.exists(on: day) }
      #expect(units.unit(code, on: day) == found)
    }
  }

  @Test func unitsOfOneCodeStandByFirstDay() throws {
    func unit(_ code: String, _ year: Int?) throws -> OrgUnit {
      OrgUnit(
        code: code,
        name: "\(code) \(year ?? 0)",
        kind: "",
        level: "",
        parent: "",
        validFrom: try year.map { try Self.day($0, 1) }
      )
    }
    let units = OrgUnits([
      try unit("B", 2020), try unit("A", 2021), try unit("B", nil), try unit("B", 2010),
    ])
    #expect(units.all.map(\.name) == ["A 2021", "B 0", "B 2010", "B 2020"])
    #expect(units.units(code: "B").map(\.name) == ["B 0", "B 2010", "B 2020"])
    #expect(units.units(code: "C").isEmpty && OrgUnits([]).units(code: "A").isEmpty)
  }

  /// Parents may run in a circle in a wrong file, or lead nowhere.
  @Test(.timeLimit(.minutes(1))) func parentsThatLeadNowhereEnd() throws {
    func unit(_ code: String, in parent: String) -> OrgUnit {
      OrgUnit(code: code, name: code, kind: "", level: "x", parent: parent)
    }
    let units = OrgUnits([
      unit("A", in: "B"), unit("B", in: "A"), unit("C", in: "nowhere"), unit("D", in: "C"),
      unit("E", in: "root"), unit("F", in: "E"),
    ])
    let day = try Self.day(2020, 1)
    #expect(units.units(level: "x", below: "root", on: day).map(\.code) == ["E", "F"])
    #expect(units.units(level: "x", below: "A", on: day).map(\.code) == ["A", "B"])
    #expect(units.units(level: "x", below: "nowhere", on: day).map(\.code) == ["C", "D"])
    #expect(units.units(level: "y", below: "root", on: day).isEmpty)
  }

  /// Lists are kept for all days between which nothing changes: each day has its own all the same, also
  /// when it is asked again after others.
  @Test func eachDayHasItsOwnUnits() throws {
    let units = try Self.plan.get().orgUnits
    let levels = Set(units.all.map(\.level)).sorted()
    let parents = Set(units.all.map(\.parent)).sorted()
    let changes = units.all.flatMap { [$0.validFrom, $0.validTo] }.compactMap(\.self)
    let days = Set(changes).sorted().flatMap { day in
      [-1, 0, 1].compactMap { CalendarDate(year: day.year, month: day.month, day: day.day + $0) }
        + [CalendarDate(year: day.year, month: 1, day: 1)].compactMap(\.self)
    }
    try #require(days.count > 3 && parents.count > 1)
    for level in levels {
      for parent in parents {
        for day in days + days.reversed() {
          let found = units.units(level: level, below: parent, on: day)
          #expect(found == OrgUnits(units.all).units(level: level, below: parent, on: day))
          #expect(found.allSatisfy { $0.level == level && $0.exists(on: day) })
          // Those whose own parent it is are among them.
          let own = units.all.filter { unit in
            unit.level == level && unit.parent == parent && unit.exists(on: day)
          }
          #expect(own.allSatisfy(found.contains))
        }
      }
    }
  }

  /// Going down from a unit finds what going up from each unit finds, whatever the file says.
  @Test(arguments: 1...30) func goingDownFindsWhatGoingUpFinds(_ seed: UInt64) throws {
    var numbers = SeededNumbers(seed: seed)
    let codes = (0..<14).map { "u\($0)" }
    let all = try (0..<24).map { _ in
      let begin = Int.random(in: 2018...2023, using: &numbers)
      return OrgUnit(
        code: numbers.pick(codes, or: ""),
        name: "",
        kind: "",
        level: numbers.pick(["x", "y"], or: ""),
        parent: numbers.pick(codes + ["top"], or: ""),
        validFrom: numbers.chance(60) ? try Self.day(begin, 1) : nil,
        validTo: numbers.chance(30) ? try Self.day(begin + 2, 1) : nil
      )
    }
    let units = OrgUnits(all)
    for year in 2018...2025 {
      let day = try Self.day(year, 6)
      for parent in codes + ["top"] {
        for level in ["x", "y"] {
          let expected = units.all.filter { unit in
            var (current, steps) = (unit, 0)
            while current.parent != parent, steps < 99,
              let above = units.unit(current.parent, on: day)
            {
              current = above
              steps += 1
            }
            return unit.level == level && unit.exists(on: day) && current.parent == parent
          }
          #expect(units.units(level: level, below: parent, on: day) == expected)
        }
      }
    }
  }

  /// Looking through all units for each of them takes half a minute here.
  @Test(.timeLimit(.minutes(1))) func aWholeCountryIsAPlan() throws {
    let loaded = try Self.pipeline("national")
    #expect(loaded.findings.isEmpty)
    #expect(loaded.plan.members(in: 2020).count == 10_600)
    #expect(loaded.plan.orgUnits.all.count == 10_600 + 63 + 1)
  }
}
