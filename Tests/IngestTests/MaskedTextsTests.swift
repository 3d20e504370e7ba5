import PersonalData
import Tables
import Testing

@testable import Ingest

/// Texts that files have in common are masked once, and each as if it stood alone.
@Suite struct MaskedTextsTests {
  @Test func `what is masked does not depend on what was seen before`() {
    let all = (0..<3_000).map { place in
      switch place % 3 {
      case 0: "Xã số \(place)"
      case 1: "Gọi 0912 345 \(100 + place % 900) cho ông Nguyễn Văn A"
      default: "KT24-\(1_000_000 + place)"
      }
    }
    let masked = MaskedTexts()
    for texts in [Array(all[..<2_000]), Array(all[500...]), all, []] {
      var arena = TextArena()
      for text in texts { arena.append(text) }
      let found = masked.masked(arena, jobs: 3)
      for (code, text) in texts.enumerated() {
        let alone = PersonalText(masking: text)
        #expect(found[code] == (alone.isMasked ? alone : nil))
      }
      let few = masked.masked(arena, jobs: 3) { $0.count > 20 }
      #expect(few == found.filter { texts[$0.key].utf8.count > 20 })
    }
  }
}
