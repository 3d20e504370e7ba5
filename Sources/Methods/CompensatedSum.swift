/// A sum whose error does not grow with the number of terms.
///
/// References: Neumaier A., Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen,
/// Zeitschrift für angewandte Mathematik und Mechanik 54 (1974), 39-51, method IV.
struct CompensatedSum {
  private var sum = 0.0
  private var lost = 0.0

  /// The sum of the terms added so far.
  var value: Double { sum + lost }

  /// Adds a term.
  mutating func add(_ term: Double) {
    let total = sum + term
    if abs(sum) >= abs(term) {
      lost += (sum - total) + term
    } else {
      lost += (term - total) + sum
    }
    sum = total
  }

  /// The sum of some terms.
  static func of(_ terms: some Sequence<Double>) -> Double {
    var sum = CompensatedSum()
    for term in terms {
      sum.add(term)
    }
    return sum.value
  }
}
