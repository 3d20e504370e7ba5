import Diagnostics
import Plan

/// A figure with a digit too many or too few, or in another unit of money.
struct FactorOfTen {
  let check: OutlierCheck.Factor
  let plan: Plan

  struct Reading {
    var factor: Int
    /// The figure is too large by the factor; otherwise too small.
    var isTooLarge: Bool
    /// The figure without the factor; nil where it would not be a whole count.
    var mended: FixedDecimal?
  }

  /// By which factor the figure of a year is off; nil where it is not.
  ///
  /// The figure must be nearer to the factor than to the other years: beyond the geometric middle.
  func reading(_ years: OwnYears, _ year: Int) -> Reading? {
    guard let point = years.point(year), point.number > 0 else { return nil }
    let others = years.others(than: year)
    let numbers = others.map(\.number)
    guard others.count >= check.years, let lowest = numbers.min(), let highest = numbers.max(),
      lowest > 0
    else { return nil }
    let range = lowest / (1 + check.slack)...highest * (1 + check.slack)
    for factor in check.factors {
      let times = Double(factor)
      let isTooLarge = point.number > highest * times.squareRoot()
      let isTooSmall = point.number * times.squareRoot() < lowest
      guard isTooLarge || isTooSmall,
        range.contains(isTooLarge ? point.number / times : point.number * times)
      else { continue }
      if plan.isCount(years.element), let odds = exactOdds(of: point, with: others),
        odds >= check.level
      {
        continue
      }
      return Reading(
        factor: factor,
        isTooLarge: isTooLarge,
        mended: mended(point.value, factor, isTooLarge, isWhole: plan.isCount(years.element))
      )
    }
    return nil
  }

  private func mended(
    _ value: FixedDecimal,
    _ factor: Int,
    _ isTooLarge: Bool,
    isWhole: Bool
  ) -> FixedDecimal? {
    if isTooLarge {
      if let whole = value.integer, whole.isMultiple(of: Int64(factor)) {
        return FixedDecimal(whole / Int64(factor))
      }
      // The figure may have a digit too many anywhere.
      return nil
    }
    // Which digit is lacking cannot be told of a count.
    return isWhole ? nil : value.multiplied(by: Int64(factor))
  }

  static func sentence(_ reading: Reading) -> LocalisedText {
    let times = FigureWording.text(FixedDecimal(Int64(reading.factor)))
    return reading.isTooLarge
      ? LocalisedText(
        vi: "gấp khoảng \(times.vietnamese) lần; có thể thừa chữ số hoặc nhầm đơn vị tính",
        en: "about \(times.english) times as much; maybe a digit too many, or another unit"
      )
      : LocalisedText(
        vi: "chỉ bằng khoảng 1/\(times.vietnamese); có thể thiếu chữ số hoặc nhầm đơn vị tính",
        en: "about 1/\(times.english) of it; maybe a digit is lacking, or another unit"
      )
  }
}
