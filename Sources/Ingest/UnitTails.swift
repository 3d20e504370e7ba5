import Diagnostics
import Plan
import VietnameseText

/// Units of measure after a header's words: `Số cây (cây)`, `Kinh phí, ĐVT: triệu đồng`.
///
/// A plan need not list them: the field says its unit, and the language how thousands and millions
/// of it are written.
struct UnitTails: Sendable {
  /// Accepted names of each field's unit, folded.
  private let units: [Set<String>]
  private let isMoney: [Bool]
  /// Last words of units, which spares other headers a closer look.
  private let ends: Set<Substring>

  init(_ fields: [Field]) {
    var units: [Set<String>] = []
    var isMoney: [Bool] = []
    for field in fields {
      var names = Set([field.unit.vietnamese, field.unit.english].map { NameKey($0).folded })
      let isNumber = field.type == .integer || field.type == .number
      isMoney.append(isNumber && !names.isDisjoint(with: MoneyWord.plain))
      if isMoney.last == true { names.formUnion(MoneyWord.plain) }
      names.remove("")
      units.append(names)
    }
    var ends = Set(units.joined().compactMap { $0.split(separator: " ").last })
    if isMoney.contains(true) {
      ends.formUnion((ScaleWord.plainWords.sorted() + ["1000", "1000d"]).map { $0[...] })
    }
    self.units = units
    self.isMoney = isMoney
    self.ends = ends
  }

  /// Where a header without its unit is that of a field with this unit.
  func place(_ key: String, _ find: (String) -> HeaderPlace?) -> HeaderPlace? {
    guard ends.contains(key[...].lastWord) else { return nil }
    let words = key.split(separator: " ")
    for count in 1..<min(words.count, 8) {
      guard let place = find(words.dropLast(count).joined(separator: " ")), place.scale == 1,
        let scale = scale(of: words.suffix(count), field: place.field)
      else { continue }
      return HeaderPlace(field: place.field, scale: scale, part: place.part)
    }
    return nil
  }

  private func scale(of words: ArraySlice<Substring>, field: Int) -> Int? {
    var words = words
    for lead in Self.leads where words.starts(with: lead) {
      words = words.dropFirst(lead.count)
      break
    }
    if words.elementsEqual(["1000d"]), isMoney[field] { return 1000 }
    var scale = 1
    if words.starts(with: ["1", "000"]) {
      scale = 1000
      words = words.dropFirst(2)
    } else if let word = words.first, let known = Self.scale(word) {
      scale = known
      words = words.dropFirst()
    }
    let unit = words.joined(separator: " ")
    if units[field].contains(unit) { return scale }
    return unit.isEmpty && scale > 1 && isMoney[field] ? scale : nil
  }

  /// Words that stand before a unit.
  private static let leads: [[Substring]] = [
    ["don", "vi", "tinh"], ["don", "vi"], ["dvt"], ["tinh", "bang"],
  ]

  /// Every word that a unit with what belongs to it may be made of.
  var words: Set<String> {
    var words = Set(ends.map(String.init)).union(ScaleWord.plainWords)
    for text in units.joined() { words.formUnion(text.split(separator: " ").map(String.init)) }
    return words.union(Self.leads.joined().map(String.init)).union(["1", "000", "1000", "1000d"])
  }

  private static func scale(_ word: Substring) -> Int? {
    word == "1000" ? 1000 : ScaleWord.factor(ofPlain: word).map { Int($0) }
  }
}
