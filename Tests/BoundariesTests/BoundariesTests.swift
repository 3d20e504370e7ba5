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

  @Test(arguments: Reorganised.days, Reorganised.days)
  func `carrying and summing gives the sum`(_ on: String, _ at: String) throws {
    let boundaries = try Reorganised.boundaries(at)
    let sources = try Reorganised.units(on: on)
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<200 {
      var counts: [UnitKey: Double] = [:]
      for unit in sources {
        counts[UnitKey(unit)] = Double(4 * Int.random(in: 0...9, using: &generator))
      }
      let links = Dictionary(grouping: sources.flatMap(boundaries.links), by: \.target)
      let kept = Set(links.values.joined().map(\.source))
      let carried = links.values.map { CarriedCount($0, counts, estimates: true) }
      let total = counts.filter { kept.contains($0.key) }.values.reduce(0, +)
      // What has ended without a successor is not carried, and is all that is lost.
      #expect(Set(sources.map(\.code)).subtracting(kept.map(\.code)).isSubset(of: ["e"]))
      for count in carried {
        #expect(count.lower <= count.value ?? count.lower)
        #expect((count.value ?? 0) <= count.upper ?? -1)
      }
      if carried.allSatisfy({ $0.value != nil }) {
        #expect(carried.compactMap(\.value).reduce(0, +) == total)
      }
      #expect(carried.map(\.lower).reduce(0, +) <= total)
      #expect(carried.compactMap(\.upper).reduce(0, +) >= total)
    }
  }

  @Test func `an estimated share is used only where the setting says so`() {
    let part = links([("s", .part(share(1, 4), isEstimate: true)), ("w", .whole)])
    let counts = counts([("s", 8), ("w", 3)])
    let refused = CarriedCount(part, counts, estimates: false)
    #expect(refused.value == nil && refused.gap == .estimatedShare)
    #expect(refused.lower == 3 && refused.upper == 11)
    let used = CarriedCount(part, counts, estimates: true)
    #expect(used.value == 5 && used.gap == nil && used.isShared)
    #expect(used.lower == 3 && used.upper == 11)
  }

  @Test func `nothing is nothing however it is divided`() {
    for amount in [Link.Amount.whole, .part(share(1, 3), isEstimate: true), .unknown] {
      let count = CarriedCount(links([("s", amount)]), counts([("s", 0)]), estimates: false)
      #expect(count.value == 0 && count.lower == 0 && count.upper == 0 && count.gap == nil)
    }
  }

  @Test func `a missing report outweighs other reasons and opens the upper bound`() {
    let all = links([("s", .unknown), ("m", .whole), ("t", .unknown)])
    let count = CarriedCount(all, counts([("s", 2), ("t", 1)]), estimates: true)
    #expect(count.value == nil && count.gap == .notReported)
    #expect(count.lower == 0 && count.upper == nil)
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

  private func counts(_ pairs: [(String, Double)]) -> [UnitKey: Double] {
    Dictionary(pairs.map { (key($0.0), $0.1) }) { first, _ in first }
  }
}
