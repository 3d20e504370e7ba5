/// Random numbers that are the same for the same seed, on every machine.
///
/// SplitMix64: the state steps by a fixed odd number and is mixed by shifts and products. Made for
/// reproducible simulation, not for secrets.
///
/// References: Steele G. L., Lea D., Flood C. H., Fast splittable pseudorandom number generators,
/// Proceedings of OOPSLA 2014, 453-472: figure 16 with the mixing of variant 13.
struct RandomSource: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Creates the source of a seed.
  init(seed: UInt64) {
    state = seed
  }

  /// The next 64 random bits.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }

  /// The next random number from 0 to below 1, in steps of 2⁻⁵³.
  mutating func nextFraction() -> Double {
    Double(next() >> 11) * 0x1p-53
  }
}
