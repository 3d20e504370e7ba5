/// SplitMix64 (Steele, Lea, Flood 2014): the same numbers on every machine.
struct Random {
  private var state: UInt64

  /// A stream of its own for each purpose, so that any row can be made again alone.
  init(_ parts: Int...) {
    state = 0x6e61_7469_6f6e_616c
    for part in parts {
      state = state &+ UInt64(truncatingIfNeeded: part)
      state = next()
    }
  }

  mutating func next() -> UInt64 {
    state = state &+ 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }

  /// A number from 0 to below a bound that is far smaller than 2⁶⁴.
  mutating func below(_ bound: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// From 0 to below 1.
  mutating func fraction() -> Double { Double(next() >> 11) * 0x1p-53 }
}
