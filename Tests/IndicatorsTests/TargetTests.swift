import Diagnostics
import Tables
import Testing

@Suite struct TargetTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var target: String
    var unit = "R"
    var element: String
    /// Values of V1, V2, V3 by year from 2020.
    var values: [[Int64?]]
    var status: TargetStatus
    var worst: TargetStatus?
    var best: TargetStatus?
    var since: Int?
    var testDescription: String { name }
  }

  static let lessons = "village.lessons"
  static let clean = "village.clean"
  static let weeds = "village.weeds"

  static let cases: [Case] = [
    Case(
      name: "reach: all",
      target: "G1",
      element: lessons,
      values: [[1, 1, 1], [1, 1, 1]],
      status: .reached
    ),
    Case(
      name: "reach: two of three",
      target: "G1",
      element: lessons,
      values: [[1, 1, 1], [1, 1, 0]],
      status: .notReached
    ),
    Case(
      name: "reach: one missing, rest yes",
      target: "G1",
      element: lessons,
      values: [[1, 1, 1], [1, 1, nil]],
      status: .undecided,
      worst: .notReached,
      best: .reached
    ),
    Case(
      name: "reach: one missing, one no",
      target: "G1",
      element: lessons,
      values: [[1, 1, 1], [1, 0, nil]],
      status: .notReached
    ),
    Case(
      name: "reach: none reported",
      target: "G1",
      element: lessons,
      values: [[1, 1, 1], [nil, nil, nil]],
      status: .notReported,
      worst: .notReached,
      best: .reached
    ),
    Case(
      name: "reach: unit",
      target: "G1",
      unit: "V3",
      element: lessons,
      values: [[1, 1, 1], [1, 1, 0]],
      status: .notReached
    ),
    Case(
      name: "reach: unit missing",
      target: "G1",
      unit: "V3",
      element: lessons,
      values: [[1, 1, 1], [1, 1, nil]],
      status: .notReported,
      worst: .notReached,
      best: .reached
    ),
    Case(
      name: "keep-base: unit kept",
      target: "G2",
      unit: "V1",
      element: clean,
      values: [[1, 0, 1], [1, 1, 1]],
      status: .kept
    ),
    Case(
      name: "keep-base: unit not had",
      target: "G2",
      unit: "V2",
      element: clean,
      values: [[1, 0, 1], [1, 1, 1]],
      status: .notApplicable
    ),
    Case(
      name: "keep-base: unit lost in 2021",
      target: "G2",
      unit: "V3",
      element: clean,
      values: [[1, 0, 1], [1, 1, 0], [1, 1, 0]],
      status: .lost,
      since: 2021
    ),
    Case(
      name: "keep-base: base not reported",
      target: "G2",
      unit: "V3",
      element: clean,
      values: [[1, 0, nil], [1, 1, 1]],
      status: .undecided
    ),
    Case(
      name: "keep-base: region kept without V2",
      target: "G2",
      element: clean,
      values: [[1, 0, 1], [1, 0, 1]],
      status: .kept
    ),
    Case(
      name: "keep-base: region lost",
      target: "G2",
      element: clean,
      values: [[1, 0, 1], [1, 1, 1], [1, 1, 0]],
      status: .lost,
      since: 2022
    ),
    Case(
      name: "keep-base: region had again",
      target: "G2",
      element: clean,
      values: [[1, 0, 1], [1, 1, 0], [1, 1, 1]],
      status: .reached,
      since: 2022
    ),
    Case(
      name: "keep-base: region open",
      target: "G2",
      element: clean,
      values: [[1, 0, 1], [1, 1, nil]],
      status: .undecided,
      worst: .notReached,
      best: .reached
    ),
    Case(
      name: "keep-base: nobody had it",
      target: "G2",
      element: clean,
      values: [[0, 0, 0], [0, 0, 0]],
      status: .noCase
    ),
    Case(
      name: "fewer",
      target: "G4",
      element: weeds,
      values: [[3, 3, 3], [3, 3, 2]],
      status: .reached
    ),
    Case(
      name: "fewer: as many",
      target: "G4",
      element: weeds,
      values: [[3, 3, 3], [3, 3, 3]],
      status: .notReached
    ),
    Case(
      name: "fewer: nothing to reduce",
      target: "G4",
      element: weeds,
      values: [[0, 0, 0], [0, 0, 0]],
      status: .kept
    ),
    Case(
      name: "fewer: from nothing to one",
      target: "G4",
      element: weeds,
      values: [[0, 0, 0], [0, 0, 1]],
      status: .notReached
    ),
    Case(
      name: "fewer: a gap may hide more",
      target: "G4",
      element: weeds,
      values: [[3, 3, 3], [1, 1, nil]],
      status: .undecided,
      worst: .notReached,
      best: .reached
    ),
    Case(
      name: "fewer: already too many",
      target: "G4",
      element: weeds,
      values: [[1, 1, 1], [2, 2, nil]],
      status: .notReached
    ),
    Case(
      name: "fewer: base not reported",
      target: "G4",
      element: weeds,
      values: [[nil, nil, nil], [1, 1, 1]],
      status: .undecided
    ),
    Case(
      name: "none: kept",
      target: "G6",
      element: weeds,
      values: [[0, 0, 0], [0, 0, 0], [0, 0, 0]],
      status: .kept
    ),
    Case(
      name: "none: lost",
      target: "G6",
      element: weeds,
      values: [[0, 0, 0], [0, 0, 0], [1, 0, 0]],
      status: .lost,
      since: 2022
    ),
    Case(
      name: "none: never",
      target: "G6",
      element: weeds,
      values: [[1, 0, 0], [2, 0, 0]],
      status: .notReached
    ),
    Case(
      name: "none: a year unknown",
      target: "G6",
      element: weeds,
      values: [[0, 0, 0], [0, nil, 0], [0, 0, 0]],
      status: .reached,
      worst: .reached,
      best: .kept
    ),
    Case(
      name: "done",
      target: "G7",
      element: lessons,
      values: [[0, 0, 0], [0, 1, 0]],
      status: .reached
    ),
    Case(
      name: "done: not",
      target: "G7",
      element: lessons,
      values: [[0, 0, 0], [0, 0, 0]],
      status: .notReached
    ),
  ]

  @Test(arguments: cases) func hasItsWord(_ test: Case) throws {
    var village = Village()
    for (offset, values) in test.values.enumerated() {
      village.set(test.element, 2020 + offset, values)
    }
    let year = 2020 + test.values.count - 1
    let row = try #require(try village.target(test.target, test.unit, year))
    #expect(row.status == test.status)
    #expect(row.worst == test.worst ?? test.status)
    #expect(row.best == test.best ?? test.status)
    #expect(row.since == test.since)
  }

  @Test func byTheEndIsJudgedByAStraightWay() throws {
    let visited: [(year: Int, count: Int64, status: TargetStatus)] = [
      (2021, 4, .onPace), (2022, 3, .behind), (2023, 12, .reached), (2025, 11, .notReached),
    ]
    for (year, count, status) in visited {
      var village = Village()
      for unit in ["V1", "V2", "V3"] {
        village.set("trees.standing", unit, 2020, 4)
        village.set("visits.visited", unit, 2020, 0)
        village.set("trees.standing", unit, year, 4)
      }
      for (unit, share) in zip(
        ["V1", "V2", "V3"],
        [min(4, count), min(4, max(0, count - 4)), max(0, count - 8)]
      ) {
        village.set("visits.visited", unit, year, share)
      }
      #expect(try village.target("G5", "R", year)?.status == status)
    }
  }

  @Test func keepingIsNotClaimedOverYearsWithNothingToCount() throws {
    var village = Village()
    for (year, gardens) in [(2020, 2), (2021, 0), (2022, 2)] as [(Int, Int64)] {
      village.set("village.gardens", year, [gardens, 0, 0])
      village.set("village.watered", year, [gardens, 0, 0])
    }
    #expect(try village.target("G3", "R", 2021)?.status == .noCase)
    let row = try #require(try village.target("G3", "R", 2022))
    #expect(row.status == .reached && row.best == .kept)
  }
}
