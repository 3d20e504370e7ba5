import Boundaries
import Diagnostics
import Plan
import Testing

@Suite(.timeLimit(.minutes(1)))
struct BoundariesTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let source: String
    let on: String
    let at: String
    let links: [String]
    var testDescription: String { "\(source) of \(on) at \(at)" }
  }

  // Every unit of each state of the invented district, at the boundaries of each other state.
  @Test(arguments: [
    Case(source: "a", on: "2005-01-01", at: "2012-01-01", links: ["ab all"]),
    Case(source: "b", on: "2005-01-01", at: "2012-01-01", links: ["ab all"]),
    Case(source: "c", on: "2005-01-01", at: "2012-01-01", links: ["c all"]),
    Case(source: "a", on: "2005-01-01", at: "2017-01-01", links: ["x 1/4", "y 3/4"]),
    Case(source: "b", on: "2005-01-01", at: "2017-01-01", links: ["x 1/4", "y 3/4"]),
    Case(source: "d", on: "2005-01-01", at: "2017-01-01", links: ["n all"]),
    Case(source: "e", on: "2005-01-01", at: "2017-01-01", links: []),
    Case(source: "a", on: "2005-01-01", at: "2022-01-01", links: ["x 1/4", "yc 3/4"]),
    Case(source: "c", on: "2005-01-01", at: "2022-01-01", links: ["yc all"]),
    Case(source: "ab", on: "2012-01-01", at: "2005-01-01", links: ["a some", "b some"]),
    Case(source: "ab", on: "2012-01-01", at: "2017-01-01", links: ["x 1/4", "y 3/4"]),
    Case(source: "ab", on: "2012-01-01", at: "2022-01-01", links: ["x 1/4", "yc 3/4"]),
    Case(source: "x", on: "2017-01-01", at: "2012-01-01", links: ["ab all"]),
    Case(source: "y", on: "2017-01-01", at: "2012-01-01", links: ["ab all"]),
    Case(source: "x", on: "2017-01-01", at: "2005-01-01", links: ["a some", "b some"]),
    Case(source: "n", on: "2017-01-01", at: "2005-01-01", links: ["d all"]),
    Case(source: "n", on: "2017-01-01", at: "2022-01-01", links: ["n all"]),
    Case(source: "yc", on: "2022-01-01", at: "2017-01-01", links: ["c some", "y some"]),
    Case(source: "yc", on: "2022-01-01", at: "2012-01-01", links: ["ab some", "c some"]),
    Case(source: "yc", on: "2022-01-01", at: "2005-01-01", links: ["a some", "b some", "c some"]),
  ])
  func `a unit goes where the changes send it`(_ test: Case) throws {
    let unit = try #require(Reorganised.units.unit(test.source, on: Reorganised.date(test.on)))
    let links = try Reorganised.boundaries(test.at).links(of: unit)
    #expect(links.map(Self.text) == test.links)
  }

  private static func text(_ link: Link) -> String {
    switch link.amount {
    case .whole: "\(link.target.code) all"
    case .part(let share, _): "\(link.target.code) \(share)"
    case .unknown: "\(link.target.code) some"
    }
  }

  /// Carrying and summing gives the sum: what leaves a unit arrives, all of it and once.
  @Test(arguments: Reorganised.days, Reorganised.days)
  func `the parts of a unit make up the unit`(_ on: String, _ at: String) throws {
    let boundaries = try Reorganised.boundaries(at)
    for unit in try Reorganised.units(on: on) {
      let links = boundaries.links(of: unit)
      // What has ended without a successor goes nowhere.
      #expect(links.isEmpty == (unit.code == "e" && at > "2015"))
      #expect(links.allSatisfy { $0.source == UnitKey(unit) })
      let shares = links.compactMap { link -> Share? in
        switch link.amount {
        case .whole: .whole
        case .part(let share, _): share
        case .unknown: nil
        }
      }
      if shares.count == links.count, !links.isEmpty { #expect(Share.sumToWhole(shares)) }
    }
  }

  /// Forty times in a row two units both go to two units: 2⁴⁰ ways, and an answer at once.
  @Test func `ways that double with every change are gathered`() throws {
    let last = 40
    var units: [OrgUnit] = []
    var changes: [UnitChange] = []
    for step in 0...last {
      let first = try #require(CalendarDate(year: 1900 + step, month: 1, day: 1))
      for name in ["a", "b"] {
        units.append(
          OrgUnit(
            code: "\(name)\(step)",
            name: name,
            kind: "commune",
            level: "commune",
            parent: "P",
            validFrom: first,
            validTo: step == last ? nil : CalendarDate(year: 1900 + step, month: 12, day: 31)
          )
        )
        guard step > 0 else { continue }
        for other in ["a", "b"] {
          let half = try #require(Share(1, of: 2))
          changes.append(
            UnitChange(
              date: first,
              kind: .split,
              from: "\(other)\(step - 1)",
              to: "\(name)\(step)",
              share: half
            )
          )
        }
      }
    }
    let all = OrgUnits(units)
    let boundaries = Boundaries(
      on: try Reorganised.date("1925-06-01"),
      units: all,
      changes: changes
    )
    let start = try #require(all.unit("a0", on: try Reorganised.date("1900-06-01")))
    let half = try #require(Share(1, of: 2))
    let links = boundaries.links(of: start)
    #expect(links.map(\.target.code) == ["a25", "b25"])
    #expect(
      links.map(\.amount) == [.part(half, isEstimate: false), .part(half, isEstimate: false)]
    )
  }

  struct Answer: Sendable, CustomTestStringConvertible {
    let rule: AnswerRule
    let whole: Bool?
    let part: Bool?
    let expected: CarriedAnswer
    var testDescription: String {
      "\(rule) of \(whole.map { "\($0)" } ?? "-") and part of \(part.map { "\($0)" } ?? "-")"
    }
  }

  @Test(arguments: [
    Answer(rule: .any, whole: true, part: nil, expected: .yes),
    Answer(rule: .any, whole: true, part: false, expected: .yes),
    Answer(rule: .any, whole: false, part: true, expected: .open),
    Answer(rule: .any, whole: false, part: false, expected: .no),
    Answer(rule: .any, whole: nil, part: false, expected: .open),
    Answer(rule: .all, whole: false, part: nil, expected: .no),
    Answer(rule: .all, whole: true, part: false, expected: .open),
    Answer(rule: .all, whole: true, part: true, expected: .yes),
    Answer(rule: .all, whole: nil, part: true, expected: .open),
  ])
  func `answers combine as far as a part tells`(_ test: Answer) {
    var answers: [UnitKey: Bool] = [:]
    answers[key("w")] = test.whole
    answers[key("p")] = test.part
    let links = links([("p", .part(share(1, 2), isEstimate: true)), ("w", .whole)])
    #expect(CarriedAnswer(links, answers, test.rule) == test.expected)
  }

  @Test func `nothing answered is open`() {
    #expect(CarriedAnswer([], [:], .any) == .open)
  }

  private func share(_ over: Int, _ under: Int) -> Share { Share(over, of: under) ?? .whole }

  private func key(_ code: String) -> UnitKey {
    UnitKey(
      OrgUnit(code: code, name: code, kind: "", level: "", parent: "", aliases: [])
    )
  }

  private func links(_ parts: [(String, Link.Amount)]) -> [Link] {
    parts.map { Link(source: key($0.0), target: key("target"), amount: $0.1) }
  }
}
