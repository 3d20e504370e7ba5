package import Diagnostics
package import Plan

/// Typed values of one column: a code for each row, and by code a value or the reason for none.
///
/// What stands under a reason is a placeholder that nobody reads.
package struct TypedColumn: Sendable {
  /// Values by code.
  package enum Storage: Sendable, Equatable {
    case numbers([FixedDecimal])
    case texts(TextArena)
    /// Days since the epoch.
    case dates([Int32])
    case flags([Bool])
  }

  /// For each row the position of its value.
  package private(set) var codes: RowCodes
  package private(set) var storage: Storage
  /// By code; nil where there is a value.
  package private(set) var reasons: [MissingReason?]

  package init(codes: RowCodes, storage: Storage, reasons: [MissingReason?]) {
    self.codes = codes
    self.storage = storage
    self.reasons = reasons
  }

  /// An empty column of the kind that a form's field has.
  package init(emptyFor field: Field) {
    let storage: Storage =
      switch field.type {
      case .integer, .number, .year: .numbers([])
      case .boolean: .flags([])
      case .date: .dates([])
      case .string: .texts(TextArena())
      }
    self.init(codes: RowCodes(), storage: storage, reasons: [])
  }

  package var count: Int { codes.count }

  /// Number of values and reasons that the rows share.
  package var valueCount: Int { reasons.count }

  /// Why a row has no value; nil where it has one.
  package func missing(_ row: Int) -> MissingReason? { reasons[Int(codes[row])] }

  package func number(_ row: Int) -> FixedDecimal? { number(code: Int(codes[row])) }
  package func text(_ row: Int) -> String? { text(code: Int(codes[row])) }
  package func date(_ row: Int) -> CalendarDate? { date(code: Int(codes[row])) }
  package func flag(_ row: Int) -> Bool? { flag(code: Int(codes[row])) }
}

// By code, for those who look at each value once.
extension TypedColumn {
  package func number(code: Int) -> FixedDecimal? {
    guard reasons[code] == nil, case .numbers(let values) = storage else { return nil }
    return values[code]
  }

  package func text(code: Int) -> String? {
    guard reasons[code] == nil, case .texts(let texts) = storage else { return nil }
    return texts.text(code)
  }

  package func date(code: Int) -> CalendarDate? {
    guard reasons[code] == nil, case .dates(let values) = storage else { return nil }
    return CalendarDate(daysSinceEpoch: Int(values[code]))
  }

  package func flag(code: Int) -> Bool? {
    guard reasons[code] == nil, case .flags(let values) = storage else { return nil }
    return values[code]
  }
}

extension TypedColumn {
  /// Appends a row with a value or a reason of its own.
  package mutating func append(text: String?, missing reason: MissingReason?) {
    guard case .texts(var texts) = storage else { return }
    storage = .flags([])
    texts.append(text ?? "")
    storage = .texts(texts)
    appendCode(reason)
  }

  package mutating func append(number: FixedDecimal?, missing reason: MissingReason?) {
    guard case .numbers(var values) = storage else { return }
    storage = .flags([])
    values.append(number ?? .zero)
    storage = .numbers(values)
    appendCode(reason)
  }

  package mutating func append(date: CalendarDate?, missing reason: MissingReason?) {
    guard case .dates(var values) = storage else { return }
    storage = .flags([])
    values.append(Int32(truncatingIfNeeded: date?.daysSinceEpoch ?? 0))
    storage = .dates(values)
    appendCode(reason)
  }

  package mutating func append(flag: Bool?, missing reason: MissingReason?) {
    guard case .flags(var values) = storage else { return }
    storage = .dates([])
    values.append(flag ?? false)
    storage = .flags(values)
    appendCode(reason)
  }

  /// Appends a row with the value of another one.
  package mutating func append(code: Int32) { codes.append(code) }

  private mutating func appendCode(_ reason: MissingReason?) {
    codes.append(Int32(clamping: reasons.count))
    reasons.append(reason)
  }
}

extension TypedColumn: Equatable {
  package static func == (a: TypedColumn, b: TypedColumn) -> Bool {
    guard a.count == b.count else { return false }
    if a.codes == b.codes, a.storage == b.storage, a.reasons == b.reasons { return true }
    return (0..<a.count).allSatisfy { row in
      a.missing(row) == b.missing(row) && a.number(row) == b.number(row)
        && a.text(row) == b.text(row) && a.date(row) == b.date(row) && a.flag(row) == b.flag(row)
    }
  }
}
