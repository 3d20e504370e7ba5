/// Offsets of which none is lower than the one before it, in four bytes each.
///
/// Beyond 2^32 they begin at nought again, and it is kept from which position on.
@usableFromInline
struct Offsets: Sendable, Equatable {
  @usableFromInline private(set) var values: [UInt32] = []
  /// Positions at which another turn begins, once for each turn.
  @usableFromInline private(set) var turns: [Int] = []
  private let bits: Int

  /// - Parameter bits: How many bits a turn has, 1 to 32.
  init(bits: Int = 32) { self.bits = bits }

  @inlinable var count: Int { values.count }

  @inlinable
  subscript(position: Int) -> Int {
    let value = Int(values[position])
    return turns.isEmpty ? value : value + turned(position)
  }

  /// What the turns before a position come to; there are few.
  @usableFromInline
  func turned(_ position: Int) -> Int { turns.count { $0 <= position } << bits }

  mutating func append(_ offset: Int) {
    if offset >> bits > turns.count { turn(to: offset) }
    values.append(UInt32(truncatingIfNeeded: offset & (1 << bits - 1)))
  }

  /// Appends other offsets, each with a number added to it.
  mutating func append(_ others: Offsets, adding first: Int) {
    guard let last = others.values.last else { return }
    guard others.turns.isEmpty, turns.isEmpty, first + Int(last) < 1 << bits else {
      for position in 0..<others.count { append(first + others[position]) }
      return
    }
    let first = UInt32(truncatingIfNeeded: first)
    values.append(contentsOf: others.values.lazy.map { $0 + first })
  }

  private mutating func turn(to offset: Int) {
    while offset >> bits > turns.count { turns.append(values.count) }
  }

  mutating func reserveCapacity(_ count: Int) { values.reserveCapacity(count) }
}
