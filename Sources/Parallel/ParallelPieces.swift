/// Makes pieces on several threads, and hands them on in the order of their places.
///
/// Some pieces are made while those before them are taken, so that few wait, however slowly they are
/// taken.
///
/// - Parameters:
///   - count: How many pieces there are.
///   - jobs: About how many threads; with one all is done here.
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
  withoutActuallyEscaping(take) { take in
    // Called on one thread at a time: nothing goes on before all pieces of a round have been taken.
    nonisolated(unsafe) let take = take
    var made: [Piece] = []
    let round = min(piecesOfThread * jobs, mostPieces)
    for start in stride(from: 0, to: count, by: round) {
      let places = start..<min(start + round, count)
      (_, made) = both(jobs: jobs) { [made] in
        for piece in made { unsafe take(piece) }
      } _: {
        parallelMap(places.count, jobs: jobs) { piece(places.lowerBound + $0) }
      }
    }
    for piece in made { unsafe take(piece) }
  }
}

/// Pieces that a thread makes in a round.
private let piecesOfThread = 2

/// Pieces of a round, however many threads are asked for.
private let mostPieces = 32
