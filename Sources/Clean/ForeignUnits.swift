import Diagnostics
import Plan
import VietnameseText

/// A unit of the country that no row of the plan can be about in a year.
struct ForeignUnit: Equatable {
  enum Reason: Equatable {
    /// It exists before or after the year's first day only.
    case otherTime(from: CalendarDate?, to: CalendarDate?)
    /// A province or district where communes stand.
    case otherLevel
    /// It belongs to another district.
    case elsewhere
  }

  var name: String
  var reason: Reason
}

/// Units of the reference table that are none of the plan's in a year, by code and whole name.
struct ForeignUnits {
  private var byCode: [String: ForeignUnit] = [:]
  private var byName: [NameKey: ForeignUnit] = [:]

  init(plan: Plan, year: Int, own: [String: OrgUnit]) {
    guard let start = CalendarDate(year: year, month: 1, day: 1) else { return }
    // Those of the year come first; the table is sorted by code and beginning.
    let all = plan.orgUnits.all.filter { own[$0.code] != $0 }
    for unit in all.filter({ $0.exists(on: start) }) + all.filter({ !$0.exists(on: start) }) {
      let reason: ForeignUnit.Reason =
        if unit.level != plan.memberLevel { .otherLevel } else if unit.exists(on: start) {
          .elsewhere
        } else {
          .otherTime(from: unit.validFrom, to: unit.validTo)
        }
      let foreign = ForeignUnit(name: unit.name, reason: reason)
      byCode[unit.code] = byCode[unit.code] ?? foreign
      for name in [unit.name] + unit.aliases {
        let key = NameKey.accented(name)
        byName[key] = byName[key] ?? foreign
      }
    }
  }

  /// The unit of a code or of a whole name.
  func unit(_ text: String) -> ForeignUnit? {
    byCode[text.trimmedBlanks] ?? byName[NameKey.accented(text)]
  }
}

extension ForeignUnit {
  /// What is wrong with a row about it, by code and in words.
  var fault: (code: String, expected: LocalisedText) {
    switch reason {
    case .otherTime(let from, let to):
      let vi = [from.map { "từ \($0)" }, to.map { "đến \($0)" }].compactMap { $0 }
      let en = [from.map { "from \($0)" }, to.map { "to \($0)" }].compactMap { $0 }
      return (
        "unit-of-other-time",
        LocalisedText(
          vi: "đơn vị có trong năm; '\(name)' chỉ có \(vi.joined(separator: " "))",
          en: "a unit of the year; '\(name)' exists \(en.joined(separator: " ")) only"
        )
      )
    case .otherLevel:
      return (
        "unit-of-other-level",
        LocalisedText(
          vi: "một đơn vị cấp dưới của kế hoạch, không phải '\(name)'",
          en: "a unit below the plan's, not '\(name)'"
        )
      )
    case .elsewhere:
      return (
        "unit-elsewhere",
        LocalisedText(
          vi: "một đơn vị thuộc kế hoạch; '\(name)' thuộc nơi khác",
          en: "a unit of the plan; '\(name)' belongs elsewhere"
        )
      )
    }
  }
}
