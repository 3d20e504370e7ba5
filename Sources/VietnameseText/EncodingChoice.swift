/// Which of several encodings a file has, by what each makes of its words.
///
/// Each different word counts once. A word of the plan counts for 2, a syllable of another kind for
/// 1, a string that Vietnamese cannot have for −2; a cell that is a whole text of the plan counts for
/// 2 and 2 for each of its accented words. Where two readings give the same word or cell, it says
/// nothing about them.
struct EncodingChoice {
  /// How far the best reading of several must be ahead over what they read differently, and how many
  /// times as good: a syllable that looks right by chance is half as good as a word of the plan.
  private static let lead = 3
  private static let times = 2
  /// Two words of the plan and two other syllables, or a header of one word.
  private static let least = 6

  /// A reading of the sample.
  private struct Reading {
    let encoding: TextEncoding
    /// By word, then by cell.
    var texts: [String] = []
    var points: [Int] = []
    var words = 0
    var broken = 0
    var total = 0

    mutating func add(_ text: String, _ points: Int) {
      texts.append(text)
      self.points.append(points)
      total += points
    }
  }

  private let sample: EncodingSample
  private let evidence: EncodingEvidence.Folded

  init(_ bytes: ArraySlice<UInt8>, _ evidence: EncodingEvidence.Folded) {
    sample = EncodingSample(bytes)
    self.evidence = evidence
  }

  /// The encoding of a file that is not Unicode.
  func legacy() throws(UndecidedEncoding) -> TextEncoding {
    let readings = ranked(
      LegacyEncoding.allCases.filter { $0 != .utf8 }.map { .legacy($0) }
    )
    guard let best = readings.first, best.total >= Self.least, best.broken * 4 <= best.words else {
      // Where nothing looks Vietnamese, all that are equally bad are as likely.
      let top = readings.first?.total ?? 0
      let candidates = readings.filter { $0.total > 0 || $0.total == top }
      throw UndecidedEncoding(candidates: candidates.map(\.encoding))
    }
    let rivals = readings.dropFirst().filter { Self.compare(best, $0) == .near }
    guard rivals.isEmpty else {
      throw UndecidedEncoding(candidates: ([best] + rivals).map(\.encoding))
    }
    return best.encoding
  }

  /// What a valid Unicode file was before it was misread, if it surely was.
  ///
  /// A file whose text is Unicode as it stands must not be read again, so that the new reading has to
  /// explain everything, and to be far better than the text as it stands.
  func misread(
    in form: UnicodeForm,
    _ candidates: [TextEncoding]
  ) throws(UndecidedEncoding) -> TextEncoding? {
    let readings = ranked(candidates)
    guard let plain = reading(.unicode(form)),
      let best = readings.first, best.total >= Self.least,
      Self.compare(best, plain) == .ahead
    else { return nil }
    let rivals = readings.dropFirst().filter { Self.compare(best, $0) == .near }
    let claimsSign = zip(plain.texts.prefix(sample.words.count), best.texts).contains {
      WordVerdict.isLoneSign($0) && $0 != $1
    }
    guard rivals.isEmpty, best.broken * 10 <= best.words, !claimsSign else {
      throw UndecidedEncoding(
        candidates: ([best] + rivals).map(\.encoding) + [plain.encoding]
      )
    }
    return best.encoding
  }

  /// Readings without an undefined byte, the best first.
  private func ranked(_ encodings: [TextEncoding]) -> [Reading] {
    encodings.compactMap(reading).enumerated()
      .sorted { ($1.element.total, $0.offset) < ($0.element.total, $1.offset) }
      .map(\.element)
  }

  private enum Distance { case same, near, ahead }

  private static func compare(_ best: Reading, _ other: Reading) -> Distance {
    var differs = false
    var (own, others) = (0, 0)
    for index in best.texts.indices where best.texts[index] != other.texts[index] {
      differs = true
      own += best.points[index]
      others += other.points[index]
    }
    guard differs else { return .same }
    return own - others >= lead && own >= times * others ? .ahead : .near
  }

  private func reading(_ encoding: TextEncoding) -> Reading? {
    var result = Reading(encoding: encoding)
    let losesCapitals =
      switch encoding {
      case .legacy(.tcvn3), .misread(.tcvn3, in: _): true
      default: false
      }
    for word in sample.words {
      guard let (text, isExplained) = Self.read(word, encoding) else { return nil }
      var verdict = WordVerdict(text, known: evidence.words, losesCapitals: losesCapitals)
      if !isExplained {
        verdict.points = WordVerdict.brokenPoints
        verdict.broken = verdict.words
      }
      result.add(text, verdict.points)
      result.words += verdict.words
      result.broken += verdict.broken
    }
    for cell in sample.cells {
      guard let (text, isExplained) = Self.read(cell, encoding) else { return nil }
      let key = NameKey.accented(text).folded
      var points = 0
      if isExplained, evidence.phrases.contains(key) {
        points = 2 + 2 * key.split(separator: " ").count { $0.hasMarks }
      }
      result.add(text, points)
    }
    return result
  }

  private static func read(
    _ bytes: ArraySlice<UInt8>,
    _ encoding: TextEncoding
  ) -> (text: String, isExplained: Bool)? {
    let reading: LegacyReading?
    switch encoding {
    case .unicode:
      reading = LegacyReading(utf8: Array(bytes), isExplained: true)
    case .legacy(let legacy):
      reading = try? legacy.read(bytes)
    case .misread(let legacy, in: _):
      guard let western = WesternReading.bytes(of: bytes) else { return nil }
      reading = try? legacy.read(western[...])
    }
    return reading.map { (String(decoding: $0.utf8, as: UTF8.self), $0.isExplained) }
  }
}

/// No encoding is surely the one; these give Vietnamese, the likeliest first.
struct UndecidedEncoding: Error {
  var candidates: [TextEncoding]
}
