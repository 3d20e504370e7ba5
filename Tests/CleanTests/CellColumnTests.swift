import Diagnostics
import Plan
import StageFixtures
import Tables
import Testing

@testable import Clean

/// Columns of keys, which are taken as they were sent where nearly all of them are left.
@Suite struct CellColumnTests {
  private func keys(_ count: Int) -> CellColumn {
    var raw = TextColumn()
    for key in 0..<count { raw.append("K\(key)") }
    var column = CellColumn(raw)
    for code in 0..<count { column.readAsText(code) }
    return column
  }

  private func empty() throws -> TypedColumn {
    let fields = try fixturePlan().forms.flatMap(\.fields)
    return TypedColumn(emptyFor: try #require(fields.first { $0.type == .string }))
  }

  @Test(arguments: [
    ([0..<16], 16), ([1..<2, 2..<16], 16), ([3..<16], 13), ([5..<6, 2..<3], 2), ([], 0),
  ])
  func rowsHaveTheirTexts(_ ranges: [Range<Int>], values: Int) throws {
    let typed = keys(16).typed(try empty(), ranges)
    let rows = ranges.flatMap(\.self)
    #expect(typed.count == rows.count)
    #expect(rows.indices.map { typed.text($0) } == rows.map { "K\($0)" })
    // Where more than an eighth has no row any more, only those that have one are kept.
    #expect(typed.valueCount == values)
  }

  @Test func aTextThatIsNoValueIsKeptByItsReason() throws {
    var column = keys(16)
    column[3] = .missing(.illegible)
    let typed = column.typed(try empty(), nil)
    #expect(typed.missing(3) == .illegible)
    #expect(typed.text(3) == nil)
    #expect((0..<16).filter { $0 != 3 }.allSatisfy { typed.text($0) == "K\($0)" })
  }
}
