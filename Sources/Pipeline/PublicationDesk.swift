import Dispatch
import Synchronization
import Tables

/// Takes the folders of a run as they are finished and writes them while the run goes on; all are
/// put into place together at the end, or none is.
final class PublicationDesk: Sendable {
  private let places: OutputPlaces
  private let jobs: Int
  private let publication = Mutex(Publication())
  /// Kept apart, so that it can be asked for while a folder is written.
  private let failure = Mutex<PublicationFailure?>(nil)
  private let queue = DispatchQueue(label: "publication")

  /// - Parameters:
  ///   - inputs: Folders that are read, which no result may overwrite.
  ///   - jobs: The most threads; with one, folders are written where they are added.
  init(reading inputs: [String], jobs: Int) {
    places = OutputPlaces(inputs: inputs)
    self.jobs = jobs
  }

  /// Refuses places before anything is written there, and before work is done for them; what a run
  /// that was killed left aside stands in its place again.
  ///
  /// - Parameter folders: The places, with what an earlier result may have left there.
  /// - Throws: The first place that may not be replaced.
  func check(_ folders: [(place: String, names: ResultNames)]) throws(PublicationFailure) {
    for folder in folders { Publication.restore(folder.place) }
    try places.check(folders)
  }

  /// Has a folder written, whose place was checked; `commit` tells when it cannot be.
  ///
  /// - Parameters:
  ///   - place: The folder.
  ///   - onAllThreads: Whether all threads write it, as little work or none is left beside.
  ///   - files: Makes its files.
  func add(
    _ place: String,
    onAllThreads: Bool = false,
    _ files: @escaping @Sendable () -> [StageFile]
  ) {
    guard jobs > 1 else { return prepare(place, files(), jobs: 1) }
    queue.async { self.prepare(place, files(), jobs: onAllThreads ? self.jobs : 1) }
  }

  private func prepare(_ place: String, _ files: [StageFile], jobs: Int) {
    guard failure.withLock({ $0 == nil }) else { return }
    let result = publication.withLock { publication in
      Result { () throws(PublicationFailure) in
        try publication.prepare(place, files, jobs: jobs)
      }
    }
    if case .failure(let error) = result { failure.withLock { $0 = error } }
  }

  /// Stops a run whose results cannot be written, as soon as that is known.
  func stopIfFailed() throws(PublicationFailure) {
    if let failure = failure.withLock({ $0 }) { throw failure }
  }

  /// Waits for what is being written, so that it can be put into place or removed.
  func wait() { queue.sync {} }

  /// Puts all folders into place when they are written; where one could not be, removes them.
  func commit() throws(PublicationFailure) {
    wait()
    let result = publication.withLock { publication in
      Result { () throws(PublicationFailure) in try commit(&publication) }
    }
    try result.get()
  }

  private func commit(_ publication: inout Publication) throws(PublicationFailure) {
    var whole = Publication()
    swap(&publication, &whole)
    try stopIfFailed()
    try whole.commit()
  }
}
