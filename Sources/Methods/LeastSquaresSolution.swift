/// The solution of a least-squares problem in its scaled basis.
///
/// Sums of products of the basis less its means are made and factored in pairs of doubles, and the
/// solution is refined with residuals in pairs of doubles until nothing changes. That loses digits
/// with the square of the condition, but starts with 32 of them: a scaled and centred problem may
/// have a condition of 10⁸ before the 16th digit of the result is touched.
struct LeastSquaresSolution {
  /// The coefficients of the basis.
  private(set) var coefficients: [DoubleDouble]

  /// The means of the basis; zero without intercept.
  let means: [DoubleDouble]

  /// The mean of the response; zero without intercept.
  let mean: DoubleDouble

  /// The sum of the weights.
  let totalWeight: DoubleDouble

  /// The weighted sum of squares of the response, about its mean if there is an intercept.
  private(set) var totalSquares = DoubleDouble.zero

  /// The weighted sum of squared residuals.
  private(set) var residualSquares = DoubleDouble.zero

  /// The residuals of the rows.
  private(set) var residuals: [Double] = []

  /// The factors of the matrix of products: a unit lower triangle, and the pivots in its diagonal.
  private var factors: [[DoubleDouble]]

  init(_ design: LeastSquaresDesign) throws(StatisticGap) {
    let width = design.width
    let zeros = Array(repeating: DoubleDouble.zero, count: width)
    (means, mean, totalWeight) = Self.centre(of: design)
    factors = Array(repeating: zeros, count: width)
    coefficients = zeros
    var sides = zeros
    var largest = Array(repeating: 0.0, count: width)
    var basis = zeros
    for row in design.response.indices {
      let weight = design.weight(row)
      guard weight > 0 else { continue }
      design.basis(row, into: &basis)
      let response = -mean + design.response(row)
      totalSquares += response * response * weight
      for column in 0..<width {
        largest[column] = max(largest[column], abs(basis[column].high))
        let value = basis[column] - means[column]
        basis[column] = value
        let weighted = value * weight
        sides[column] += weighted * response
        for other in 0...column {
          factors[column][other] += weighted * basis[other]
        }
      }
    }
    try factor(largest)
    coefficients = solve(sides)
    refine(design)
  }

  private static func centre(
    of design: LeastSquaresDesign
  ) -> (means: [DoubleDouble], mean: DoubleDouble, weight: DoubleDouble) {
    let zeros = Array(repeating: DoubleDouble.zero, count: design.width)
    var sums = zeros
    var sum = DoubleDouble.zero
    var total = DoubleDouble.zero
    var basis = zeros
    for row in design.response.indices {
      let weight = design.weight(row)
      total = total + weight
      guard design.hasIntercept else { continue }
      design.basis(row, into: &basis)
      sum += DoubleDouble.product(design.response(row), weight)
      for column in basis.indices {
        sums[column] += basis[column] * weight
      }
    }
    guard design.hasIntercept else { return (zeros, .zero, total) }
    return (sums.map { $0 / total }, sum / total, total)
  }

  private mutating func factor(_ largest: [Double]) throws(StatisticGap) {
    // What is left of a predictor after the others must be more than rounding of its values, some
    // units in the last place, could have made.
    let rounding = 8 * 0x1p-53
    for column in factors.indices {
      let before = factors[column][column]
      for other in 0..<column {
        var product = factors[column][other]
        for inner in 0..<other {
          product -= factors[column][inner] * factors[inner][inner] * factors[other][inner]
        }
        factors[column][other] = product / factors[other][other]
      }
      var pivot = before
      for inner in 0..<column {
        pivot -= factors[column][inner] * factors[column][inner] * factors[inner][inner]
      }
      let noise = rounding * largest[column]
      let least = max(noise * noise * totalWeight.high, before.high * 1e-27)
      guard pivot.high > least else { throw .collinear }
      factors[column][column] = pivot
    }
  }

  /// The vector that the lower triangle turns into the one given.
  private func reduced(_ vector: [DoubleDouble]) -> [DoubleDouble] {
    var result = vector
    for row in result.indices {
      for inner in 0..<row {
        result[row] -= factors[row][inner] * result[inner]
      }
    }
    return result
  }

  private func solve(_ sides: [DoubleDouble]) -> [DoubleDouble] {
    var result = reduced(sides)
    for row in result.indices.reversed() {
      result[row] = result[row] / factors[row][row]
      for inner in (row + 1)..<max(row + 1, result.count) {
        result[row] -= factors[inner][row] * result[inner]
      }
    }
    return result
  }

  private mutating func refine(_ design: LeastSquaresDesign) {
    var last = Double.infinity
    // Each step takes away all but a small part of the error that is left.
    let stepsAtMost = 6
    for _ in 0..<stepsAtMost {
      let step = solve(residualPass(design))
      var change = 0.0
      for (index, value) in step.enumerated() {
        let size = factors[index][index].high.squareRoot()
        change = max(change, abs(value.high) * size)
      }
      let whole = max(totalSquares.high, .leastNormalMagnitude).squareRoot()
      guard change > 0x1p-95 * whole, change < last / 2 else { return }
      last = change
      for index in coefficients.indices {
        coefficients[index] += step[index]
      }
    }
    _ = residualPass(design)
  }

  /// Computes the residuals of the present coefficients and their products with the basis.
  private mutating func residualPass(_ design: LeastSquaresDesign) -> [DoubleDouble] {
    let width = design.width
    var sides = Array(repeating: DoubleDouble.zero, count: width)
    var basis = sides
    var squares = DoubleDouble.zero
    if residuals.isEmpty {
      residuals = Array(repeating: 0, count: design.response.count)
    }
    for row in design.response.indices {
      let weight = design.weight(row)
      design.basis(row, into: &basis)
      var residual = -mean + design.response(row)
      for column in 0..<width {
        basis[column] -= means[column]
        residual -= coefficients[column] * basis[column]
      }
      residuals[row] = residual.high
      let weighted = residual * weight
      squares += weighted * residual
      for column in 0..<width {
        sides[column] += weighted * basis[column]
      }
    }
    residualSquares = squares
    return sides
  }

  /// The fitted value at a point of the basis.
  func fitted(at basis: [DoubleDouble]) -> DoubleDouble {
    var value = mean
    for (index, coefficient) in coefficients.enumerated() {
      value += coefficient * (basis[index] - means[index])
    }
    return value
  }

  /// The covariance, over that of one observation, of two combinations of the coefficients.
  ///
  /// - Parameters:
  ///   - first: The combination, the constant first.
  ///   - second: The other one.
  ///   - hasIntercept: Whether the constant is a coefficient.
  /// - Returns: The covariance.
  func covariance(
    of first: [DoubleDouble],
    with second: [DoubleDouble],
    hasIntercept: Bool
  ) -> DoubleDouble {
    let one = reduced(Array(first.dropFirst()))
    let other = reduced(Array(second.dropFirst()))
    var sum = hasIntercept ? first[0] * second[0] / totalWeight : .zero
    for index in one.indices {
      sum += one[index] * other[index] / factors[index][index]
    }
    return sum
  }

  /// The variance, over that of one observation, of the fitted value at a point of the basis.
  func variance(at basis: [DoubleDouble], hasIntercept: Bool) -> DoubleDouble {
    var combination = [DoubleDouble(1)]
    for (index, value) in basis.enumerated() {
      combination.append(value - means[index])
    }
    return covariance(of: combination, with: combination, hasIntercept: hasIntercept)
  }
}
