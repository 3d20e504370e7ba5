/// Sums by key, in the order in which the keys first came up.
///
/// Open addressing with a multiplication for a hash: partial tables are met a million times, and a
/// `Dictionary` spends most of that on its hash. The order does not depend on the hash, so that sums
/// of doubles come out the same on every run.
struct SumsByKey<Key: FixedWidthInteger, Value> {
  /// A key and its sum, side by side: a sum is added to just after its key was compared.
  struct Entry {
    let key: Key
    var value: Value
  }

  private var entries: [Entry] = []

  /// The place of a key plus 1, or 0; as many as a power of two.
  private var slots: [UInt32]
  private var shift: UInt64

  init() {
    slots = Array(repeating: 0, count: 64)
    shift = 58
  }

  /// The sums so far, in storage of their own: shared, this one's would be left to them, and taken
  /// anew for each table.
  var copied: [Entry] { entries.map(\.self) }

  /// Forgets all keys but keeps the storage.
  mutating func removeAll() {
    entries.removeAll(keepingCapacity: true)
    for slot in slots.indices { slots[slot] = 0 }
  }

  /// Changes what stands at a key, which is `first` where the key is new.
  mutating func update(_ key: Key, first: @autoclosure () -> Value, _ change: (inout Value) -> Void)
  {
    var slot = Self.hash(key, shift)
    while slots[slot] != 0 {
      let place = Int(slots[slot]) - 1
      if entries[place].key == key { return change(&entries[place].value) }
      slot = (slot + 1) & (slots.count - 1)
    }
    var value = first()
    change(&value)
    entries.append(Entry(key: key, value: value))
    slots[slot] = UInt32(entries.count)
    if 2 * entries.count > slots.count { grow() }
  }

  private mutating func grow() {
    shift -= 2
    slots = Array(repeating: 0, count: 4 * slots.count)
    for (place, entry) in entries.enumerated() {
      var slot = Self.hash(entry.key, shift)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(place + 1)
    }
  }

  /// The upper bits of products with two odd numbers without a pattern (those of SplitMix64).
  private static func hash(_ key: Key, _ shift: UInt64) -> Int {
    let low = UInt64(truncatingIfNeeded: key) &* 0x9E37_79B9_7F4A_7C15
    let high = UInt64(truncatingIfNeeded: key >> 64) &* 0xBF58_476D_1CE4_E5B9
    return Int(truncatingIfNeeded: (low ^ high) >> shift)
  }
}
