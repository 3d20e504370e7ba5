import Diagnostics
import Parallel
import Plan
import Tables
import VietnameseText

/// What a text in a unit's column means.
enum UnitReading: Equatable {
  case unit(String)
  /// Codes of the units that the text may mean.
  case ambiguous([String])
  /// Names of units that are spelled nearly so; offered as a question, never taken.
  case unknown(nearest: [String])
  /// A code and, beside it, the name of another unit; codes of both, one or more for the name.
  case conflict(code: String, name: [String])
  /// A unit that is none of this plan in this year.
  case foreign(ForeignUnit)
}

/// Units of one year by everything that senders call them.
///
/// Names are matched whole: neighbours may differ by one letter, so nothing is guessed. An accent
/// may be left out but not changed. They never change, and each text of a year is held against them: a
/// value would have all its lists counted up and down each time.
final class UnitNames: Sendable {
  private let units: [String: OrgUnit]
  /// Names with a word for the kind of unit, and aliases.
  private let full: UnitSpellings
  /// Names alone, which several units may share.
  private let bare: UnitSpellings
  private let others: ForeignUnits
  /// Codes as they are written.
  private let codes: TextCoder
  /// Codes by what is left of them without the noughts before it.
  private let byDigits: [Substring: [String]]
  private let nearby: NearbyNames

  convenience init(plan: Plan, year: Int, jobs: Int = 1) {
    var units: [String: OrgUnit] = [:]
    // Units that begin within the year come last, so that a code means who had it in January.
    for (month, day) in [(12, 31), (1, 1)] {
      guard let date = CalendarDate(year: year, month: month, day: day) else { continue }
      for unit in plan.orgUnits.units(level: plan.memberLevel, below: plan.unit, on: date) {
        units[unit.code] = unit
      }
    }
    self.init(plan: plan, year: year, units: units, jobs: jobs)
  }

  /// Names of the given member units alone, and of the plan's own.
  convenience init(plan: Plan, year: Int, own: [OrgUnit]) {
    let units = Dictionary(own.map { ($0.code, $0) }) { first, _ in first }
    self.init(plan: plan, year: year, units: units, jobs: 1)
  }

  private init(plan: Plan, year: Int, units members: [String: OrgUnit], jobs: Int) {
    var units = members
    if let own = plan.planUnit(in: year) { units[own.code] = own }
    let kinds = plan.unitPrefixes.mapValues { prefixes in
      prefixes.map { NameKey.accented($0).folded }.filter { !$0.isEmpty }.map { "\($0) " }
    }
    let sorted = units.values.sorted { $0.code < $1.code }
    // Folding takes longest; the spellings then come in the order of the units.
    let spelled = parallelRanges(sorted.count, of: 256, jobs: jobs) { places in
      places.map { place in
        let kind = sorted[place].kind
        return Self.spellings(of: sorted[place], plan.unitPrefixes[kind] ?? [], kinds[kind] ?? [])
      }
    }
    var full = UnitSpellings()
    var bare = UnitSpellings()
    var nearby = NearbyNames()
    var codes = TextCoder()
    for (unit, spellings) in zip(sorted, spelled) {
      _ = codes.code(of: unit.code.utf8.span)
      for (spelling, isBare) in spellings {
        let isNew =
          isBare ? bare.add(spelling, code: unit.code) : full.add(spelling, code: unit.code)
        if isNew { nearby.add(spelling.plain, code: unit.code) }
      }
    }
    others = ForeignUnits(plan: plan, year: year, own: units)
    self.units = units
    self.full = full
    self.bare = bare
    self.codes = codes
    self.nearby = nearby
    byDigits = Dictionary(grouping: units.keys) { $0.drop { $0 == "0" } }
  }

  /// What a unit may be called.
  ///
  /// - Parameters:
  ///   - unit: The unit.
  ///   - prefixes: Words for its kind.
  ///   - heads: The same, folded.
  /// - Returns: Names with a word for the kind and aliases, and those alone that namesakes may share.
  private static func spellings(
    of unit: OrgUnit,
    _ prefixes: [String],
    _ heads: [String]
  ) -> [(spelling: UnitSpellings.Folded, isBare: Bool)] {
    let base = base(of: unit.name, heads)
    var all = [(UnitSpellings.Folded(unit.name), false)]
    for prefix in prefixes { all.append((.init("\(prefix) \(base)"), false)) }
    all.append((.init(base), true))
    for alias in unit.aliases {
      all.append((.init(alias), false))
      let aliasBase = Self.base(of: alias, heads)
      for prefix in prefixes { all.append((.init("\(prefix) \(aliasBase)"), false)) }
      // With its prefix an alias is a spelling of the name, which namesakes may share.
      if aliasBase != NameKey.accented(alias).folded { all.append((.init(aliasBase), true)) }
    }
    return all
  }

  /// A unit's name without the word for its kind, which is one of the folded `heads`.
  private static func base(of name: String, _ heads: [String]) -> String {
    let key = NameKey.accented(name).folded
    let length = heads.filter { key.utf8.starts(with: $0.utf8) }.map(\.utf8.count).max()
    return String(Substring(key.utf8.dropFirst(length ?? 0)))
  }

  /// Reads a cell.
  ///
  /// - Parameters:
  ///   - text: Content of the cell.
  ///   - sender: Code of the sending unit; it settles which of several namesakes is meant.
  /// - Returns: The unit, or why there is none.
  func read(_ text: String, sender: String) -> UnitReading {
    if let unit = unit(code: text) { return .unit(unit) }
    if let reading = named(text, sender: sender) { return reading }
    if let pair = CodeAndName(text) { return read(pair, sender: sender) }
    if let name = Self.withoutOrdinal(text), let reading = named(name, sender: sender) {
      return reading
    }
    if let foreign = others.unit(text) ?? others.unit(Self.withoutRemark(text)) {
      return .foreign(foreign)
    }
    let nearest = nearby.nearest(to: NameKey(Self.withoutRemark(text)).folded)
    return .unknown(nearest: nearest.prefix(3).map { name($0) })
  }

  /// What a name means, with a remark after it or without; nil where it is no unit's.
  private func named(_ text: String, sender: String) -> UnitReading? {
    // Most cells with a code before the name are told from all names by their first sign.
    if !full.beginWithFigures, !bare.beginWithFigures, let first = text.utf8.first,
      (0x30...0x39).contains(first)
    {
      return nil
    }
    if let reading = spelled(text, sender: sender) { return reading }
    let short = Self.withoutRemark(text)
    return short == text ? nil : spelled(short, sender: sender)
  }

  private func spelled(_ text: String, sender: String) -> UnitReading? {
    let accented = NameKey.accented(text).folded
    // Mostly a name is spelled with its accents.
    var codes = full.codes(accented)
    if codes.isEmpty {
      let plain = NameKey(text).folded
      codes = full.codes(accented, plain)
      if codes.isEmpty { codes = bare.codes(accented) }
      if codes.isEmpty { codes = bare.codes(accented, plain) }
    }
    if codes.count == 1 { return .unit(codes[0]) }
    if codes.contains(sender) { return .unit(sender) }
    return codes.isEmpty ? nil : .ambiguous(codes)
  }

  /// Both must mean one unit; a name that several share is settled by the code.
  private func read(_ pair: CodeAndName, sender: String) -> UnitReading {
    guard let code = unit(code: pair.code) else {
      if let foreign = others.unit(pair.code) { return .foreign(foreign) }
      guard case .unit(let named)? = self.named(pair.name, sender: "") else {
        return .unknown(nearest: [])
      }
      return .unknown(nearest: [name(named)])
    }
    switch named(pair.name, sender: "") {
    case .unit(let named)?:
      return named == code ? .unit(code) : .conflict(code: code, name: [named])
    case .ambiguous(let codes)?:
      return codes.contains(code) ? .unit(code) : .conflict(code: code, name: codes)
    default: return .unknown(nearest: [name(code)])
    }
  }

  func name(_ code: String) -> String { units[code]?.name ?? code }

  /// Whether a unit is one of the plan's members, not the plan's own.
  func isMember(_ code: String, of plan: Plan) -> Bool { units[code]?.level == plan.memberLevel }

  /// A code, also one whose leading noughts a spreadsheet has dropped.
  private func unit(code text: String) -> String? {
    let code = text.trimmedBlanks
    if codes.known(code.utf8.span) != nil { return code }
    guard let first = code.utf8.first, (0x30...0x39).contains(first), code.utf8.count <= 32 else {
      return nil
    }
    guard code.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      // `12.345` and `12345,0` are what a spreadsheet makes of a code; a unit after it is none, and
      // neither are letters of another meaning.
      guard !code.utf8.contains(where: { (0x61...0x7A).contains($0 | 0x20) }),
        case .success(let number) = VietnameseNumber.parse(code, as: .count),
        number.unit == nil, !number.isScientific, let whole = number.value.integer
      else { return nil }
      return self.unit(code: String(whole))
    }
    let same = (byDigits[code[...]] ?? []).filter { $0.count > code.count }
    return same.count == 1 ? same.first : nil
  }

  /// Leaves out a remark in brackets at the end, as in `Xã A (NTM)`.
  private static func withoutRemark(_ text: String) -> String {
    let text = text.trimmedBlanks
    guard text.utf8.last == UInt8(ascii: ")"), text.hasSuffix(")"),
      let open = text.lastIndex(of: "(")
    else { return text }
    return String(text[..<open])
  }

  /// Leaves out what numbers a row: `1. Xã A`, `2) Xã B`.
  private static func withoutOrdinal(_ text: String) -> String? {
    let text = text.trimmedBlanks
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard (1...2).contains(digits.count), let sign = text[digits.endIndex...].first,
      sign == "." || sign == ")"
    else { return nil }
    return String(text[digits.endIndex...].dropFirst())
  }
}
