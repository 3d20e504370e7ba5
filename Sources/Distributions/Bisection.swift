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
