internal import Distributions

/// The probabilities of all ranks of some quantities, summed up over a grid.
struct RankSum {
  private let distributions: [LogScaleDistribution]

  /// For each quantity the first with the same distribution, whose numbers are its own too: small
  /// units have few different counts.
  private let first: [Int]

  /// The ranks of quantities with these distributions.
  init(_ distributions: [LogScaleDistribution]) {
    self.distributions = distributions
    var places: [LogScaleDistribution: Int] = [:]
    first = distributions.enumerated().map { place, distribution in
      let known = places[distribution] ?? place
      places[distribution] = known
      return known
    }
  }

  /// The most multiplications, as a bound of the time.
  private static let mostWork = 50_000_000.0

  /// Densities below this are left out: together they are less than the rounding of the rest.
  private static let leastDensity = 1e-19

  /// For each quantity the probability of each rank from the lowest, or the reason for none.
  func probabilities() -> Result<[[Double]], StatisticGap> {
    let step = step
    var ranges: [ClosedRange<Int>] = []
    for (index, distribution) in distributions.enumerated() {
      ranges.append(first[index] < index ? ranges[first[index]] : range(distribution, step))
    }
    guard
      let lowest = ranges.map(\.lowerBound).min(), let highest = ranges.map(\.upperBound).max()
    else { return .failure(.tooFewPoints(needed: 1, had: 0)) }
    let count = distributions.count
    // A tail function costs about as much as sixty multiplications.
    let work = Double(highest - lowest) * Double(count) * Double(count + 60)
    guard work <= Self.mostWork else { return .failure(.tooMuchWork) }
    // By quantity and rank, one quantity after the other; the last row is of lanes without a quantity.
    var sums = Array(repeating: CompensatedSum(), count: (count + 1) * count)
    var weights = Array(repeating: CompensatedSum(), count: count)
    var tails: [Double] = []
    var all: [Double] = []
    var chosen: [Int] = []
    var others: [SIMD4<Double>] = Array(repeating: .zero, count: count)
    for point in lowest...highest {
      let place = Double(point) * step
      tails.removeAll(keepingCapacity: true)
      for (index, distribution) in distributions.enumerated() {
        let range = ranges[index]
        if first[index] < index {
          tails.append(tails[first[index]])
          continue
        }
        // Beyond its range a quantity is surely above or below.
        if !range.contains(point) {
          tails.append(point < range.lowerBound ? 0 : 1)
        } else if let tail = distribution.lowerTail(at: place) {
          tails.append(min(1, max(0, tail)))
        } else {
          return .failure(.noConvergence)
        }
      }
      Self.numberBelow(tails, into: &all)
      for isLikely in [false, true] {
        chosen.removeAll(keepingCapacity: true)
        for index in distributions.indices
        where first[index] == index && ranges[index].contains(point)
          && (tails[index] > 0.5) == isLikely
        {
          chosen.append(index)
        }
        for start in stride(from: 0, to: chosen.count, by: 4) {
          var left = SIMD4(repeating: 0.5)
          var weight = SIMD4<Double>.zero
          var rows = SIMD4(repeating: count * count)
          for lane in 0..<min(4, chosen.count - start) {
            let index = chosen[start + lane]
            left[lane] = tails[index]
            weight[lane] = distributions[index].relativeDensity(at: place)
            weights[index].add(weight[lane])
            rows[lane] = index * count
          }
          Self.leaveOut(left, areLikely: isLikely, of: all, into: &others)
          for rank in 0..<count {
            let terms = weight * others[rank]
            sums[rows[0] + rank].add(terms[0])
            sums[rows[1] + rank].add(terms[1])
            sums[rows[2] + rank].add(terms[2])
            sums[rows[3] + rank].add(terms[3])
          }
        }
      }
    }
    return .success(
      first.map { place in
        sums[(place * count)..<((place + 1) * count)].map {
          max(0, $0.value / weights[place].value)
        }
      }
    )
  }

  /// The distance of points.
  ///
  /// The error of the sum falls as exp(−π² (spread / step)²) for the narrowest
  /// peak, cut off by a tail as narrow; 0.25 does the same for the widest.
  private var step: Double {
    min(0.25, 0.35 * (distributions.map(\.spread).min() ?? 1))
  }

  private func range(_ distribution: LogScaleDistribution, _ step: Double) -> ClosedRange<Int> {
    let middle = Int((distribution.mode / step).rounded())
    // A shape of one half falls by e every two units of the scale, so that 100 units are enough.
    let farthest = Int(100 / step) + 1
    func reach(_ side: Int) -> Int {
      var (near, far) = (0, farthest)
      while far - near > 1 {
        let probe = near + (far - near) / 2
        let density = distribution.relativeDensity(at: Double(middle + side * probe) * step)
        if density >= Self.leastDensity { near = probe } else { far = probe }
      }
      return far
    }
    return (middle - reach(-1))...(middle + reach(1))
  }

  /// The probabilities that none, one, … of independent events happen.
  static func numberBelow(_ tails: [Double], into result: inout [Double]) {
    result.removeAll(keepingCapacity: true)
    // What surely happens moves all numbers up by one, exactly; what surely does not, none.
    let sure = tails.count { $0 == 1 }
    for _ in 0..<sure { result.append(0) }
    result.append(1)
    for tail in tails where tail > 0 && tail < 1 {
      result.append(0)
      for place in stride(from: result.count - 1, to: sure, by: -1) {
        result[place] = result[place] * (1 - tail) + result[place - 1] * tail
      }
      result[sure] *= 1 - tail
    }
    while result.count <= tails.count { result.append(0) }
  }

  /// The same without one of the events, for four of them at a time: a division waits for the one before
  /// it, but not for those of other events.
  ///
  /// The polynomial is divided by `1 − tail + tail z`, from the end at which its coefficient is the
  /// larger, so that errors do not grow.
  static func leaveOut(
    _ tails: SIMD4<Double>,
    areLikely: Bool,
    of all: [Double],
    into result: inout [SIMD4<Double>]
  ) {
    let rests = 1 - tails
    var before = SIMD4<Double>.zero
    if areLikely {
      for place in result.indices.reversed() {
        before = (all[place + 1] - rests * before) / tails
        result[place] = before
      }
    } else {
      for place in result.indices {
        before = (all[place] - tails * before) / rests
        result[place] = before
      }
    }
  }
}
