import PersonalData
import Synchronization

/// What was masked in texts that come up in one file after the other, as names of units do.
final class MaskedTexts: Sendable {
  private let known = Mutex<[String: PersonalText]>([:])

  /// Enough for every spelling of a country's units; files of another kind must not fill the memory.
  private static let most = 1 << 17

  func masked(_ text: String) -> PersonalText {
    if let known = known.withLock({ $0[text] }) { return known }
    let masked = PersonalText(masking: text)
    known.withLock { if $0.count < Self.most { $0[text] = masked } }
    return masked
  }
}
