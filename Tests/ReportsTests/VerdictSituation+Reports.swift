import Diagnostics
import Tables

extension VerdictSituation {
  typealias Figure = VerdictWords.Figure

  /// What is or is not reported, and what was so from the beginning.
  static let ofReports: [VerdictSituation] = [
    VerdictSituation(
      name: "no report at all",
      units: [.units(9), .units(11), .units(14), .none(.notReported)],
      cases: [.count(10), .count(8), .count(6), .none(.notReported)],
      deeds: [.count(0), .count(0), .count(0), .none(.notReported)],
      reach: both(.notReported),
      keep: both(.notReported),
      keepBase: both(.notReported),
      none: both(.notReported),
      fewer: both(.notReported),
      done: both(.notReported)
    ),
    // 10 of 17 are 56 to 61 %: short of all, and of the 80 % due. 12 cases are too many already.
    VerdictSituation(
      name: "a report is missing that cannot matter",
      units: [.units(9), .units(11), .units(14), .units(10, missing: 1)],
      cases: [.count(10), .count(8), .count(6), .count(12, missing: true)],
      deeds: [.count(0), .count(0), .count(0), .count(1, missing: true)],
      reach: (.notReached("10/17").oneMissing, .behindWithoutLine.oneMissing),
      keep: both(.notReached("10/17").oneMissing),
      keepBase: both(.kept("9/9").oneMissing),
      none: (.notReached("12").oneMissing, .movingAway("12", from: "10").oneMissing),
      fewer: (
        .notReached(.after(10, 12)).oneMissing, .reachedAndLost(2023, .after(10, 12)).oneMissing
      ),
      done: both(.reached("1").oneMissing)
    ),
    // 17 of 17, and nothing in one unit: all or not all.
    VerdictSituation(
      name: "a report is missing that decides",
      units: [.units(9), .units(11), .units(14), .withoutFirst(17)],
      cases: [.count(10), .count(8), .count(6), .count(0, missing: true)],
      deeds: [.count(0), .count(0), .count(0), .count(0, missing: true)],
      reach: (.open(17, of: 18), .open(17, of: 18, worst: .onPace)),
      keep: both(.open(17, of: 18)),
      keepBase: both(.open(17, of: 18)),
      none: (.open(1, of: 2), .open(1, of: 2, worst: .movingAway)),
      fewer: (.open(1, of: 2), .open(1, of: 2, worst: .movingAway)),
      done: both(.open(1, of: 2))
    ),
    // A share of nothing is no share; a count of nothing is 0. No unit had what is to be kept.
    VerdictSituation(
      name: "zero denominator, no such case",
      units: [.units(0), .units(0), .units(0), .units(0)],
      cases: [.count(10), .count(8), .count(6), .none(.noCase)],
      deeds: [.count(0), .count(0), .count(0), .none(.noCase)],
      shares: [.share(5, of: 10), .share(6, of: 10), .share(7, of: 10), .share(0, of: 0)],
      reach: both(.noCase),
      keep: both(.noCase),
      keepBase: both(.nothingToKeep),
      none: both(.reached("0", since: 2023)),
      fewer: both(.reached(.after(10, 0))),
      done: (.notReached("0"), .notReachedYet("0"))
    ),
    // 60 % due; 9 of 18 are 50 %, 10 are 56 %. With nothing to reduce, nothing is what stays.
    VerdictSituation(
      name: "zero base",
      units: [.units(0), .units(3), .units(6), .units(9)],
      cases: [.count(0), .count(0), .count(0), .count(0)],
      deeds: [.count(0), .count(0), .count(0), .count(2)],
      reach: (
        .notReached("9/18"),
        .behind(
          Figure(vi: "50,0 % (9/18)", en: "50.0% (9/18)"),
          due: Figure(vi: "60,0 %", en: "60.0%")
        )
      ),
      keep: both(.notReached("9/18")),
      keepBase: both(.nothingToKeep),
      none: both(.kept("0")),
      fewer: both(.nothingToReduce),
      done: both(.reached("2"))
    ),
    // What the year itself tells stands; what needs the base year does not.
    VerdictSituation(
      name: "base missing",
      units: [.none(.notReported), .units(11), .units(14), .units(12)],
      cases: [.none(.notReported), .count(8), .count(6), .count(3)],
      deeds: [.none(.notReported), .count(0), .count(0), .count(0)],
      reach: (.notReached("12/18"), .noBase("12/18")),
      keep: both(.notReached("12/18")),
      keepBase: both(.unitsWithoutBase),
      none: (.notReached("3"), .noBase("3")),
      fewer: both(.noBase("3")),
      done: (.notReached("0"), .notReachedYet("0"))
    ),
    // 9 to 10 of 18 at the base: 80 to 82 % due, 12 are 67 %. From 10 cases or more, 8 are behind or not; 8 are fewer.
    VerdictSituation(
      name: "a unit is missing from the base year",
      units: [.units(9, missing: 1), .units(11), .units(14), .units(12)],
      cases: [.count(10, missing: true), .count(9), .count(8), .count(8)],
      deeds: [.count(0, missing: true), .count(0), .count(0), .count(0)],
      reach: (.notReached("12/18"), .behindAsBaseIsOpen),
      keep: both(.notReached("12/18")),
      keepBase: both(.unitsWithoutBase),
      none: (.notReached("8"), .baseIsOpen),
      fewer: both(
        .reached(
          Figure(
            vi: "8, năm 2020 là 10 (mới có 1/2 đơn vị)",
            en: "8, after 10 (1 of 2 units) in 2020"
          )
        )
      ),
      done: (.notReached("0"), .notReachedYet("0"))
    ),
    // The way to the target has no length: it was reached, and is lost.
    VerdictSituation(
      name: "base is the target, missed now",
      units: [.units(18), .units(18), .units(18), .units(17)],
      cases: [.count(0), .count(0), .count(0), .count(1)],
      deeds: [.count(1), .count(1), .count(1), .count(0)],
      reach: (.notReached("17/18").oneMoreReaches, .reachedAndLost(2023, "17/18")),
      keep: both(.lost(2023, "17/18")),
      keepBase: both(.lost(2023, "17/18")),
      none: both(.lost(2023, "1")),
      fewer: (.notReached(.after(0, 1)).oneFewerReaches, .reachedAndLost(2023, .after(0, 1))),
      done: (.notReached("0"), .doneBefore)
    ),
    VerdictSituation(
      name: "already met in the base year, kept throughout, all 18 of 18",
      units: [.units(18), .units(18), .units(18), .units(18)],
      cases: [.count(0), .count(0), .count(0), .count(0)],
      deeds: [.count(1), .count(1), .count(1), .count(1)],
      reach: both(.reached("18/18")),
      keep: both(.kept("18/18")),
      keepBase: both(.kept("18/18")),
      none: both(.kept("0")),
      fewer: both(.nothingToReduce),
      done: both(.reached("1"))
    ),
    VerdictSituation(
      name: "reached now",
      units: [.units(9), .units(11), .units(14), .units(18)],
      cases: [.count(10), .count(8), .count(6), .count(0)],
      deeds: [.count(0), .count(0), .count(0), .count(1)],
      reach: both(.reached("18/18")),
      keep: both(.reached("18/18", since: 2023)),
      keepBase: both(.kept("9/9")),
      none: both(.reached("0", since: 2023)),
      fewer: both(.reached(.after(10, 0))),
      done: both(.reached("1"))
    ),
  ]
}
