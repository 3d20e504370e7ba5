package import Diagnostics
package import Plan
import Tables
import VietnameseText

/// The unit that a typed code or name means.
package enum UnitMatch: Sendable, Equatable {
  case unit(String)
  /// Several units have the name, by code.
  case several([OrgUnit])
  /// No unit of the year has the code or name, but these of other days have.
  case otherDays([OrgUnit])
  /// Codes and names of the units of the year, to choose from.
  case none(known: [String])
}

extension Explainer {
  /// Finds the unit that is evaluated for a year by its code or, where only one has it, its name;
  /// accents, case and the word for the kind of unit may be left out.
  package func unit(_ typed: String, in year: Int) -> UnitMatch {
    let codes = Set(rows.keys.filter { $0.year == year }.map(\.unit)).union([plan.unit]).sorted()
    if codes.contains(typed) { return .unit(typed) }
    let named = codes.map { ($0, unitName($0, in: year)) }
    for spelling in [Spelling.accented, .plain] {
      let found = named.filter { spelling.matches(typed, $0.1, plan) }
      if found.count == 1 { return .unit(found[0].0) }
      if found.count > 1 {
        return .several(
          found.map { code, name in
            OrgUnit(code: code, name: name, kind: "", level: "", parent: "")
          }
        )
      }
    }
    let others = plan.orgUnits.all.filter { unit in
      unit.level == plan.memberLevel
        && (unit.code == typed || Spelling.plain.matches(typed, unit.name, plan))
    }
    guard others.isEmpty else { return .otherDays(others) }
    return .none(known: named.flatMap { [$0.0, $0.1] })
  }

  /// Why a run has no figure of an indicator for a unit and a year.
  package func absence(_ indicator: Indicator, _ unit: String, _ year: Int) -> LocalisedText? {
    let years = plan.years.base...max(plan.years.base, settings.year)
    if !years.contains(year) {
      return LocalisedText(
        vi: "lần chạy này có số của các năm \(years.lowerBound) đến \(years.upperBound)",
        en: "this run has figures of \(years.lowerBound) to \(years.upperBound)"
      )
    }
    if indicator.place == .plan, unit != plan.unit {
      return LocalisedText(
        vi: "chỉ tiêu này chỉ có số chung; hãy bỏ --unit",
        en: "it has a figure of the plan's own unit only; leave out --unit"
      )
    }
    if indicator.place == .each, unit == plan.unit {
      return LocalisedText(
        vi: "chỉ tiêu này không có số chung; hãy thêm --unit",
        en: "it has no figure over all units; name one with --unit"
      )
    }
    let due = indicator.elements.compactMap {
      plan.element($0).flatMap { plan.form($0.form)?.years }
    }
    guard let first = due.map(\.lowerBound).max(), let last = due.map(\.upperBound).min(),
      first <= last, !(first...last).contains(year)
    else { return nil }
    return LocalisedText(
      vi: "biểu mẫu của nó chỉ gửi từ năm \(first) đến năm \(last)",
      en: "its forms are due from \(first) to \(last)"
    )
  }
}

/// How closely a typed name has to be a unit's.
private enum Spelling {
  case accented, plain

  func matches(_ typed: String, _ name: String, _ plan: Plan) -> Bool {
    let typed = key(typed)
    guard !typed.isEmpty else { return false }
    let name = key(name)
    if typed == name { return true }
    return plan.unitPrefixes.values.joined().map(key).contains { prefix in
      !prefix.isEmpty && name.hasPrefix("\(prefix) ") && name.dropFirst(prefix.count + 1) == typed
    }
  }

  private func key(_ text: String) -> String {
    self == .accented ? NameKey.accented(text).folded : NameKey(text).folded
  }
}
