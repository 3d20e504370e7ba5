import Boundaries
import Diagnostics
import Plan

/// An invented district: two changes in a chain, a split of a merged unit, a rename, an end.
///
/// ```
/// until 2009   a  b  c  d  e
/// 2010         ab    c  d  e        a and b merge
/// 2015         x  y  c  n           ab splits 0.25 to x and 0.75 to y, d is renamed n, e ends
/// 2020         x  yc    n           y and c merge
/// ```
enum Reorganised {
  static let days = ["2005-01-01", "2012-01-01", "2017-01-01", "2022-01-01"]

  static let units = OrgUnits([
    unit("a", until: "2009-12-31"), unit("b", until: "2009-12-31"),
    unit("ab", "2010-01-01", until: "2014-12-31"),
    unit("x", "2015-01-01"), unit("y", "2015-01-01", until: "2019-12-31"),
    unit("c", until: "2019-12-31"), unit("d", until: "2014-12-31"), unit("n", "2015-01-01"),
    unit("e", until: "2014-12-31"), unit("yc", "2020-01-01"),
  ])

  static func boundaries(_ day: String) throws -> Boundaries {
    let changes = [
      try change("2010-01-01", .merge, "a", "ab"), try change("2010-01-01", .merge, "b", "ab"),
      try change("2015-01-01", .split, "ab", "x", Share(1, of: 4)),
      try change("2015-01-01", .split, "ab", "y", Share(3, of: 4)),
      try change("2015-01-01", .rename, "d", "n"),
      try change("2020-01-01", .merge, "y", "yc"), try change("2020-01-01", .merge, "c", "yc"),
    ]
    return Boundaries(on: try date(day), units: units, changes: changes)
  }

  static func units(on day: String) throws -> [OrgUnit] {
    units.units(level: "commune", below: "P", on: try date(day))
  }

  /// A text that is no date is a mistake of the test.
  static func date(_ text: String) throws -> CalendarDate {
    guard let date = CalendarDate(iso: text) else { throw NoDate(text: text) }
    return date
  }

  struct NoDate: Error { var text: String }

  private static func unit(_ code: String, _ from: String = "", until: String = "") -> OrgUnit {
    OrgUnit(
      code: code,
      name: code,
      kind: "commune",
      level: "commune",
      parent: "P",
      validFrom: CalendarDate(iso: from),
      validTo: CalendarDate(iso: until),
      aliases: []
    )
  }

  private static func change(
    _ day: String,
    _ kind: UnitChange.Kind,
    _ from: String,
    _ to: String,
    _ share: Share? = .whole
  ) throws -> UnitChange {
    UnitChange(date: try date(day), kind: kind, from: from, to: to, share: share ?? .whole)
  }
}
