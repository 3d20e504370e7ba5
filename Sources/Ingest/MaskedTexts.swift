import Parallel
import PersonalData
import Synchronization
import Tables

/// What was masked in texts that come up in one file after the other, as names of units do.
final class MaskedTexts: Sendable {
  private struct Known {
    var texts = TextCoder()
    /// By code; nil where nothing was masked.
    var masked: [PersonalText?] = []
  }

  private let known = Mutex(Known())

  /// Enough for every spelling of a country's units; files of another kind must not fill the memory.
  private static let most = 1 << 17

  private static let textsAtATime = 512

  /// The texts in which something was masked, by code.
  ///
  /// - Parameters:
  ///   - texts: Texts of a column.
  ///   - jobs: The most threads.
  ///   - mayHold: Whether there may be something to mask in a text.
  /// - Returns: Those that were masked.
  func masked(
    _ texts: TextArena,
    jobs: Int,
    where mayHold: @Sendable (Span<UInt8>) -> Bool = { _ in true }
  ) -> [Int: PersonalText] {
    // Some at a time: files that are read side by side have the same texts, few of which are then
    // masked for both.
    let masked = parallelRanges(texts.count, of: Self.textsAtATime, jobs: jobs, expecting: 0) {
      codes,
      masked in
      let asked = codes.filter { texts.withBytes($0, mayHold) }
      var open: [Int] = []
      known.withLock { known in
        for code in asked {
          guard let place = texts.withBytes(code, { known.texts.known($0) }) else {
            open.append(code)
            continue
          }
          if let text = known.masked[Int(place)] { masked.append((code, text)) }
        }
      }
      guard !open.isEmpty else { return }
      let found = open.map { code -> PersonalText? in
        let text = PersonalText(masking: texts.text(code))
        return text.isMasked ? text : nil
      }
      known.withLock { known in
        for (code, text) in zip(open, found) where known.masked.count < Self.most {
          let place = Int(texts.withBytes(code) { known.texts.code(of: $0) })
          if place == known.masked.count { known.masked.append(text) }
        }
      }
      for (code, text) in zip(open, found) { if let text { masked.append((code, text)) } }
    }
    return Dictionary(masked) { first, _ in first }
  }
}
