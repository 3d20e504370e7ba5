import Diagnostics
import Plan
import Tables

// Units of one year that report for the same time, or list the same things.
extension FormRows {
  /// Sets rows aside that would tell a part of a year a second time, and says of others that they
  /// tell all of it.
  mutating func settleOverlaps(_ eras: [Int: UnitEras]) {
    guard form.kind == .summary, let field = form.unitField else { return }
    for (year, own) in eras.sorted(by: { $0.key < $1.key }) {
      var rows: [String: [Int]] = [:]
      for row in 0..<raw.count where states[row] == .used && self.year(row) == year {
        rows[units[row], default: []].append(row)
      }
      for later in own.units.later {
        let former = later.origins.filter { rows[$0] != nil }.sorted()
        // A former unit that states the whole year has told the time after it too.
        let isWhole = former.contains { key in
          (rows[key] ?? []).contains { parts[$0].map(own.isWhole) ?? false }
        }
        for row in rows[later.key] ?? [] {
          let isOfPart = parts[row].map { !own.isWhole($0) } ?? false
          if isOfPart && !isWhole { continue }
          if former.isEmpty {
            if !isOfPart { noteWholeYear(row, later.key, own) }
          } else {
            toldTwice(row, field, own, former)
          }
        }
      }
    }
  }

  /// Counts what a later unit lists at the former one that has listed it before: its place is known
  /// at both boundaries then, and it counts once.
  mutating func placeListed(_ eras: [Int: UnitEras]) {
    guard form.kind == .register, form.covers == .sender, let field = form.unitField,
      form.primaryKey.count == 1
    else { return }
    for (year, own) in eras.sorted(by: { $0.key < $1.key }) {
      var listed: [String: Int] = [:]
      for row in 0..<raw.count where states[row] == .used && self.year(row) <= year {
        guard !own.units.isLater(units[row]) || self.year(row) < year else { continue }
        let key = key(row)
        if listed[key].map({ self.year($0) <= self.year(row) }) ?? true { listed[key] = row }
      }
      for row in 0..<raw.count where states[row] == .used && self.year(row) == year {
        guard let later = own.units.unit(units[row]), own.units.isLater(later.key),
          let former = listed[key(row)], later.origins.contains(units[former])
        else { continue }
        if self.year(former) == year {
          supersede(former, by: row, rule: "later-unit")
          _ = noteChanges(from: former, to: row, rule: "later-unit")
        }
        units[row] = units[former]
        cells[field][row] = .text(units[former])
      }
    }
  }

  /// Says once a file and unit that figures of a later unit hold more than the plan's land.
  mutating func noteLand(_ plan: Plan, _ eras: [Int: UnitEras]) {
    guard !eras.isEmpty else { return }
    var noted: Set<String> = []
    for row in 0..<raw.count where states[row] == .used {
      guard let own = eras[year(row)], own.units.isLater(units[row]),
        let unit = own.units.unit(units[row])?.unit
      else { continue }
      let share = plan.covered(unit)
      guard !share.isWhole, noted.insert("\(raw.files[row])/\(units[row])").inserted else {
        continue
      }
      noteLand(row, units[row], share, own)
    }
  }
}
