/// A name for each row, such as its unit or its sender, kept once however many rows bear it.
package struct RowNames: Sendable {
  /// For each row the position of its name.
  @usableFromInline private(set) package var codes: RowCodes
  /// The names in the order in which they came up.
  @usableFromInline private(set) package var names: [String]
  private var positions: [String: Int32]

  package init() {
    codes = RowCodes()
    names = []
    positions = [:]
  }

  /// The same name for so many rows.
  package init(repeating name: String, count: Int) {
    codes = RowCodes(repeating: 0, count: count)
    names = [name]
    positions = [name: 0]
  }

  package init(_ list: some Sequence<String>) {
    self.init()
    for name in list { append(name) }
  }

  /// The position of a name, which is given one if it has none.
  private mutating func code(of name: String) -> Int32 {
    if let known = positions[name] { return known }
    let code = Int32(clamping: names.count)
    positions[name] = code
    names.append(name)
    return code
  }

  package mutating func append(_ name: String) { codes.append(code(of: name)) }

  /// Gives a row the name with a position.
  @inlinable
  package mutating func set(_ row: Int, code: Int32) { codes[row] = code }

  /// The names of some ranges of rows, one range after the other.
  package func picking(_ ranges: [Range<Int>]) -> RowNames {
    var picked = self
    picked.codes = codes.picking(ranges)
    return picked
  }

  package static func == (names: RowNames, others: [String]) -> Bool {
    names.elementsEqual(others)
  }
}

extension RowNames: RandomAccessCollection {
  @inlinable package var startIndex: Int { 0 }
  @inlinable package var endIndex: Int { codes.count }

  package subscript(row: Int) -> String {
    get { names[Int(codes[row])] }
    set { codes[row] = code(of: newValue) }
  }
}

extension RowNames: Equatable {
  package static func == (a: RowNames, b: RowNames) -> Bool {
    if a.codes == b.codes, a.names == b.names { return true }
    return a.elementsEqual(b)
  }
}

extension RowNames: ExpressibleByArrayLiteral {
  package init(arrayLiteral elements: String...) { self.init(elements) }
}
