import CommandLineOptions
import Diagnostics
import Methods

extension StatMethod {
  static let joinpoint = StatMethod(
    "joinpoint",
    LocalisedText(
      vi: "Nhiều nhất một điểm gãy của xu hướng, từ 7 năm trở lên, theo BIC có trọng số.",
      en: "At most one joinpoint of a trend, from 7 points on, by the weighted BIC."
    ),
    columns: [.time, .events, .population],
    keys: [
      ResultKey("joinpoint", vi: "thời điểm gãy, nếu có", en: "the joinpoint, if there is one"),
      ResultKey("straightBIC", vi: "BIC có trọng số khi không gãy", en: "weighted BIC without one"),
      ResultKey("bentBIC", vi: "BIC có trọng số khi gãy một lần", en: "weighted BIC with one"),
      ResultKey("zeroCounts", vi: "số năm không có vụ nào", en: "years without events"),
    ],
    rowKeys: [
      ResultKey("first", vi: "từ", en: "from"), ResultKey("last", vi: "đến", en: "to"),
      ResultKey("apc", vi: "phần trăm thay đổi mỗi năm", en: "annual percent change"),
    ],
    example: "--time nam --count so_vu --population dan_so so-lieu.csv"
  ) { _ in
    { rows in
      StatResult(Joinpoint.find(in: timedCounts(rows))) { result in
        let segments = result.chosen.segments
        return StatResult(
          [
            "joinpoint": .number(result.chosen.joinpoint),
            "straightBIC": .number(result.straight.weightedBIC),
            "bentBIC": .number(result.bent.weightedBIC),
            "zeroCounts": .integer(result.zeroCounts),
          ],
          rows: ResultRows(count: segments.count) { index in
            [
              .number(segments[index].first), .number(segments[index].last),
              .number(segments[index].annualPercentChange),
            ]
          }
        )
      }
    }
  }
}
