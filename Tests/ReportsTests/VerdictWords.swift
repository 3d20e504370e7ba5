import Diagnostics
import Tables

/// The status of a target and the sentence that says it, spelled out once for each kind of answer.
struct VerdictWords: Sendable {
  let status: TargetStatus
  let vi: String
  let en: String
  var worst: TargetStatus?
  var best: TargetStatus?
  var since: Int?

  static func reached(_ figure: Figure, since: Int? = nil) -> VerdictWords {
    VerdictWords(
      status: .reached,
      vi: "đạt\(since.map { " từ năm \($0)" } ?? "") (\(figure.vi))",
      en: "reached\(since.map { " since \($0)" } ?? "") (\(figure.en))",
      since: since
    )
  }

  static let doneBefore = VerdictWords(
    status: .reached,
    vi: "đạt, đã thực hiện ở năm trước",
    en: "reached, done in an earlier year"
  )

  static func kept(_ figure: Figure, to year: Int = 2023) -> VerdictWords {
    VerdictWords(
      status: .kept,
      vi: "giữ được các năm 2021–\(year) (\(figure.vi))",
      en: "kept in 2021–\(year) (\(figure.en))"
    )
  }

  static let nothingToReduce = VerdictWords(
    status: .kept,
    vi: "giữ được: năm 2020 không có để giảm và năm 2023 vẫn không có",
    en: "kept: there was nothing to reduce in 2020, and there is nothing in 2023"
  )

  static func lost(_ since: Int, _ figure: Figure) -> VerdictWords {
    VerdictWords(
      status: .lost,
      vi: "không giữ được từ năm \(since) (\(figure.vi))",
      en: "lost since \(since) (\(figure.en))",
      since: since
    )
  }

  static func reachedAndLost(_ since: Int, _ figure: Figure) -> VerdictWords {
    VerdictWords(
      status: .lost,
      vi: "đã đạt nhưng không giữ được từ năm \(since) (\(figure.vi))",
      en: "was reached and is lost since \(since) (\(figure.en))",
      since: since
    )
  }

  static func notReached(_ figure: Figure) -> VerdictWords {
    VerdictWords(
      status: .notReached,
      vi: "chưa đạt (\(figure.vi))",
      en: "not reached (\(figure.en))"
    )
  }

  static func notReachedWhenDue(_ figure: Figure) -> VerdictWords {
    VerdictWords(
      status: .notReached,
      vi: "chưa đạt khi hết hạn (\(figure.vi))",
      en: "not reached when due (\(figure.en))"
    )
  }

  static func notReachedYet(_ figure: Figure) -> VerdictWords {
    VerdictWords(
      status: .notReached,
      vi: "chưa đạt (\(figure.vi)), hạn đến hết năm 2025",
      en: "not reached yet (\(figure.en)), due by the end of 2025"
    )
  }

  /// One case more, or fewer, would reach it.
  var oneMoreReaches: VerdictWords {
    adding("; thêm một trường hợp là đạt", "; one case more would reach it")
  }

  var oneFewerReaches: VerdictWords {
    adding("; bớt một trường hợp là đạt", "; one case fewer would reach it")
  }

  static func onPace(_ figure: Figure, due: Figure) -> VerdictWords {
    pace(.onPace, "đúng tiến độ", "on pace", figure, due)
  }

  static func behind(_ figure: Figure, due: Figure) -> VerdictWords {
    pace(.behind, "chậm tiến độ", "behind", figure, due)
  }

  static func tooSmall(_ figure: Figure, due: Figure) -> VerdictWords {
    pace(.tooSmall, "số quá ít để kết luận", "too small to tell", figure, due)
  }

  /// A number as both languages write it.
  struct Figure: Sendable, ExpressibleByStringLiteral {
    let vi: String
    let en: String

    init(vi: String, en: String) {
      self.vi = vi
      self.en = en
    }

    init(stringLiteral text: String) { self.init(vi: text, en: text) }

    /// A count with that of the base year.
    static func after(_ base: Int, _ count: Int) -> Figure {
      Figure(vi: "\(count), năm 2020 là \(base)", en: "\(count), after \(base) in 2020")
    }
  }

  private static func pace(
    _ status: TargetStatus,
    _ vi: String,
    _ en: String,
    _ figure: Figure,
    _ due: Figure
  ) -> VerdictWords {
    VerdictWords(
      status: status,
      vi: "\(vi): \(figure.vi); theo đường thẳng từ năm 2020, đến hết năm 2023 cần \(due.vi)",
      en: "\(en): \(figure.en); on a straight line from 2020, \(due.en) is due by the end of 2023"
    )
  }

  static func movingAway(_ figure: Figure, from base: Figure) -> VerdictWords {
    VerdictWords(
      status: .movingAway,
      vi: "xa mục tiêu hơn năm 2020: \(figure.vi), năm 2020 là \(base.vi)",
      en: "moving away: \(figure.en), after \(base.en) in 2020"
    )
  }

  static let notReported = VerdictWords(
    status: .notReported,
    vi: "chưa báo cáo: năm 2023 chưa có số liệu nào",
    en: "not reported: there is no figure of 2023",
    worst: .notReached,
    best: .reached
  )

  static let noCase = VerdictWords(
    status: .noCase,
    vi: "không phát sinh: năm 2023 không có trường hợp nào để tính",
    en: "no such case: there was none to count in 2023"
  )

  static let nothingToKeep = VerdictWords(
    status: .noCase,
    vi: "không phát sinh: năm 2020 không đơn vị nào có để giữ",
    en: "no such case: no unit had it to keep in 2020"
  )

  static let notApplicable = VerdictWords(
    status: .notApplicable,
    vi: "không áp dụng",
    en: "not applicable"
  )

  static func open(
    _ reported: Int,
    of expected: Int,
    worst: TargetStatus = .notReached,
    best: TargetStatus = .reached
  ) -> VerdictWords {
    VerdictWords(
      status: .undecided,
      vi: "chưa kết luận được: mới có \(reported)/\(expected) đơn vị báo cáo; xấu nhất: "
        + "\(worst.label.vietnamese); tốt nhất: \(best.label.vietnamese)",
      en: "undecided: \(reported) of \(expected) units have reported; worst: "
        + "\(worst.label.english); best: \(best.label.english)",
      worst: worst,
      best: best
    )
  }

  static func noBase(_ figure: Figure) -> VerdictWords {
    VerdictWords(
      status: .undecided,
      vi: "chưa kết luận được: chưa có số liệu năm 2020 để so sánh (năm 2023: \(figure.vi))",
      en: "undecided: there is no figure of 2020 to compare with (2023: \(figure.en))"
    )
  }

  static let unitsWithoutBase = VerdictWords(
    status: .undecided,
    vi: "chưa kết luận được: có đơn vị chưa rõ năm 2020; xấu nhất: chưa đạt; tốt nhất: đạt",
    en: "undecided: of some units 2020 is not known; worst: not reached; best: reached",
    worst: .notReached,
    best: .reached
  )

  static let conflict = VerdictWords(
    status: .undecided,
    vi: "chưa kết luận được: số liệu mâu thuẫn hoặc không đọc được",
    en: "undecided: the figures contradict each other or cannot be read",
    worst: .notReached,
    best: .reached
  )

  /// One unit has not reported, and it cannot matter.
  var oneMissing: VerdictWords {
    adding(
      "; 1 đơn vị chưa báo cáo đủ, nhưng không làm đổi kết luận",
      "; 1 unit has not fully reported, which cannot change this"
    )
  }

  /// The United Nations' rule says otherwise: fair progress.
  var unitedNationsSayFair: VerdictWords {
    adding(
      "; cách tính khác đã công bố cho kết quả khác: Liên hợp quốc (tiến bộ khá, cần nhanh hơn)",
      "; published rules say otherwise: United Nations (fair progress, to be accelerated)"
    )
  }

  /// On the straight line by the rules that know no loss.
  var lineSaysOnPace: VerdictWords {
    adding(
      "; cách tính khác đã công bố cho kết quả khác: ESCAP (đúng mức cần có), SDG Index (đúng "
        + "hướng hoặc giữ được)",
      "; published rules say otherwise: ESCAP (as expected), SDG Index (on track or maintaining)"
    )
  }

  func adding(_ vi: String, _ en: String) -> VerdictWords {
    var words = VerdictWords(status: status, vi: self.vi + vi, en: self.en + en)
    (words.worst, words.best, words.since) = (worst, best, since)
    return words
  }
}
