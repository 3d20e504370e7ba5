internal import CGSL

/// Least squares as the GNU Scientific Library does it, by singular values in doubles.
///
/// The fits of this project use their own arithmetic, which keeps up to ten digits more on
/// ill-conditioned problems; this is what they are compared with.
///
/// References: Gough B. (ed.), GNU Scientific Library Reference Manual, 2.7, "Linear Least-Squares
/// Fitting", multi-parameter regression.
public enum LeastSquaresSolver {
  /// The most cells of a design matrix, 400 megabytes.
  public static let mostCells = 50_000_000

  /// A solution.
  public struct Fit: Hashable, Sendable {
    /// The coefficients, in the order of the columns.
    public let coefficients: [Double]

    /// Their standard errors.
    public let standardErrors: [Double]

    /// The weighted sum of squared residuals.
    public let residualSquares: Double
  }

  /// Fits a response on columns.
  ///
  /// - Parameters:
  ///   - response: The responses.
  ///   - columns: The columns, one of ones for an intercept, each as long as the responses.
  ///   - weights: The weights, one for each response: 1 over the variance, up to a common factor.
  /// - Returns: The solution, or nil for sizes and values that make no problem, and where GSL fails.
  public static func fit(
    _ response: [Double],
    on columns: [[Double]],
    weights: [Double]? = nil
  ) -> Fit? {
    guard !columns.isEmpty, response.count > columns.count,
      response.count <= mostCells / columns.count,
      columns.allSatisfy({ $0.count == response.count && $0.allSatisfy(\.isFinite) }),
      response.allSatisfy(\.isFinite),
      weights.map({ $0.count == response.count && $0.allSatisfy { $0 >= 0 && $0.isFinite } })
        ?? true
    else { return nil }
    GSL.useQuietErrors()
    guard let problem = LeastSquaresProblem(rows: response.count, columns: columns.count) else {
      return nil
    }
    problem.fill(response, columns, weights)
    return problem.solved(isWeighted: weights != nil)
  }
}

/// The memory of one problem, which lives as long as this value.
@safe
private struct LeastSquaresProblem: ~Copyable {
  private let rows: Int
  private let columns: Int
  private let matrix: UnsafeMutablePointer<gsl_matrix>
  private let response: UnsafeMutablePointer<gsl_vector>
  private let weights: UnsafeMutablePointer<gsl_vector>
  private let solution: UnsafeMutablePointer<gsl_vector>
  private let covariance: UnsafeMutablePointer<gsl_matrix>
  private let workspace: UnsafeMutablePointer<gsl_multifit_linear_workspace>

  init?(rows: Int, columns: Int) {
    let matrix = unsafe gsl_matrix_alloc(rows, columns)
    let response = unsafe gsl_vector_alloc(rows)
    let weights = unsafe gsl_vector_alloc(rows)
    let solution = unsafe gsl_vector_alloc(columns)
    let covariance = unsafe gsl_matrix_alloc(columns, columns)
    let workspace = unsafe gsl_multifit_linear_alloc(rows, columns)
    guard let matrix = unsafe matrix, let response = unsafe response,
      let weights = unsafe weights, let solution = unsafe solution,
      let covariance = unsafe covariance, let workspace = unsafe workspace
    else {
      // GSL's free functions accept nothing.
      unsafe gsl_matrix_free(matrix)
      unsafe gsl_vector_free(response)
      unsafe gsl_vector_free(weights)
      unsafe gsl_vector_free(solution)
      unsafe gsl_matrix_free(covariance)
      unsafe gsl_multifit_linear_free(workspace)
      return nil
    }
    self.rows = rows
    self.columns = columns
    unsafe self.matrix = matrix
    unsafe self.response = response
    unsafe self.weights = weights
    unsafe self.solution = solution
    unsafe self.covariance = covariance
    unsafe self.workspace = workspace
  }

  deinit {
    unsafe gsl_matrix_free(matrix)
    unsafe gsl_vector_free(response)
    unsafe gsl_vector_free(weights)
    unsafe gsl_vector_free(solution)
    unsafe gsl_matrix_free(covariance)
    unsafe gsl_multifit_linear_free(workspace)
  }

  func fill(_ response: [Double], _ columns: [[Double]], _ weights: [Double]?) {
    for row in 0..<rows {
      unsafe gsl_vector_set(self.response, row, response[row])
      unsafe gsl_vector_set(self.weights, row, weights?[row] ?? 1)
      for (index, column) in columns.enumerated() {
        unsafe gsl_matrix_set(matrix, row, index, column[row])
      }
    }
  }

  func solved(isWeighted: Bool) -> LeastSquaresSolver.Fit? {
    var squares = 0.0
    let status =
      unsafe isWeighted
      ? gsl_multifit_wlinear(matrix, weights, response, solution, covariance, &squares, workspace)
      : gsl_multifit_linear(matrix, response, solution, covariance, &squares, workspace)
    guard status == 0, squares.isFinite else { return nil }
    // With weights GSL takes them for the inverse variances themselves.
    let spread = isWeighted ? squares / Double(rows - columns) : 1
    var coefficients: [Double] = []
    var errors: [Double] = []
    for index in 0..<columns {
      coefficients.append(unsafe gsl_vector_get(solution, index))
      let variance = unsafe gsl_matrix_get(covariance, index, index)
      errors.append((spread * variance).squareRoot())
    }
    guard coefficients.allSatisfy(\.isFinite), errors.allSatisfy(\.isFinite) else { return nil }
    return LeastSquaresSolver.Fit(
      coefficients: coefficients,
      standardErrors: errors,
      residualSquares: squares
    )
  }
}
