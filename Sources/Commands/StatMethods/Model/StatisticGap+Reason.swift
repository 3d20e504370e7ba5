import Diagnostics
import Methods

extension StatisticGap {
  /// The reason in words, for people; `code` is the one for programs.
  var reason: LocalisedText {
    switch self {
    case .zeroDenominator:
      LocalisedText(vi: "mẫu số bằng 0", en: "the denominator is 0")
    case .numeratorAboveDenominator:
      LocalisedText(vi: "tử số lớn hơn mẫu số", en: "the numerator is above the denominator")
    case .negative:
      LocalisedText(vi: "có số âm", en: "a number is below 0")
    case .countTooLarge(let limit):
      LocalisedText(
        vi: "số đếm lớn hơn \(limit), mức phương pháp tính chính xác được",
        en: "a count is above \(limit), the most that the method can bear"
      )
    case .notFinite:
      LocalisedText(vi: "có giá trị không hữu hạn", en: "a value is not finite")
    case .outOfRange:
      LocalisedText(vi: "kết quả vượt quá số máy tính giữ được", en: "the result fits no number")
    case .missingEarlier:
      LocalisedText(vi: "thiếu giá trị kỳ trước", en: "the earlier value is missing")
    case .missingLater:
      LocalisedText(vi: "thiếu giá trị kỳ sau", en: "the later value is missing")
    case .zeroBase:
      LocalisedText(vi: "giá trị gốc bằng 0", en: "the base value is 0")
    case .negativeBase:
      LocalisedText(vi: "giá trị gốc âm", en: "the base value is below 0")
    case .zeroTarget:
      LocalisedText(
        vi: "mục tiêu bằng 0, không có tốc độ tăng trưởng nào đưa đến đó",
        en: "the target is 0, which no rate of growth arrives at"
      )
    case .signChange:
      LocalisedText(
        vi: "giá trị đổi dấu, không có tốc độ tăng trưởng",
        en: "the values change their sign, so that there is no rate of growth"
      )
    case .baseMeetsTarget:
      LocalisedText(
        vi: "giá trị gốc đã đạt mục tiêu",
        en: "the base already fulfils the target"
      )
    case .deadlineNotAfterBase:
      LocalisedText(
        vi: "hạn của mục tiêu không sau thời điểm gốc",
        en: "the target is due no later than the base"
      )
    case .unknownDirection:
      LocalisedText(
        vi: "giá trị gốc bằng mục tiêu, cần nói rõ tăng hay giảm là tốt",
        en: "the base equals the target, and nothing says which side of it is good"
      )
    case .yearsNotShared:
      LocalisedText(
        vi: "các đơn vị có quá ít năm chung",
        en: "too few years are had by all units"
      )
    case .noFiniteEstimate:
      LocalisedText(
        vi:
          "ước lượng sẽ là vô cùng: mọi ca, hoặc mọi trường hợp không phải ca, ở một đầu của chuỗi",
        en: "the estimate would be infinite: cases, or all but them, lie at one end of the series"
      )
    case .tooMuchWork:
      LocalisedText(
        vi: "tính chính xác sẽ quá lâu",
        en: "an exact answer would take too long"
      )
    case .tooFewEvents(let needed, let had):
      LocalisedText(
        vi: "cần ít nhất \(needed) ca cho khoảng tin cậy, chỉ có \(had)",
        en: "at least \(needed) events are needed for an interval, there are \(had)"
      )
    case .tooFewPoints(let needed, let had):
      LocalisedText(
        vi: "cần ít nhất \(needed) điểm, chỉ có \(had)",
        en: "too few points: found \(had), needed \(needed)"
      )
    case .tooManyPoints(let limit, let had):
      LocalisedText(
        vi: "có \(had) điểm, phương pháp chỉ nhận đến \(limit)",
        en: "there are \(had) points, the method takes at most \(limit)"
      )
    case .duplicateTime:
      LocalisedText(
        vi: "một thời điểm có nhiều giá trị; có thể cần --group",
        en: "one time has several values; --group may be needed"
      )
    case .allEqual:
      LocalisedText(vi: "mọi giá trị bằng nhau", en: "all values are equal")
    case .levelNotAttainable(let best):
      LocalisedText(
        vi: "quá ít điểm cho mức tin cậy ấy, cao nhất có thể là "
          + "\(FigureFormat.short(best * 100, .vietnamese)) %",
        en: "too few points for that level, the highest possible is "
          + "\(FigureFormat.short(best * 100, .english)) %"
      )
    case .collinear:
      LocalisedText(
        vi: "một cột suy ra được từ các cột khác, hoặc không thay đổi",
        en: "a predictor follows from the others, or does not change"
      )
    case .lengthsDiffer:
      LocalisedText(
        vi: "các cột không có cùng số hàng",
        en: "the columns do not have the same number of rows"
      )
    case .notAProbability(let index):
      LocalisedText(
        vi: "giá trị thứ \(index + 1) không phải là xác suất từ 0 đến 1",
        en: "value \(index + 1) is not a probability from 0 to 1"
      )
    case .noVariation:
      LocalisedText(
        vi: "mọi đơn vị đều ở 0 hoặc ở mức tối đa, không có biến động để đo",
        en: "all units are at 0 or at the maximum, which leaves no variation to measure"
      )
    case .noConvergence:
      LocalisedText(vi: "phép tính lặp không hội tụ", en: "the numerical search found no answer")
    }
  }
}
