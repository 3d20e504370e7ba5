import DelimitedText
import Diagnostics
import Plan
import VietnameseText

/// Tells labels of groups of rows: `I. Khối A`, a kind of thing, a unit above its rows.
struct GroupLabels: Sendable {
  private let words: WordList
  private let units: UnitLabels
  /// Every spelling of the kinds that a form has, folded, by its name.
  private let kinds: [String: Set<String>]

  init(_ plan: Plan) {
    words = WordList(plan.words.group)
    units = UnitLabels(plan)
    kinds = Dictionary(
      plan.forms.map { form in
        let categories = form.fields.flatMap(\.categories)
        let texts = categories.flatMap { [$0.label.vietnamese] + $0.spellings }
        return (form.name, Set(texts.map { NameKey($0).folded }))
      }
    ) { first, _ in first }
  }

  /// What a record is, if it is no row of its own.
  enum Reading {
    case label
    /// A label with the group's figures beside it.
    case subtotal
  }

  /// Reads a record of a table as the label of a group.
  ///
  /// A label alone is known by a Roman number or a letter before it, by a word of the plan, or as a
  /// kind or unit of the form; a name alone may as well be a row that was not filled in.
  func read(_ cells: [String], _ match: HeaderMatch, _ form: Form) -> Reading? {
    guard form.kind == .register || form.covers == .members else { return nil }
    let filled = cells.indices.filter { !RowLayout.isBlank(cells[$0]) }
    guard let first = filled.first, let label = labelColumn(cells, filled) else { return nil }
    let figures = filled.filter { $0 != label && !($0 == first && first < label) }
    // A row of the form has its key, or its unit, beside what it says.
    let identity = form.primaryKey + [form.unitField].compactMap { $0 }
    let isIdentified =
      identity.contains { field in
        guard let column = match.columns[field], field != form.yearField else { return false }
        if column == first, first < label, Self.isRank(cells[first]) { return false }
        return column != label && filled.contains(column)
      } || match.codes.contains { $0 != label && filled.contains($0) }
    guard !isIdentified, isMarked(cells, first, label, match, form) else { return nil }
    if figures.isEmpty { return .label }
    // A date is of one thing, never of a group.
    let isFigures = figures.allSatisfy { column in
      let field = match.columns.firstIndex(of: column).map { form.fields[$0] }
      return field?.isSummed != false && !cells[column].contains(where: \.isLetter)
    }
    return isFigures ? .subtotal : nil
  }

  /// The first cell with more than an ordinal in it, among the first two that are filled.
  private func labelColumn(_ cells: [String], _ filled: [Int]) -> Int? {
    guard let first = filled.first else { return nil }
    guard RowLayout.isOrdinal(cells[first]) else { return first }
    return filled.count > 1 && cells[filled[1]].contains(where: \.isLetter) ? filled[1] : nil
  }

  private func isMarked(
    _ cells: [String],
    _ first: Int,
    _ label: Int,
    _ match: HeaderMatch,
    _ form: Form
  ) -> Bool {
    let text = cells[label].headOfCell
    let plain = String(HeaderCell.withoutNumber(text[...]))
    let key = NameKey(plain).folded
    // `X. Tân Hòa` may be a unit by its short prefix as well as number ten of a list.
    let isUnit = units.contains(key) || units.contains(NameKey(text).folded)
    let own = match.columns.firstIndex(of: label).map { form.fields[$0] }
    // In a table of units a unit's name stands for its row, and in its own column for a cell.
    if isUnit {
      return form.kind == .register && own?.role != .unit
        && (first == label || Self.isRank(cells[first]))
    }
    if first == label || Self.isRank(cells[first]), PartOfYear(onlyIn: plain) != nil { return true }
    let isPlain = own.map { $0.type == .string && $0.role != .unit && $0.categories.isEmpty }
    if first < label, Self.isRank(cells[first]) { return isPlain != false }
    if first == label, Self.hasRank(text), plain.contains(where: \.isLetter) { return true }
    if words.begins(plain, syllables: 1) { return true }
    guard own?.categories.isEmpty != false, first == label else { return false }
    return kinds[form.name]?.contains(key) == true
  }

  /// Whether a text begins as in `I. `, `A) ` or `II - `; `R-4` is a key.
  private static func hasRank(_ text: String) -> Bool {
    let rank = text.drop { $0.isWhitespace || $0 == "(" }.prefix { $0.isLetter }
    let rest = text[rank.endIndex...]
    return isRank(String(rank))
      && [".", ")", ":", " -", " –", "- "].contains { rest.hasPrefix($0) }
  }

  /// A Roman number or a capital letter, which count groups rather than rows.
  static func isRank(_ text: String) -> Bool {
    // Most texts have a small letter, a figure or more capitals than any rank.
    var capitals = 0
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x61...0x7A: return false
      case 0x41...0x5A: capitals += 1
      default: break
      }
    }
    if capitals > 5 { return false }
    let rank = text.filter { $0.isLetter || $0.isNumber }
    guard !rank.isEmpty, rank.allSatisfy({ $0.isASCII && $0.isUppercase }) else { return false }
    return rank.count == 1 || (rank.count <= 5 && rank.allSatisfy { "IVX".contains($0) })
  }
}
