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
  precondition(size > 0, "a range has at least one place")
  var parts = parallelMap((count + size - 1) / size, jobs: jobs) { part in
    results((part * size)..<min(count, (part + 1) * size))
  }
  if parts.count == 1 { return parts[0] }
  var all: [Result] = []
  all.reserveCapacity(parts.reduce(0) { $0 + $1.count })
  // A country's rows would stand in memory twice otherwise.
  for part in parts.indices {
    all += parts[part]
    parts[part] = []
  }
  return all
}
