import Diagnostics
import Plan
import Tables

extension FormRows {
  /// Checks the plan's rules for single rows; a row that breaks one stays in use.
  mutating func check(_ plan: Plan) {
    let groups = partGroups()
    let group = Dictionary(groups.flatMap { rows in rows.map { ($0, rows) } }) { first, _ in first }
    for rule in plan.rules {
      guard case .row(let name) = rule.scope, name == form.name else { continue }
      let broken = breaking(rule, group)
      let shown = broken.isEmpty ? [] : shownFields(rule.message)
      for rows in broken { remark(finding(rule, rows, shown, plan), row: rows[0]) }
    }
  }

  /// The rows that break a rule, with those whose figures are checked with theirs.
  ///
  /// Nothing is changed here: what may change these rows copies them each time they are looked at.
  private func breaking(_ rule: ValidationRule, _ group: [Int: [Int]]) -> [[Int]] {
    let fields = Dictionary(
      rule.references.compactMap { name in form.field(name).map { (name, $0) } }
    ) { first, _ in first }
    var broken: [[Int]] = []
    for row in 0..<raw.count where states[row] == .used {
      // Figures that came one by one are checked together.
      let rows = group[row] ?? [row]
      guard rows[0] == row else { continue }
      let verdict = rule.verdict { name, _ in
        guard let field = fields[name] else { return period(name, row) }
        return operand(field, giving(field, rows))
      }
      if verdict == .isBroken { broken.append(rows) }
    }
    return broken
  }

  /// What a field stands for in a rule; no such case counts as 0.
  private func operand(_ field: Int, _ row: Int) -> ExpressionValue {
    let value = cells[field][row].expressionValue
    guard case .missing(.noCase) = value else { return value }
    return switch form.fields[field].type {
    case .integer, .number: .number(0)
    case .boolean: .flag(false)
    case .string, .date, .year: value
    }
  }

  /// The row's year as expressions name it.
  private func period(_ name: String, _ row: Int) -> ExpressionValue {
    let year = year(row)
    let date: CalendarDate? =
      switch name {
      case "start": CalendarDate(year: year, month: 1, day: 1)
      case "end": CalendarDate(year: year, month: 12, day: 31)
      default: nil
      }
    if name == "period" { return .number(Double(year)) }
    return date.map { .date($0) } ?? .missing(.notApplicable)
  }

  /// Places of the fields whose values a message shows, found once for all rows that break its rule.
  private func shownFields(_ message: LocalisedText) -> [Int] {
    form.fields.indices.filter { index in
      let name = "{\(form.fields[index].name)}"
      return message.vietnamese.contains(name) || message.english.contains(name)
    }
  }

  private func finding(
    _ rule: ValidationRule,
    _ rows: [Int],
    _ shown: [Int],
    _ plan: Plan
  ) -> Finding {
    let row = rows[0]
    var message = rule.message
    for index in shown {
      let field = form.fields[index]
      let value = CellText.readable(cells[index][giving(index, rows)], field)
      message = LocalisedText(
        vi: message.vietnamese.replacing("{\(field.name)}", with: value.vietnamese),
        en: message.english.replacing("{\(field.name)}", with: value.english)
      )
    }
    let source = source(row)
    let named = rule.references.compactMap { form.field($0) }
    // Units that send are asked one by one, the row's own among them.
    let isEach = plan.sender(rule.sender)?.eachLevel != nil
    let asked = rule.sender.isEmpty ? source.sender : isEach ? units[row] : rule.sender
    return Finding(
      rule.id,
      rule.severity,
      at: location(row, field: named.first),
      sender: asked,
      field: named.first.map { form.fields[$0].name } ?? "",
      year: source.year,
      message: message,
      isSensitive: rule.isSensitive || named.contains { form.fields[$0].isSensitive }
    )
  }

  /// Keys of the rows in use by year, as foreign keys name them.
  func keys(_ name: String) -> [Int: Set<String>] {
    guard let field = form.field(name) else { return [:] }
    var result: [Int: Set<String>] = [:]
    for row in 0..<raw.count where states[row] == .used {
      result[year(row), default: []].insert(CellText.machine(cells[field][row]))
    }
    return result
  }

  /// Checks that what a foreign key names was sent for the same year.
  mutating func check(
    _ foreignKey: ForeignKey,
    against keys: [Int: Set<String>],
    title: LocalisedText
  ) {
    let field = form.fields[foreignKey.field]
    var reported: Set<Int> = []
    for row in 0..<raw.count where states[row] == .used {
      let value = cells[foreignKey.field][row]
      let text = CellText.machine(value)
      let source = source(row)
      guard !value.isMissing, keys[year(row)]?.contains(text) != true else { continue }
      if keys[year(row)] != nil {
        remark(
          Finding(
            "unknown-reference",
            .warning,
            at: location(row, field: foreignKey.field),
            sender: source.sender,
            field: field.name,
            year: source.year,
            found: text,
            expected: LocalisedText(
              vi: "một mã có trong '\(title.vietnamese)' năm \(year(row))",
              en: "a key of '\(title.english)' in \(year(row))"
            )
          ),
          row: row
        )
      } else if reported.insert(raw.files[row]).inserted {
        // One sentence for a list that nobody sent, not one for each row.
        remarkOnFile(
          Finding(
            "unknown-reference",
            .warning,
            at: Location(file: source.path),
            sender: source.sender,
            field: field.name,
            year: source.year,
            message: LocalisedText(
              vi: "không đối chiếu được '\(field.title.vietnamese)': năm \(year(row)) không có "
                + "'\(title.vietnamese)'",
              en: "found nothing to look '\(field.title.english)' up in, "
                + "expected '\(title.english)' of \(year(row))"
            )
          )
        )
      }
    }
  }
}
