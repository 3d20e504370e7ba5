import Tables

@testable import Plan

/// What the senders reported over the years, in the measures that the forms of targets need, and
/// what is to be said of a target of each form, due each year and due by the end of 2025.
struct VerdictSituation: Sendable {
  typealias Report = VerdictCase.Report
  typealias Words = VerdictWords

  let name: String
  /// Units that say yes: for reach, keep and keep-base.
  let units: [Report]
  /// A count that is to go down: for none and fewer.
  let cases: [Report]
  /// A count of what was done: for done.
  let deeds: [Report]
  /// Instead of units, for reach and keep.
  var shares: [Report]?
  let reach: (each: Words, end: Words)
  let keep: (each: Words, end: Words)
  let keepBase: (each: Words, end: Words)
  let none: (each: Words, end: Words)
  let fewer: (each: Words, end: Words)
  let done: (each: Words, end: Words)

  var verdictCases: [VerdictCase] {
    let forms: [(Target.Form, [Report], (each: Words, end: Words))] = [
      (.reach, shares ?? units, reach), (.keep, shares ?? units, keep),
      (.keepBase, units, keepBase), (.none, cases, none), (.fewer, cases, fewer),
      (.done, deeds, done),
    ]
    return forms.flatMap { form, reports, words in
      [(Target.When.everyYear, words.each), (.byEnd, words.end)].map { when, words in
        VerdictCase(situation: name, form: form, when: when, reports: reports, words: words)
      }
    }
  }
}

/// The same words whenever it is due.
func both(_ words: VerdictWords) -> (each: VerdictWords, end: VerdictWords) { (words, words) }

extension VerdictWords {
  /// Behind by the bounds of what is missing, so that no single figure is set against the line.
  static var behindWithoutLine: VerdictWords {
    VerdictWords(
      status: .behind,
      vi: "chậm tiến độ: 58,8 % (10/17)",
      en: "behind: 58.8% (10/17)"
    )
  }

  /// The same, whatever the missing unit had in the base year.
  static var behindAsBaseIsOpen: VerdictWords {
    VerdictWords(
      status: .behind,
      vi: "chậm tiến độ: 66,7 % (12/18)",
      en: "behind: 66.7% (12/18)"
    )
  }

  static var baseIsOpen: VerdictWords {
    VerdictWords(
      status: .undecided,
      vi: "chưa kết luận được: năm 2020 mới có 1/2 đơn vị báo cáo; xấu nhất: chậm tiến độ; tốt "
        + "nhất: đúng tiến độ",
      en: "undecided: of 2020, 1 of 2 units have reported; worst: behind; best: on pace",
      worst: .behind,
      best: .onPace
    )
  }

  var oneFewerIsBehind: VerdictWords {
    adding("; bớt một trường hợp là chậm tiến độ", "; one case fewer is “behind”")
  }

  var oneMoreIsBehind: VerdictWords {
    adding("; thêm một trường hợp là chậm tiến độ", "; one case more is “behind”")
  }

  private static let never = (
    vi: "; cả hai đều chưa đúng tiến độ", en: "; not on pace in either case"
  )

  /// With a case more it would stay behind.
  var oneFewerIsAway: VerdictWords {
    adding(
      "; bớt một trường hợp là xa mục tiêu hơn" + Self.never.vi,
      "; one case fewer is “moving away”" + Self.never.en
    )
  }

  var oneMoreIsAway: VerdictWords {
    adding(
      "; thêm một trường hợp là xa mục tiêu hơn" + Self.never.vi,
      "; one case more is “moving away”" + Self.never.en
    )
  }
}
