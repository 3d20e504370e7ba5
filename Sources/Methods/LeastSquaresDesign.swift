/// The rows of a least-squares problem, scaled and brought to a well-conditioned basis.
///
/// Predictors, response and weights are multiplied by powers of two, which is exact. A polynomial is
/// written in `t = (x − centre) / reach`, between −1 and 1, with its powers in pairs of doubles: the
/// powers of a year such as 2023 are all but parallel, those of `t` are not.
struct LeastSquaresDesign {
  /// The most work, in rows times squared coefficients, that ends in a few seconds.
  static let mostWork = 200_000_000

  /// The highest order of a polynomial; its binomial coefficients are exact.
  static let highestOrder = 20

  let response: [Double]
  let predictors: [[Double]]
  let weights: [Double]?
  let hasIntercept: Bool

  /// The order of the polynomial in the only predictor, or nil for predictors as they are.
  let order: Int?

  let responseScale: BinaryScale
  let weightScale: BinaryScale
  let predictorScales: [BinaryScale]

  /// The centre of a polynomial, in scaled units.
  let centre: Double

  /// The power of two by which `t` is divided.
  let reach: Double

  /// The number of observations with a weight.
  let observations: Int

  /// The number of basis functions beside the intercept.
  var width: Int { order ?? predictors.count }

  /// The number of coefficients.
  var parameters: Int { width + (hasIntercept ? 1 : 0) }

  init(
    _ response: [Double],
    _ predictors: [[Double]],
    weights: [Double]?,
    hasIntercept: Bool,
    order: Int?
  ) throws(StatisticGap) {
    let width = order ?? predictors.count
    guard predictors.allSatisfy({ $0.count == response.count }),
      weights.map({ $0.count == response.count }) ?? true
    else { throw .lengthsDiffer }
    guard width >= 1, width <= 1_000, order ?? 0 <= Self.highestOrder else { throw .tooMuchWork }
    guard response.count <= Self.mostWork / ((width + 1) * (width + 1)) else { throw .tooMuchWork }
    let largest = try Self.magnitude(response)
    let reaches = try predictors.map { column throws(StatisticGap) in try Self.magnitude(column) }
    let heaviest = try weights.map { weights throws(StatisticGap) in try Self.magnitude(weights) }
    guard weights?.allSatisfy({ $0 >= 0 }) ?? true else { throw .negative }
    observations = weights?.reduce(into: 0) { $0 += $1 > 0 ? 1 : 0 } ?? response.count
    responseScale = BinaryScale(magnitude: largest)
    // Its square root is needed, so the exponent is even.
    weightScale = BinaryScale(magnitude: heaviest ?? 0, even: true)
    let scales = reaches.map { BinaryScale(magnitude: $0) }
    predictorScales = scales
    if order != nil, let column = predictors.first, let scale = scales.first {
      let lowest = (column.min() ?? 0) * scale.factor
      let highest = (column.max() ?? 0) * scale.factor
      centre = hasIntercept ? lowest / 2 + highest / 2 : 0
      let span = max(abs(highest - centre), abs(lowest - centre))
      reach = BinaryScale(magnitude: span).factor
    } else {
      centre = 0
      reach = 1
    }
    self.response = response
    self.predictors = predictors
    self.weights = weights
    self.hasIntercept = hasIntercept
    self.order = order
    guard observations >= parameters else {
      throw .tooFewPoints(needed: parameters, had: observations)
    }
  }

  private static func magnitude(_ values: [Double]) throws(StatisticGap) -> Double {
    var largest = 0.0
    for value in values {
      guard value.isFinite else { throw .notFinite }
      largest = max(largest, abs(value))
    }
    return largest
  }

  /// The weight of a row, in scaled units.
  func weight(_ row: Int) -> Double {
    weights.map { $0[row] * weightScale.factor } ?? 1
  }

  /// The response of a row, in scaled units.
  func response(_ row: Int) -> Double {
    response[row] * responseScale.factor
  }

  /// Writes the basis functions of a row.
  func basis(_ row: Int, into basis: inout [DoubleDouble]) {
    if order != nil {
      powers(of: predictors[0][row], into: &basis)
    } else {
      for (index, column) in predictors.enumerated() {
        basis[index] = DoubleDouble(column[row] * predictorScales[index].factor)
      }
    }
  }

  /// The basis functions at new values of the predictors, or nil for the wrong number of them.
  func basis(at values: [Double]) -> [DoubleDouble]? {
    guard values.count == predictors.count else { return nil }
    var basis = Array(repeating: DoubleDouble.zero, count: width)
    if order != nil {
      powers(of: values[0], into: &basis)
    } else {
      for (index, value) in values.enumerated() {
        basis[index] = DoubleDouble(value * predictorScales[index].factor)
      }
    }
    return basis
  }

  private func powers(of value: Double, into basis: inout [DoubleDouble]) {
    let distance = DoubleDouble.sum(value * predictorScales[0].factor, -centre)
    let t = DoubleDouble(distance.high * reach, distance.low * reach)
    var power = t
    for index in basis.indices {
      basis[index] = power
      power = power * t
    }
  }

  /// How the coefficients of the scaled predictors, intercept first, come from those of the basis,
  /// the constant first.
  func transformation(means: [DoubleDouble]) -> [[DoubleDouble]] {
    let size = width + 1
    var matrix = Array(repeating: Array(repeating: DoubleDouble.zero, count: size), count: size)
    for column in 0..<size {
      matrix[column][column] = DoubleDouble(1)
    }
    if order != nil {
      expand(into: &matrix)
    }
    // The basis is used less its means; what they take away belongs to the constant.
    let constants = matrix.map { $0[0] }
    for row in 0..<size {
      for column in 1..<size {
        matrix[row][column] -= constants[row] * means[column - 1]
      }
    }
    return matrix
  }

  /// The powers of `t` written out in powers of the scaled predictor.
  private func expand(into matrix: inout [[DoubleDouble]]) {
    for column in 1...width {
      var factor = DoubleDouble(1)
      for _ in 0..<column { factor = factor * reach }
      // Down from the highest power: choose(j, k) (−centre)^(j − k).
      for row in stride(from: column, through: 0, by: -1) {
        matrix[row][column] = factor
        factor = factor * -centre * Double(row) / DoubleDouble(Double(column - row + 1))
      }
    }
  }
}
