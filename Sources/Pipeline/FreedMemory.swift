internal import CAllocator

/// What becomes of memory that is not needed any more.
package enum FreedMemory {
  /// Keeps what was given back for the next who asks.
  ///
  /// By itself the C library returns pieces of 128 KiB to the system, which clears them and hands them
  /// out again a moment later. Those of 1 MiB and more go back: what a country's files leave would stand
  /// beside the columns that are joined from them.
  package static func keep() { callocator_keep(1 << 20, 16 << 20, 1 << 20) }

  /// Returns to the system what lies free between pieces in use, after so many rows were put together.
  ///
  /// A country's columns are joined from those of files, whose pieces are too small for the next stage.
  static func giveBack(after rows: Int) {
    if rows >= most { callocator_give_back() }
  }

  /// Rows whose pieces are worth looking for.
  private static let most = 1_000_000

  /// Leaves what a value holds to the end of the process, which gives back all memory at once.
  ///
  /// - Parameter value: What is not needed any more, and takes long to be given back piece by piece.
  package static func leave(_ value: some Any) {
    _ = unsafe Unmanaged.passRetained(Holder(value))
  }

  private final class Holder {
    let value: Any
    init(_ value: Any) { self.value = value }
  }
}
