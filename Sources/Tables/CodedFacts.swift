internal import Diagnostics

/// Facts of a unit and its members in some bytes each, without their sources.
///
/// A country's districts have fifteen million facts, in which few elements, units and values recur.
package struct CodedFacts: Sendable {
  private struct State: Hashable {
    var missing: MissingReason?
    var isPartial: Bool
  }

  private let elements: CodedColumn<String>
  private let units: CodedColumn<String>
  private let years: CodedColumn<Int32>
  private let categories: CodedColumn<String>
  private let values: CodedColumn<FixedDecimal?>
  private let texts: CodedColumn<String>
  private let states: CodedColumn<State>
  /// Where the facts of each element stand, in their order.
  private let places: [String: [Range<Int>]]

  /// - Parameter facts: Facts in any order, which is kept.
  package init(_ facts: [FactRow]) {
    let span = facts.span
    elements = CodedColumn(facts.count) { span[$0].element }
    units = CodedColumn(facts.count) { span[$0].unit }
    years = CodedColumn(facts.count) { span[$0].shortYear }
    categories = CodedColumn(facts.count) { span[$0].category }
    values = CodedColumn(facts.count) { span[$0].value }
    texts = CodedColumn(facts.count) { span[$0].text }
    states = CodedColumn(facts.count) {
      State(missing: span[$0].missing, isPartial: span[$0].isPartial)
    }
    var places: [String: [Range<Int>]] = [:]
    var start = 0
    for place in facts.indices.dropFirst() where span[place].element != span[start].element {
      places[span[start].element, default: []].append(start..<place)
      start = place
    }
    if let last = facts.last { places[last.element, default: []].append(start..<facts.count) }
    self.places = places
  }

  package var count: Int { elements.count }

  /// The fact at a place.
  package subscript(place: Int) -> FactRow {
    let state = states[place]
    return FactRow(
      element: elements[place],
      unit: units[place],
      year: Int(years[place]),
      category: categories[place],
      value: values[place],
      text: texts[place],
      missing: state.missing,
      isPartial: state.isPartial,
      sources: []
    )
  }

  /// What the fact at a place is about.
  package func subject(at place: Int) -> (element: String, unit: String, year: Int) {
    (elements[place], units[place], Int(years[place]))
  }

  /// All facts.
  package var rows: [FactRow] { (0..<count).map { self[$0] } }

  /// The facts of some elements, those of each in their order.
  package func rows(of elements: some Sequence<String>) -> [FactRow] {
    elements.flatMap { places[$0] ?? [] }.flatMap { places in places.map { self[$0] } }
  }
}

/// A column of which each value is kept once.
private struct CodedColumn<Value: Hashable & Sendable>: Sendable {
  private var values: [Value] = []
  private let codes: RowCodes

  init(_ count: Int, _ value: (Int) -> Value) {
    var known: [Value: Int32] = [:]
    var own: [Int32] = []
    own.reserveCapacity(count)
    for row in 0..<count {
      let value = value(row)
      // Facts come in order, so that most are like those before them.
      if let last = own.last, values[Int(last)] == value {
        own.append(last)
      } else if let code = known[value] {
        own.append(code)
      } else {
        let code = Int32(clamping: values.count)
        known[value] = code
        values.append(value)
        own.append(code)
      }
    }
    codes = RowCodes(own)
  }

  var count: Int { codes.count }

  subscript(row: Int) -> Value { values[Int(codes[row])] }
}
