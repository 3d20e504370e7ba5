/// Texts by position, as byte ranges of one arena.
package struct TextArena: Sendable, Equatable {
  @usableFromInline private(set) package var bytes: [UInt8] = []
  @usableFromInline private(set) var ends = Offsets()

  package init() {}

  @inlinable package var count: Int { ends.count }

  @inlinable
  package func range(_ code: Int) -> Range<Int> { (code == 0 ? 0 : ends[code - 1])..<ends[code] }

  package func text(_ code: Int) -> String {
    String(decoding: bytes[range(code)], as: UTF8.self)
  }

  /// Calls a function with the bytes of a text.
  @inlinable
  package func withBytes<R>(_ code: Int, _ body: (Span<UInt8>) -> R) -> R {
    body(bytes.span.extracting(range(code)))
  }

  package mutating func append(_ text: Span<UInt8>) {
    unsafe text.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
    ends.append(bytes.count)
  }

  package mutating func append(_ text: String) {
    bytes.append(contentsOf: text.utf8)
    ends.append(bytes.count)
  }

  /// Makes room for so many texts and bytes.
  mutating func reserveCapacity(_ texts: Int, bytes count: Int) {
    ends.reserveCapacity(texts)
    bytes.reserveCapacity(count)
  }

  /// Appends all texts of another arena, whose positions then begin at the present count.
  package mutating func append(_ other: TextArena) {
    if bytes.isEmpty, count == 0, bytes.capacity < other.bytes.count {
      self = other
      return
    }
    let start = bytes.count
    bytes.append(contentsOf: other.bytes)
    ends.append(other.ends, adding: start)
  }

  /// Gives texts other ones in their places.
  package mutating func replace(_ texts: [Int: String]) {
    guard !texts.isEmpty else { return }
    var next = TextArena()
    next.bytes.reserveCapacity(bytes.count)
    next.ends.reserveCapacity(ends.count)
    for code in 0..<count {
      if let text = texts[code] {
        next.append(text)
      } else {
        withBytes(code) { next.append($0) }
      }
    }
    self = next
  }
}
