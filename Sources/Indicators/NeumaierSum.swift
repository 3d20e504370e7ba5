/// Neumaier's sum, so that totals do not depend on the size of their parts.
struct NeumaierSum {
  private var sum = 0.0
  private var lost = 0.0

  /// The sum of the numbers that there are.
  init(_ numbers: some Sequence<Double?>) {
    for case let number? in numbers { add(number) }
  }

  init(_ numbers: [Double]) {
    for number in numbers { add(number) }
  }

  var value: Double { sum + lost }

  mutating func add(_ number: Double) {
    let next = sum + number
    lost += abs(sum) >= abs(number) ? (sum - next) + number : (number - next) + sum
    sum = next
  }
}
