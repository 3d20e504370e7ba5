import Diagnostics
import Pipeline
import Testing

@testable import chitieu

@Suite struct RunClockTests {
  @Test(arguments: [
    (RunProgress.reading(done: 1, of: 4, rows: 90), 0.5, "đọc tệp 1/4, 90 hàng"),
    (.reading(done: 1, of: 4, rows: 90), 3, "đọc tệp 1/4, 90 hàng, 30 hàng/giây, còn 9 giây"),
    (.reading(done: 0, of: 4, rows: 0), 3, "đọc tệp 0/4, 0 hàng"),
    (.stage("clean", rows: 90), 0.5, "công đoạn clean (2/6), 90 hàng"),
    (.stage("report", rows: nil), 61.7, "công đoạn report (6/6), đã 61 giây"),
    (.units(done: 3, of: 12), 0.5, "đơn vị 3/12"),
    (.units(done: 3, of: 12), 6, "đơn vị 3/12, còn 18 giây"),
    (.units(done: 0, of: 12), 6, "đơn vị 0/12"),
    (.publishing, 2, "ghi kết quả, đã 2 giây"),
  ])
  func `it says how far, and after a second how long`(
    _ progress: RunProgress,
    _ seconds: Double,
    _ text: String
  ) {
    #expect(RunClock().text(progress, after: .seconds(seconds), in: .vietnamese) == text)
  }

  @Test func `it says so in English`() {
    let clock = RunClock()
    #expect(
      clock.text(.stage("join", rows: 90), after: .seconds(5), in: .english)
        == "stage join (3/6), 90 rows, 5 s so far"
    )
    #expect(clock.text(.publishing, after: .zero, in: .english) == "writing")
    let units = clock.text(.units(done: 6, of: 9), after: .seconds(6), in: .english)
    #expect(units == "units 6/9, 3 s left")
  }
}
