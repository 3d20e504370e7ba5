import Diagnostics
import Tables

extension VerdictSituation {
  /// How the figures move.
  static let ofProgress: [VerdictSituation] = [
    // 12 of 18 are 67 %, and 80 % are due: no rule of pace tells that all had it in 2021.
    VerdictSituation(
      name: "reached early, then lost",
      units: [.units(9), .units(18), .units(12), .units(12)],
      cases: [.count(10), .count(0), .count(4), .count(4)],
      deeds: [.count(0), .count(2), .count(0), .count(0)],
      reach: (.notReached("12/18"), .reachedAndLost(2022, "12/18")),
      keep: both(.lost(2022, "12/18")),
      keepBase: both(.kept("9/9")),
      none: (.lost(2022, "4"), .lost(2022, "4").lineSaysOnPace),
      fewer: both(.reached(.after(10, 4))),
      done: (.notReached("0"), .doneBefore)
    ),
    VerdictSituation(
      name: "lost and regained",
      units: [.units(18), .units(18), .units(17), .units(18)],
      cases: [.count(0), .count(0), .count(1), .count(0)],
      deeds: [.count(1), .count(0), .count(0), .count(1)],
      reach: both(.reached("18/18")),
      keep: both(.reached("18/18", since: 2023)),
      keepBase: both(.reached("18/18", since: 2023)),
      none: both(.reached("0", since: 2023)),
      fewer: both(.nothingToReduce),
      done: both(.reached("1"))
    ),
    // 80 % and 4 cases due. By growth, 2 · (2/10)^(2/3) = 0.68 cases are left, 93 % of the way.
    VerdictSituation(
      name: "on pace",
      units: [.units(9), .units(11), .units(14), .units(16)],
      cases: [.count(10), .count(8), .count(6), .count(2)],
      deeds: [.count(0), .count(0), .count(1), .count(1)],
      reach: (
        .notReached("16/18"),
        .onPace(
          Figure(vi: "88,9 % (16/18)", en: "88.9% (16/18)"),
          due: Figure(vi: "80,0 %", en: "80.0%")
        )
      ),
      keep: both(.notReached("16/18")),
      keepBase: both(.kept("9/9")),
      none: (
        .notReached("2"),
        .onPace("2", due: Figure(vi: "không quá 4", en: "at most 4")).unitedNationsSayFair
      ),
      fewer: both(.reached(.after(10, 2))),
      done: both(.reached("1"))
    ),
    // 13 of 18 would be 72 %, 7 cases are not 4.
    VerdictSituation(
      name: "behind",
      units: [.units(9), .units(10), .units(11), .units(12)],
      cases: [.count(10), .count(9), .count(9), .count(8)],
      deeds: [.count(0), .count(0), .count(0), .count(0)],
      reach: (
        .notReached("12/18"),
        .behind(
          Figure(vi: "66,7 % (12/18)", en: "66.7% (12/18)"),
          due: Figure(vi: "80,0 %", en: "80.0%")
        )
      ),
      keep: both(.notReached("12/18")),
      keepBase: both(.kept("9/9")),
      none: (.notReached("8"), .behind("8", due: Figure(vi: "không quá 4", en: "at most 4"))),
      fewer: both(.reached(.after(10, 8))),
      done: (.notReached("0"), .notReachedYet("0"))
    ),
    // Two units and three cases farther away: one case more or fewer leaves it so.
    VerdictSituation(
      name: "moving away",
      units: [.units(9), .units(8), .units(7), .units(6)],
      cases: [.count(10), .count(11), .count(12), .count(13)],
      deeds: [.count(0), .count(1), .count(0), .count(0)],
      reach: (
        .notReached("6/18"),
        .movingAway(
          Figure(vi: "33,3 % (6/18)", en: "33.3% (6/18)"),
          from: Figure(vi: "50,0 %", en: "50.0%")
        )
      ),
      keep: both(.notReached("6/18")),
      keepBase: both(.lost(2021, "6/9")),
      none: (.notReached("13"), .movingAway("13", from: "10")),
      fewer: (.notReached(.after(10, 13)), .movingAway("13", from: "10")),
      done: (.notReached("0"), .doneBefore)
    ),
    // 14 of 18 are 78 % of the 80 due; 5 cases are more than the 4 due. The year's own facts stand.
    VerdictSituation(
      name: "one case decides",
      units: [.units(9), .units(11), .units(13), .units(15)],
      cases: [.count(10), .count(8), .count(6), .count(4)],
      deeds: [.count(0), .count(0), .count(0), .count(1)],
      reach: (
        .notReached("15/18"),
        .tooSmall(
          Figure(vi: "83,3 % (15/18)", en: "83.3% (15/18)"),
          due: Figure(vi: "80,0 %", en: "80.0%")
        ).oneFewerIsBehind
      ),
      keep: both(.notReached("15/18")),
      keepBase: both(.kept("9/9")),
      none: (
        .notReached("4"),
        .tooSmall("4", due: Figure(vi: "không quá 4", en: "at most 4")).oneMoreIsBehind
          .unitedNationsSayFair
      ),
      fewer: both(.reached(.after(10, 4))),
      done: both(.reached("1"))
    ),
    // Nothing done: one unit fewer is farther away, one case more too.
    VerdictSituation(
      name: "as many as in the base year",
      units: [.units(9), .units(9), .units(9), .units(9)],
      cases: [.count(10), .count(10), .count(10), .count(10)],
      deeds: [.count(0), .count(0), .count(0), .count(0)],
      reach: (
        .notReached("9/18"),
        .tooSmall(
          Figure(vi: "50,0 % (9/18)", en: "50.0% (9/18)"),
          due: Figure(vi: "80,0 %", en: "80.0%")
        ).oneFewerIsAway
      ),
      keep: both(.notReached("9/18")),
      keepBase: both(.kept("9/9")),
      none: (
        .notReached("10"),
        .tooSmall("10", due: Figure(vi: "không quá 4", en: "at most 4")).oneMoreIsAway
      ),
      fewer: (.notReached(.after(10, 10)).oneFewerReaches, .notReachedYet(.after(10, 10))),
      done: (.notReached("0"), .notReachedYet("0"))
    ),
    VerdictSituation(
      name: "figures contradict each other",
      units: [.units(9), .units(11), .units(14), .none(.conflict)],
      cases: [.count(10), .count(8), .count(6), .none(.conflict)],
      deeds: [.count(0), .count(0), .count(0), .none(.conflict)],
      reach: both(.conflict),
      keep: both(.conflict),
      keepBase: both(.conflict),
      none: both(.conflict),
      fewer: both(.conflict),
      done: both(.conflict)
    ),
    // 11 of 10 cannot be; the other unit has nothing to count, which decides nothing.
    VerdictSituation(
      name: "more than all",
      units: [.units(9), .units(11), .units(14), .none(.illegible)],
      cases: [.count(10), .count(8), .count(6), .none(.illegible)],
      deeds: [.count(0), .count(0), .count(0), .none(.illegible)],
      shares: [.share(5, of: 10), .share(6, of: 10), .share(7, of: 10), .share(11, of: 10)],
      reach: (.open(1, of: 2), .open(1, of: 2, worst: .movingAway)),
      keep: both(.open(1, of: 2)),
      keepBase: both(.conflict),
      none: both(.conflict),
      fewer: both(.conflict),
      done: both(.conflict)
    ),
    VerdictSituation(
      name: "not applicable",
      units: [.units(9), .units(11), .units(14), .none(.notApplicable)],
      cases: [.count(10), .count(8), .count(6), .none(.notApplicable)],
      deeds: [.count(0), .count(0), .count(0), .none(.notApplicable)],
      reach: both(.notApplicable),
      keep: both(.notApplicable),
      keepBase: both(.notApplicable),
      none: both(.notApplicable),
      fewer: both(.notApplicable),
      done: both(.notApplicable)
    ),
    // 17 of 18 are 94 %: one more is all of them; one case is left of 10.
    VerdictSituation(
      name: "the year it is due",
      units: [.units(9), .units(11), .units(14), .units(16), .units(17), .units(17)],
      cases: [.count(10), .count(8), .count(6), .count(4), .count(2), .count(1)],
      deeds: [.count(0), .count(0), .count(0), .count(0), .count(0), .count(0)],
      reach: (.notReached("17/18").oneMoreReaches, .notReachedWhenDue("17/18").oneMoreReaches),
      keep: both(.notReached("17/18").oneMoreReaches),
      keepBase: both(.kept("9/9", to: 2025)),
      none: (.notReached("1").oneFewerReaches, .notReachedWhenDue("1").oneFewerReaches),
      fewer: both(.reached(.after(10, 1))),
      done: (.notReached("0"), .notReachedWhenDue("0"))
    ),
  ]
}
