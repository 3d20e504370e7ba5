package import DelimitedText
package import Diagnostics

/// Reads the cells of one row in the order of its schema's columns.
package struct RowReader {
  private let batch: RecordBatch
  private let record: Int
  private let file: String
  private var field = 0

  package init(_ batch: RecordBatch, record: Int, file: String) {
    self.batch = batch
    self.record = record
    self.file = file
  }

  package mutating func text() -> String {
    defer { field += 1 }
    return batch.text(record, field)
  }

  package mutating func integer() throws(TableError) -> Int {
    try required(Self.wholeNumber, Self.wholeNumber(_:))
  }

  /// A year, or a number of units.
  package mutating func short() throws(TableError) -> Int32 {
    try required(
      LocalisedText(
        vi: "một số nguyên có nhiều nhất 9 chữ số",
        en: "an integer of at most 9 digits"
      )
    ) { text in
      Int32(text).flatMap { $0.magnitude < 1_000_000_000 ? $0 : nil }
    }
  }

  package mutating func optionalInteger() throws(TableError) -> Int? {
    try optional(Self.wholeNumber, Self.wholeNumber(_:))
  }

  private static let wholeNumber = LocalisedText(
    vi: "một số nguyên có nhiều nhất 15 chữ số",
    en: "an integer of at most 15 digits"
  )

  /// Far below the largest number, so that a damaged table leads nowhere beyond it.
  private static func wholeNumber(_ text: String) -> Int? {
    Int(text).flatMap { $0.magnitude < 1_000_000_000_000_000 ? $0 : nil }
  }

  package mutating func optionalNumber() throws(TableError) -> Double? {
    try optional(LocalisedText(vi: "một số", en: "a number")) { Double($0).flatMap(\.ifFinite) }
  }

  package mutating func optionalDecimal() throws(TableError) -> FixedDecimal? {
    try optional(LocalisedText(vi: "một số", en: "a number")) { FixedDecimal($0) }
  }

  package mutating func optionalDate() throws(TableError) -> CalendarDate? {
    try optional(LocalisedText(vi: "một ngày năm-tháng-ngày", en: "a date yyyy-mm-dd")) {
      CalendarDate(iso: $0)
    }
  }

  package mutating func flag() throws(TableError) -> Bool {
    try required(LocalisedText(vi: "true hoặc false", en: "true or false")) { Bool($0) }
  }

  package mutating func optionalFlag() throws(TableError) -> Bool? {
    try optional(LocalisedText(vi: "true hoặc false", en: "true or false")) { Bool($0) }
  }

  /// Rows of files, as facts name them.
  package mutating func sources() throws(TableError) -> FactSources {
    defer { field += 1 }
    guard let sources = batch.withBytes(record, field, { FactSources($0) }) else {
      throw error(
        batch.text(record, field),
        LocalisedText(
          vi: "các chỗ tệp:dòng, cách nhau một dấu cách",
          en: "places file:line with a blank between them"
        )
      )
    }
    return sources
  }

  /// A coded text: one of the raw values of `T`.
  package mutating func code<T: RawRepresentable<String> & CaseIterable>(
    _ type: T.Type
  ) throws(TableError) -> T {
    try required(Self.names(of: type)) { T(rawValue: $0) }
  }

  package mutating func optionalCode<T: RawRepresentable<String> & CaseIterable>(
    _ type: T.Type
  ) throws(TableError) -> T? {
    try optional(Self.names(of: type)) { T(rawValue: $0) }
  }

  private static func names<T: RawRepresentable<String> & CaseIterable>(
    of type: T.Type
  ) -> LocalisedText {
    let names = type.allCases.map(\.rawValue).joined(separator: ", ")
    return LocalisedText(vi: "một trong \(names)", en: "one of \(names)")
  }

  private mutating func required<T>(
    _ expected: @autoclosure () -> LocalisedText,
    _ read: (String) -> T?
  ) throws(TableError) -> T {
    defer { field += 1 }
    let text = batch.text(record, field)
    guard let value = read(text) else { throw error(text, expected()) }
    return value
  }

  private mutating func optional<T>(
    _ expected: @autoclosure () -> LocalisedText,
    _ read: (String) -> T?
  ) throws(TableError) -> T? {
    if batch.isEmpty(record, field) {
      field += 1
      return nil
    }
    return try required(expected(), read)
  }

  private func error(_ found: String, _ expected: LocalisedText) -> TableError {
    TableError(
      location: Location(file: file, line: batch.line(of: record), column: field + 1),
      found: found,
      expected: expected
    )
  }
}

extension Double {
  /// The number itself, or nil where it is infinite or no number.
  package var ifFinite: Double? { isFinite ? self : nil }
}
