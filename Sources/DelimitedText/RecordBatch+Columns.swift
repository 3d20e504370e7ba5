// Fields of many records, without a search for each of them.
extension RecordBatch {
  /// Calls a function with a field of each of some records; with no bytes past the end of a record.
  ///
  /// - Parameters:
  ///   - column: Index of the field.
  ///   - records: Indices of the records.
  ///   - body: Gets the index of the record and the bytes of the field.
  @inlinable
  public func forEachField(
    _ column: Int,
    of records: Range<Int>,
    _ body: (Int, Span<UInt8>) -> Void
  ) {
    precondition(
      records.lowerBound >= 0 && records.upperBound <= recordCount,
      "record index out of range"
    )
    guard !records.isEmpty else { return }
    let bytes = input.span
    var index = segment(of: records.lowerBound)
    var record = records.lowerBound
    while record < records.upperBound {
      let segment = segments[index]
      let arena = segment.arena.span
      let first = segment.firstRecord
      let end = min(records.upperBound, first + segment.recordCount)
      while record < end {
        if let place = segment.place(record - first, column) {
          let source = place.isInArena ? arena : bytes
          body(record, source.extracting(place.range))
        } else {
          body(record, bytes.extracting(0..<0))
        }
        record += 1
      }
      index += 1
    }
  }
}
