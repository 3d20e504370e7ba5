import Diagnostics
import Pipeline

/// Tells how far a run is, and from the time that it took so far how long it may still take.
struct RunClock: Sendable {
  private let start = ContinuousClock.now

  /// Shorter times say too little of the rest.
  private static let shortest = Duration.seconds(1)

  func text(_ progress: RunProgress, in language: Language) -> String {
    let isVietnamese = language == .vietnamese
    switch progress {
    case .reading(let done, let total, let rows):
      let files = isVietnamese ? "đọc tệp \(done)/\(total)" : "reading files \(done)/\(total)"
      let counted = isVietnamese ? "\(rows) hàng" : "\(rows) rows"
      let passed = ContinuousClock.now - start
      guard passed >= Self.shortest, done > 0, rows > 0 else { return "\(files), \(counted)" }
      let seconds =
        Double(passed.components.seconds) + Double(passed.components.attoseconds) * 1e-18
      let rate = Int(Double(rows) / seconds)
      let left = Int((seconds * Double(total - done) / Double(done)).rounded(.up))
      return isVietnamese
        ? "\(files), \(counted), \(rate) hàng/giây, còn \(left) giây"
        : "\(files), \(counted), \(rate) rows/s, \(left) s left"
    case .stage(let name): return isVietnamese ? "công đoạn \(name)" : "stage \(name)"
    case .publishing: return isVietnamese ? "ghi kết quả" : "writing"
    }
  }
}
