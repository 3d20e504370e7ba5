import Diagnostics
import Pipeline

/// Tells how far a run is, and how long it has taken; while files are read also how long the rest may
/// take, as that is known from those that were read.
struct RunClock: Sendable {
  private let start = ContinuousClock.now

  /// Shorter times say too little of the rest, and need not be told.
  private static let shortest = Duration.seconds(1)

  func text(_ progress: RunProgress, in language: Language) -> String {
    text(progress, after: ContinuousClock.now - start, in: language)
  }

  /// - Parameters:
  ///   - progress: What the run is doing.
  ///   - passed: Time since it began.
  ///   - language: Language of the text.
  /// - Returns: One line.
  func text(_ progress: RunProgress, after passed: Duration, in language: Language) -> String {
    let isVietnamese = language == .vietnamese
    let seconds =
      Double(passed.components.seconds) + Double(passed.components.attoseconds) * 1e-18
    switch progress {
    case .units(let done, let total):
      let units = isVietnamese ? "đơn vị \(done)/\(total)" : "units \(done)/\(total)"
      guard passed >= Self.shortest, done > 0 else { return units }
      let left = Self.secondsLeft(seconds, done, of: total)
      return isVietnamese ? "\(units), còn \(left) giây" : "\(units), \(left) s left"
    case .reading(let done, let total, let rows):
      let files = isVietnamese ? "đọc tệp \(done)/\(total)" : "reading files \(done)/\(total)"
      let counted = Self.counted(rows, isVietnamese)
      guard passed >= Self.shortest, done > 0, rows > 0 else { return "\(files), \(counted)" }
      let rate = Int(Double(rows) / seconds)
      let left = Self.secondsLeft(seconds, done, of: total)
      return isVietnamese
        ? "\(files), \(counted), \(rate) hàng/giây, còn \(left) giây"
        : "\(files), \(counted), \(rate) rows/s, \(left) s left"
    case .stage(let name, let rows):
      var parts = [isVietnamese ? "công đoạn \(name)" : "stage \(name)"]
      if let number = RunProgress.stages.firstIndex(of: name) {
        parts[0] += " (\(number + 1)/\(RunProgress.stages.count))"
      }
      if let rows { parts.append(Self.counted(rows, isVietnamese)) }
      return (parts + Self.taken(passed, isVietnamese)).joined(separator: ", ")
    case .publishing:
      let parts = [isVietnamese ? "ghi kết quả" : "writing"]
      return (parts + Self.taken(passed, isVietnamese)).joined(separator: ", ")
    }
  }

  private static func secondsLeft(_ passed: Double, _ done: Int, of total: Int) -> Int {
    Int((passed * Double(total - done) / Double(done)).rounded(.up))
  }

  private static func counted(_ rows: Int, _ isVietnamese: Bool) -> String {
    isVietnamese ? "\(rows) hàng" : "\(rows) rows"
  }

  private static func taken(_ passed: Duration, _ isVietnamese: Bool) -> [String] {
    guard passed >= shortest else { return [] }
    let seconds = passed.components.seconds
    return [isVietnamese ? "đã \(seconds) giây" : "\(seconds) s so far"]
  }
}
