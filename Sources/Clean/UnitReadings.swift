import Synchronization

/// A unit's name as a sender wrote it for a year.
struct SentName: Hashable {
  var text: String
  var sender: String
  var year: Int
}

/// What texts in columns of units mean; lists repeat them from row to row and from file to file.
struct UnitReadings {
  /// By field, then by code of the text: the number of its reading, or -1 where it has none.
  private var numbers: [Int: [Int32]] = [:]
  private let readings: [UnitReading]

  init(_ readings: [UnitReading] = []) { self.readings = readings }

  /// What a text means; nil where it was not looked up.
  ///
  /// - Parameters:
  ///   - field: The field.
  ///   - code: Code of the text in the field's raw column.
  subscript(field: Int, code: Int) -> UnitReading? {
    guard let numbers = numbers[field], code < numbers.count, numbers[code] >= 0 else { return nil }
    return readings[Int(numbers[code])]
  }

  /// Gives the texts of a field, by code, the numbers of their readings.
  mutating func set(_ field: Int, _ numbers: [Int32]) { self.numbers[field] = numbers }
}

/// Readings that several threads gather; of each spelling one is kept.
final class SharedUnitReadings: Sendable {
  private struct State {
    var numbers: [SentName: Int32] = [:]
    var readings: [UnitReading] = []
  }

  private let state = Mutex(State())

  var readings: [UnitReading] { state.withLock { $0.readings } }

  /// The number of the reading of a name; -1 where there is nothing to read.
  func number(_ name: SentName, _ read: () -> UnitReading?) -> Int32 {
    if let known = state.withLock({ $0.numbers[name] }) { return known }
    let reading = read()
    return state.withLock { state in
      if let known = state.numbers[name] { return known }
      let number = reading == nil ? -1 : Int32(clamping: state.readings.count)
      state.numbers[name] = number
      if let reading { state.readings.append(reading) }
      return number
    }
  }
}
