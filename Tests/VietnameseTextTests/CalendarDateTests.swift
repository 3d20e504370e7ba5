import Diagnostics
import Testing

@Suite struct CalendarDateTests {
  @Test(arguments: [
    ("1970-01-01", 0),
    ("1969-12-31", -1),
    ("2000-02-29", 11_016),
    ("2021-09-22", 18_892),
    ("0001-01-01", -719_162),
    ("9999-12-31", 2_932_896),
  ])
  func `days since the epoch`(_ text: String, _ days: Int) throws {
    let date = try #require(CalendarDate(iso: text))
    #expect(date.daysSinceEpoch == days)
    #expect(CalendarDate(daysSinceEpoch: days) == date)
    #expect(date.description == text)
  }

  @Test(.timeLimit(.minutes(1))) func `every day follows the one before`() throws {
    var previous = try #require(CalendarDate(iso: "1899-12-31"))
    let first = previous.daysSinceEpoch
    for days in first + 1...first + 90_000 {
      let date = try #require(CalendarDate(daysSinceEpoch: days))
      let isNextDay = date.day == previous.day + 1 && date.month == previous.month
      let isNewMonth =
        date.day == 1 && previous.day == CalendarDate.days(in: previous.month, of: previous.year)
      guard date > previous, date.daysSinceEpoch == days, isNextDay || isNewMonth else {
        Issue.record("\(date) follows \(previous)")
        return
      }
      previous = date
    }
  }

  @Test(arguments: [
    "", "2024-6-05", "2024-06-05 ", "2023-02-29", "1900-02-29", "0000-01-01", "2024-00-01",
    "24-06-05",
    "2024/06/05", "2024-06-3１", "-024-06-05",
  ])
  func `no dates`(_ text: String) {
    #expect(CalendarDate(iso: text) == nil)
  }

  @Test(arguments: [Int.min, -719_163, 2_932_897, Int.max])
  func `days beyond the calendar`(_ days: Int) {
    #expect(CalendarDate(daysSinceEpoch: days) == nil)
  }
}
