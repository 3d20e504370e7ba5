import Diagnostics
import Plan
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
/// may be left out but not changed.
struct UnitNames {
  private let units: [String: OrgUnit]
  /// Names with a word for the kind of unit, and aliases.
  private let full: UnitSpellings
  /// Names alone, which several units may share.
  private let bare: UnitSpellings
  private let others: ForeignUnits
  /// Codes by what is left of them without the noughts before it.
  private let byDigits: [Substring: [String]]
  /// Folded spellings, for the question what a wrong one may mean.
  private let spellings: [(key: String, code: String)]
  /// Letters of each spelling; they rule out nearly all of a country's without a look at their texts.
  private let letters: [UInt64]

  init(plan: Plan, year: Int) {
    var units: [String: OrgUnit] = [:]
    // Units that begin within the year come last, so that a code means who had it in January.
    for (month, day) in [(12, 31), (1, 1)] {
      guard let date = CalendarDate(year: year, month: month, day: day) else { continue }
      for unit in plan.orgUnits.units(level: plan.memberLevel, below: plan.unit, on: date) {
        units[unit.code] = unit
      }
    }
    self.init(plan: plan, year: year, units: units)
  }

  /// Names of the given member units alone, and of the plan's own.
  init(plan: Plan, year: Int, own: [OrgUnit]) {
    let units = Dictionary(own.map { ($0.code, $0) }) { first, _ in first }
    self.init(plan: plan, year: year, units: units)
  }

  private init(plan: Plan, year: Int, units members: [String: OrgUnit]) {
    var units = members
    if let own = plan.planUnit(in: year) { units[own.code] = own }
    var full = UnitSpellings()
    var bare = UnitSpellings()
    for unit in units.values.sorted(by: { $0.code < $1.code }) {
      let prefixes = plan.unitPrefixes[unit.kind] ?? []
      let base = Self.base(of: unit.name, prefixes: prefixes)
      full.add(unit.name, code: unit.code)
      for prefix in prefixes { full.add("\(prefix) \(base)", code: unit.code) }
      bare.add(base, code: unit.code)
      for alias in unit.aliases {
        full.add(alias, code: unit.code)
        let aliasBase = Self.base(of: alias, prefixes: prefixes)
        for prefix in prefixes { full.add("\(prefix) \(aliasBase)", code: unit.code) }
        // With its prefix an alias is a spelling of the name, which namesakes may share.
        if aliasBase != NameKey.accented(alias).folded { bare.add(aliasBase, code: unit.code) }
      }
    }
    others = ForeignUnits(plan: plan, year: year, own: units)
    self.units = units
    self.full = full
    self.bare = bare
    byDigits = Dictionary(grouping: units.keys) { $0.drop { $0 == "0" } }
    spellings = units.values.flatMap { unit in
      (full.plainKeys(unit.code) + bare.plainKeys(unit.code)).map { (key: $0, code: unit.code) }
    }
    letters = spellings.map { letterBits($0.key) }
  }

  /// A unit's name without the word for its kind.
  private static func base(of name: String, prefixes: [String]) -> String {
    let key = NameKey.accented(name).folded
    let lengths = prefixes.map { NameKey.accented($0).folded }
      .filter { !$0.isEmpty && key.hasPrefix($0 + " ") }
      .map { $0.count + 1 }
    return String(key.dropFirst(lengths.max() ?? 0))
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
    return .unknown(nearest: nearest(to: NameKey(Self.withoutRemark(text)).folded))
  }

  /// What a name means, with a remark after it or without; nil where it is no unit's.
  private func named(_ text: String, sender: String) -> UnitReading? {
    let short = Self.withoutRemark(text)
    for spelling in short == text ? [text] : [text, short] {
      let (accented, plain) = (NameKey.accented(spelling).folded, NameKey(spelling).folded)
      for names in [full, bare] {
        let codes = names.codes(accented, plain)
        if codes.count == 1 { return .unit(codes[0]) }
        if codes.contains(sender) { return .unit(sender) }
        if !codes.isEmpty { return .ambiguous(codes) }
      }
    }
    return nil
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
    if units[code] != nil { return code }
    guard let first = code.utf8.first, (0x30...0x39).contains(first), code.utf8.count <= 32 else {
      return nil
    }
    guard code.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      // `12.345` and `12345,0` are what a spreadsheet makes of a code; a unit after it is none.
      guard case .success(let number) = VietnameseNumber.parse(code, as: .count),
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
    guard text.hasSuffix(")"), let open = text.lastIndex(of: "(") else { return text }
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

  private func nearest(to key: String) -> [String] {
    let sought = letterBits(key)
    let unfinished = key + " "
    let unfinishedLetters = letterBits(unfinished)
    var found: [String: Int] = [:]
    for (place, own) in letters.enumerated() {
      // Each step takes away one letter and brings in one at most.
      let mayBeNear = (own ^ sought).nonzeroBitCount <= 4
      guard mayBeNear || unfinishedLetters & ~own == 0 else { continue }
      let spelling = spellings[place]
      let distance: Int
      // A name left unfinished is as near as one letter.
      if spelling.key.hasPrefix(unfinished) {
        distance = 1
      } else if mayBeNear {
        distance = editDistance(spelling.key, key)
      } else {
        continue
      }
      if distance <= 2 { found[spelling.code] = min(distance, found[spelling.code] ?? distance) }
    }
    return found.sorted { ($0.value, $0.key) < ($1.value, $1.key) }
      .prefix(3)
      .map { name($0.key) }
  }
}
