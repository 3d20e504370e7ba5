import Diagnostics
import Plan
import Tables

@testable import Reports

/// Finds sentences that claim more than the row behind them allows.
///
/// Rows are judged by their own numbers and not by the readings that stand beside them, so that a
/// wrong reading is found too.
struct ClaimCheck {
  let text: ComparisonText
  let language: Language
  static let level = 0.05

  /// Words that say more than "so it is": each must have a row that allows it.
  static func words(_ language: Language) -> [String] {
    language == .vietnamese
      ? [
        "cao hơn", "thấp hơn", "cùng tăng", "cùng giảm", "nhiều hơn mức ngẫu nhiên",
        "lần mới có một lần", "vượt cả giới hạn",
      ]
      : [
        "is higher", "is lower", "rise together", "fall together", "by more than chance alone",
        "about once in", "less than once in", "beyond the widened limits",
      ]
  }

  /// What is wrong with a sentence; empty where nothing is.
  func faults(_ claim: ComparisonClaim) -> [String] {
    guard !claim.grounds.isEmpty else {
      return Self.words(language).filter(claim.sentence.contains).map {
        "'\($0)' without a row: \(claim.sentence)"
      }
    }
    var faults = claim.grounds.compactMap { ground in
      fault(ground, claim.sentence).map { "\($0): \(claim.sentence)" }
    }
    let least = claim.grounds.compactMap(probability).min() ?? 1
    if let times = times(claim.sentence), times * least > 1 + 1e-9 {
      faults.append("rarer than p = \(least): \(claim.sentence)")
    }
    return faults
  }

  private func has(_ sentence: String, vi: String, en: String) -> Bool {
    sentence.contains(language == .vietnamese ? vi : en)
  }

  private func fault(_ ground: ComparisonClaim.Ground, _ sentence: String) -> String? {
    switch ground {
    case .trend(let row):
      guard let q = row.trendQ, let p = row.trendP, let s = row.trendS, p <= q, q <= Self.level
      else { return "no trend is shown" }
      return s > 0
        ? (has(sentence, vi: "cùng tăng", en: "rise together") ? nil : "it rises")
        : (s < 0 && has(sentence, vi: "cùng giảm", en: "fall together") ? nil : "it falls")
    case .difference(let row):
      guard let q = row.heterogeneityQ, let p = row.heterogeneityP, q <= Self.level,
        p <= Self.level
      else { return "no difference is shown" }
      return nil
    case .change(let row):
      return changeFault(row.change, row.changeLower, row.changeUpper, row.changeQ, sentence)
    case .movement(let row):
      guard sentence.contains(row.name) else { return "another unit" }
      return changeFault(row.change, row.changeLower, row.changeUpper, row.changeQ, sentence)
    case .standing(let row): return standingFault(row, sentence)
    }
  }

  private func changeFault(
    _ change: Double?,
    _ lower: Double?,
    _ upper: Double?,
    _ q: Double?,
    _ sentence: String
  ) -> String? {
    guard let change, let lower, let upper, let q, q <= Self.level else { return "no change" }
    if change > 0, lower > 0 { return has(sentence, vi: " tăng ", en: " up ") ? nil : "it is up" }
    guard change < 0, upper < 0 else { return "the interval holds no change" }
    return has(sentence, vi: " giảm ", en: " down ") ? nil : "it is down"
  }

  private func standingFault(_ row: ComparisonRow, _ sentence: String) -> String? {
    guard let indicator = text.plan.indicator(row.indicator),
      let test = text.test(indicator, row.year), let overall = test.heterogeneityQ,
      overall <= Self.level
    else { return "the units do not differ" }
    guard let q = row.q, q <= Self.level, let value = row.value, let lower = row.lower,
      let upper = row.upper, let numerator = row.othersNumerator,
      let denominator = row.othersDenominator
    else { return "the unit does not differ" }
    let others = numerator / denominator * 100
    guard lower > others || upper < others else { return "the interval holds the others' value" }
    if test.isOverdispersed, !["low", "high"].contains(where: row.funnelWidened.hasPrefix) {
      return "within the widened limits"
    }
    let words =
      value > others
      ? has(sentence, vi: "\(text.name(row)) cao hơn", en: "\(text.name(row)) is higher")
      : has(sentence, vi: "\(text.name(row)) thấp hơn", en: "\(text.name(row)) is lower")
    return words ? nil : "the wrong way, or another unit"
  }

  private func probability(_ ground: ComparisonClaim.Ground) -> Double? {
    switch ground {
    case .trend(let row): row.trendP
    case .difference(let row): row.heterogeneityP
    case .change(let row): row.changeP
    case .standing(let row): row.p
    case .movement(let row): row.changeP
    }
  }

  /// How rare the sentence says that chance gives it: once in so many times.
  private func times(_ sentence: String) -> Double? {
    let parts =
      language == .vietnamese
      ? sentence.split(separator: " lần mới có").dropLast().map { $0.split(separator: " ").last }
      : sentence.split(separator: "once in ").dropFirst().map { $0.split(separator: " ").first }
    return parts.compactMap { part in
      part.flatMap { Double($0.filter(\.isNumber)) }
    }.max()
  }
}
