import Diagnostics
import Plan
import VietnameseText

/// Where a header puts a column: at a field of the form, or at a part of one.
struct HeaderPlace: Hashable {
  var field: Int
  var scale: Int
  /// Position among the form's columns of parts.
  var part: Int?
}

/// The headers that a form accepts.
struct FormHeaders: Sendable {
  let form: Int
  let fieldCount: Int
  /// Fields of the form's columns of parts.
  let partFields: [Int]
  /// Fields without which rows mean nothing.
  let essential: [Int]
  /// Fields that tell forms apart; notes are much the same everywhere.
  let telling: [Int]
  /// Words that say of a group's column that it is the group's total.
  let totals: Set<String>
  private let spellings: [String: HeaderPlace]
  private let units: UnitTails
  /// Names of parts, folded.
  private let partKeys: [PartKey]
  private let partColumns: [PartColumn]
  /// First words of all that names a column: most cells of a file begin otherwise.
  let beginnings: Set<String>
  /// All words of what names a column.
  ///
  /// Whatever is left out of a header before it is looked up, such as units of measure, must have its
  /// words here: a cell with another word names none.
  let words: Set<String>
  /// What was found before: senders' files have one header after the other.
  private let known = FoundBefore<String, HeaderPlace>()
  let matches = FoundBefore<HeaderBlock, HeaderMatch>()

  /// Headers of the column that merely counts the rows.
  static let ordinals: Set<String> = ["stt", "tt", "so tt", "so thu tu", "no"]

  /// Words that stand before the parts of a number.
  private static let leads = ["trong do ", "chia ra ", "bao gom ", "gom "]

  /// Words between a field and its part, as in `Số buổi trong quý I`.
  private static let joints = [" trong", " cua"]

  /// The name of a part, as it begins or ends a header.
  private struct PartKey {
    let key: String
    let set: Int
    let part: Int
    let beginning: String
    let ending: String

    init(_ header: String, set: Int, part: Int) {
      key = NameKey(header).folded
      self.set = set
      self.part = part
      (beginning, ending) = (key + " ", " " + key)
    }
  }

  /// Groups of columns that are not about what was done in the year.
  private static let otherGroups = [
    "nam truoc", "ky truoc", "cung ky", "so voi", "ke hoach", "chi tieu", "luy ke",
  ]

  init(_ form: Form, at position: Int, words: PlanWords) {
    self.form = position
    fieldCount = form.fields.count
    var spellings: [String: HeaderPlace] = [:]
    for (index, field) in form.fields.enumerated() {
      let own = [field.title.vietnamese, field.title.english, field.name]
      let all = field.headers.map { ($0.text, $0.scale) } + own.map { ($0, 1) }
      for (text, scale) in all {
        let key = NameKey(text).folded
        if !key.isEmpty, spellings[key] == nil {
          spellings[key] = HeaderPlace(field: index, scale: scale)
        }
      }
    }
    self.spellings = spellings
    units = UnitTails(form.fields)
    totals = Set(words.total.map { NameKey($0).folded })
    partColumns = form.partColumns
    partFields = partColumns.map(\.field)
    partKeys = form.partSets.indices.flatMap { set in
      form.partSets[set].parts.indices.flatMap { part in
        form.partSets[set].parts[part].headers.map { PartKey($0, set: set, part: part) }
      }
    }
    .filter { !$0.key.isEmpty }
    let names = spellings.keys + partKeys.map(\.key) + Self.leads
    beginnings = Set(names.map { String($0[...].firstWord) })
    self.words = Set((names + Self.joints).flatMap { $0.split(separator: " ").map(String.init) })
      .union(units.words)
    // The folder gives the year, and the sender's unit where rows are about it.
    let given = Set(
      [form.yearField, form.covers == .members ? nil : form.unitField].compactMap { $0 }
    )
    let identifying = form.primaryKey + (form.unitField.map { [$0] } ?? [])
    essential = Set(identifying).subtracting(given).sorted()
    telling = form.fields.indices.filter { form.fields[$0].role != .note }
  }

  /// What a folded header names.
  func place(_ key: String) -> HeaderPlace? {
    guard namesBegin(with: String(key[...].firstWord)) else { return nil }
    return known.value(of: key) { search(key) }
  }

  private func search(_ key: String) -> HeaderPlace? {
    if let place = whole(key) ?? part(key) { return place }
    for lead in Self.leads where key.hasPrefix(lead) {
      return place(String(key.dropFirst(lead.count)))
    }
    return nil
  }

  /// Whether a name of the form's columns begins with a word.
  func namesBegin(with word: String) -> Bool { beginnings.contains(word) }

  /// Whether a cell may be part of what names a column, by its words.
  func mayName(_ cell: HeaderCell) -> Bool {
    hasKnownWords(cell.key) || (cell.plainKey != cell.key && hasKnownWords(cell.plainKey))
  }

  private func hasKnownWords(_ key: String) -> Bool {
    var rest = key[...]
    while !rest.isEmpty {
      let word = rest.firstWord
      guard words.contains(String(word)) else { return false }
      rest = rest[word.endIndex...].dropFirst()
    }
    return true
  }

  /// The same without units of measure, which stand after a header and not before it.
  func placeWithoutUnit(_ key: String) -> HeaderPlace? { spellings[key] ?? part(key) }

  /// What one cell names.
  func place(_ cell: HeaderCell) -> HeaderPlace? {
    place(cell.key) ?? (cell.plainKey == cell.key ? nil : place(cell.plainKey))
  }

  func isTotal(_ cell: HeaderCell) -> Bool { totals.contains(cell.plainKey) }

  func isOrdinal(_ cell: HeaderCell) -> Bool {
    Self.ordinals.contains(cell.key) || Self.ordinals.contains(cell.plainKey)
  }

  /// Whether what stands under a group is the figure of the year, as it would be without the group.
  func keepsMeaning(under group: HeaderCell) -> Bool {
    let key = group.plainKey
    let isPart = partKeys.contains { $0.key == key || key.hasPrefix($0.beginning) }
    let hasYear = key.utf8.split(separator: 0x20).contains {
      $0.count == 4 && $0.allSatisfy { $0 > 0x2F && $0 < 0x3A }
    }
    return !isPart && !hasYear && !Self.otherGroups.contains { key.holds($0) }
  }

  private func whole(_ key: String) -> HeaderPlace? {
    if let place = spellings[key] { return place }
    return units.place(key) { spellings[$0] }
  }

  /// `Số buổi quý I` or `Quý I: số buổi`.
  private func part(_ key: String) -> HeaderPlace? {
    for part in partKeys {
      var rest: Substring
      if key.hasSuffix(part.ending) {
        rest = key.dropLast(part.ending.count)
        for word in Self.joints where rest.hasSuffix(word) { rest = rest.dropLast(word.count) }
      } else if key.hasPrefix(part.beginning) {
        rest = key.dropFirst(part.beginning.count)
      } else {
        continue
      }
      guard let place = whole(String(rest)) else { continue }
      let column = partColumns.firstIndex {
        $0.field == place.field && $0.set == part.set && $0.part == part.part
      }
      if let column {
        return HeaderPlace(field: place.field, scale: place.scale, part: column)
      }
    }
    return nil
  }
}
