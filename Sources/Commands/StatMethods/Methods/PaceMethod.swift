import CommandLineOptions
import Diagnostics
import Methods

extension StatMethod {
  private static let target = OptionSyntax<Double>.number(
    "target",
    help: LocalisedText(vi: "giá trị phải đạt", en: "the value to reach")
  )
  private static let deadline = OptionSyntax<Double>.number(
    "by",
    help: LocalisedText(vi: "thời điểm phải đạt, như 2025", en: "when to reach it, such as 2025")
  )
  private static let base = OptionSyntax<Double>.number(
    "base",
    help: LocalisedText(
      vi: "thời điểm gốc; các giá trị trước đó không tính (mặc định: giá trị đầu tiên)",
      en: "time of the base; values before it do not count (default: the first value)"
    )
  )
  private static let direction = choice(
    "direction",
    TargetPath.Direction.self,
    help: LocalisedText(
      vi: "phía nào của mục tiêu là tốt (mặc định: từ giá trị gốc về phía mục tiêu)",
      en: "the good side of the target (default: from the base to the target)"
    )
  )
  private static let limits = OptionSyntax<ClosedRange<Double>>(
    "limits",
    placeholder: LocalisedText(vi: "A..B", en: "A..B"),
    help: LocalisedText(
      vi: "giá trị nhỏ nhất và lớn nhất có thể có, như 0..100 của tỷ lệ phần trăm",
      en: "least and greatest value that there can be, such as 0..100 of a percentage"
    ),
    expected: LocalisedText(vi: "hai số, như 0..100", en: "two numbers, such as 0..100")
  ) { text in
    let parts = text.split(separator: "..").map { Double($0) ?? .nan }
    guard parts.count == 2, parts.allSatisfy(\.isFinite), parts[0] < parts[1] else { return nil }
    return parts[0]...parts[1]
  }

  static let pace = StatMethod(
    "pace",
    LocalisedText(
      vi: "Tiến độ đến một mục tiêu có hạn: nhịp tuyến tính, cạnh các quy tắc đã công bố.",
      en: "Progress to a target by a deadline: the linear pace, beside the published rules."
    ),
    columns: [.time, .value],
    options: [
      target.declaration, deadline.declaration, base.declaration, direction.declaration,
      limits.declaration, OptionSyntax<ConfidenceLevel>.level.declaration,
    ],
    required: [target.declaration.name, deadline.declaration.name],
    keys: paceKeys,
    example: "--time nam --value ty_le --target 100 --by 2025 --limits 0..100 so-lieu.csv"
  ) { arguments in
    let target = try arguments.required(target)
    let deadline = try arguments.required(deadline)
    let base = try arguments.value(base)
    let direction = try arguments.value(direction)
    let limits = try arguments.value(limits)
    let level = try arguments.value(.level) ?? ConfidenceLevel.percent95
    return { rows in
      var series = zip(rows.numbers(.time), rows.numbers(.value)).map(TimedValue.init)
      if let base {
        guard series.contains(where: { $0.time == base }) else {
          return StatResult(.missingEarlier)
        }
        series.removeAll { $0.time < base }
      }
      let progress = TargetProgress.of(
        series,
        to: target,
        by: deadline,
        direction: direction,
        limits: limits
      )
      return StatResult(progress) { answer($0, level) }
    }
  }

  private static let paceKeys = [
    ResultKey(
      "linearRatio",
      vi: "tiến bộ đã có so với tiến bộ phải có lúc này trên đường thẳng",
      en: "progress made to progress due by now on a straight line"
    ),
    ResultKey("due", vi: "giá trị phải có lúc này", en: "value due by now"),
    ResultKey("verdict", vi: "kết luận theo quy tắc chính", en: "verdict by the primary rule"),
    ResultKey("lostSince", vi: "thời điểm không còn đạt", en: "when it was no longer fulfilled"),
    ResultKey("eurostat", vi: "lớp của Eurostat/Open SDG", en: "class of Eurostat/Open SDG"),
    ResultKey("eurostatRatio", vi: "tỷ số tăng trưởng R", en: "ratio R of growth rates"),
    ResultKey("eurostatScore", vi: "điểm, từ −5 đến 5", en: "score, from −5 to 5"),
    ResultKey("unitedNations", vi: "lớp của UN Progress Chart", en: "class of UN Progress Chart"),
    ResultKey("unitedNationsQuotient", vi: "thương q", en: "quotient q"),
    ResultKey("escapStatus", vi: "lớp hiện trạng của ESCAP", en: "class of ESCAP's status"),
    ResultKey("escapIndex", vi: "điểm hiện trạng, 0 đến 10", en: "status index, 0 to 10"),
    ResultKey(
      "escapAnticipated",
      vi: "lớp dự báo theo kiểu ESCAP (trọng số không phải bản công bố)",
      en: "class of anticipated progress after ESCAP (its weights are not the published ones)"
    ),
    ResultKey(
      "escapGap",
      vi: "phần đường còn lại khi đến hạn, %",
      en: "way left at the deadline, %"
    ),
    ResultKey("sdgIndex", vi: "mũi tên của SDG Index (SDSN)", en: "arrow of the SDG Index (SDSN)"),
    ResultKey("sdgIndexRatio", vi: "tỷ số của SDG Index", en: "ratio of the SDG Index"),
    ResultKey("projected", vi: "đường thẳng kéo đến hạn", en: "the line drawn on to the deadline"),
    ResultKey("projectedLower", vi: "cận dưới dự báo", en: "lower limit of the prediction"),
    ResultKey("projectedUpper", vi: "cận trên dự báo", en: "upper limit of the prediction"),
    ResultKey("outlook", vi: "dự báo nói gì về mục tiêu", en: "what it says of the target"),
    ResultKey(
      "dissenting",
      vi: "các quy tắc nói khác kết luận",
      en: "rules that say otherwise than the verdict"
    ),
  ]

  private static func answer(
    _ progress: TargetProgress,
    _ level: ConfidenceLevel
  ) -> StatResult {
    let projection = Projection.along(progress.path, level: level)
    let interval = projection.flatMap(\.interval)
    let index = progress.sustainableDevelopmentIndex
    return StatResult([
      "linearRatio": .number(progress.linear.map(\.ratio)),
      "due": .number(progress.linear.map(\.due)),
      "verdict": .code(progress.verdict),
      "lostSince": .number(progress.lostSince),
      "eurostat": .code(progress.eurostat.map(\.category)),
      "eurostatRatio": .number(progress.eurostat.flatMap(\.ratio)),
      "eurostatScore": .number(progress.eurostat.map(\.score)),
      "unitedNations": .code(progress.unitedNations.map(\.category)),
      "unitedNationsQuotient": .number(progress.unitedNations.flatMap(\.quotient)),
      "escapStatus": .code(progress.escapStatus.map(\.category)),
      "escapIndex": .number(progress.escapStatus.map(\.index)),
      "escapAnticipated": .code(progress.escapAnticipated.map(\.category)),
      "escapGap": .number(progress.escapAnticipated.map(\.gap)),
      "sdgIndex": .code(index.map(\.category)),
      "sdgIndexRatio": .number(index.flatMap(\.ratio)),
      "projected": .number(projection.map(\.value)),
      "projectedLower": interval.lower,
      "projectedUpper": interval.upper,
      "outlook": .code(projection.map(\.outlook)),
      "dissenting": .text(progress.dissenting.map(\.rawValue).joined(separator: " ")),
    ])
  }
}
