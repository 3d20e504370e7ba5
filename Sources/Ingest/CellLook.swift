import DelimitedText
import Tables
import VietnameseText

/// Looks at texts for what they can make of their row.
struct CellLook {
  private let layout: RowLayout
  private let head: TableHead
  private let shifts: ShiftedRows
  /// By column.
  private var shapes: [Shapes] = []
  /// Room for the shape that is looked up, taken once for all.
  private var room: [UInt8] = []
  private let digitsMatter: Bool

  /// What was found of texts by their shapes, in which all digits are noughts.
  private struct Shapes {
    var coder = TextCoder()
    var traits: [CellTraits] = []
    /// The shape of the text before, which most keys share with it.
    var last: TextShape?
    var traitsOfLast = CellTraits()
  }

  init(_ layout: RowLayout, _ head: TableHead, _ shifts: ShiftedRows) {
    self.layout = layout
    self.head = head
    self.shifts = shifts
    digitsMatter = head.hasDigits || layout.hasDigits
  }

  /// What can be told of a text of a column.
  ///
  /// Keys differ in their digits and in nothing else, so that texts of one shape are looked at once;
  /// where the column holds dates or figures, or a word that rows are told by has a digit, each text
  /// is.
  mutating func traits(_ bytes: Span<UInt8>, _ column: Int) -> CellTraits {
    guard !bytes.isEmpty else { return .blank }
    guard bytes.count <= 64, !digitsMatter, !shifts.readsDigits(column) else {
      return traits(String(copying: bytes), column)
    }
    while shapes.count <= column { shapes.append(Shapes()) }
    guard let shape = TextShape(bytes) else { return traitsOfShape(bytes, column) }
    if shapes[column].last != shape {
      shapes[column].traitsOfLast = traitsOfShape(bytes, column)
      shapes[column].last = shape
    }
    return shapes[column].traitsOfLast
  }

  /// What can be told of all texts of a column that have the shape of one.
  private mutating func traitsOfShape(_ bytes: Span<UInt8>, _ column: Int) -> CellTraits {
    var shape: [UInt8] = []
    swap(&shape, &room)
    defer { swap(&shape, &room) }
    shape.removeAll(keepingCapacity: true)
    for index in bytes.indices {
      let byte = bytes[index]
      shape.append((0x30...0x39).contains(byte) ? 0x30 : byte)
    }
    let code = Int(shapes[column].coder.code(of: shape.span))
    if code < shapes[column].traits.count { return shapes[column].traits[code] }
    let found = traits(String(decoding: shape, as: UTF8.self), column)
    shapes[column].traits.append(found)
    return found
  }

  private func traits(_ text: String, _ column: Int) -> CellTraits {
    var traits = layout.traits(of: text)
    if traits.contains(.blank) { return traits }
    if !traits.contains(.telling), head.mayBegin(with: text) { traits.insert(.telling) }
    if shifts.isMisfit(text, column) { traits.insert(.misfit) }
    return traits
  }
}

extension String {
  init(copying bytes: Span<UInt8>) {
    self = unsafe bytes.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
  }
}
