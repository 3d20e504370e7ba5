/// Numbers or bytes written one after the other, in memory that is kept for the next block.
///
/// An array would check at each of them whether it is shared and has room; here a writer may ask for
/// room once for many.
@safe
struct ReusedList<Element: BitwiseCopyable>: ~Copyable {
  private(set) var base: UnsafeMutablePointer<Element>
  private var capacity: Int
  var count = 0

  init() {
    capacity = 64
    unsafe base = .allocate(capacity: 64)
  }

  deinit {
    unsafe base.deallocate()
  }

  subscript(index: Int) -> Element {
    precondition(index >= 0 && index < count, "list index out of range")
    return unsafe base[index]
  }

  /// The list as an array of exactly its size.
  var array: [Element] {
    unsafe Array(UnsafeBufferPointer(start: base, count: count))
  }

  /// Makes sure that so many more fit behind the last one.
  @inline(__always)
  mutating func reserve(_ room: Int) {
    if count + room > capacity { grow(by: room) }
  }

  @inline(__always)
  mutating func append(_ element: Element) {
    reserve(1)
    unsafe base.advanced(by: count).initialize(to: element)
    count += 1
  }

  mutating func append(contentsOf elements: UnsafeBufferPointer<Element>) {
    guard let first = elements.baseAddress else { return }
    reserve(elements.count)
    unsafe base.advanced(by: count).initialize(from: first, count: elements.count)
    count += elements.count
  }

  private mutating func grow(by room: Int) {
    let larger = max(capacity * 2, count + room)
    let moved = UnsafeMutablePointer<Element>.allocate(capacity: larger)
    unsafe moved.moveInitialize(from: base, count: count)
    unsafe base.deallocate()
    unsafe base = unsafe moved
    capacity = larger
  }
}
