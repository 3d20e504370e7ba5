import Synchronization

/// The results of ranges of places, one after the other in the order of the places.
///
/// Each range is worked out by one thread, which may keep what it has found for the next place; the
/// ranges do not depend on how many threads there are.
///
/// - Parameters:
///   - count: How many places there are, from 0 on.
///   - size: How many places a range has, 1 or more; the last one may have fewer.
///   - jobs: The most threads; with one the function is called here.
///   - results: What is worked out for a range, from its places alone; any number of results.
/// - Returns: The results of all ranges.
package func parallelRanges<Result: Sendable>(
  _ count: Int,
  of size: Int,
  jobs: Int,
  _ results: @Sendable (Range<Int>) -> [Result]
) -> [Result] {
  parallelRanges(count, of: size, jobs: jobs) { places, all in all += results(places) }
}

/// The same, of results that are too many to be kept for each range and then once more for all.
///
/// - Parameters:
///   - count: How many places there are, from 0 on.
///   - size: How many places a range has, 1 or more; the last one may have fewer.
///   - jobs: The most threads; with one the function is called here.
///   - expecting: About how many results there will be; as many as places where it is not given.
///   - results: Adds what is worked out for a range, from its places alone, to a list.
/// - Returns: The results of all ranges.
package func parallelRanges<Result: Sendable>(
  _ count: Int,
  of size: Int,
  jobs: Int,
  expecting: Int? = nil,
  appending results: @Sendable (_ places: Range<Int>, _ list: inout [Result]) -> Void
) -> [Result] {
  precondition(size > 0, "a range has at least one place")
  let ranges = (count + size - 1) / size
  let places = { @Sendable (range: Int) in (range * size)..<min(count, (range + 1) * size) }
  guard min(jobs, ranges) > 1 else {
    var all: [Result] = []
    all.reserveCapacity(expecting ?? count)
    for range in 0..<ranges { results(places(range), &all) }
    return all
  }
  let joined = Mutex(JoinedRanges<Result>(ranges, expecting: expecting ?? count))
  _ = parallelMap(ranges, jobs: jobs) { range in
    var own: [Result] = []
    results(places(range), &own)
    joined.withLock { $0.add(own, of: range) }
  }
  return joined.withLock { $0.all }
}

/// What ranges have given, joined as soon as all before them have: a country's rows would stand in
/// memory twice otherwise.
private struct JoinedRanges<Result: Sendable> {
  private(set) var all: [Result] = []
  /// Results that wait for those of a range before them.
  private var waiting: [[Result]?]
  private var next = 0

  init(_ ranges: Int, expecting: Int) {
    waiting = Array(repeating: nil, count: ranges)
    all.reserveCapacity(expecting)
  }

  mutating func add(_ results: [Result], of range: Int) {
    waiting[range] = results
    while next < waiting.count, let results = waiting[next] {
      all += results
      waiting[next] = nil
      next += 1
    }
  }
}
