/// Gives equal pairs of codes one code: the position of the first of them.
package struct PairCoder: Sendable {
  /// The pairs by code, the first of each in the upper half.
  private var pairs: [UInt64] = []
  /// For each place the code and one, so that nought is an empty place.
  private var table: [Int32]
  private var mask: Int

  package init() {
    table = Array(repeating: 0, count: 64)
    mask = 63
  }

  /// How many pairs there are.
  package var count: Int { pairs.count }

  /// The code of a pair, which is the count before where it is new.
  package mutating func code(of first: Int32, _ second: Int32) -> Int32 {
    let pair = UInt64(UInt32(bitPattern: first)) << 32 | UInt64(UInt32(bitPattern: second))
    var place = place(of: pair)
    while table[place] != 0 {
      if pairs[Int(table[place]) - 1] == pair { return table[place] - 1 }
      place = (place + 1) & mask
    }
    pairs.append(pair)
    let code = Int32(clamping: pairs.count)
    table[place] = code
    if pairs.count * 2 > table.count { grow() }
    return code - 1
  }

  private func place(of pair: UInt64) -> Int {
    Int(truncatingIfNeeded: ByteHash.joined(pair, UInt64(table.count))) & mask
  }

  private mutating func grow() {
    table = Array(repeating: 0, count: table.count * 4)
    mask = table.count - 1
    for (code, pair) in pairs.enumerated() {
      var place = place(of: pair)
      while table[place] != 0 { place = (place + 1) & mask }
      table[place] = Int32(clamping: code + 1)
    }
  }
}
