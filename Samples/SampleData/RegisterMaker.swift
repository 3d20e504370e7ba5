/// Makes the rows of every register for every year.
struct RegisterMaker {
  let scenario: Scenario
  private(set) var records: [String: [Int: [Record]]] = [:]

  init(scenario: Scenario, forms: [FormSheet]) throws(SampleDataFailure) {
    self.scenario = scenario
    let registers = scenario.registers.sorted { $0.key < $1.key }
    // Events happen to members of populations, so these come first.
    for (form, register) in registers {
      if let population = register.population { records[form] = members(of: population, form) }
    }
    for (form, register) in registers {
      guard let sheet = forms.first(where: { $0.name == form }) else {
        throw .unknown(kind: "form", name: form)
      }
      if let events = register.events { records[form] = try happenings(of: events, sheet) }
      if let listed = register.listed { records[form] = written(listed, sheet) }
    }
  }

  private func members(of population: Population, _ form: String) -> [Int: [Record]] {
    let allTrade = scenario.units.reduce(0) { $0 + $1.trade }
    var result: [Int: [Record]] = [:]
    for unit in scenario.units {
      var number = 0
      let size = max(1, whole(population.size * unit.trade / max(allTrade, 1)))
      var living: [(code: String, category: String, began: Day)] = []
      for year in scenario.allYears {
        var draw = Draw(scenario.seed, form, unit.code, String(year))
        let index = scenario.index(of: year)
        let isFirst = year == scenario.years.base
        let begins =
          isFirst
          ? size
          : (0..<size).count { _ in draw.happens(value(population.begins, index)) }
        for _ in 0..<begins {
          number += 1
          let oldest = min(population.oldest, year)
          let began = isFirst ? oldest + draw.index(below: year - oldest) : year
          living.append(
            (
              code: "\(unit.letters)-\(padded(number, to: 3))",
              category: draw.choice(weights: population.shares) ?? "",
              began: Day(in: began, months: 1...11, by: &draw)
            )
          )
        }
        var remaining: [(code: String, category: String, began: Day)] = []
        for member in living {
          var cells = counts(of: population, member.code, member.category, year)
          cells[population.key] = .text(member.code)
          cells[population.category] = .text(member.category)
          cells[population.began] = .day(member.began)
          cells[population.ended] = .notApplicable
          if member.began.year < year, draw.happens(value(population.ends, index)) {
            cells[population.ended] = .day(Day(in: year, months: 1...11, by: &draw))
          } else {
            remaining.append(member)
          }
          result[year, default: []].append(
            Record(unit: unit.code, sender: unit.code, cells: cells)
          )
        }
        living = remaining
      }
    }
    return result
  }

  private func counts(
    of population: Population,
    _ code: String,
    _ category: String,
    _ year: Int
  ) -> [String: Value] {
    var draw = Draw(scenario.seed, "counts", code)
    let mean = population.means[category] ?? 1
    var total = whole(mean * (0.2 + 1.6 * draw.fraction()))
    var change = Draw(scenario.seed, "counts", code, String(year))
    if change.happens(0.15) { total += change.happens(0.5) ? 1 : -1 }
    total = max(0, total)
    var cells: [String: Value] = [population.total: .integer(total)]
    for (part, share) in population.parts.sorted(by: { $0.key < $1.key }) {
      var draw = Draw(scenario.seed, "counts", code, part)
      cells[part] = .integer((0..<total).count { _ in draw.happens(share) })
    }
    return cells
  }

  private func happenings(
    of events: Events,
    _ form: FormSheet
  ) throws(SampleDataFailure) -> [Int: [Record]] {
    guard let population = scenario.registers[events.population]?.population else {
      throw .unknown(kind: "population", name: events.population)
    }
    var result: [Int: [Record]] = [:]
    for year in scenario.allYears {
      let members = records[events.population]?[year] ?? []
      for (sender, series) in events.senders.sorted(by: { $0.key < $1.key }) {
        var draw = Draw(scenario.seed, form.name, sender, String(year))
        var waiting = draw.shuffled(members)
        var visited: [Record] = []
        var made: [(day: Day, member: String, record: Record)] = []
        for _ in 0..<whole(value(series.number, scenario.index(of: year))) {
          let repeats = !visited.isEmpty && (waiting.isEmpty || draw.happens(events.again))
          guard let member = repeats ? draw.choice(of: visited) : waiting.popLast() else { break }
          if !repeats { visited.append(member) }
          guard let day = day(while: member, population, in: year, &draw) else { continue }
          var cells: [String: Value] = [
            events.reference: member.cells[population.key] ?? .missing,
            events.date: .day(day),
          ]
          let choices = events.choices.merging(series.choices) { $1 }
          for (field, weights) in choices.sorted(by: { $0.key < $1.key }) {
            cells[field] = .text(draw.choice(weights: weights) ?? "")
          }
          for (field, consequence) in events.consequences.sorted(by: { $0.key < $1.key }) {
            cells[field] = follow(consequence, cells, in: year, &draw)
          }
          var name = ""
          if case .text(let code)? = member.cells[population.key] { name = code }
          made.append((day, name, Record(unit: member.unit, sender: sender, cells: cells)))
        }
        // Days repeat, and so the member's code decides between them.
        made.sort { ($0.day, $0.member) < ($1.day, $1.member) }
        for (number, entry) in made.enumerated() {
          var record = entry.record
          record.cells[events.key] =
            .text("\(series.letters)\(year % 100)-\(padded(number + 1, to: 3))")
          result[year, default: []].append(record)
        }
      }
    }
    return result
  }

  private func day(
    while member: Record,
    _ population: Population,
    in year: Int,
    _ draw: inout Draw
  ) -> Day? {
    for _ in 0..<20 {
      let day = Day(in: year, months: 2...11, by: &draw)
      if case .day(let began)? = member.cells[population.began], day < began { continue }
      if case .day(let ended)? = member.cells[population.ended], ended < day { continue }
      return day
    }
    return nil
  }

  private func follow(
    _ consequence: Events.Consequence,
    _ cells: [String: Value],
    in year: Int,
    _ draw: inout Draw
  ) -> Value {
    guard case .text(let cause)? = cells[consequence.of], consequence.among.contains(cause) else {
      return consequence.otherwise.map(Value.flag) ?? .notApplicable
    }
    if let chance = consequence.chance {
      return .flag(draw.happens(value(chance, scenario.index(of: year))))
    }
    let step = max(1, consequence.step ?? 1)
    let amount = (consequence.mean ?? 0) * (0.5 + draw.fraction())
    return .integer(whole(amount / Double(step)) * step)
  }

  private func written(_ rows: [ListedRow], _ form: FormSheet) -> [Int: [Record]] {
    var result: [Int: [Record]] = [:]
    for row in rows {
      for year in row.years {
        var cells: [String: Value] = [:]
        var unit = ""
        for field in form.fields {
          let literal = row.cells[field.name] ?? .null
          var value = literal.value(for: field)
          if case .day(let day) = value, day.year > year { value = .notApplicable }
          if field.type == "date", value == .missing { value = .notApplicable }
          if field.isUnit, case .text(let code) = value { unit = code }
          cells[field.name] = value
        }
        result[year, default: []].append(
          Record(unit: unit, sender: form.senders.first ?? "", cells: cells)
        )
      }
    }
    return result
  }

  private func value(_ values: [Double], _ index: Int) -> Double {
    values.indices.contains(index) ? values[index] : values.last ?? 0
  }
}
