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
  /// The seats of each code, by year.
  let seats: [[Seat]]

  init(_ plan: Plan, _ settings: RunSettings, jobs: Int) {
    let years = Array(plan.years.base...max(plan.years.base, settings.year))
    let units = parallelMap(years.count, jobs: jobs) {
      plan.members(in: years[$0], boundaries: settings.boundaries)
    }
    codes = Set(units.joined().lazy.map(\.code)).sorted()
    let places = Dictionary(uniqueKeysWithValues: zip(codes, codes.indices))
    members = units.map { units in
      units.map { Member(unit: $0, place: places[$0.code] ?? 0) }
    }
    var seats: [[Seat]] = Array(repeating: [], count: codes.count)
    for (year, members) in members.enumerated() {
      for (place, member) in members.enumerated() {
        seats[member.place].append(Seat(year: year, place: place))
      }
    }
    self.seats = seats
    self.years = years
  }
}
