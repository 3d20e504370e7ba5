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

  init(plan: Plan, year: Int) {
    var units: [String: OrgUnit] = [:]
    // Units that begin within the year come last, so that a code means who had it in January.
    for (month, day) in [(12, 31), (1, 1)] {
      guard let date = CalendarDate(year: year, month: month, day: day) else { continue }
      for unit in plan.orgUnits.units(level: plan.memberLevel, below: plan.unit, on: date) {
        units[unit.code] = unit
      }
    }
    if let own = plan.planUnit(in: year) { units[own.code] = own }
    var full = UnitSpellings()
    var bare = UnitSpellings()
    for unit in units.values.sorted(by: { $0.code < $1.code }) {
      let prefixes = plan.unitPrefixes[unit.kind] ?? []
      let base = Self.base(of: unit.name, prefixes: prefixes)
      full.add(unit.name, code: unit.code)
      for alias in unit.aliases { full.add(alias, code: unit.code) }
      for prefix in prefixes { full.add("\(prefix) \(base)", code: unit.code) }
      bare.add(base, code: unit.code)
    }
    self.units = units
    self.full = full
    self.bare = bare
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
    for spelling in [text, Self.withoutRemark(text)] {
      for names in [full, bare] {
        let codes = names.codes(spelling)
        if codes.count == 1 { return .unit(codes[0]) }
        if codes.contains(sender) { return .unit(sender) }
        if !codes.isEmpty { return .ambiguous(codes) }
      }
    }
    return .unknown(nearest: nearest(to: NameKey(Self.withoutRemark(text)).folded))
  }

  func name(_ code: String) -> String { units[code]?.name ?? code }

  /// A code, also one whose leading noughts a spreadsheet has dropped.
  private func unit(code text: String) -> String? {
    let code = text.trimmedBlanks
    if units[code] != nil { return code }
    guard !code.isEmpty, code.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    let same = units.keys.filter { $0.count > code.count && $0.drop { $0 == "0" } == code }
    return same.count == 1 ? same.first : nil
  }

  /// Leaves out a remark in brackets at the end, as in `Xã A (NTM)`.
  private static func withoutRemark(_ text: String) -> String {
    let text = text.trimmedBlanks
    guard text.hasSuffix(")"), let open = text.lastIndex(of: "(") else { return text }
    return String(text[..<open])
  }

  private func nearest(to key: String) -> [String] {
    var found: [(distance: Int, code: String)] = []
    for (code, unit) in units {
      let keys = full.plainKeys(code) + bare.plainKeys(code)
      // A name left unfinished is as near as one letter.
      let distances = keys.map { $0.hasPrefix(key + " ") ? 1 : editDistance($0, key) }
      let distance = distances.min() ?? .max
      if distance <= 2 { found.append((distance, unit.code)) }
    }
    return found.sorted { ($0.distance, $0.code) < ($1.distance, $1.code) }
      .prefix(3)
      .map { name($0.code) }
  }
}

/// Spellings of units, each for one or more codes.
private struct UnitSpellings {
  private struct Spelling {
    var words: [Substring]
    var code: String
  }

  private var exact: [String: [String]] = [:]
  private var byPlain: [String: [Spelling]] = [:]
  private var plainByCode: [String: [String]] = [:]

  mutating func add(_ text: String, code: String) {
    let accented = NameKey.accented(text).folded
    let plain = NameKey(text).folded
    guard !plain.isEmpty, exact[accented]?.contains(code) != true else { return }
    exact[accented, default: []].append(code)
    byPlain[plain, default: []].append(
      Spelling(words: accented.split(separator: " "), code: code)
    )
    plainByCode[code, default: []].append(plain)
  }

  func plainKeys(_ code: String) -> [String] { plainByCode[code] ?? [] }

  /// Codes that a text may mean, sorted.
  func codes(_ text: String) -> [String] {
    let accented = NameKey.accented(text).folded
    if let codes = exact[accented] { return codes.sorted() }
    let plain = NameKey(text).folded
    let (words, bareWords) = (accented.split(separator: " "), plain.split(separator: " "))
    let fitting = (byPlain[plain] ?? []).filter { spelling in
      zip(zip(words, bareWords), spelling.words).allSatisfy { $0.0 == $1 || $0.0 == $0.1 }
    }
    return Set(fitting.map(\.code)).sorted()
  }
}

/// Levenshtein's distance: letters to insert, delete or replace.
private func editDistance(_ a: String, _ b: String) -> Int {
  let (a, b) = (Array(a.utf8), Array(b.utf8))
  guard abs(a.count - b.count) <= 2 else { return .max }
  var row = Array(0...b.count)
  for (i, x) in a.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for (j, y) in b.enumerated() {
      let above = row[j + 1]
      row[j + 1] = min(above + 1, row[j] + 1, diagonal + (x == y ? 0 : 1))
      diagonal = above
    }
  }
  return row[b.count]
}

extension String {
  /// The text without blanks and invisible characters at its ends.
  var trimmedBlanks: String {
    let isIdle: (Unicode.Scalar) -> Bool = {
      $0.properties.isWhitespace || $0.properties.generalCategory == .format
    }
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !isIdle($0) }),
      let last = scalars.lastIndex(where: { !isIdle($0) })
    else { return "" }
    return String(scalars[first...last])
  }
}
