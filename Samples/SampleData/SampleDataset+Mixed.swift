/// The same story with a last year that comes on old and new units.
extension SampleDataset {
  /// A table of part of the year.
  private struct PartTable {
    var rows: [Sheet.Row]
    /// Words for the part; nil where nothing is said.
    var words: String?
    var place = Reorganisation.Place.fileName
    /// Day on which the file came; nil for the sender's usual one.
    var received: String?
  }

  /// Writes a form of the year of the change.
  mutating func sendMixed(
    _ form: FormSheet,
    _ change: Reorganisation,
    in year: Int
  ) throws(SampleDataFailure) {
    for sender in form.senders {
      if sender == scenario.unitSenders {
        try sendByUnits(form, change, in: year)
      } else {
        guard let agency = scenario.agencies.first(where: { $0.id == sender }) else {
          throw .unknown(kind: "sender", name: sender)
        }
        try send(form, by: agency, change, in: year)
      }
    }
  }

  private mutating func sendByUnits(
    _ form: FormSheet,
    _ change: Reorganisation,
    in year: Int
  ) throws(SampleDataFailure) {
    let hasYear = form.fields.contains(where: \.isYear)
    let silent = Set(
      change.wholeYear.flatMap { code in
        change.units.first { $0.code == code }?.origins.keys.sorted() ?? []
      }
    )
    for (index, unit) in scenario.units.enumerated() where !silent.contains(unit.code) {
      var table = PartTable(
        rows: [],
        words: change.first,
        received: "\(year)-07-\(padded(3 + index, to: 2))"
      )
      table.place = place(index, hasYear: hasYear)
      table.rows =
        form.kind == .register
        ? listed(form, by: unit.code, before: change.day, in: year)
        : [try firstHalf(form, unit, change, in: year)]
      try write(table, form, Source(unit, scenario), unit.layouts.last ?? "", unit.files, year)
    }
    for (index, unit) in change.units.enumerated() {
      let isWhole = change.wholeYear.contains(unit.code)
      var table = PartTable(rows: [], words: isWhole ? nil : change.last)
      table.place = place(index, hasYear: hasYear)
      table.rows =
        form.kind == .register
        ? listed(form, by: unit, change, in: year)
        : [try secondHalf(form, unit, change, isWhole: isWhole, in: year)]
      try write(table, form, Source(unit, scenario), unit.layout, unit.files, year)
    }
  }

  /// Each way of telling the part is used by some senders.
  private func place(_ index: Int, hasYear: Bool) -> Reorganisation.Place {
    let place = Reorganisation.Place(rawValue: index % 3) ?? .fileName
    return place == .yearCell && !hasYear ? .fileName : place
  }

  private mutating func send(
    _ form: FormSheet,
    by agency: Scenario.Agency,
    _ change: Reorganisation,
    in year: Int
  ) throws(SampleDataFailure) {
    let source = Source(agency)
    let layout = agency.layouts.last ?? ""
    func add(_ table: PartTable) throws(SampleDataFailure) {
      try write(table, form, source, layout, agency.files, year)
    }
    guard form.covers == .members, form.kind == .summary, let manner = change.forms[form.name]
    else {
      var rows = try self.rows(of: form, by: source, in: year)
      rename(&rows, form, change)
      return try add(PartTable(rows: rows))
    }
    var first: [Sheet.Row] = []
    for unit in scenario.units { first.append(try firstHalf(form, unit, change, in: year)) }
    var last: [Sheet.Row] = []
    for unit in change.units {
      let isWhole = manner == .later
      last.append(try secondHalf(form, unit, change, isWhole: isWhole, in: year))
    }
    switch manner {
    case .later: try add(PartTable(rows: last))
    case .files:
      try add(PartTable(rows: first, words: change.first, received: "\(year)-07-08"))
      try add(PartTable(rows: last, words: change.last))
    case .groups:
      let labels = [change.first, change.last].enumerated().map { number, words in
        Sheet.Row(name: "", cells: [:], label: (CellWriter.roman(number + 1), words))
      }
      try add(PartTable(rows: [labels[0]] + first + [labels[1]] + last))
    case .rows:
      tell(&first, "\(change.first) \(year)", form)
      tell(&last, "\(change.last) \(year)", form)
      try add(PartTable(rows: first + last))
    }
  }

  /// Writes words into the column of the year.
  private func tell(_ rows: inout [Sheet.Row], _ words: String, _ form: FormSheet) {
    guard let field = form.fields.first(where: \.isYear)?.name else { return }
    for index in rows.indices { rows[index].raw[field] = words }
  }

  private mutating func write(
    _ table: PartTable,
    _ form: FormSheet,
    _ source: Source,
    _ layoutName: String,
    _ pattern: String,
    _ year: Int
  ) throws(SampleDataFailure) {
    guard var layout = scenario.layouts[layoutName] else {
      throw .unknown(kind: "layout", name: layoutName)
    }
    var table = table
    var name = fileName(source, form, year)
    if let words = table.words {
      switch table.place {
      case .fileName: name = "\(name.dropLast(4)) - \(withoutMarks(words)).csv"
      case .yearCell: tell(&table.rows, "\(words) \(year)", form)
      case .title: layout.titles = (layout.titles ?? []) + ["Kỳ báo cáo: \(words) năm {year}"]
      }
      if table.place != .fileName, files.contains(where: { $0.path.hasSuffix("/\(name)") }) {
        name = "\(name.dropLast(4)) (2).csv"
      }
    }
    let sheet = Sheet(
      form: form,
      year: year,
      senderTitle: source.title,
      place: source.place.isEmpty ? scenario.planUnit.name : source.place,
      rows: table.rows,
      seed: "\(scenario.seed)|\(source.id)|\(form.name)|\(year)|\(table.words ?? "")"
    )
    let writer = CellWriter(layout: layout, scenario: scenario)
    add(
      "\(year)/\(source.id)/\(name)",
      try sheet.bytes(by: writer),
      table.received ?? arrival(source.id, year)
    )
  }

  // Rows.

  private mutating func firstHalf(
    _ form: FormSheet,
    _ unit: Scenario.Unit,
    _ change: Reorganisation,
    in year: Int
  ) throws(SampleDataFailure) -> Sheet.Row {
    var row = Sheet.Row(name: unit.code, cells: [:])
    for field in form.fields {
      row.cells[field.name] = try halves(field, form, unit, change, year).first
    }
    return row
  }

  private mutating func secondHalf(
    _ form: FormSheet,
    _ unit: Reorganisation.Unit,
    _ change: Reorganisation,
    isWhole: Bool,
    in year: Int
  ) throws(SampleDataFailure) -> Sheet.Row {
    let years = HalfYears(reorganisation: change, scenario: scenario)
    let origins = scenario.units.filter { unit.origins[$0.code] != nil }
    var row = Sheet.Row(name: Reorganisation.name(of: unit), cells: [:])
    for field in form.fields {
      if field.isUnit {
        row.cells[field.name] = .text(row.name)
      } else if field.isYear {
        row.cells[field.name] = .integer(year)
      } else if !field.isNote {
        var values: [Value] = []
        for origin in origins {
          let value =
            isWhole
            ? try story.value(field.name, of: form.name, for: origin, in: year)
            : try halves(field, form, origin, change, year).second
          values.append(years.part(value, of: origin.code, for: unit))
        }
        row.cells[field.name] = years.merged(values, field)
      }
    }
    return row
  }

  private mutating func halves(
    _ field: FormSheet.Field,
    _ form: FormSheet,
    _ unit: Scenario.Unit,
    _ change: Reorganisation,
    _ year: Int
  ) throws(SampleDataFailure) -> HalfYears.Halves {
    let value = try story.value(field.name, of: form.name, for: unit, in: year)
    let years = HalfYears(reorganisation: change, scenario: scenario)
    let early = story.count(field.name, of: form.name, for: unit, in: year, before: change.day)
    return years.halves(value, field, early: early)
  }

  /// A register as an old unit knows it at the change.
  private func listed(
    _ form: FormSheet,
    by code: String,
    before day: Day,
    in year: Int
  ) -> [Sheet.Row] {
    let source = scenario.units.first { $0.code == code }
    guard let source, let population = scenario.registers[form.name]?.population else { return [] }
    return register(form, by: source.code, in: year).compactMap { row -> Sheet.Row? in
      var row = row
      if case .day(let began)? = row.cells[population.began], !(began < day) { return nil }
      if case .day(let ended)? = row.cells[population.ended], !(ended < day) {
        row.cells[population.ended] = .notApplicable
      }
      return row
    }
  }

  /// A register as a new unit knows it at the year's end.
  private func listed(
    _ form: FormSheet,
    by unit: Reorganisation.Unit,
    _ change: Reorganisation,
    in year: Int
  ) -> [Sheet.Row] {
    let field = form.fields.first(where: \.isUnit)?.name ?? ""
    return scenario.units.filter { unit.origins[$0.code] != nil }.flatMap { origin -> [Sheet.Row] in
      let heirs = change.heirs(of: origin.code)
      let rows = register(form, by: origin.code, in: year)
      return rows.enumerated().compactMap { number, row -> Sheet.Row? in
        // A tenth of what a divided unit had went to the smaller part.
        let isAside = heirs.count > 1 && number % 10 == 9
        let heir = isAside ? heirs[heirs.count - 1].unit : heirs.first?.unit
        guard heir?.code == unit.code else { return nil }
        var row = row
        row.cells[field] = .text(Reorganisation.name(of: unit))
        return row
      }
    }
  }

  /// Names the units of events that happened after the change as they are called then.
  private func rename(_ rows: inout [Sheet.Row], _ form: FormSheet, _ change: Reorganisation) {
    guard form.kind == .register, let field = form.fields.first(where: \.isUnit)?.name,
      let date = form.fields.first(where: { $0.type == "date" })?.name
    else { return }
    for index in rows.indices {
      guard case .day(let day)? = rows[index].cells[date], !(day < change.day),
        case .text(let code)? = rows[index].cells[field],
        let heir = change.heirs(of: code).first?.unit
      else { continue }
      rows[index].cells[field] = .text(Reorganisation.name(of: heir))
    }
  }
}
