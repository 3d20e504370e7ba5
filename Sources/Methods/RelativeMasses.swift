/// The masses of a distribution of counts relative to its mode, as far as doubles hold them.
struct RelativeMasses {
  private let first: Int
  private let values: [Double]

  /// Creates the masses from the ratio of each to the one before.
  ///
  /// - Parameters:
  ///   - mode: The likeliest count.
  ///   - largest: The largest count.
  ///   - ratio: The mass of the next count over that of the one given.
  init(mode: Int, largest: Int, ratio: (Int) -> Double) {
    let least = Double.leastNormalMagnitude
    var below: [Double] = []
    var mass = 1.0
    var count = mode
    while count > 0 {
      count -= 1
      mass /= ratio(count)
      guard mass >= least else { break }
      below.append(mass)
    }
    first = mode - below.count
    var values: [Double] = below.reversed()
    values.append(1)
    mass = 1
    count = mode
    while count < largest {
      mass *= ratio(count)
      count += 1
      guard mass >= least else { break }
      values.append(mass)
    }
    self.values = values
  }

  /// The counts whose masses doubles hold.
  var counts: ClosedRange<Int> { first...(first + values.count - 1) }

  /// The mass of a count relative to the mode; 0 where it is below the smallest double.
  func value(at count: Int) -> Double {
    let place = count - first
    return values.indices.contains(place) ? values[place] : 0
  }
}
