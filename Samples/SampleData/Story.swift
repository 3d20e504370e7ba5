/// The values of all summaries, each made once, on demand, from the scenario's rules.
struct Story {
  let scenario: Scenario
  let records: [String: [Int: [Record]]]
  private let forms: [String: FormSheet]
  private let facts: [Key: Literal]
  private var known: [Key: Value] = [:]
  private var underway: Set<Key> = []

  struct Key: Hashable {
    var form: String
    var field: String
    var unit: String
    var year: Int
  }

  init(scenario: Scenario, forms: [FormSheet]) throws(SampleDataFailure) {
    self.scenario = scenario
    self.forms = Dictionary(forms.map { ($0.name, $0) }) { first, _ in first }
    records = try RegisterMaker(scenario: scenario, forms: forms).records
    var facts: [Key: Literal] = [:]
    for fact in scenario.facts {
      facts[Key(form: fact.form, field: fact.field, unit: fact.unit, year: fact.year)] = fact.value
    }
    self.facts = facts
  }

  mutating func value(
    _ field: String,
    of form: String,
    for unit: Scenario.Unit,
    in year: Int
  ) throws(SampleDataFailure) -> Value {
    let key = Key(form: form, field: field, unit: unit.code, year: year)
    if let value = known[key] { return value }
    guard let sheet = forms[form], let column = sheet.field(field) else {
      throw .unknown(kind: "field", name: "\(form).\(field)")
    }
    if column.isUnit { return .text(unit.code) }
    if column.isYear { return .integer(year) }
    guard underway.insert(key).inserted else { throw .circular(field: "\(form).\(field)") }
    defer { underway.remove(key) }
    var value: Value
    if let fact = facts[key] {
      value = fact.value(for: column)
    } else if let rule = scenario.summaries[form]?[field] {
      value = try make(rule, column, key, unit)
    } else if column.isNote {
      value = .missing
    } else {
      throw .noRule(field: "\(form).\(field)")
    }
    if let of = scenario.summaries[form]?[field]?.of, let part = value.number,
      let all = try self.value(of, of: form, for: unit, in: year).number, facts[key] == nil
    {
      value = .integer(min(part, all))
    }
    known[key] = value
    return value
  }

  private mutating func make(
    _ rule: Rule,
    _ field: FormSheet.Field,
    _ key: Key,
    _ unit: Scenario.Unit
  ) throws(SampleDataFailure) -> Value {
    let index = scenario.index(of: key.year)
    if let units = rule.units {
      guard let values = units[key.unit] else { return (rule.otherwise ?? .null).value(for: field) }
      return (values.indices.contains(index) ? values[index] : .null).value(for: field)
    }
    if let values = rule.values {
      return (values.indices.contains(index) ? values[index] : .null).value(for: field)
    }
    if let yes = rule.yes { return .flag(says(yes, yesFor: key, index)) }
    if let same = rule.same {
      let parts = same.split(separator: ".").map(String.init)
      guard parts.count == 2 else { throw .unknown(kind: "field", name: same) }
      let other = try value(parts[1], of: parts[0], for: unit, in: key.year)
      guard let share = rule.share?.first else { return other }
      if let number = other.number {
        return .integer(whole((Double(number) * share).rounded(.down)))
      }
      guard case .tenths(let number) = other else { return other }
      var draw = Draw(scenario.seed, key.form, key.field, key.unit, String(key.year))
      let change = 1 + (rule.spread ?? 0) * (2 * draw.fraction() - 1)
      return .tenths(whole(min(Double(number) / 10 * share * change, rule.most ?? .infinity) * 10))
    }
    if let rows = rule.rows { return count(rows, key) }
    var draw =
      rule.steady == true
      ? Draw(scenario.seed, key.form, key.field, key.unit)
      : Draw(scenario.seed, key.form, key.field, key.unit, String(key.year))
    if let texts = rule.texts {
      guard draw.happens(rule.chance ?? 1), let text = draw.choice(of: texts) else {
        return .missing
      }
      return .text(text)
    }
    if let months = rule.months, let first = months.first, let last = months.last, first <= last {
      if let when = rule.when,
        try !value(when, of: key.form, for: unit, in: key.year).isTrue
      {
        return .notApplicable
      }
      return .day(Day(in: key.year, months: first...last, by: &draw))
    }
    return try amount(rule, field, key, unit, &draw)
  }

  private mutating func amount(
    _ rule: Rule,
    _ field: FormSheet.Field,
    _ key: Key,
    _ unit: Scenario.Unit,
    _ draw: inout Draw
  ) throws(SampleDataFailure) -> Value {
    let index = scenario.index(of: key.year)
    func at(_ values: [Double]) -> Double {
      values.indices.contains(index) ? values[index] : values.last ?? 0
    }
    var amount: Double
    if let of = rule.of {
      guard let all = try value(of, of: key.form, for: unit, in: key.year).number else {
        return .missing
      }
      amount = Double(all) * at(rule.share ?? [1])
    } else if let mean = rule.mean {
      amount = at(mean)
      if let times = rule.times {
        guard let factor = try value(times, of: key.form, for: unit, in: key.year).number else {
          return .missing
        }
        amount *= Double(factor)
      }
    } else {
      throw .noRule(field: "\(key.form).\(key.field)")
    }
    switch rule.weighted {
    case "people": amount *= unit.people / average(\.people)
    case "trade": amount *= unit.trade / average(\.trade)
    default: break
    }
    amount *= 1 + (rule.spread ?? 0) * (2 * draw.fraction() - 1)
    amount = min(max(amount, rule.least ?? 0), rule.most ?? .infinity)
    if field.type == "number", !field.isMoney { return .tenths(whole(amount * 10)) }
    let step = max(1, rule.step ?? 1)
    return .integer(whole(amount / Double(step)) * step)
  }

  /// Units say yes in an order that is drawn once for the field, so their number is exact.
  private func says(_ shares: [Double], yesFor key: Key, _ index: Int) -> Bool {
    let order = scenario.units.sorted { a, b in
      var first = Draw(scenario.seed, key.form, key.field, a.code)
      var second = Draw(scenario.seed, key.form, key.field, b.code)
      return first.next() < second.next()
    }
    let share = shares.indices.contains(index) ? shares[index] : shares.last ?? 0
    return order.prefix(whole(share * Double(order.count))).contains { $0.code == key.unit }
  }

  /// What a register shows of a field before a day of the year; nil where none does.
  func count(
    _ field: String,
    of form: String,
    for unit: Scenario.Unit,
    in year: Int,
    before day: Day
  ) -> Int? {
    guard let rows = scenario.summaries[form]?[field]?.rows else { return nil }
    let key = Key(form: form, field: field, unit: unit.code, year: year)
    return count(rows, key, before: day).number
  }

  private func count(_ rows: RowCount, _ key: Key, before day: Day? = nil) -> Value {
    var result = 0
    for record in records[rows.register]?[key.year] ?? [] where record.unit == key.unit {
      if let day, case .day(let own)? = record.cells["date"], !(own < day) { continue }
      let matches = (rows.having ?? [:]).allSatisfy { field, wanted in
        switch record.cells[field] {
        case .text(let text): text == wanted
        case .missing, .notApplicable, nil: wanted.isEmpty
        default: false
        }
      }
      guard matches else { continue }
      result += rows.sum.map { record.cells[$0]?.number ?? 0 } ?? 1
    }
    return .integer(result)
  }

  private func average(_ path: KeyPath<Scenario.Unit, Double>) -> Double {
    max(scenario.units.reduce(0) { $0 + $1[keyPath: path] } / Double(scenario.units.count), 1e-9)
  }
}
