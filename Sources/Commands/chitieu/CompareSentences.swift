import Diagnostics
import Foundation
import Methods
import Tables
import Trends

/// What may be said of units beside each other: no more than the tests show.
struct CompareSentences {
  private let comparison: UnitComparison
  private let isVietnamese: Bool
  private let name: (String) -> String

  init(
    _ comparison: UnitComparison,
    language: Language,
    name: @escaping (String) -> String
  ) {
    self.comparison = comparison
    isVietnamese = language == .vietnamese
    self.name = name
  }

  var all: [String] { [together, differences].compactMap { $0 } + standingOut }

  private func say(vi: String, en: String) -> String { isVietnamese ? vi : en }

  private func probability(_ value: Double) -> String {
    let text = value < 0.001 ? "< 0.001" : String(format: "= %.3f", value)
    return "p \(isVietnamese ? text.replacing(".", with: ",") : text)"
  }

  /// Units share good and bad years: whole years are put in all orders where they are few enough.
  private var together: String? {
    guard case .success(let test) = comparison.together else { return nil }
    let chance = (try? test.permuted.get().value) ?? test.probability
    let p = probability(chance)
    guard chance <= 0.05 else {
      return say(
        vi: "Chưa thấy các đơn vị cùng tăng hay cùng giảm qua các năm (\(p)).",
        en: "No common rise or fall of the units over the years is shown (\(p))."
      )
    }
    return test.statistic > 0
      ? say(
        vi: "Các đơn vị cùng tăng qua các năm (\(p)).",
        en: "The units rise together over the years (\(p))."
      )
      : say(
        vi: "Các đơn vị cùng giảm qua các năm (\(p)).",
        en: "The units fall together over the years (\(p))."
      )
  }

  private var differences: String? {
    guard case .success(let test)? = comparison.heterogeneity,
      case .success(let chance) = test.probability
    else { return nil }
    let p = probability(chance.value)
    return chance.value <= 0.05
      ? say(
        vi: "Các đơn vị khác nhau nhiều hơn mức ngẫu nhiên (\(p)).",
        en: "The units differ by more than chance alone would give (\(p))."
      )
      : say(
        vi: "Khác biệt giữa các đơn vị không vượt mức ngẫu nhiên (\(p)); không nên xếp hạng.",
        en: "The units differ by no more than chance alone would give (\(p)); do not rank them."
      )
  }

  /// Units that stand out although so many were looked at.
  private var standingOut: [String] {
    let units = comparison.units.filter { ($0.adjusted ?? 1) <= 0.05 }
    guard !units.isEmpty else {
      guard comparison.units.contains(where: { $0.adjusted != nil }) else { return [] }
      return [
        say(
          vi: "Không đơn vị nào khác hẳn các đơn vị còn lại.",
          en: "No single unit can be told apart from the others."
        )
      ]
    }
    return units.compactMap { unit in
      guard let p = unit.probability, let own = unit.counts, let others = unit.others,
        others.trials > 0
      else { return nil }
      let isHigher =
        Double(own.successes) / Double(own.trials)
        > Double(others.successes) / Double(others.trials)
      let shown = "\(own.successes)/\(own.trials)"
      let rest = "\(others.successes)/\(others.trials)"
      let often =
        p < 1e-6 ? say(vi: "1.000.000", en: "1,000,000") : "\(Int((1 / p).rounded(.down)))"
      return say(
        vi: "\(name(unit.row.unit)) \(isHigher ? "cao hơn" : "thấp hơn") các đơn vị còn lại "
          + "(\(shown) so với \(rest)); nếu chỉ do ngẫu nhiên thì chừng \(often) lần mới có một.",
        en: "\(name(unit.row.unit)) is \(isHigher ? "higher" : "lower") than the others "
          + "(\(shown) against \(rest)), which chance alone would give once in \(often)."
      )
    }
  }
}
