import Diagnostics
package import Plan
package import Tables

/// Why figures of a run differ from those of an earlier one.
///
/// The same files, plan and settings give the same figures, so a figure that differs has a reason
/// among them, or else another version of the program computed it, and that is said.
package struct RunDifference: Sendable {
  let now: Explainer
  let before: Explainer
  let plan: [PlanDifference]
  let files: [FileDifference]
  private let ids: [String: Int]

  /// - Parameters:
  ///   - now: The run that is asked about.
  ///   - before: The earlier one.
  ///   - parts: What the plan said in each, as their workspaces keep it.
  package init(
    now: Explainer,
    before: Explainer,
    parts: (now: [PlanPart], before: [PlanPart])
  ) {
    self.now = now
    self.before = before
    plan = PlanDifference.all(before: parts.before, now: parts.now)
    files = FileDifference.all(
      before: before.tables.ingest.files,
      now: now.tables.ingest.files
    )
    ids = Dictionary(now.plan.indicators.enumerated().map { ($1.id, $0) }) { first, _ in first }
  }

  func say(vi: String, en: String) -> String { now.say(vi: vi, en: en) }

  /// Figures of indicators that differ, in the plan's order.
  package var figures: [FigureKey.Figure] {
    let keys = Set(now.rows.keys).union(before.rows.keys).filter { now.rows[$0] != before.rows[$0] }
    return keys.sorted { a, b in
      (ids[a.id] ?? .max, a.id, a.unit, a.year) < (ids[b.id] ?? .max, b.id, b.unit, b.year)
    }
    .map { .indicator($0.id, unit: $0.unit, year: $0.year) }
  }

  /// All figures that differ, one line each with its first reason.
  package var list: Explanation {
    let lines = figures.compactMap { figure -> Explanation? in
      guard case .indicator(let id, let unit, let year) = figure else { return nil }
      let reasons = reasons(id, unit, year)
      var text = "\(change(id, unit, year)): \(reasons.first?.shortest ?? "")"
      if reasons.count > 1 {
        let more = reasons.count - 1
        text += say(vi: " (và \(more) lý do khác)", en: " (and \(more) more reasons)")
      }
      return Explanation("\(FigureKey(figure, of: now.settings).text)  \(text)")
    }
    let head =
      lines.isEmpty
      ? say(
        vi: "không con số nào khác lần chạy trước",
        en: "no figure differs from the earlier run"
      )
      : say(
        vi: "\(lines.count) con số khác lần chạy trước",
        en: "\(lines.count) figures differ from the earlier run"
      )
    return Explanation(head, lines)
  }

  /// Why a figure differs; nil where neither run has it.
  ///
  /// Of a target it is told how its status differs, and why those figures do that it rests on; of
  /// figures that are no indicator's or target's nothing is told.
  package func explanation(_ figure: FigureKey.Figure) -> Explanation? {
    switch figure {
    case .indicator(let id, let unit, let year): return explanation(id, unit, year)
    case .series(let id, let unit, let years):
      let trees = years.compactMap { explanation(id, unit, $0) }
      guard !trees.isEmpty else { return nil }
      let title = now.plan.indicator(id).map { now.say($0.title) } ?? id
      return Explanation("\(title), \(now.unitName(unit, in: years.upperBound))", trees)
    case .target(let id, let unit, let year): return target(id, unit, year)
    case .fact(let id, let unit, let year, FactRow.total):
      return fact(id, unit, year) ?? Explanation(say(vi: "không có gì khác", en: "nothing differs"))
    case .fact, .score, .reporting: return nil
    }
  }

  private func target(_ id: String, _ unit: String, _ year: Int) -> Explanation? {
    let key = Explainer.RowKey(id: id, unit: unit, year: year)
    let rows = [before.targets[key], now.targets[key]]
    guard let row = rows[1] ?? rows[0], let target = now.plan.targets.first(where: { $0.id == id })
    else { return nil }
    let none = say(vi: "không có", en: "none")
    let texts = rows.map { $0.map { now.say($0.status.label) } ?? none }
    let change = texts[0] == texts[1] ? texts[1] : Quote.change(texts[0], texts[1])
    let head = "\(say(vi: "mục tiêu", en: "target")) \(id), \(now.say(target.title))"
    let own = plan.filter { $0.kind == .target && $0.name == id }.map(text)
    // A status can rest on the years before, too.
    let figures = now.plan.years.all.filter { $0 <= year }.filter {
      let key = Explainer.RowKey(id: row.indicator, unit: unit, year: $0)
      return now.rows[key] != before.rows[key]
    }
    return Explanation(
      "\(head), \(now.unitName(unit, in: year)), \(year): \(change)",
      own + figures.compactMap { explanation(row.indicator, unit, $0) }
    )
  }

  /// Why an indicator's figure differs.
  func explanation(_ id: String, _ unit: String, _ year: Int) -> Explanation? {
    let key = Explainer.RowKey(id: id, unit: unit, year: year)
    guard now.rows[key] != nil || before.rows[key] != nil else { return nil }
    let title = now.plan.indicator(id).map { now.say($0.title) } ?? id
    let head = "\(title), \(now.unitName(unit, in: year)), \(year)"
    let runs = [
      Explanation("\(say(vi: "trước", en: "before")): \(before.run.text)"),
      Explanation("\(say(vi: "nay", en: "now")): \(now.run.text)"),
    ]
    guard now.rows[key] != before.rows[key] else {
      let text = figure(now.rows[key], id, of: now)
      return Explanation(
        "\(head): \(text); \(say(vi: "không có gì khác", en: "nothing differs"))",
        runs + balanced(id, unit, year)
      )
    }
    return Explanation(
      "\(head): \(change(id, unit, year))",
      runs + columns(key) + reasons(id, unit, year)
    )
  }

  /// Facts that differ although the figure does not.
  private func balanced(_ id: String, _ unit: String, _ year: Int) -> [Explanation] {
    let facts = facts(id, unit, year)
    guard !facts.isEmpty else { return [] }
    return [
      Explanation(
        say(
          vi: "dữ kiện khác mà con số không đổi",
          en: "facts differ and leave the figure as it was"
        ),
        facts
      )
    ]
  }

  private func figure(_ row: IndicatorRow?, _ id: String, of run: Explainer) -> String {
    guard let row else { return say(vi: "không có", en: "none") }
    guard let indicator = run.plan.indicator(id) else {
      return row.value.map { run.number($0) } ?? row.missing.map { run.say($0.label) } ?? ""
    }
    return run.figure(row, indicator)
  }

  private func change(_ id: String, _ unit: String, _ year: Int) -> String {
    let key = Explainer.RowKey(id: id, unit: unit, year: year)
    let earlier = figure(before.rows[key], id, of: before)
    let later = figure(now.rows[key], id, of: now)
    guard earlier == later else {
      return say(vi: "trước \(earlier); nay \(later)", en: "before \(earlier); now \(later)")
    }
    return "\(later) (\(columns(key).map(\.text).joined(separator: "; ")))"
  }

  /// What differs besides where the figure reads alike.
  private func columns(_ key: Explainer.RowKey) -> [Explanation] {
    guard let earlier = before.rows[key], let later = now.rows[key],
      figure(earlier, key.id, of: before) == figure(later, key.id, of: now)
    else { return [] }
    let pairs = zip(IndicatorRow.schema.columns, zip(earlier.cells, later.cells))
    return pairs.filter { $1.0 != $1.1 }.map { column, cells in
      let (old, new) = (TableFormat.machine.text(cells.0), TableFormat.machine.text(cells.1))
      return Explanation("\(now.say(column.title)): \(Quote.change(old, new))")
    }
  }
}

extension Explanation {
  /// The first leaf, which names the file, the setting or the part of the plan.
  var shortest: String {
    children.first.map { "\(brief); \($0.shortest)" } ?? brief
  }
}

/// Two texts beside each other.
enum Quote {
  static func change(_ before: String, _ now: String) -> String {
    let (before, now) = differing(before, now)
    return "'\(before)' → '\(now)'"
  }

  /// Long texts without what they have in common at both ends.
  private static func differing(_ before: String, _ now: String) -> (String, String) {
    guard max(before.count, now.count) > 100 else { return (before, now) }
    let start = zip(before, now).prefix { $0 == $1 }.count
    let rest = (before.dropFirst(start), now.dropFirst(start))
    let end = zip(rest.0.reversed(), rest.1.reversed()).prefix { $0 == $1 }.count
    func middle(_ text: Substring) -> String {
      let own = text.dropLast(end)
      let cut = own.count <= 80 ? String(own) : "\(own.prefix(77))…"
      return (start > 0 ? "…" : "") + cut + (end > 0 ? "…" : "")
    }
    return (middle(rest.0), middle(rest.1))
  }
}
