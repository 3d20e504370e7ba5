/// Syllables of Vietnamese: an onset, vowels, a coda; words of other languages rarely fit.
enum Syllable {
  /// Whether a folded word without accents could be one.
  static func isVietnamese(_ word: String) -> Bool {
    guard (1...7).contains(word.utf8.count) else { return false }
    // Initials: `Nguyễn Văn B`.
    if word.utf8.count == 1 { return word != "w" && word != "z" }
    let onset = onsets.first { word.hasPrefix($0) && word.utf8.count > $0.utf8.count } ?? ""
    let rest = word.dropFirst(onset.utf8.count)
    let vowels = rest.prefix { "aeiouy".contains($0) }
    guard (1...3).contains(vowels.utf8.count) else { return false }
    return codas.contains(String(rest.dropFirst(vowels.utf8.count)))
  }

  /// Longest first.
  private static let onsets = [
    "ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr", "b", "c", "d", "g", "h", "k",
    "l", "m", "n", "p", "q", "r", "s", "t", "v", "x",
  ]

  private static let codas: Set<String> = ["", "c", "ch", "m", "n", "ng", "nh", "p", "t"]
}
