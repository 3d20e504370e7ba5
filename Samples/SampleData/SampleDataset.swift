/// The whole data folder, in memory: every file with its path and bytes.
package struct SampleDataset {
  package struct File {
    package var path: String
    package var bytes: [UInt8]
  }

  package private(set) var files: [File] = []
  /// Folders that stand in the plain data already: their paths, and where they are.
  package private(set) var links: [(path: String, target: String)] = []
  private var received: [String: String] = [:]
  var story: Story
  let scenario: Scenario
  private let forms: [FormSheet]
  private let variant: Variant?

  /// Names of the other ways in which a scenario can be written, sorted.
  package static func variants(scenario path: String) throws(SampleDataFailure) -> [String] {
    try ScenarioFile.scenario(path).variants.keys.sorted()
  }

  /// Makes the data of a scenario.
  ///
  /// - Parameters:
  ///   - path: Path of the scenario file.
  ///   - pipeline: Folder of the plan whose forms are filled in.
  ///   - variantName: One of the scenario's variants; nil writes as each sender's program does.
  ///   - isMixed: Whether the year in which units change comes on old and new units.
  ///   - clean: A year in which nothing goes wrong.
  /// - Throws: What in either of them cannot be read or followed.
  package init(
    scenario path: String,
    pipeline: String,
    variant variantName: String? = nil,
    isMixed: Bool = false,
    withoutIncidentsOf clean: Int? = nil
  ) throws(SampleDataFailure) {
    var scenario = try ScenarioFile.scenario(path)
    scenario.incidents.removeAll { $0.year == clean }
    self.scenario = scenario
    if let variantName {
      guard let variant = scenario.variants[variantName] else {
        throw .unknown(kind: "variant", name: variantName)
      }
      self.variant = variant
    } else {
      variant = nil
    }
    forms = try ScenarioFile.forms(pipeline)
    story = try Story(scenario: scenario, forms: forms)
    let change = isMixed ? scenario.reorganisation : nil
    if isMixed, change == nil { throw .unknown(kind: "reorganisation", name: path) }
    for year in scenario.allYears {
      if let change, year == change.day.year {
        for form in forms
        where (form.from ?? year)...max(form.from ?? year, form.to ?? year) ~= year {
          try sendMixed(form, change, in: year)
        }
        continue
      }
      for form in forms where (form.from ?? year)...max(form.from ?? year, form.to ?? year) ~= year
      {
        for sender in form.senders {
          if sender == scenario.unitSenders {
            for unit in scenario.units { try send(form, by: Source(unit, scenario), in: year) }
          } else {
            guard let agency = scenario.agencies.first(where: { $0.id == sender }) else {
              throw .unknown(kind: "sender", name: sender)
            }
            try send(form, by: Source(agency), in: year)
          }
        }
      }
    }
    for incident in scenario.incidents
    where incident.kind == .junk && incident.year != change?.day.year {
      let path = "\(incident.year)/\(incident.sender)/\(incident.file ?? "")"
      files.append(File(path: path, bytes: Array((incident.text ?? "").utf8)))
      received[path] = incident.received ?? ""
    }
    if let change { leaveOutPlainYears(change) }
    addAbout(change)
    files.sort { $0.path < $1.path }
  }

  /// The other years are those of the plain data.
  private mutating func leaveOutPlainYears(_ change: Reorganisation) {
    files.removeAll { !$0.path.hasPrefix("\(change.day.year)/") }
    links = scenario.allYears.filter { $0 != change.day.year }
      .map { (String($0), "\(change.plain)/\($0)") }
  }

  /// A sender as files see it.
  struct Source {
    var id: String
    var title: String
    var place: String
    var unit: Scenario.Unit?
    var layouts: [String]
    var pattern: String

    init(_ unit: Scenario.Unit, _ scenario: Scenario) {
      id = unit.code
      title = "\(scenario.prefixes[unit.kind]?.office ?? "") \(unit.name)"
      place = unit.name
      self.unit = unit
      layouts = unit.layouts
      pattern = unit.files
    }

    init(_ unit: Reorganisation.Unit, _ scenario: Scenario) {
      id = unit.code
      title = "\(scenario.prefixes[unit.kind]?.office ?? "") \(unit.name)"
      place = unit.name
      self.unit = nil
      layouts = []
      pattern = unit.files.replacing("{unit}", with: unit.name)
        .replacing("{plain}", with: withoutMarks(unit.name))
    }

    init(_ agency: Scenario.Agency) {
      id = agency.id
      title = agency.title
      place = ""
      layouts = agency.layouts
      pattern = agency.files
    }
  }

  private mutating func send(
    _ form: FormSheet,
    by source: Source,
    in year: Int
  ) throws(SampleDataFailure) {
    let incidents = scenario.incidents.filter { $0.concerns(source.id, year, form.name) }
    if incidents.contains(where: { $0.kind == .omitted }) { return }
    let index = scenario.index(of: year)
    let layoutName = source.layouts.indices.contains(index) ? source.layouts[index] : ""
    guard let own = scenario.layouts[layoutName] else {
      throw .unknown(kind: "layout", name: layoutName)
    }
    let layout = variant?.applied(to: own) ?? own
    var sheet = Sheet(
      form: form,
      year: year,
      senderTitle: source.title,
      place: source.place.isEmpty ? scenario.planUnit.name : source.place,
      rows: try rows(of: form, by: source, in: year),
      seed: "\(scenario.seed)|\(source.id)|\(form.name)|\(year)"
    )
    for incident in incidents where incident.kind == .cell {
      guard sheet.replace(incident.cells ?? [:], in: incident.row) else {
        throw .unknown(kind: "row", name: incident.row ?? form.name)
      }
    }
    for incident in incidents where incident.kind == .row {
      sheet.rows.append(Sheet.Row(name: incident.row ?? "", cells: [:], raw: incident.cells ?? [:]))
    }
    let writer = CellWriter(layout: layout, scenario: scenario)
    let name = fileName(source, form, year)
    let folder = "\(year)/\(source.id)/"
    let late = incidents.first { $0.kind == .late }?.received
    let arrival = late ?? self.arrival(source.id, year)
    if let resent = incidents.first(where: { $0.kind == .resent }) {
      add(folder + (resent.file ?? ""), try sheet.bytes(by: writer), resent.received ?? arrival)
      guard sheet.replace(resent.cells ?? [:], in: resent.row) else {
        throw .unknown(kind: "row", name: resent.row ?? form.name)
      }
    }
    add(folder + name, try sheet.bytes(by: writer), arrival)
    for incident in incidents where incident.kind == .extraColumn {
      sheet.extraColumn = Sheet.ExtraColumn(
        header: incident.column ?? "",
        text: incident.text ?? ""
      )
      add(folder + (incident.file ?? ""), try sheet.bytes(by: writer), incident.received ?? arrival)
    }
  }

  mutating func add(_ path: String, _ bytes: [UInt8], _ day: String) {
    files.append(File(path: path, bytes: bytes))
    received[path] = day
  }

  mutating func rows(
    of form: FormSheet,
    by source: Source,
    in year: Int
  ) throws(SampleDataFailure) -> [Sheet.Row] {
    switch form.kind {
    case .register: return register(form, by: source.id, in: year)
    case .summary:
      let units =
        switch form.covers {
        case .sender: source.unit.map { [$0] } ?? []
        case .members: scenario.units
        case .plan: [scenario.planUnit]
        }
      var result: [Sheet.Row] = []
      for unit in units {
        var row = Sheet.Row(name: unit.code, cells: [:])
        for field in form.fields {
          row.cells[field.name] = try story.value(field.name, of: form.name, for: unit, in: year)
        }
        result.append(row)
      }
      return result
    }
  }

  func register(_ form: FormSheet, by sender: String, in year: Int) -> [Sheet.Row] {
    let key = form.fields.first(where: \.isKey)?.name ?? ""
    let unit = form.fields.first(where: \.isUnit)?.name
    var result: [Sheet.Row] = []
    for record in story.records[form.name]?[year] ?? [] where record.sender == sender {
      var cells = record.cells
      if let unit { cells[unit] = .text(record.unit) }
      var name = ""
      if case .text(let text)? = cells[key] { name = text }
      result.append(Sheet.Row(name: name, cells: cells))
    }
    return result
  }

  func fileName(_ source: Source, _ form: FormSheet, _ year: Int) -> String {
    let number = form.number.split(separator: "/").first.map(String.init) ?? form.number
    return source.pattern
      .replacing("{number}", with: number)
      .replacing("{unit}", with: source.unit?.name ?? source.title)
      .replacing("{plain}", with: withoutMarks(source.unit?.name ?? source.title))
      .replacing("{form}", with: scenario.fileNames[form.name] ?? form.name)
      .replacing("{year}", with: String(year)) + ".csv"
  }

  func arrival(_ sender: String, _ year: Int) -> String {
    var draw = Draw(scenario.seed, "arrival", sender, String(year))
    let day = draw.choice(of: scenario.arrives.days) ?? 1
    return Day(year: year, month: scenario.arrives.month, day: day).iso
  }

  private mutating func addAbout(_ change: Reorganisation?) {
    let about = AboutFiles(scenario: scenario, received: received, change: change)
    for (path, text) in about.files { files.append(File(path: path, bytes: Array(text.utf8))) }
  }
}

extension Sheet {
  /// Replaces cells of a row; false where there is no such row.
  mutating func replace(_ cells: [String: String], in name: String?) -> Bool {
    guard let index = rows.firstIndex(where: { name == nil || $0.name == name }) else {
      return false
    }
    rows[index].raw.merge(cells) { $1 }
    return true
  }
}
