import Diagnostics
import Tables
import Testing

/// Columns that keep equal texts once.
@Suite struct ColumnTests {
  @Test func equalTextsHaveOneCode() {
    var coder = TextCoder()
    // Enough of them that the table grows, and lengths around the eight bytes that are hashed at once.
    let texts = (0..<5_000).map { String(repeating: "x", count: $0 % 19) + "\($0 % 1_700)" }
    let codes = texts.map { text in
      let bytes = Array(text.utf8)
      return coder.code(of: bytes.span)
    }
    for (text, code) in zip(texts, codes) { #expect(coder.texts.text(Int(code)) == text) }
    #expect(coder.texts.count == Set(texts).count)
    #expect(codes == texts.map { text in codes[texts.firstIndex(of: text) ?? -1] })
  }

  /// Keys that differ in one figure, of all lengths at which texts are hashed otherwise.
  @Test func alikeTextsHaveHashesOfTheirOwn() {
    for length in 1...40 {
      var (hashes, places): (Set<UInt64>, Set<UInt64>) = ([], [])
      for number in 0..<10_000 {
        let key = String(String(10_000 + number).suffix(4))
        let text = Array((String(repeating: "K", count: max(0, length - 4)) + key).utf8)
        let hash = ByteHash.of(text.span)
        hashes.insert(hash)
        places.insert(hash & 0xFFFF)
      }
      #expect(hashes.count == 10_000)
      // Of 10,000 numbers thrown into 65,536 places about 9,270 differ.
      #expect(places.count > 9_000)
    }
  }

  @Test func columnsAreEqualByTheirTexts() {
    var one = TextColumn()
    for text in ["a", "b", "a", ""] { one.append(text) }
    var coder = TextCoder()
    let codes = ["a", "b", "a", ""].map { text in
      let bytes = Array(text.utf8)
      return coder.code(of: bytes.span)
    }
    var other = TextColumn(codes: codes, texts: coder.texts)
    #expect(one == other)
    other.append("c")
    #expect(one != other)
    one.append(TextColumn(repeating: "c", count: 1))
    #expect(one == other)
  }

  @Test func appendedColumnsKeepTheirOwnCodes() {
    var column = TextColumn(repeating: "same", count: 2)
    column.append(TextColumn(repeating: "same", count: 2))
    #expect(column.codes == [0, 0, 1, 1])
    #expect((0..<4).map { column.text($0) } == ["same", "same", "same", "same"])
  }

  @Test func namesOfRowsAreKeptOnce() {
    var names: RowNames = ["x", "y", "x"]
    #expect(names.codes == [0, 1, 0])
    names[0] = "z"
    names[1] = "x"
    #expect(names == ["z", "x", "x"])
    #expect(names.picking([2..<3, 0..<1]) == ["x", "z"])
    #expect(RowNames(["a", "b"]) == RowNames(["a", "b"]))
    #expect(RowNames(["a", "b"]) != RowNames(["b", "a"]))
  }

  @Test func numbersBeyondFourBytesAreClamped() {
    var numbers: RowNumbers = [1, 2]
    numbers.append(Int.max)
    #expect(numbers == [1, 2, Int(Int32.max)])
    #expect(numbers.picking([0..<0, 1..<2]) == [2])
  }
}
