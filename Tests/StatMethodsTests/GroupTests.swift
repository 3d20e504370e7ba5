import Foundation
import Testing

@testable import StatMethods

@Suite(.timeLimit(.minutes(5))) struct GroupTests {
  static let table = """
    xã,t,y
    B,1,3
    A,1,1
    B,2,2
    A,2,2
    B,3,1
    A,3,3
    C,1,
    C,2,x
    ,1,1
    B,4,x

    """

  @Test func `each group has its answer in order of first appearance`() throws {
    let answer = try ask("mann-kendall", "--time t --value y --group xã", Self.table)
    let list = try #require(try answer.json() as? [[String: Any]])
    #expect(list.map { $0["group"] as? String } == ["B", "A", "C"])
    #expect(list.map { $0["s"] as? Int } == [-3, 3, nil])
    #expect(list.map { $0["n"] as? Int } == [3, 3, 0])
    #expect(list.map { $0["missing"] as? Int } == [0, 0, 1])
    #expect(list.map { $0["bad"] as? Int } == [1, 0, 1])
    #expect(list.map { $0["gap"] as? String } == [nil, nil, "too-few-points"])
    #expect(answer.badCells.count == 2)
  }

  @Test func `groups are rows of CSV`() throws {
    let lines = try ask("mann-kendall", "--time t --value y --group xã", Self.table).csv()
    #expect(lines[0].prefix(5) == ["group", "n", "missing", "bad", "s"])
    #expect(lines.map(\.first) == ["group", "B", "A", "C"])
    #expect(lines[3].last == "too-few-points")
  }

  @Test func `rows of groups keep their lines`() throws {
    let table = "g,x,n\nb,1,2\na,2,2\nb,0,2\n"
    let lines = try ask("proportion", "--numerator x --denominator n --group g", table).csv()
    #expect(
      lines.map { Array($0.prefix(2)) } == [
        ["group", "line"], ["b", "2"], ["b", "4"], ["a", "3"],
      ]
    )
  }

  @Test func `one group alone is a list still`() throws {
    let answer = try ask("mann-kendall", "--time t --value y --group g", "g,t,y\na,1,1\n")
    #expect((try answer.json() as? [Any])?.count == 1)
  }

  @Test func `no row has no group`() throws {
    let answer = try ask("mann-kendall", "--time t --value y --group g", "g,t,y\n")
    #expect((try answer.json() as? [Any])?.count == 0)
    #expect(try answer.csv().count == 1)
    #expect(!(try answer.table().isEmpty))
  }
}
