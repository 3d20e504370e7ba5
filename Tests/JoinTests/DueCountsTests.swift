import GardenPlan
import Plan
import Testing

@testable import Join

/// What is counted together, so that a country's facts do not stand in memory twice.
@Suite struct DueCountsTests {
  /// What a plan's registers have to be counted for, in years of some elements.
  private func due(_ elements: [String], units: Int) throws -> [DueCount] {
    let plan = try GardenPlan.load().plan
    let own = try #require(
      plan.elements.first { if case .register = $0.source { true } else { false } }
    )
    guard case .register(let aggregate) = own.source else { return [] }
    let form = try #require(plan.form(own.form))
    let names = (0..<units).map { "V\($0)" }
    return elements.enumerated().map { place, name in
      var element = own
      element.id = name
      return DueCount(
        place: place,
        element: element,
        form: form,
        aggregate: aggregate,
        units: YearUnits(plan, 2020),
        later: names
      )
    }
  }

  @Test func fewFactsAreOneGroupByElement() throws {
    let groups = countedTogether(try due(["b", "b", "a", "c", "a"], units: 3))
    #expect(groups.map { $0.map(\.place) } == [[2, 4, 0, 1, 3]])
    #expect(countedTogether([]).isEmpty)
  }

  @Test func anElementIsInOneGroupHoweverManyItsFacts() throws {
    let groups = countedTogether(try due(["b", "a", "b", "a", "c", "a"], units: 30_000))
    #expect(groups.map { $0.map(\.place) } == [[1, 3, 5], [0, 2], [4]])
  }

  /// The years of an element count together, not its first one alone.
  @Test func elementsAreTogetherAsLongAsAllTheirFactsAreFew() throws {
    let (none, one) = (try due(["a"], units: 0)[0].facts, try due(["a"], units: 1)[0].facts)
    let units = (15_000 - none) / (one - none)
    let groups = countedTogether(try due(["a", "b", "b", "b", "c"], units: units))
    #expect(groups.map { $0.map(\.place) } == [[0], [1, 2, 3], [4]])
  }
}
