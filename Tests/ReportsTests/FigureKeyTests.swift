import Diagnostics
import Tables
import Testing

@Suite struct FigureKeyTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let figure: FigureKey.Figure
    let text: String
    var testDescription: String { text }
  }

  @Test(arguments: [
    Case(figure: .indicator("sessions", unit: "30085", year: 2023), text: "sessions/30085/2023"),
    Case(
      figure: .indicator("sessions", unit: "30085@2025-07-01", year: 2025),
      text: "sessions/30085@2025-07-01/2025"
    ),
    Case(
      figure: .series("sessions", unit: "30085", years: 2020...2025),
      text: "sessions/30085/2020-2025"
    ),
    Case(figure: .target("T2", unit: "866", year: 2025), text: "target/T2/866/2025"),
    Case(
      figure: .fact("form.field", unit: "30085", year: 2025, category: FactRow.total),
      text: "fact/form.field/30085/2025"
    ),
    Case(
      figure: .fact("form.field", unit: "30085", year: 2025, category: "karaoke"),
      text: "fact/form.field/30085/2025/karaoke"
    ),
    Case(
      figure: .fact("form.field", unit: "30085", year: 2025, category: "a/b"),
      text: "fact/form.field/30085/2025/a/b"
    ),
    Case(figure: .score("drugs", unit: "30085", year: 2025), text: "score/drugs/30085/2025"),
    Case(
      figure: .reporting("cases", sender: "police", year: 2025),
      text: "reporting/cases/police/2025"
    ),
  ])
  func `a key reads back as the figure that it was written for`(_ item: Case) throws {
    let day = try #require(CalendarDate(iso: "2025-07-01"))
    let own = FigureKey(year: 2025, item.figure)
    #expect(own.text == "2025/\(item.text)")
    #expect(FigureKey(own.text) == own)
    let other = FigureKey(year: 2025, boundaries: day, item.figure)
    #expect(other.text == "2025@2025-07-01/\(item.text)")
    #expect(FigureKey(other.text) == other)
    let above = FigureKey(evaluated: "87", year: 2025, item.figure)
    #expect(above.text == "87:2025/\(item.text)")
    #expect(FigureKey(above.text) == above)
  }

  @Test(arguments: [
    "", "/", "sessions/30085/2023", "2025/sessions/30085", "2025/sessions/30085/23",
    "2025/sessions//2023", "2025@/sessions/30085/2023", "2025@2025-02-30/sessions/30085/2023",
    "2025/sessions/30085/2023-2020", "2025/sessions/30085/2020-2021-2022",
    "2025/other/sessions/30085/2023", "2025/target/a/b/2025/c",
    "99999999999999999999/sessions/30085/2023", "2025/sessions/30085/٢٠٢٣", "2025@x@y/a/b/2025",
    ":2025/a/b/2025", "87:/a/b/2025", "1:87:2025/a/b/2025",
  ])
  func `other texts are no keys`(_ text: String) {
    #expect(FigureKey(text) == nil)
  }
}
