import Diagnostics
import Plan
import Tables

extension RunDifference {
  /// Why a figure differs: the settings, the plan, the facts with their files.
  ///
  /// Never empty.
  func reasons(_ id: String, _ unit: String, _ year: Int) -> [Explanation] {
    let facts = facts(id, unit, year)
    let found = settingReasons(id, unit, year) + planReasons(id) + facts
    guard found.isEmpty else { return found }
    // What is missing can be bounded by earlier years, and rows are placed by other registers.
    let forms = forms(of: elements(of: id))
    let near = files.filter { isOf($0, forms) }
    let rest = (near.isEmpty ? files : near).prefix(Self.most).map(text) + allSettings
    guard rest.isEmpty else { return rest }
    return [
      Explanation(
        say(
          vi: "tệp, kế hoạch và thiết lập đều như cũ: phiên bản khác của chương trình đã tính",
          en: "files, plan and settings are the same: another version of the program computed it"
        )
      )
    ]
  }

  /// Files and rows that are listed for one reason; more would bury it.
  private static let most = 20

  private func isOf(_ difference: FileDifference, _ forms: Set<String>) -> Bool {
    [difference.before, difference.now].contains { row in
      guard let row else { return false }
      return row.forms.isEmpty || !forms.isDisjoint(with: row.forms)
    }
  }

  /// Settings that differ and bear on any figure of the unit and year.
  private func settingReasons(_ id: String, _ unit: String, _ year: Int) -> [Explanation] {
    let forms = forms(of: elements(of: id))
    return allSettingChanges.filter { change in
      switch change.key {
      case "unit": true
      // The plan's own unit is made of what was reported.
      case "boundaries": unit != now.plan.unit
      case "year":
        !(now.plan.years.base...max(now.plan.years.base, now.settings.year)).contains(year)
          || !(now.plan.years.base...max(now.plan.years.base, before.settings.year)).contains(year)
      case "as_of":
        files.contains {
          [$0.before?.reason, $0.now?.reason].contains(Self.afterDay) && isOf($0, forms)
        }
      default: false
      }
    }
    .map(text)
  }

  private static let afterDay = "after-as-of"

  private var allSettings: [Explanation] { allSettingChanges.map(text) }

  private var allSettingChanges: [(key: String, before: String, now: String)] {
    zip(before.settings.rows, now.settings.rows).filter { $0.value != $1.value }
      .map { ($0.key, $0.value, $1.value) }
  }

  private func text(_ change: (key: String, before: String, now: String)) -> Explanation {
    let name = say(vi: "thiết lập", en: "setting")
    return Explanation("\(name) \(change.key): \(Quote.change(change.before, change.now))")
  }

  // MARK: - Facts

  /// Facts below a figure that differ, each with the files that made it so.
  func facts(_ id: String, _ unit: String, _ year: Int) -> [Explanation] {
    guard let indicator = now.plan.indicator(id) else { return [] }
    let units = Set(now.sources(of: unit, in: year) + before.sources(of: unit, in: year)).sorted()
    return units.flatMap { unit in
      now.operands(of: indicator, in: year).compactMap { element, year in
        fact(element, unit, year)
      }
    }
  }

  func fact(_ id: String, _ unit: String, _ year: Int) -> Explanation? {
    let earlier = before.facts.fact(id, unit: unit, year: year)
    let later = now.facts.fact(id, unit: unit, year: year)
    guard let element = now.plan.element(id), !isSame(earlier, later) else { return nil }
    let name = "\(now.reporterName(unit, in: year)), \(id), \(year)"
    let values = [(earlier, before), (later, now)].map { fact, run in
      guard let fact else { return say(vi: "không có", en: "none") }
      return run.value(of: fact, element)
        + (fact.isPartial ? say(vi: " (chưa đủ nguồn)", en: " (not of all sources)") : "")
    }
    let change = say(
      vi: "trước \(values[0]); nay \(values[1])",
      en: "before \(values[0]); now \(values[1])"
    )
    var children = files(element, unit, year, earlier, later)
    if children.isEmpty { children = senders(element, year) }
    return Explanation("\(name): \(change)", brief: name, children)
  }

  private func isSame(_ a: FactRow?, _ b: FactRow?) -> Bool {
    a?.value == b?.value && a?.text == b?.text && a?.missing == b?.missing
      && a?.isPartial == b?.isPartial
  }

  /// Senders of a form whose reports came in one run only.
  private func senders(_ element: DataElement, _ year: Int) -> [Explanation] {
    func rows(_ run: Explainer) -> [String: String] {
      let own = run.tables.join.reporting.filter { $0.form == element.form && $0.year == year }
      return Dictionary(own.map { ($0.sender, $0.status.rawValue) }) { first, _ in first }
    }
    let (earlier, later) = (rows(before), rows(now))
    let none = say(vi: "(không có)", en: "(none)")
    return Set(earlier.keys).union(later.keys).sorted().filter { earlier[$0] != later[$0] }.map {
      let change = Quote.change(earlier[$0] ?? none, later[$0] ?? none)
      return Explanation("\(now.senderName($0, in: year)): \(change)")
    }
  }

  /// The files behind a fact that differ, and the rows that it was made from in one run only.
  private func files(
    _ element: DataElement,
    _ unit: String,
    _ year: Int,
    _ earlier: FactRow?,
    _ later: FactRow?
  ) -> [Explanation] {
    let rows = RowChanges(
      before: before.placed(earlier, element, withTexts: hasTexts),
      now: now.placed(later, element, withTexts: hasTexts)
    )
    let own = Set(rows.paths)
    let forms = forms(of: [element.id])
    let touched = files.filter { own.contains($0.path) || isAbout($0, unit, year, forms) }
    var told: Set<String> = []
    let changed = touched.prefix(Self.most).map { difference in
      told.insert(difference.path)
      var text = text(difference)
      text.children =
        self.rows(rows.of(difference.path), difference.path, element) + unknownTexts(difference)
      return text
    }
    // Files that are the same in both, of which other rows are used.
    let others = rows.paths.filter { !told.contains($0) }.compactMap { path -> Explanation? in
      let children = self.rows(rows.of(path), path, element)
      return children.isEmpty ? nil : Explanation(path, children)
    }
    return changed + others
  }

  /// Whether both runs know what stood in rows.
  private var hasTexts: Bool { now.sources.areKept && before.sources.areKept }

  /// What is to be known of a changed file of which the earlier run kept no rows.
  private func unknownTexts(_ difference: FileDifference) -> [Explanation] {
    guard !hasTexts, let before = difference.before, let now = difference.now,
      before.sha256 != now.sha256
    else { return [] }
    return [
      Explanation(
        say(
          vi: "không giữ bản sao các hàng nên không cho biết chữ nào trong đó đã đổi",
          en: "no copy of the rows is kept, so which words in them changed is not told"
        )
      )
    ]
  }

  /// Whether a file may speak of a unit and year, by its form and sender.
  private func isAbout(
    _ difference: FileDifference,
    _ unit: String,
    _ year: Int,
    _ forms: Set<String>
  ) -> Bool {
    [difference.before, difference.now].contains { row in
      guard let row, row.year == year else { return false }
      if row.forms.isEmpty { return row.sender == unit }
      return row.forms.contains { name in
        guard forms.contains(name), let form = now.plan.form(name) else { return false }
        return form.covers != .sender || row.sender == unit || unit == now.plan.unit
      }
    }
  }

  private func rows(
    _ changes: [RowChange],
    _ path: String,
    _ element: DataElement
  ) -> [Explanation] {
    func said(_ when: String, _ text: String) -> String { text.isEmpty ? when : "\(when) \(text)" }
    let shown = changes.prefix(Self.most).map { change in
      let line = "\(say(vi: "dòng", en: "line")) \(change.line)"
      switch (change.before, change.now) {
      case (let old?, let new?): return Explanation("\(line): \(old) → \(new)")
      case (let old?, nil):
        let fate = now.fate(of: path, change.line, element)
        return Explanation("\(line): \(said(say(vi: "trước", en: "before"), old))\(fate)")
      case (nil, let new?):
        let fate = before.fate(of: path, change.line, element)
        let was = fate.isEmpty ? "" : say(vi: "; trước", en: "; before") + fate
        return Explanation("\(line): \(said(say(vi: "nay", en: "now"), new))\(was)")
      case (nil, nil): return Explanation(line)
      }
    }
    let left = changes.count - shown.count
    guard left > 0 else { return shown }
    return shown + [Explanation(say(vi: "… và \(left) hàng nữa", en: "… and \(left) more rows"))]
  }
}
