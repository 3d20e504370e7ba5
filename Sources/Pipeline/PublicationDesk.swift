import Dispatch
import Synchronization
import Tables

/// Takes the folders of a run as they are finished and writes them while the run goes on; all are
/// put into place together at the end, or none is.
final class PublicationDesk: Sendable {
  private struct State: ~Copyable {
    var publication = Publication()
    var failure: PublicationFailure?

    mutating func prepare(_ place: String, _ files: () -> [StageFile], jobs: Int) {
      guard failure == nil else { return }
      do throws(PublicationFailure) {
        let files = files()
        try OutputPlaces.checkReplaceable(
          place,
          Set(files.compactMap { $0.name.split(separator: "/").first.map(String.init) })
        )
        try publication.prepare(place, files, jobs: jobs)
      } catch {
        failure = error
      }
    }

    /// Puts all into place, unless one could not be written.
    mutating func commit() throws(PublicationFailure) {
      var done = Publication()
      swap(&publication, &done)
      if let failure { throw failure }
      try done.commit()
    }
  }

  private let places: OutputPlaces
  private let jobs: Int
  private let state = Mutex(State())
  private let queue = DispatchQueue(label: "publication")

  /// - Parameters:
  ///   - inputs: Folders that are read, which no result may overwrite.
  ///   - jobs: The most files that are written at a time; with one job, folders are written where
  ///     they are added.
  init(reading inputs: [String], jobs: Int) {
    places = OutputPlaces(inputs: inputs)
    self.jobs = jobs
  }

  /// Refuses places that hold each other or what is read, before work is done for them.
  func check(_ folders: [String]) throws(PublicationFailure) { try places.checkApart(folders) }

  /// Has a folder written, whose place was checked; `commit` tells when it cannot be.
  func add(_ place: String, _ files: @escaping @Sendable () -> [StageFile]) {
    guard jobs > 1 else { return state.withLock { $0.prepare(place, files, jobs: 1) } }
    queue.async { self.state.withLock { $0.prepare(place, files, jobs: self.jobs) } }
  }

  /// Waits for what is being written, so that it can be put into place or removed.
  func wait() { queue.sync {} }

  /// Puts all folders into place when they are written.
  func commit() throws(PublicationFailure) {
    wait()
    let result = state.withLock { state in
      Result { () throws(PublicationFailure) in try state.commit() }
    }
    try result.get()
  }
}
