import Tables
import VietnameseText

/// Spellings of units, each for one or more codes.
struct UnitSpellings {
  private struct Spelling {
    /// Place of the spelling with its accents.
    var accented: Int32
    var code: String
  }

  /// The spellings as they were folded, each of them once.
  private var exact = TextCoder()
  /// By spelling the codes of the units that it names.
  private var exactCodes: [[String]] = []
  /// The same without accents.
  private var plain = TextCoder()
  private var byPlain: [[Spelling]] = []

  /// Whether a text that begins with a figure may be one of the spellings.
  private(set) var beginWithFigures = false

  /// A spelling, folded with its accents and without them.
  struct Folded: Sendable {
    let accented: String
    let plain: String

    init(_ text: String) {
      accented = NameKey.accented(text).folded
      plain = NameKey(text).folded
    }
  }

  /// Adds a spelling.
  ///
  /// - Parameters:
  ///   - spelling: The spelling.
  ///   - code: Code of its unit.
  /// - Returns: Whether it is new, and says something.
  mutating func add(_ spelling: Folded, code: String) -> Bool {
    guard let first = spelling.plain.utf8.first else { return false }
    let accented = exact.code(of: spelling.accented.utf8.span)
    if Int(accented) == exactCodes.count { exactCodes.append([]) }
    guard !exactCodes[Int(accented)].contains(code) else { return false }
    exactCodes[Int(accented)].append(code)
    let place = Int(plain.code(of: spelling.plain.utf8.span))
    if place == byPlain.count { byPlain.append([]) }
    byPlain[place].append(Spelling(accented: accented, code: code))
    if (0x30...0x39).contains(first) { beginWithFigures = true }
    return true
  }

  /// Codes of the units that a text, folded with its accents, names as it stands, sorted.
  func codes(_ accented: String) -> [String] {
    guard let known = exact.known(accented.utf8.span) else { return [] }
    let codes = exactCodes[Int(known)]
    return codes.count > 1 ? codes.sorted() : codes
  }

  /// Codes that a text may mean which names no unit as it stands, sorted.
  ///
  /// - Parameters:
  ///   - accented: The text, folded with its accents.
  ///   - plain: The text, folded without them.
  /// - Returns: The codes; none where the text is nobody's name.
  func codes(_ accented: String, _ plain: String) -> [String] {
    guard let place = self.plain.known(plain.utf8.span) else { return [] }
    let (words, bareWords) = (accented.split(separator: " "), plain.split(separator: " "))
    let fitting = byPlain[Int(place)].filter { spelling in
      let own = exact.texts.text(Int(spelling.accented)).split(separator: " ")
      return zip(zip(words, bareWords), own).allSatisfy { $0.0 == $1 || $0.0 == $0.1 }
    }
    return Set(fitting.map(\.code)).sorted()
  }
}
