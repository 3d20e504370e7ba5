internal import Parallel
internal import Plan
internal import Tables

/// The plan's member units in each of its years, and the years of each unit.
///
/// A country has ten thousand units: they are looked up by their places.
struct MemberYears: Sendable {
  /// A unit as it is in one year, with the place of its code among all codes.
  struct Member: Sendable {
    var unit: OrgUnit
    var place: Int
  }

  /// A unit's place among the members of a year; the year is counted from the first one.
  struct Seat: Sendable {
    var year: Int
    var place: Int
  }

  /// Codes of all that are members in any year, in order.
  let codes: [String]
  let years: [Int]
  /// The members of each year, by code.
  let members: [[Member]]
  /// The seats of one code after the other, and where those of each begin.
  private let allSeats: [Seat]
  private let starts: [Int]

  init(_ plan: Plan, _ settings: RunSettings, jobs: Int) {
    let years = Array(plan.years.base...max(plan.years.base, settings.year))
    let units = parallelMap(years.count, jobs: jobs) {
      plan.members(in: years[$0], boundaries: settings.boundaries)
    }
    // In most years nothing changes.
    let isAsBefore = units.indices.map { $0 > 0 && units[$0] == units[$0 - 1] }
    let changed = units.indices.filter { !isAsBefore[$0] }
    codes = Set(changed.lazy.flatMap { units[$0] }.map(\.code)).sorted()
    let places = Dictionary(uniqueKeysWithValues: zip(codes, codes.indices))
    var members: [[Member]] = []
    for year in units.indices {
      if isAsBefore[year], let last = members.last {
        members.append(last)
      } else {
        members.append(units[year].map { Member(unit: $0, place: places[$0.code] ?? 0) })
      }
    }
    (allSeats, starts) = Self.seats(members, codes.count)
    self.members = members
    self.years = years
  }

  private static func seats(_ members: [[Member]], _ codes: Int) -> ([Seat], [Int]) {
    var starts = Array(repeating: 0, count: codes + 1)
    for place in members.joined().lazy.map(\.place) { starts[place + 1] += 1 }
    for code in 0..<codes { starts[code + 1] += starts[code] }
    var seats = Array(repeating: Seat(year: 0, place: 0), count: starts[codes])
    var next = starts
    for (year, members) in members.enumerated() {
      for place in members.indices {
        let code = members[place].place
        seats[next[code]] = Seat(year: year, place: place)
        next[code] += 1
      }
    }
    return (seats, starts)
  }

  /// The seats of the code at a place, by year.
  func seats(of code: Int) -> ArraySlice<Seat> { allSeats[starts[code]..<starts[code + 1]] }
}
