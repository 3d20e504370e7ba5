import Diagnostics
import Plan
import VietnameseText

/// What a column counts or measures, to compare with the word after a number in a cell.
struct MeasureWords {
  enum Relation {
    /// The column's own measure, or one of its words.
    case same
    /// Another word for what is counted, such as `cuộc` under `buổi`.
    case otherWord
    /// Something that cannot be the same number: hours, hectares, another currency.
    case otherMeasure
    /// A single letter that means no measure, as in `12a`: another digit may have been meant.
    case strayLetter
  }

  private let own: Set<Substring>
  /// First letters of the column's measure: those of its unit, or of its title where it has none.
  private let initials: Set<Character>
  private let isCount: Bool
  private let isMoney: Bool

  init(_ field: Field) {
    let texts =
      [field.unit.vietnamese, field.unit.english, field.title.vietnamese]
      + field.headers.map(\.text)
    own = Set(texts.flatMap { NameKey($0).folded.split(separator: " ") })
    let named =
      NameKey(field.unit.vietnamese).folded.isEmpty
      ? field.title.vietnamese : field.unit.vietnamese
    // "Số" heads the title of every count.
    initials = Set(
      NameKey(named).folded.split(separator: " ").filter { $0 != "so" }.compactMap(\.first)
    )
    isCount = field.type == .integer
    isMoney = MoneyWord.isUnit(field.unit.vietnamese)
  }

  private static let measures: Set<Substring> = [
    "đồng", "vnđ", "vnd", "usd", "euro", "ha", "m", "m2", "m²", "km", "km2", "kg", "tấn", "tạ",
    "lít", "giờ", "phút", "ngày", "tuần", "tháng", "năm", "quý", "đô",
  ]

  /// How the word after a number goes with the column.
  func relation(_ unit: String) -> Relation {
    // A sign such as `%` has a rule of its own.
    guard unit.utf8.count <= 256, !unit.contains("%"), !unit.contains("\u{2030}") else {
      return .same
    }
    let words = NameKey.accented(unit).folded.split(separator: " ")
    let rest = words.drop { ScaleWord.factor(of: $0, isMoney: true) != nil }
    guard let first = rest.first else { return .same }
    if rest.count == 1, first.count == 1 {
      if isMoney, MoneyWord.spellings.contains(first) { return .same }
      // `đ` under `điểm`.
      if let letter = NameKey(String(first)).folded.first, !isMoney, initials.contains(letter) {
        return .same
      }
      // `12 x`, with a blank between, is no better.
      return Self.measures.contains(first) ? .otherMeasure : .strayLetter
    }
    if isMoney { return MoneyWord.spellings.contains(first) ? .same : .otherMeasure }
    if rest.contains(where: {
      own.contains($0) || own.contains(Substring(NameKey(String($0)).folded))
    }) {
      return .same
    }
    return isCount && !Self.measures.contains(first) ? .otherWord : .otherMeasure
  }
}
