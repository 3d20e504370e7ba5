import SeededNumbers
import Testing

@testable import Clean

/// Names that are spelled nearly so, beside a look at every one of them.
@Suite struct NearbyNamesTests {
  private static let syllables = [
    "an", "ban", "binh", "dong", "dien", "hoa", "hoi", "long", "loc", "my", "phu", "tan", "thanh",
    "thinh",
  ]

  private func nearest(to key: String, _ names: [(key: String, code: String)]) -> [String] {
    var found: [String: Int] = [:]
    for name in names {
      let isBegun = name.key.hasPrefix(key + " ")
      let distance = isBegun ? 1 : editDistance(name.key.utf8.span, key.utf8.span)
      if distance <= 2 { found[name.code] = min(distance, found[name.code] ?? distance) }
    }
    return found.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map(\.key)
  }

  @Test func noNameIsRuledOutWrongly() {
    var numbers = SeededNumbers(seed: 5)
    var names: [(key: String, code: String)] = []
    var nearby = NearbyNames()
    for code in 0..<600 {
      let key = (0..<Int.random(in: 1...3, using: &numbers))
        .map { _ in numbers.pick(Self.syllables, or: "") }.joined(separator: " ")
      names.append((key, "\(code % 200)"))
      nearby.add(key, code: "\(code % 200)")
    }
    var found = 0
    for _ in 0..<2_000 {
      var letters = Array(numbers.pick(names, or: ("", "")).key.utf8)
      for _ in 0..<Int.random(in: 0...3, using: &numbers) where !letters.isEmpty {
        let place = Int.random(in: 0..<letters.count, using: &numbers)
        switch Int.random(in: 0..<3, using: &numbers) {
        case 0: letters.remove(at: place)
        case 1: letters.insert(UInt8(ascii: "h"), at: place)
        default: letters[place] = UInt8(ascii: "n")
        }
      }
      let key = String(decoding: letters, as: UTF8.self)
      let expected = nearest(to: key, names)
      #expect(nearby.nearest(to: key) == expected, "\(key)")
      found += expected.count
    }
    #expect(found > 1_000)
  }
}
