import Diagnostics
import Parallel
import Tables

/// Typed cells of one field: a code for each row, and by code what it means.
///
/// The codes are those of the raw column, so that equal texts of a file are read once; a row that
/// gets another value gets a code of its own.
struct CellColumn {
  private(set) var codes: RowCodes
  /// By code: one of the marks below, or the place of its value after them.
  private var places: RowCodes
  private var values: [CellValue] = []
  private let texts: TextArena

  private static let unread: Int32 = 0
  /// The text itself is the value.
  private static let own: Int32 = 1
  private static let first: Int32 = 2

  init(_ raw: TextColumn) {
    codes = raw.codes
    texts = raw.texts
    places = RowCodes(repeating: Self.unread, count: raw.texts.count)
  }

  /// Cells that mean what they say, as names of units before they are looked up.
  init(texts raw: TextColumn) {
    self.init(raw)
    places = RowCodes(repeating: Self.own, count: raw.texts.count)
  }

  var count: Int { codes.count }

  /// Codes in use; none is as large.
  var codeCount: Int { places.count }

  subscript(row: Int) -> CellValue {
    get { value(Int(codes[row])) }
    set {
      // A row may have shared its code with others.
      codes[row] = append(newValue)
    }
  }

  func value(_ code: Int) -> CellValue {
    switch places[code] {
    case Self.unread: .missing(.notReported)
    case Self.own: .text(texts.text(code))
    case let place: values[Int(place - Self.first)]
    }
  }

  func isMissing(_ row: Int) -> Bool {
    switch places[Int(codes[row])] {
    case Self.unread: true
    case Self.own: false
    case let place: values[Int(place - Self.first)].isMissing
    }
  }

  /// The rows without a value, in their order; at most so many `jobs` look for them at a time.
  func missingRows(jobs: Int) -> [Int] {
    let isMissing = values.map(\.isMissing)
    // Keys of a country mean their own text and are as many as rows: nothing is kept of them here.
    return parallelRanges(codes.count, of: 1 << 16, jobs: jobs, expecting: 0) { rows, missing in
      for row in rows {
        let place = places[Int(codes[row])]
        guard place != Self.own else { continue }
        if place == Self.unread || isMissing[Int(place - Self.first)] { missing.append(row) }
      }
    }
  }

  /// Says what all rows with a code mean.
  mutating func read(_ code: Int, as value: CellValue) {
    places[code] = Self.first + Int32(clamping: values.count)
    values.append(value)
  }

  /// Says that all rows with a code mean their text.
  mutating func readAsText(_ code: Int) { places[code] = Self.own }

  /// A new code for a value.
  mutating func append(_ value: CellValue) -> Int32 {
    let code = Int32(clamping: places.count)
    places.append(Self.first + Int32(clamping: values.count))
    values.append(value)
    return code
  }

  mutating func set(_ row: Int, code: Int32) { codes[row] = code }

  /// Whether a byte stands in the text of any value; dates and numbers are none.
  func holds(_ byte: UInt8) -> Bool {
    places.indices.contains { code in
      places[code] == Self.own
        && texts.withBytes(code) { text in text.indices.contains { text[$0] == byte } }
    } || values.contains { $0.text?.utf8.contains(byte) ?? false }
  }

  /// Whether two rows have equal values.
  func areEqual(_ a: Int, _ b: Int) -> Bool { codes[a] == codes[b] || self[a] == self[b] }

  /// A number for each code, equal for equal texts of values.
  ///
  /// By it rows are told that may have one key; those with equal numbers are compared.
  func hashes() -> [UInt64] { places.indices.map(hash) }

  /// The number of a code.
  func hash(_ code: Int) -> UInt64 {
    guard places[code] == Self.own else { return Self.hash(CellText.machine(value(code))) }
    return texts.withBytes(code) { ByteHash.of($0) }
  }

  private static func hash(_ text: String) -> UInt64 {
    let bytes = Array(text.utf8)
    return ByteHash.of(bytes.span)
  }

  /// The cells of some rows as a column of a table.
  ///
  /// - Parameters:
  ///   - empty: A column of the right kind.
  ///   - rows: Ranges of rows, one after the other; nil for all rows.
  /// - Returns: The column with the rows' values.
  func typed(_ empty: TypedColumn, _ rows: [Range<Int>]?) -> TypedColumn {
    let ranges = rows ?? [codes.indices]
    if case .texts = empty.storage, let texts = textsAsSent(rows) { return texts }
    // Codes that no row uses any more are left out, and those in use come in the rows' order.
    var left = Array(repeating: Int32(-1), count: places.count)
    var used: [Int32] = []
    func add(_ code: Int32) {
      guard left[Int(code)] < 0 else { return }
      left[Int(code)] = Int32(clamping: used.count)
      used.append(code)
    }
    for range in ranges {
      for row in range { add(codes[row]) }
    }
    let limit = Int32(clamping: used.count)
    var own = RowCodes()
    own.append(count: 0, below: limit) { _ in 0 }
    own.reserveCapacity(ranges.reduce(0) { $0 + $1.count })
    for range in ranges {
      own.append(count: range.count, below: limit) { left[Int(codes[range.lowerBound + $0])] }
    }
    if case .texts = empty.storage { return texts(own, used) }
    var typed = empty
    for code in used { append(Int(code), to: &typed) }
    return TypedColumn(codes: own, storage: typed.storage, reasons: typed.reasons)
  }

  /// The column with the texts as they were sent, some of which may have no row any more; nil where
  /// that would keep many for nothing, or where a text is not the value.
  ///
  /// A country's keys are not copied so.
  private func textsAsSent(_ rows: [Range<Int>]?) -> TypedColumn? {
    let own = rows.map { codes.picking($0) } ?? codes
    var isUsed = Array(repeating: false, count: places.count)
    var used = 0
    for code in own where !isUsed[Int(code)] {
      guard places[Int(code)] == Self.own else { return nil }
      isUsed[Int(code)] = true
      used += 1
    }
    guard used >= texts.count - texts.count / 8 else { return nil }
    let reasons = Array(repeating: MissingReason?.none, count: texts.count)
    return TypedColumn(codes: own, storage: .texts(texts), reasons: reasons)
  }

  /// A column of texts with rows that have the values of some codes.
  private func texts(_ own: RowCodes, _ used: [Int32]) -> TypedColumn {
    var texts = TextArena()
    var reasons: [MissingReason?] = []
    reasons.reserveCapacity(used.count)
    for code in used {
      if places[Int(code)] == Self.own {
        self.texts.withBytes(Int(code)) { texts.append($0) }
        reasons.append(nil)
      } else {
        let value = value(Int(code))
        texts.append(value.text ?? "")
        reasons.append(value.reason)
      }
    }
    return TypedColumn(codes: own, storage: .texts(texts), reasons: reasons)
  }

  private func append(_ code: Int, to typed: inout TypedColumn) {
    let value = value(code)
    switch typed.storage {
    case .numbers: typed.append(number: value.number, missing: value.reason)
    case .dates: typed.append(date: value.date, missing: value.reason)
    case .flags: typed.append(flag: value.flag, missing: value.reason)
    case .texts: typed.append(text: value.text, missing: value.reason)
    }
  }
}
