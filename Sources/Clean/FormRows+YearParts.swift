import Diagnostics
import Plan
import Tables
import VietnameseText

/// A unit's name as a sender wrote it for a year.
private struct SentName: Hashable {
  var text: String
  var sender: String
  var year: Int
}

// Rows of a year in which units change.
extension FormRows {
  /// Reads what each row of a year with changes says of its unit and of its time.
  mutating func readMoments(_ eras: [Int: UnitEras]) {
    guard !eras.isEmpty, form.covers != .plan, form.unitField != nil else { return }
    var known: [SentName: [Int: UnitEras.Meaning]] = [:]
    for row in 0..<raw.count {
      guard let own = eras[year(row)] else { continue }
      if moments.isEmpty { moments = Array(repeating: nil, count: raw.count) }
      moments[row] = moment(of: row, own, &known)
    }
  }

  private func moment(
    of row: Int,
    _ eras: UnitEras,
    _ known: inout [SentName: [Int: UnitEras.Meaning]]
  ) -> RowMoment {
    let source = source(row)
    let isOwn = form.covers == .sender
    let text = form.unitField.map { raw.columns[$0].text(row).trimmedBlanks } ?? ""
    let name = SentName(text: text, sender: source.sender, year: year(row))
    let meanings =
      known[name]
      ?? eras.meanings(of: text, sender: isOwn ? source.sender : "", isOwn: isOwn)
    known[name] = meanings
    let part = part(ofYear: row)
    var times = eras.eras(fitting: part)
    // Nobody reports for a unit before it exists.
    if source.receivedBasis == .receipt, let received = source.received {
      times = times.filter { eras.eras[$0].days.lowerBound <= received }
    }
    return RowMoment(
      part: part,
      date: eventDate(row),
      meanings: meanings,
      fitting: meanings.filter { times.contains($0.key) }
    )
  }

  /// The part of the year that a row's cells state, or the label above it, the title or the file.
  private func part(ofYear row: Int) -> PartOfYear? {
    for field in form.fields.indices where form.fields[field].role == .year {
      if let part = PartOfYear(statedIn: raw.columns[field].text(row)) { return part }
    }
    // Remarks also speak of other times, as proposals for the next year do.
    for field in form.fields.indices where form.fields[field].role == .note {
      if let part = PartOfYear(onlyIn: raw.columns[field].text(row)) { return part }
    }
    return sources.parts.part(file: raw.files[row], line: raw.lines[row])
  }

  /// When the row's event was, where the form has one date that says it.
  private func eventDate(_ row: Int) -> CalendarDate? {
    guard let field = form.fields.indices.first(where: { isEventDate($0) }),
      case .date(let date) = cells[field][row]
    else { return nil }
    return date
  }

  /// What the files of the form say of the units of a year, each by itself.
  func fileContexts(_ eras: UnitEras) -> [Int: FileContext] {
    var contexts: [Int: FileContext] = [:]
    for row in 0..<raw.count where year(row) == eras.units.year {
      guard let moment = moments[row], let key = moment.certain else { continue }
      var context = contexts[raw.files[row]] ?? FileContext()
      if eras.units.isLater(key) { context.namesLater = true } else { context.namesFirst = true }
      if let date = moment.date, let unit = eras.units.unit(key), unit.days.upperBound < date {
        context.keepsFormer = true
      }
      contexts[raw.files[row]] = context
    }
    return contexts
  }

  /// Settles the unit of a row by its time, in a year in which units change.
  mutating func settleMoment(
    _ row: Int,
    _ times: YearTimes,
    _ contexts: [Int: [Int: FileContext]]
  ) -> Bool {
    let year = year(row)
    guard !moments.isEmpty, let eras = times.eras[year], let evidence = times.evidence[year] else {
      return false
    }
    let context = contexts[year]?[raw.files[row]] ?? FileContext()
    return settleMoment(row, eras, evidence, context)
  }

  /// Settles the unit of a row by its time.
  ///
  /// - Returns: False where the units of the year's first day decide, as in any other year.
  private mutating func settleMoment(
    _ row: Int,
    _ eras: UnitEras,
    _ evidence: YearEvidence,
    _ context: FileContext
  ) -> Bool {
    guard let moment = moments[row], let field = form.unitField, states[row] == .used else {
      return false
    }
    let all = moment.meanings.values
    guard all.contains(where: { $0 != .open }) else { return false }
    if moment.fitting.isEmpty {
      // Without a word of new units nothing but a wrong day or title is wrong with such a row.
      guard evidence.isMixed else { return false }
      outside(row, field, eras, Set(moment.meanings.values.compactMap(\.key)))
      return true
    }
    let meaning: UnitEras.Meaning
    if let first = moment.fitting.values.first, moment.fitting.values.allSatisfy({ $0 == first }) {
      meaning = first
    } else {
      switch time(of: row, moment, eras, evidence, context) {
      case .first(let why):
        guard let first = moment.fitting.min(by: { $0.key < $1.key })?.value else { return false }
        if let why { noteTime(row, field, eras, first.key ?? "", why) }
        meaning = first
      case .last(let why):
        guard let last = moment.fitting.max(by: { $0.key < $1.key })?.value else { return false }
        noteTime(row, field, eras, last.key ?? "", why)
        meaning = last
      case .on(let era):
        guard let own = moment.fitting[era] else { return false }
        meaning = own
      case .notTold:
        notTold(row, field, eras, moment.keys.sorted())
        return true
      }
    }
    guard case .key(let key) = meaning else { return false }
    if let part = moment.part, form.kind == .summary, evidence.isMixed, !eras.isWhole(part),
      !eras.lies(part, within: key)
    {
      outside(row, field, eras, [key])
      return true
    }
    units[row] = key
    parts[row] = moment.part
    cells[field][row] = .text(key)
    return true
  }

  private enum TimeReading {
    /// The first time that fits; with a reason where something speaks of new units.
    case first(TimeReason?)
    case last(TimeReason)
    case on(Int)
    case notTold
  }

  private func time(
    of row: Int,
    _ moment: RowMoment,
    _ eras: UnitEras,
    _ evidence: YearEvidence,
    _ context: FileContext
  ) -> TimeReading {
    guard evidence.isMixed else { return .first(nil) }
    if form.kind == .register, let date = moment.date, let era = eras.era(on: date),
      moment.fitting[era] != nil
    {
      return context.keepsFormer && !context.namesLater ? .first(.fileKeepsFormer) : .on(era)
    }
    if form.covers == .members {
      switch (context.namesFirst, context.namesLater) {
      case (true, false): return .first(.fileNamesFormer)
      case (false, true): return .last(.fileNamesLater)
      case (true, true): return .notTold
      case (false, false): break
      }
    }
    let groups = Set(moment.keys.map(eras.group))
    if let part = moment.part, eras.isWhole(part) {
      return othersSent(moment, eras, groups, evidence)
        ? .first(.othersSentToo) : .last(.existsAtEnd)
    }
    if groups.contains(where: { evidence.speaksOf($0, in: form.name) }) { return .notTold }
    guard groups.contains(where: { evidence.speaksOf($0) }) else { return .first(nil) }
    // Other forms speak of the new unit. Where each of the old ones sent this form, it came on them.
    return othersSent(moment, eras, groups, evidence) ? .first(.othersSentToo) : .notTold
  }

  /// Whether all former units that merged with the one meant sent the form under their own names.
  private func othersSent(
    _ moment: RowMoment,
    _ eras: UnitEras,
    _ groups: Set<Int>,
    _ evidence: YearEvidence
  ) -> Bool {
    eras.units.first.allSatisfy { unit in
      !groups.contains(eras.group(of: unit.key)) || moment.keys.contains(unit.key)
        || evidence.isCertain(unit.key, in: form.name)
    }
  }

  /// Codes of the senders' own units by file: which of the units that have the folder's code sent it.
  mutating func settleSenders(_ eras: [Int: UnitEras], _ files: [SourceFileRow]) {
    guard form.covers == .sender, !eras.isEmpty else { return }
    for row in 0..<raw.count where !units[row].isEmpty {
      guard let own = eras[year(row)],
        YearUnits.code(ofKey: units[row]) == folderSender(row)
      else { continue }
      let file = raw.files[row]
      if senderKeys[file].map({ own.units.isLater($0) }) != true { senderKeys[file] = units[row] }
    }
    for file in files where senderKeys[file.file] == nil {
      guard let year = file.year, let own = eras[year] else { continue }
      let times = own.eras(fitting: sources.parts.part(file: file.file))
      let keys = own.eras.indices.filter { times.contains($0) }
        .compactMap { own.eras[$0].keys[file.sender] }
      senderKeys[file.file] = keys.first
    }
  }

  /// Who sent a row: an agency, or a unit by its key.
  func sender(_ row: Int) -> String { sender(ofFile: raw.files[row]) }

  func sender(ofFile file: Int) -> String { senderKeys[file] ?? sources.sender(file) }
}

/// Years in which units change, and what their files speak of.
struct YearTimes {
  var eras: [Int: UnitEras] = [:]
  var evidence: [Int: YearEvidence] = [:]
}

/// Which units a file's rows name that can be told from their names or codes alone.
struct FileContext {
  var namesFirst = false
  var namesLater = false
  /// A unit that had ended is named for an event after its end.
  var keepsFormer = false
}

/// What a row says of its unit and of the time that it speaks of.
struct RowMoment {
  /// The part of the year that the row, its group, its table's title or its file states.
  var part: PartOfYear?
  var date: CalendarDate?
  /// What the unit means in the times of the year.
  var meanings: [Int: UnitEras.Meaning]
  /// In the times that fit with the part and with the day of receipt.
  var fitting: [Int: UnitEras.Meaning]

  /// Units that may be meant.
  var keys: Set<String> { Set(fitting.values.compactMap(\.key)) }

  /// The unit, where no other can be meant.
  var certain: String? {
    guard let first = fitting.values.first, fitting.values.allSatisfy({ $0 == first }) else {
      return nil
    }
    return first.key
  }
}

extension UnitEras.Meaning {
  var key: String? { if case .key(let key) = self { key } else { nil } }
}
