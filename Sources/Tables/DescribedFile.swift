import Digests
import Synchronization

/// A file whose length and digest are known from having been made, so that a descriptor can tell them
/// although a large file never stands in memory.
package struct DescribedFile: Sendable {
  package struct Description: Sendable, Equatable {
    package var count: Int
    /// 64 hexadecimal digits.
    package var sha256: String
  }

  private final class Made: Sendable {
    let description = Mutex<Description?>(nil)
  }

  private let source: StageFile
  private let made = Made()

  package init(_ file: StageFile) { source = file }

  /// The file; whoever makes it has it described.
  package var file: StageFile {
    StageFile(name: source.name, isDescriptor: source.isDescriptor) { jobs, put in
      describe(jobs: jobs, put)
    }
  }

  /// Length and digest of the file, which is made for them where it has not been made.
  package var description: Description {
    made.description.withLock(\.self) ?? describe { _ in }
  }

  @discardableResult
  private func describe(jobs: Int = 1, _ put: ([UInt8]) -> Void) -> Description {
    var count = 0
    var digest = SHA256()
    source.eachPiece(jobs: jobs) { piece in
      digest.update(piece)
      count += piece.count
      put(piece)
    }
    let description = Description(count: count, sha256: digest.finish())
    made.description.withLock { $0 = description }
    return description
  }
}
