import Synchronization

/// Makes pieces on several threads, and hands them on in the order of their places.
///
/// A piece is handed on as soon as all before it have been, by a thread that has just made one.
///
/// - Parameters:
///   - count: How many pieces there are.
///   - jobs: The most threads; with one all is done here.
///   - piece: Makes the piece of a place, from that place alone.
///   - take: Takes the pieces one after the other; it is never called twice at a time.
package func parallelPieces<Piece: Sendable>(
  _ count: Int,
  jobs: Int,
  _ piece: @Sendable (Int) -> Piece,
  _ take: (Piece) -> Void
) {
  guard min(jobs, count) > 1 else {
    for place in 0..<count { take(piece(place)) }
    return
  }
  let waiting = Mutex(WaitingPieces<Piece>())
  withoutActuallyEscaping(take) { take in
    // Whoever calls it has been told by the lock that nobody else does.
    nonisolated(unsafe) let take = take
    _ = parallelMap(count, jobs: jobs) { place in
      let own = piece(place)
      var next = waiting.withLock { $0.add(own, at: place) }
      while let piece = next {
        unsafe take(piece)
        next = waiting.withLock { $0.afterTaking() }
      }
    }
  }
}

/// Pieces that wait for those before them.
private struct WaitingPieces<Piece: Sendable>: Sendable {
  private var pieces: [Int: Piece] = [:]
  private var next = 0
  private var isTaking = false

  /// Adds a piece; gives the one that is to be taken now, unless a thread is taking some already.
  mutating func add(_ piece: Piece, at place: Int) -> Piece? {
    pieces[place] = piece
    return isTaking ? nil : afterTaking()
  }

  /// The piece after the one that was taken; nil where it is not there yet.
  mutating func afterTaking() -> Piece? {
    let piece = pieces.removeValue(forKey: next)
    isTaking = piece != nil
    if isTaking { next += 1 }
    return piece
  }
}
