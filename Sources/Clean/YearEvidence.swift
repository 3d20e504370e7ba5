import Diagnostics
import Plan
import Tables
import VietnameseText

/// Which units of a year with changes are spoken of at all, seen over all files before any row is
/// settled.
///
/// A year may come on its old units alone: their codes then mean what they meant in January, as if
/// nothing had changed. So what is not told matters only where something speaks of new units.
struct YearEvidence {
  /// Groups of connected units that something speaks of by parts of the year, by form.
  private var groups: [String: Set<Int>] = [:]
  /// Units that each form has rows of which can mean no other unit.
  private var certain: [String: Set<String>] = [:]

  /// Whether anything speaks of units that begin within the year, or of a part of it.
  var isMixed: Bool { !groups.isEmpty }

  init(_ eras: UnitEras, _ forms: [FormRows]) {
    for form in forms where !form.moments.isEmpty {
      for row in 0..<form.raw.count where form.year(row) == eras.units.year {
        guard let moment = form.moments[row], let key = moment.certain else { continue }
        certain[form.form.name, default: []].insert(key)
        let isOfPart = moment.part.map { !eras.isWhole($0) } ?? false
        if eras.units.isLater(key) || isOfPart {
          groups[form.form.name, default: []].insert(eras.group(of: key))
        }
      }
    }
  }

  func speaksOf(_ group: Int, in form: String) -> Bool { groups[form]?.contains(group) ?? false }

  func speaksOf(_ group: Int) -> Bool { groups.values.contains { $0.contains(group) } }

  /// Whether a form has a row that can only be of the unit.
  func isCertain(_ key: String, in form: String) -> Bool { certain[form]?.contains(key) ?? false }
}
