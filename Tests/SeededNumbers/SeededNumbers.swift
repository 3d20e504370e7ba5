/// Random numbers from a seed (SplitMix64: Steele, Lea and Flood, OOPSLA 2014), the same on every machine,
/// so that a failure can be had again.
package struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// True so many times in a hundred.
  package mutating func chance(_ percent: Int) -> Bool {
    Int.random(in: 0..<100, using: &self) < percent
  }

  /// One of some choices, or another where there are none.
  package mutating func pick<T>(_ choices: [T], or other: T) -> T {
    choices.randomElement(using: &self) ?? other
  }
}
