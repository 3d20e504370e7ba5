/// Elements in order, as `sorted` has them: those that are equal stay in the order that they had.
///
/// - Parameters:
///   - elements: The elements.
///   - jobs: The most threads; the order does not depend on it.
///   - areInOrder: Whether one has to stand before another.
/// - Returns: The elements in order.
package func parallelSorted<Element: Sendable>(
  _ elements: [Element],
  jobs: Int,
  by areInOrder: @Sendable (Element, Element) -> Bool
) -> [Element] {
  // Most lists are in order already, and stand where they are.
  let isSorted = elements.indices.dropFirst().allSatisfy { place in
    !areInOrder(elements[place], elements[place - 1])
  }
  if isSorted { return elements }
  let parts = min(jobs, elements.count / fewestOfThread)
  guard parts > 1 else { return elements.sorted(by: areInOrder) }
  let size = (elements.count + parts - 1) / parts
  var runs = parallelMap(parts, jobs: jobs) { part in
    let end = min((part + 1) * size, elements.count)
    return elements[min(part * size, end)..<end].sorted(by: areInOrder)
  }
  while runs.count > 1 {
    runs = parallelMap((runs.count + 1) / 2, jobs: jobs) { [runs] pair in
      let first = runs[2 * pair]
      guard 2 * pair + 1 < runs.count else { return first }
      return merged(first, runs[2 * pair + 1], by: areInOrder)
    }
  }
  return runs[0]
}

package func parallelSorted<Element: Comparable & Sendable>(
  _ elements: [Element],
  jobs: Int
) -> [Element] {
  parallelSorted(elements, jobs: jobs) { $0 < $1 }
}

/// Two lists that are in order as one.
private func merged<Element>(
  _ first: [Element],
  _ second: [Element],
  by areInOrder: (Element, Element) -> Bool
) -> [Element] {
  guard let last = first.last, let next = second.first else { return first + second }
  if !areInOrder(next, last) { return first + second }
  var all: [Element] = []
  all.reserveCapacity(first.count + second.count)
  var (own, other) = (0, 0)
  while own < first.count, other < second.count {
    if areInOrder(second[other], first[own]) {
      all.append(second[other])
      other += 1
    } else {
      all.append(first[own])
      own += 1
    }
  }
  all += first[own...]
  all += second[other...]
  return all
}

/// So few are in order before another thread has begun.
private let fewestOfThread = 4_096
