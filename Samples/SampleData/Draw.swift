/// SplitMix64 (Steele, Lea and Flood 2014), seeded by words: the same words give the same numbers.
///
/// Each value that is made has a seed of its own, so adding a field or a sender moves no other value.
struct Draw {
  private var state: UInt64

  /// Seeds by FNV-1a over the words, each ended by a byte that no text contains.
  init(_ words: String...) {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for word in words {
      for byte in word.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
      hash = (hash ^ 0xff) &* 0x100_0000_01b3
    }
    state = hash
  }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 up to, not including, 1.
  mutating func fraction() -> Double { Double(next() >> 11) * 0x1p-53 }

  mutating func happens(_ chance: Double) -> Bool { fraction() < chance }

  /// A number from 0 up to, not including, `count`; 0 where there is nothing to choose.
  mutating func index(below count: Int) -> Int {
    count > 0 ? Int(next() % UInt64(count)) : 0
  }

  mutating func choice<Element>(of elements: [Element]) -> Element? {
    elements.isEmpty ? nil : elements[index(below: elements.count)]
  }

  /// One of the words, by their weights; in alphabetical order, since dictionaries have none.
  mutating func choice(weights: [String: Double]) -> String? {
    let words = weights.sorted { $0.key < $1.key }
    var left = fraction() * words.reduce(0) { $0 + $1.value }
    for (word, weight) in words {
      left -= weight
      if left < 0 { return word }
    }
    return words.last?.key
  }

  mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
    var result = elements
    for last in result.indices.reversed() where last > 0 {
      result.swapAt(last, index(below: last + 1))
    }
    return result
  }
}
