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
  ///   - mayHold: Whether there may be something to mask in a text.
  /// - Returns: Those that were masked.
  func masked(
    _ texts: TextArena,
    where mayHold: (Span<UInt8>) -> Bool = { _ in true }
  ) -> [Int: PersonalText] {
    var result: [Int: PersonalText] = [:]
    let asked = (0..<texts.count).filter { texts.withBytes($0, mayHold) }
    // Some at a time: files that are read side by side have the same texts, few of which are then
    // masked for both.
    for start in stride(from: 0, to: asked.count, by: Self.textsAtATime) {
      let some = asked[start..<min(start + Self.textsAtATime, asked.count)]
      var open: [Int] = []
      known.withLock { known in
        for code in some {
          guard let place = texts.withBytes(code, { known.texts.known($0) }) else {
            open.append(code)
            continue
          }
          if let masked = known.masked[Int(place)] { result[code] = masked }
        }
      }
      guard !open.isEmpty else { continue }
      let found = open.map { code -> PersonalText? in
        let text = PersonalText(masking: texts.text(code))
        return text.isMasked ? text : nil
      }
      known.withLock { known in
        for (code, masked) in zip(open, found) where known.masked.count < Self.most {
          let place = Int(texts.withBytes(code) { known.texts.code(of: $0) })
          if place == known.masked.count { known.masked.append(masked) }
        }
      }
      for (code, masked) in zip(open, found) { if let masked { result[code] = masked } }
    }
    return result
  }
}
