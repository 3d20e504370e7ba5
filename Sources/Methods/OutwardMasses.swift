internal import Distributions

/// The counts of a distribution from the likeliest outwards, with their masses.
///
/// A random count is drawn by going outwards until the masses passed exceed a random number. Masses
/// are worked out when the first draw comes so far, and kept for the next.
struct OutwardMasses {
  private enum Law {
    case binomial(trials: Int, odds: Double)
    case hypergeometric(sample: Int, marked: Int, rest: Int)
  }

  private let law: Law
  private let range: ClosedRange<Int>
  private var passed: [(count: Int, mass: Double)]
  private var low: Int
  private var high: Int
  private var below: Double
  private var above: Double
  private var isWhole = false

  private init(_ law: Law, from mode: Int, _ mass: Double, in range: ClosedRange<Int>) {
    self.law = law
    self.range = range
    passed = [(mode, mass)]
    (low, high) = (mode, mode)
    (below, above) = (mass, mass)
  }

  /// A count that is certain.
  private init(always count: Int) {
    self.init(.binomial(trials: 0, odds: 0), from: count, 0, in: count...count)
  }

  /// Successes among trials of one probability; nothing where the masses cannot be computed.
  static func binomial(_ trials: Int, _ probability: Double) -> OutwardMasses? {
    if trials == 0 || probability <= 0 { return OutwardMasses(always: 0) }
    if probability >= 1 { return OutwardMasses(always: trials) }
    let mode = min(trials, Int(Double(trials + 1) * probability))
    guard
      let mass = BinomialDistribution(trials: trials, probability: probability)?.mass(at: mode)
    else { return nil }
    let odds = probability / (1 - probability)
    return OutwardMasses(.binomial(trials: trials, odds: odds), from: mode, mass, in: 0...trials)
  }

  /// Marked ones in a sample; nothing where the masses cannot be computed.
  static func hypergeometric(_ sample: Int, of whole: Int, marked: Int) -> OutwardMasses? {
    let rest = whole - marked
    if marked == 0 || sample == 0 { return OutwardMasses(always: 0) }
    if rest <= 0 { return OutwardMasses(always: sample) }
    if sample >= whole { return OutwardMasses(always: marked) }
    let range = max(0, sample - rest)...min(sample, marked)
    let guess = Double(sample + 1) * (Double(marked + 1) / Double(whole + 2))
    let mode = min(range.upperBound, max(range.lowerBound, Int(guess)))
    // The binomial probability cancels out; the sample's share keeps all three masses near their modes.
    let share = Double(sample) / Double(whole)
    guard
      let one = BinomialDistribution(trials: marked, probability: share)?.mass(at: mode),
      let other = BinomialDistribution(trials: rest, probability: share)?.mass(at: sample - mode),
      let both = BinomialDistribution(trials: whole, probability: share)?.mass(at: sample),
      both > 0
    else { return nil }
    let law = Law.hypergeometric(sample: sample, marked: marked, rest: rest)
    return OutwardMasses(law, from: mode, one * other / both, in: range)
  }

  /// A random count; one that is certain takes no random number.
  mutating func draw(_ random: inout RandomSource) -> Int {
    let mode = passed[0].count
    if range.lowerBound == range.upperBound, passed[0].mass == 0 { return mode }
    var rest = random.nextFraction()
    var place = 0
    while place < passed.count || goOn() {
      rest -= passed[place].mass
      if rest < 0 { return passed[place].count }
      place += 1
    }
    // What is left is rounding.
    return mode
  }

  /// One count further at each side; false where there is none, or none that has a mass.
  private mutating func goOn() -> Bool {
    guard !isWhole, low > range.lowerBound || high < range.upperBound else { return false }
    if high < range.upperBound {
      above *= ratio(high)
      high += 1
      passed.append((high, above))
    }
    if low > range.lowerBound {
      low -= 1
      below /= ratio(low)
      passed.append((low, below))
    }
    isWhole = above + below < 1e-18
    return true
  }

  /// The mass of the next count over that of the one given.
  private func ratio(_ count: Int) -> Double {
    switch law {
    case .binomial(let trials, let odds):
      Double(trials - count) / Double(count + 1) * odds
    case .hypergeometric(let sample, let marked, let rest):
      Double(marked - count) / Double(count + 1)
        * (Double(sample - count) / Double(rest - sample + count + 1))
    }
  }
}
