/// The shape of a Vietnamese syllable: an onset, a rime, and at most one tone.
///
/// Of all strings of letters with marks few are syllables, so that a text read in the wrong encoding
/// shows at once. Sources for onsets and rimes: the tables of Đoàn Thiện Thuật, *Ngữ âm tiếng Việt*
/// (1977), and what official place names add (`Đắk Lắk`, `Bắc Kạn`).
enum Syllable {
  private static let onsets = [
    "ngh", "ng", "nh", "gh", "gi", "kh", "ph", "qu", "th", "tr", "ch", "b", "c", "d", "đ", "g",
    "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "x", "",
  ]

  private static let rimes = Set(
    """
    a ac ach ai am an ang anh ao ap at au ay
    ăc ăk ăm ăn ăng ăp ăt
    âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et
    ê êch êm ên ênh êp êt êu
    i ich im in inh ip it iu ia iêc iêm iên iêng iêp iêt iêu
    o oc oi om on ong op ot oong ooc
    oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oen oeo oet
    ô ôc ôi ôm ôn ông ôp ôt ôông
    ơ ơi ơm ơn ơp ơt
    u uc ui um un ung up ut ua uôc uôi uôm uôn uông uôt
    uân uâng uât uây uê uêch uênh uơ uy uych uynh uyt uyp uyn uyu uya uyên uyêt
    ư ưc ưi ưng ưt ưu ưa ươc ươi ươm ươn ương ươp ươt ươu
    y yêm yên yêng yêt yêu ych ynh yt
    """
    .split(whereSeparator: \.isWhitespace).map(String.init)
  )

  /// Whether the letters, in lower case, make a syllable.
  static func isWellFormed(_ letters: [Letter]) -> Bool {
    guard letters.count <= 8 else { return false }
    let toned = letters.filter { !$0.tone.isEmpty }
    guard toned.count <= 1 else { return false }
    let tone = toned.first?.tone ?? []
    guard tone.count <= 1, toned.allSatisfy({ "aeiouy".unicodeScalars.contains($0.base) }) else {
      return false
    }
    var text = String.UnicodeScalarView()
    for letter in letters {
      Letter(base: letter.base, shape: letter.shape, tone: []).eachScalar { text.append($0) }
    }
    let syllable = String(text)
    return onsets.contains { onset in
      guard syllable.hasPrefix(onset) else { return false }
      let rime = String(syllable.dropFirst(onset.count))
      return rimes.contains(rime) && fits(onset, rime) && allows(rime, tone)
    }
  }

  /// `c`, `g` and `ng` are written `k`, `gh` and `ngh` before `e`, `ê` and `i`, and only there.
  private static func fits(_ onset: String, _ rime: String) -> Bool {
    let isFront = rime.hasPrefix("e") || rime.hasPrefix("ê") || rime.hasPrefix("i")
    return switch onset {
    case "c", "ng": !isFront
    // `gì` and `giếng` have one `i` for two.
    case "g": !isFront || rime.hasPrefix("i")
    case "gh", "ngh": isFront
    case "qu": !rime.hasPrefix("u") && !rime.hasPrefix("ư")
    default: true
    }
  }

  /// A syllable that ends in a stop has the acute tone or the dot below.
  private static func allows(_ rime: String, _ tone: [Unicode.Scalar]) -> Bool {
    let isStopped = ["c", "p", "t", "ch"].contains { rime.hasSuffix($0) }
    return !isStopped || tone == ["\u{301}"] || tone == ["\u{323}"]
  }
}
