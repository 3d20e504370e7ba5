/// A file that a stage gives.
package struct StageFile: Sendable {
  package var name: String
  /// Whether it tells of the files beside it, and is made after them.
  package let isDescriptor: Bool
  private let content: @Sendable (_ jobs: Int, _ put: ([UInt8]) -> Void) -> Void

  package init(name: String, bytes: [UInt8]) {
    self.init(name: name) { $0(bytes) }
  }

  /// A file that is made when it is written, each time anew and piece by piece.
  ///
  /// - Parameters:
  ///   - name: Its name.
  ///   - isDescriptor: Whether it tells of the files beside it.
  ///   - content: Gives the pieces one after the other to the function that it is called with.
  package init(
    name: String,
    isDescriptor: Bool = false,
    making content: @escaping @Sendable (_ put: ([UInt8]) -> Void) -> Void
  ) {
    self.init(name: name, isDescriptor: isDescriptor) { _, put in content(put) }
  }

  /// The same of a file of which several threads make pieces.
  ///
  /// - Parameters:
  ///   - name: Its name.
  ///   - isDescriptor: Whether it tells of the files beside it.
  ///   - content: Makes the pieces on so many threads, and gives them one after the other to the
  ///     function that it is called with.
  package init(
    name: String,
    isDescriptor: Bool = false,
    sharing content: @escaping @Sendable (_ jobs: Int, _ put: ([UInt8]) -> Void) -> Void
  ) {
    self.name = name
    self.isDescriptor = isDescriptor
    self.content = content
  }

  package init<Rows: RowList>(_ rows: Rows) {
    self.init(name: "\(Rows.Row.schema.name).csv") { jobs, put in
      write(rows, as: .machine, jobs: jobs, to: put)
    }
  }

  /// Makes the file and gives its pieces to a function, one after the other.
  ///
  /// - Parameters:
  ///   - jobs: The most threads that make pieces.
  ///   - put: Takes a piece.
  package func eachPiece(jobs: Int = 1, _ put: ([UInt8]) -> Void) { content(jobs, put) }

  /// The file's content; it is made here, so that it is best asked for once.
  package var bytes: [UInt8] {
    var bytes: [UInt8] = []
    eachPiece { bytes += $0 }
    return bytes
  }
}

extension StageFile: Equatable {
  package static func == (a: StageFile, b: StageFile) -> Bool {
    a.name == b.name && a.bytes == b.bytes
  }
}
