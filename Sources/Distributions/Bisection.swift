/// Finds where an increasing function crosses a level, to the last bit that doubles can separate.
///
/// GSL's own inverses are not used because for beta and gamma they return NaN, wrong values or
/// never. The bracket only shrinks, so this ends whatever the function does.
///
/// - Parameters:
///   - lower: The lower end of the bracket, where the function is below the level.
///   - upper: The upper end of the bracket, where the function is not below the level.
///   - isBelow: Whether the function at a point is below the level; nil when it has no value there.
/// - Returns: The point of crossing, or nil when the function had no value at a point asked for.
func crossing(
  from lower: Double,
  to upper: Double,
  isBelow: (Double) -> Bool?
) -> Double? {
  // From 1 down to the smallest subnormal takes 1,074 halvings; the cap is never the limit.
  let halvingsAtMost = 1_200
  var lower = lower
  var upper = upper
  for _ in 0..<halvingsAtMost {
    let middle = lower + (upper - lower) / 2
    guard middle > lower, middle < upper else { break }
    guard let below = isBelow(middle) else { return nil }
    if below {
      lower = middle
    } else {
      upper = middle
    }
  }
  return upper
}

/// Finds where a function of the positive numbers, increasing, crosses a level.
///
/// - Parameter isBelow: Whether the function at a point is below the level; nil when it has no
///   value there.
/// - Returns: The point of crossing, or nil when there is none below the largest double or the
///   function had no value at a point asked for.
func positiveCrossing(isBelow: (Double) -> Bool?) -> Double? {
  // Powers of two bracket the crossing, by bisection of the exponent, so that a quantile near the
  // smallest or largest double takes no longer than one near 1.
  var lower = -1_074
  var upper = 1_024
  while upper - lower > 1 {
    let middle = lower + (upper - lower) / 2
    guard let below = isBelow(Double(sign: .plus, exponent: middle, significand: 1)) else {
      return nil
    }
    if below { lower = middle } else { upper = middle }
  }
  guard upper < 1_024 else { return nil }
  let least = Double(sign: .plus, exponent: lower, significand: 1)
  // Below the smallest positive double there is only 0.
  if lower == -1_074, isBelow(least) == false { return least }
  return crossing(
    from: least,
    to: Double(sign: .plus, exponent: upper, significand: 1),
    isBelow: isBelow
  )
}
